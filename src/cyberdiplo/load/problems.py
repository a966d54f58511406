"""What is wrong with a seed file, told so that its author can mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.errors import BadSeed

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
        place = f"{self.path}" + (f":{self.line}" if self.line else "") + (f": {self.column}" if self.column else "")
        return f"{place}: {self.message} [{self.rule}]" + (f"\n    {self.hint}" if self.hint else "")


def refuse(problems: Sequence[Problem], *, changed: str = "nothing was loaded") -> BadSeed:
    """One error for all problems of a run; of very many, the first ones."""
    shown = [str(problem) for problem in problems[:LIMIT]]
    if len(problems) > LIMIT:
        shown.append(f"… and {len(problems) - LIMIT} more")
    count = f"{len(problems)} problems" if len(problems) > 1 else "one problem"
    return BadSeed(f"{count} in the seed files; {changed}:\n" + "\n".join(shown))
