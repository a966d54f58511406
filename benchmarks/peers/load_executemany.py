"""The standard library alone: ``csv`` and ``executemany`` into the same tables, their indexes already there."""

from __future__ import annotations

import csv
import sqlite3
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "src" / "cyberdiplo" / "schema" / "generated"
KINDS = {
    "forums": "forum", "processes": "process", "meetings": "meeting", "speakers": "speaker", "measures": "measure",
    "organisations": "organisation", "statements": "statement", "countries": "country", "affiliations": "affiliation",
    "participations": "participation", "figures": "figure", "topics": "topic", "sources": "source",
}  # fmt: skip
ORDER = [*KINDS, "statement_participations", "record_topics", "citations"]
LOAD = (
    "insert into loads (id, dataset, folder, loaded_at, version, files, rows, digest)"
    " values (1, 'peer', '.', '', '', 0, 0, '')"
)
KEPT = {"field", "anchor"}  # empty text is a value in these columns


def rows(path: Path, ids: list[str]) -> Iterator[list[str | None]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        header = next(reader)
        kept = [name in KEPT for name in header]
        for cells in reader:
            ids.append(cells[0])
            yield [cell if cell or keep else None for cell, keep in zip(cells, kept, strict=True)]


def begin(connection: sqlite3.Connection) -> None:
    """The tables with their indexes, a load to which the rows belong, and the vocabularies that every database has."""
    for name in ("tables.sql", "indexes.sql"):
        connection.executescript((SCHEMA / name).read_text("utf-8"))
    connection.execute(LOAD)
    for path in sorted((ROOT / "seeds" / "vocabularies").glob("*.csv")):
        insert(connection, path, [])
    connection.commit()


def insert(connection: sqlite3.Connection, path: Path, ids: list[str]) -> None:
    """The rows of a file into the table that it is called after; their ids are put into ``ids``."""
    with path.open(encoding="utf-8") as file:
        names = file.readline().strip()
    places = ", ".join("?" * (names.count(",") + 1))
    connection.executemany(f"insert into {path.stem} ({names}, load_id) values ({places}, 1)", rows(path, ids))


def main(corpus: Path, database: Path) -> None:
    database.unlink(missing_ok=True)
    connection = sqlite3.connect(database)
    begin(connection)
    connection.execute("pragma foreign_keys = on")
    with connection:
        connection.execute("pragma defer_foreign_keys = on")
        for table in ORDER:
            for path in sorted(corpus.rglob(f"{table}.csv")):
                ids: list[str] = []
                insert(connection, path, ids)
                if table in KINDS:
                    register = f"insert into records (id, kind, load_id) values (?, '{KINDS[table]}', 1)"
                    connection.executemany(register, ([record_id] for record_id in ids))
    connection.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
