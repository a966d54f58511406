"""Folders that a reader of documents drafted: they are loaded when somebody has looked at every row.

``draft.csv`` in a folder says what was proposed and what was decided on it; what a person has to write is marked.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.errors import BadSeed
from cyberdiplo.load.files import DRAFT
from cyberdiplo.messages import tr, tr_plural

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from cyberdiplo.load.files import Folder

# Tables whose rows belong to a record and are decided with it.
FOLLOWING = frozenset(
    {"citations", "mentions", "statement_participations", "record_topics", "names", "identifiers", "votes"}
)
PIECE = 1 << 20
TO_WRITE = "[…]"  # stands in a cell that a person has to write


class Pending(NamedTuple):
    """What is left to do in a folder: rows that nobody decided on, cells that nobody wrote."""

    undecided: int
    unwritten: int


def find_pending(folder: Folder) -> Pending:
    """What is left to do in a folder, drafted or not: the mark says so without ``draft.csv`` too."""
    undecided = 0
    if (folder.path / DRAFT).is_file():
        with (folder.path / DRAFT).open(encoding="utf-8", errors="replace", newline="") as file:
            undecided = sum(is_undecided(row) for row in csv.DictReader(file))
    paths = [seed.path for seed in folder.files if folder.origin and has_mark(seed.path)]  # the shipped ones have none
    return Pending(undecided, sum(count_unwritten(path) for path in paths))


def has_mark(path: Path) -> bool:
    """Whether the mark stands anywhere in a file, however long that is."""
    mark, before = TO_WRITE.encode(), b""
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            if mark in before + piece:
                return True
            before = piece[-len(mark) :]
    return False


def is_undecided(line: dict[str, str]) -> bool:
    """Whether a line of ``draft.csv`` is a row on which somebody has still to decide."""
    return not line.get("column") and not line.get("decision") and line.get("table") not in FOLLOWING


def count_unwritten(path: Path) -> int:
    """How many cells of a seed file a person has still to write; what is not UTF-8 the load tells, with its line."""
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        return sum(cell == TO_WRITE for row in csv.reader(file) for cell in row)


def refuse_unreviewed(folders: Iterable[Folder]) -> None:
    """Raise BadSeed for a drafted folder on which something is left to do."""
    for folder in folders:
        pending = find_pending(folder)
        if not any(pending):
            continue
        parts = []
        if pending.undecided:
            parts.append(tr_plural("{count} row to decide on", "{count} rows to decide on", pending.undecided))
        if pending.unwritten:
            parts.append(tr_plural("{count} cell to write", "{count} cells to write", pending.unwritten))
        raise BadSeed(
            tr(
                "{path} is a draft that nobody has reviewed to the end: {left}.",
                path=folder.path,
                left=", ".join(parts),
            ),
            hint=tr("'cyberdiplo documents review {path}' goes through it; nothing was loaded.", path=folder.path),
        )
