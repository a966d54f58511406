"""What is wrong with a seed file, said so that its author can mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cyberdiplo.errors import BadSeed
from cyberdiplo.messages import later, tr, tr_plural

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

LIMIT = 100  # more than anybody reads at once


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


def refuse(problems: Sequence[Problem], *, changed: str = later("nothing was loaded")) -> BadSeed:
    """One error for all problems of a run, as far as somebody would read them."""
    shown = [str(problem) for problem in problems[:LIMIT]]
    if len(problems) > LIMIT:
        shown.append(tr("… and {count} more", count=len(problems) - LIMIT))
    said = tr_plural(
        "one problem in the seed files; {changed}:",
        "{count} problems in the seed files; {changed}:",
        len(problems),
        changed=tr(changed),
    )
    return BadSeed("\n".join([said, *shown]))
