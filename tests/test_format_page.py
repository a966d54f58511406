"""The page on seed files names every table's columns as they are."""

from __future__ import annotations

from cyberdiplo.schema.model import seed_tables
from tests.format_page import PAGE, written


def test_the_page_on_seed_files_gives_every_header() -> None:
    page = PAGE.read_text("utf-8")
    assert page == written(page), "python -m tests.format_page writes it"
    assert all(f"`{name}`" in page for name in seed_tables())
