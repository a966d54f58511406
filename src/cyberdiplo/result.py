"""An answer: columns and rows as they come, and which part of them is wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from cyberdiplo.errors import BadUsage
from cyberdiplo.text.nearest import did_you_mean, nearest

Row = tuple[Any, ...]
Labels = Mapping[str, tuple[str, str]]  # code -> French, English


@dataclass(eq=False, repr=False)
class Result:
    """Columns and rows; the rows come one by one, so that a million need no memory."""

    columns: list[str]
    rows: Iterator[Row]
    codes: Mapping[str, Labels] = field(default_factory=dict)  # column -> what its codes are called
    sql: str = ""  # what was run, and with which values
    values: Mapping[str, Any] = field(default_factory=dict)
    raw: Callable[[int], Iterator[Sequence[Row]]] | None = None  # the same rows, so many at a time
    text: type = bytes  # as which ``raw`` gives text: bytes are the quickest; bytearray, where bytes may be blobs
    objects: Callable[[int], Iterator[Sequence[bytes]]] | None = None  # the same as JSON that the database made


class Window(NamedTuple):
    """What part of the answer is wanted, and in which order."""

    columns: Sequence[str] = ()
    sort: Sequence[str] = ()  # column names, with a minus for descending
    limit: int | None = None
    offset: int = 0


def column(name: str, known: Sequence[str]) -> str:
    """The column of that name among those of an answer. Raises BadUsage with what is near."""
    if name in known:
        return name
    hint = did_you_mean(nearest(name, known))
    raise BadUsage(f"The answer has no column {name!r}.", hint=f"{hint} columns: {', '.join(known)}.".lstrip())
