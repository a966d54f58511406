"""Conditions of several lines in a question: from ``-- if :forum`` to ``-- end``, left out where no forum was given."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cyberdiplo.errors import BadSeed
from cyberdiplo.messages import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

# The colon is what no remark has: ``-- if nothing is asked`` stays one.
OPENS = re.compile(r"\s*--\s*if\s+(:[a-z_][a-z0-9_]*(?:\s*,\s*:[a-z_][a-z0-9_]*)*)\s*", re.IGNORECASE)
CLOSES = re.compile(r"\s*--\s*end\s*", re.IGNORECASE)


def opened(line: str) -> list[str]:
    """The parameters of which all must be given for the block that begins with this line; none where none does."""
    if "--" not in line or not (found := OPENS.fullmatch(line)):
        return []
    return [name.strip().removeprefix(":") for name in found[1].split(",")]


def closes(line: str) -> bool:
    """Whether this line ends the block that was begun last."""
    return CLOSES.fullmatch(line) is not None


def check(path: Path, begins: int, lines: Sequence[str], known: Iterable[str]) -> None:
    """Raise BadSeed for a block that names no parameter of the question, or does not begin or end.

    ``begins`` is the number of the first of the lines in the file. A question without blocks may have ``-- end`` for
    a remark.
    """
    names, open_since, blocks = list(known), [], 0
    for number, line in enumerate(lines, begins):
        for name in opened(line):
            if name not in names:
                raise BadSeed(
                    tr(
                        "{path}:{number}: the block asks for :{name}, which the header does not declare.",
                        path=path,
                        number=number,
                        name=name,
                    ),
                    hint=tr("add a line '-- param {name}: KIND    what it is for' to the header.", name=name),
                )
        if opened(line):
            blocks += 1
            open_since.append(number)
        elif closes(line) and open_since:
            open_since.pop()
        elif closes(line) and blocks:
            raise BadSeed(
                tr("{path}:{number}: no block is open here.", path=path, number=number),
                hint=tr("take the line '-- end' away."),
            )
    if open_since:
        raise BadSeed(
            tr("{path}:{number}: the block has no end.", path=path, number=open_since[-1]),
            hint=tr("write a line '-- end' after it."),
        )
