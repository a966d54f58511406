"""The page on seed files names every table's columns as they are."""

from __future__ import annotations

import re

from cyberdiplo.schema.model import seed_tables
from tests.conftest import SEEDS


def test_the_page_on_seed_files_gives_every_header() -> None:
    page = (SEEDS / "FORMAT.md").read_text("utf-8")
    listed = dict(re.findall(r"^- `(\w+)`: (.*)$", page, flags=re.MULTILINE))
    wanted = {
        table.name: ", ".join(
            column.name + ("*" if column.required and column.default is None else "")
            for column in table.columns
            if not column.bookkeeping
        )
        for table in seed_tables().values()
    }
    assert listed == wanted
