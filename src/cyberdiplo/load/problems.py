"""What is wrong with a seed file, told so that its author can mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.errors import BadSeed
from cyberdiplo.messages import later, tr, tr_plural, visible

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

LIMIT = 100  # problems that are listed: more than a person reads at once
RowKey = tuple[str, tuple[str, ...]]  # a table, and the row's cells of the columns that are its key


class Location(NamedTuple):
    """Where a row stands: its file and its line there, from 1, the header."""

    path: Path
    line: int


@dataclass(frozen=True)
class Problem:
    """One problem: where it stands (``line`` counts from 1, the header), which rule it breaks, what would be right."""

    path: Path
    line: int | None
    column: str
    rule: str
    message: str
    hint: str = ""
    level: str = "error"
    row_id: str = ""  # the record that was refused, or that a reference misses: one problem, not two

    def __str__(self) -> str:
        where = f"{self.path}" + (f":{self.line}" if self.line else "") + (f": {self.column}" if self.column else "")
        return visible(f"{where}: {self.message} [{self.rule}]" + (f"\n    {self.hint}" if self.hint else ""))


def refuse(problems: Sequence[Problem], *, changed: str = later("nothing was loaded")) -> BadSeed:
    """One error for all problems of a run, as far as somebody would read them."""
    shown = [str(problem) for problem in problems[:LIMIT]]
    if len(problems) > LIMIT:
        shown.append(tr("… and {count} more", count=len(problems) - LIMIT))
    heading = tr_plural(
        "one problem in the seed files; {changed}:",
        "{count} problems in the seed files; {changed}:",
        len(problems),
        changed=tr(changed),
    )
    return BadSeed("\n".join([heading, *shown]))
