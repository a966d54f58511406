"""What is wrong with a seed file, said so that its author can mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from cyberdiplo.errors import BadSeed

LIMIT = 100  # more than anybody reads at once


@dataclass(frozen=True)
class Mistake:
    """One mistake: where it stands (``line`` counts from 1, the header), which rule it breaks, what would be right."""

    path: Path
    line: int | None
    column: str
    rule: str
    message: str
    hint: str = ""
    level: str = "error"
    row_id: str = ""  # the record that was refused, or that a reference misses: one mistake, not two

    def __str__(self) -> str:
        place = f"{self.path}" + (f":{self.line}" if self.line else "") + (f": {self.column}" if self.column else "")
        return f"{place}: {self.message} [{self.rule}]" + (f"\n    {self.hint}" if self.hint else "")


def nearest(word: str, candidates: Iterable[str]) -> str:
    """``did you mean …``, or nothing where nothing is near."""
    near = difflib.get_close_matches(word, list(candidates), n=3, cutoff=0.6)
    return f"did you mean {' or '.join(repr(name) for name in near)}?" if near else ""


def refuse(mistakes: Sequence[Mistake], *, changed: str = "nothing was loaded") -> BadSeed:
    """One error for all mistakes of a run, as far as somebody would read them."""
    shown = [str(mistake) for mistake in mistakes[:LIMIT]]
    if len(mistakes) > LIMIT:
        shown.append(f"… and {len(mistakes) - LIMIT} more")
    count = f"{len(mistakes)} mistakes" if len(mistakes) > 1 else "one mistake"
    return BadSeed(f"{count} in the seed files; {changed}:\n" + "\n".join(shown))
