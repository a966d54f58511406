"""Conditions of several lines in a question: from ``-- if :forum`` to ``-- end``, left out where no forum was given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyberdiplo.errors import BadSeed
from cyberdiplo.messages import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path


def read_opening(line: str) -> list[str]:
    """The parameters of which all must be given for the block that begins with this line; none where none does."""
    word, _, rest = _remark(line).partition(" ")
    names = [name.strip() for name in rest.split(",")]
    # The colon is what no remark has: ``-- if nothing is asked`` stays one.
    opens = word.lower() == "if" and all(n[:1] == ":" and n[1:].isidentifier() and n.isascii() for n in names)
    return [name[1:] for name in names] if opens else []


def closes(line: str) -> bool:
    """Whether this line ends the block that was begun last."""
    return _remark(line).lower() == "end"


def _remark(line: str) -> str:
    """What a line says that is nothing but a remark; compiling a pattern for it would take a millisecond."""
    line = line.strip()
    return " ".join(line[2:].split()) if line.startswith("--") else ""


def check(path: Path, begins: int, lines: Sequence[str], known: Iterable[str]) -> None:
    """Raise BadSeed for a block that names no parameter of the question, or does not begin or end.

    ``begins`` is the number of the first of the lines in the file. A question without blocks may have ``-- end`` for
    a remark.
    """
    names, open_since, blocks = list(known), [], 0
    for number, line in enumerate(lines, begins):
        for name in read_opening(line):
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
        if read_opening(line):
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
