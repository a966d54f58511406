"""An answer: columns and rows as they come, and which part of them is wanted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import count, islice
from sys import getsizeof
from types import MappingProxyType
from typing import Any, NamedTuple

from cyberdiplo.errors import BadUsage
from cyberdiplo.messages import tr
from cyberdiplo.text.nearest import did_you_mean, find_nearest

Row = tuple[Any, ...]
Labels = Mapping[str, tuple[str, str]]  # code -> French, English
ROOM = 1 << 20  # bytes of rows that are taken at once
MATCH = "**"  # around words that were looked for, in the column ``snippet``
NO_CODES: Mapping[str, Labels] = MappingProxyType({})


class Result:
    """Columns and rows; the rows come one by one, so that a million need no memory.

    ``codes`` says for a column what its codes are called; the cells of those in ``arrays`` are JSON. No dataclass:
    making one takes a millisecond.
    """

    def __init__(
        self,
        columns: list[str],
        rows: Iterator[Row],
        codes: Mapping[str, Labels] = NO_CODES,
        arrays: Collection[str] = (),
    ) -> None:
        self.columns = columns
        self.rows = rows
        self.codes = codes
        self.arrays = arrays


def make_keys(columns: Sequence[str]) -> list[str]:
    """Column names as keys: a name that comes again gets a number, so that no value is lost."""
    unique_keys: list[str] = []
    taken, every = set[str](), set(columns)
    for name in columns:
        key, number = name, 1
        while key in taken or (number > 1 and key in every):
            number += 1
            key = f"{name}_{number}"
        taken.add(key)
        unique_keys.append(key)
    return unique_keys


def weigh_row(row: Row) -> int:
    """About how many bytes a row takes, of whatever types; no slower than reading it."""
    return sum(map(getsizeof, row))


def take_rows(rows: Iterator[Row], most: int, room: int = ROOM, weigh: Callable[[Row], int] = weigh_row) -> list[Row]:
    """The next rows: so many, or fewer where they fill the room before; empty where there are no more."""
    taken: list[Row] = []
    for row in islice(rows, most):
        taken.append(row)
        room -= weigh(row)
        if room < 0:
            break
    return taken


class CountedRows:
    """Rows one by one, which know how many of them were taken."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._single = count()
        self._more = 0
        self._taken: int | None = None
        self._rows = (row for row, _ in zip(rows, self._single, strict=False))

    def __iter__(self) -> Iterator[Row]:
        return self._rows  # not itself: nothing may stand between a loop and a million rows

    def __next__(self) -> Row:
        return next(self._rows)

    def add(self, rows: int) -> None:
        """So many more were taken, in another way than one by one."""
        self._more += rows

    def take_count(self) -> int:
        """How many were taken; to be asked when all is done."""
        if self._taken is None:
            self._taken = next(self._single) + self._more
        return self._taken


def column(name: str, known: Sequence[str]) -> str:
    """The column of that name among those of an answer. Raises BadUsage with what is near."""
    if name in known:
        return name
    raise refuse_column(name, known, find_nearest(name, known))


def refuse_column(name: str, known: Sequence[str], near: Sequence[str]) -> BadUsage:
    """That an answer has no such column, with those that it has and the near ones first."""
    has = tr("columns: {listed}.", listed=", ".join(known))
    return BadUsage(tr("The answer has no column {name!r}.", name=name), hint=f"{did_you_mean(near)} {has}".lstrip())


class OwnNames(list[str]):
    """Columns that somebody named who wrote the SQL: these names stand above the answer, not what we call them."""


class Window(NamedTuple):
    """What part of the answer is wanted, and in which order."""

    columns: Sequence[str] = ()
    sort: Sequence[str] = ()  # column names, with a minus for descending
    limit: int | None = None
    offset: int = 0
    find: Callable[[str, Sequence[str]], str] = column  # which of the known columns a name means
