"""What an import did not take, and what a reader should know of it."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.imports.files import refuse
from cyberdiplo.messages import tr

if TYPE_CHECKING:
    from pathlib import Path

SHOWN = 200  # characters of a value that is told
MOST = 200_000  # rejects of a run: so many fit in memory, and a file with more is another one than was meant


class Reject(NamedTuple):
    """A value that was not taken, where it stands, and why."""

    file: str
    line: str
    record: str
    column: str
    value: str
    reason: str


@dataclass
class Outcome:
    """What came of reading files: counts by what is counted, values that were not taken, remarks."""

    counts: dict[str, int] = field(default_factory=dict)
    rejects: list[Reject] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def count(self, what: str, number: int = 1) -> None:
        """So many more of them."""
        self.counts[what] = self.counts.get(what, 0) + number

    def reject(self, path: Path, line: int | str, record: str, column: str, value: str, reason: str) -> None:
        """A value that is not taken."""
        if len(self.rejects) >= MOST:
            raise refuse(path, int(line) if str(line).isdecimal() else None,
                         tr("more than {count:,} values cannot be taken", count=MOST),
                         tr("see whether this importer is meant for this file."))  # fmt: skip
        shown = value if len(value) <= SHOWN else value[:SHOWN] + "…"
        self.rejects.append(Reject(path.name, str(line), record, column, shown, reason))


def write_rejects(rejects: list[Reject], path: Path) -> None:
    """The values that were not taken, as CSV; the file is written whole or not at all."""
    from cyberdiplo.store import atomic, inputs

    inputs.refuse(path)
    with (
        atomic.replacing(path, hint=tr("name another file.")) as new_file,
        new_file.open("w", encoding="utf-8", newline="") as file,
    ):
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(Reject._fields)
        writer.writerows(rejects)
