"""The small collection as what one of the small documents says: every citation of it stands up to the document."""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path

from cyberdiplo.load.build import build
from cyberdiplo.proof.verify import Report, verify
from cyberdiplo.store import sqlite
from tests.load.mini import copy_mini, edit

DOCUMENTS = Path(__file__).parents[1] / "documents" / "files"
DOCUMENT = DOCUMENTS / "report.txt"

CITED = {  # record -> locator and anchor; everything else is from paragraph 1.1 as a whole
    "report-1": ("par. 1.2", "ont proposé un code"),
    "report-2": ("par. 1.2", "ont approuvé ce code sans vote"),
    "cables-cut": ("par. 1.1", "a compté 40 coupures"),
    "cables-repaired": ("par. 2.1 item 2", "un registre des coupures"),
    "diop-cablecorp": ("note 1", "Awa Diop"),
    "leroy-office": ("note 2", "Secrétaire, Bureau des câbles"),
    "leroy-jean": ("par. 1.2", "Jean Leroy"),
    "talks-leroy": ("par. 2.10", ""),
}

EXPECT = """\
[counts]
statements = 2
[footnotes]
diop-cablecorp = "note 1"
leroy-office = "note 2"
"""


def proven(folder: Path) -> Path:
    """A copy of the small collection whose source is the small document."""
    collection = copy_mini(folder)
    source = collection / "sources" / "report"
    digest = hashlib.sha256(DOCUMENT.read_bytes()).hexdigest()

    def as_document(rows: list[dict[str, str]]) -> None:
        rows[0].update(file_name=DOCUMENT.name, sha256=digest)

    def as_cited(rows: list[dict[str, str]]) -> None:
        for row in rows:
            row["locator"], row["anchor"] = CITED.get(row["record_id"], ("par. 1.1", ""))

    edit(source / "sources.csv", as_document)
    edit(source / "citations.csv", as_cited)
    edit(source / "mentions.csv", lambda rows: rows[0].update(locator="par. 1.2", anchor="un code"))
    edit(source / "rosters.csv", lambda rows: rows[0].update(locator="par. 1.1"))
    (source / "expect.toml").write_text(EXPECT, encoding="utf-8")
    return collection


def change(collection: Path, table: str, row_id: str, **cells: str) -> int:
    """Change cells of the row with that id (or record) in the source's folder, or in reference; gives its line."""
    for path in (collection / "sources" / "report" / f"{table}.csv", collection / "reference" / f"{table}.csv"):
        if path.is_file():
            with path.open(encoding="utf-8", newline="") as file:
                rows = list(csv.DictReader(file))
            key = next(iter(rows[0]))
            for place, row in enumerate(rows):
                if row[key] == row_id:
                    edit(path, lambda rows, place=place: rows[place].update(cells))  # type: ignore[misc]
                    return place + 2
    raise LookupError(f"{table}: {row_id}")


def add(collection: Path, table: str, **cells: str) -> None:
    """Add a row to the source's folder, its other cells empty."""
    from cyberdiplo.schema.model import seed_tables

    path = collection / "sources" / "report" / f"{table}.csv"
    header = seed_tables()[table].header
    new = not path.is_file()
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, restval="", lineterminator="\n")
        if new:
            writer.writeheader()
        writer.writerow(cells)


def report_of(collection: Path, documents: Path = DOCUMENTS) -> Report:
    """What ``verify`` finds in a database of the collection."""
    path = collection.parent / "proven.sqlite"
    build(path, [collection], shipped=False)
    connection = sqlite.reading(path)
    try:
        return verify(connection, documents)
    finally:
        connection.close()
