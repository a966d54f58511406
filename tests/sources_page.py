"""``docs/sources.md``: every source with its rights, written by ``python -m tests.sources_page``."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = ROOT / "docs" / "sources.md"
HEAD = """# Sources

Every source that the shipped data cite, what it is, whose it is, and how many citations lead to it. Made from the data
by `python -m tests.sources_page`.

| id | title | published | read | citations | rights |
| --- | --- | --- | --- | --- | --- |
"""
SQL = """
select sources.id, title, coalesce(published, ''), coalesce(retrieved_on, ''), count(citations.record_id), rights_en
from sources left join citations on citations.source_id = sources.id
group by sources.id order by sources.id
"""


def page(database: sqlite3.Connection) -> str:
    """The page for a database."""
    rows = database.execute(SQL)
    return HEAD + "".join("| " + " | ".join(str(cell).replace("|", "\\|") for cell in row) + " |\n" for row in rows)


def main() -> None:
    """Write the page."""
    write(PAGE, page)


def write(path: Path, made: Callable[[sqlite3.Connection], str]) -> None:
    """Write a page that is made of the shipped seeds."""
    from cyberdiplo.load.build import build

    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "cyberdiplo.sqlite"
        build(database)
        with closing(sqlite3.connect(database)) as connection:
            path.write_text(made(connection), encoding="utf-8")


if __name__ == "__main__":
    main()
