"""Rows that differ in one name only, as one row with the number and the names."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from cyberdiplo.messages import tr_plural
from cyberdiplo.result import Result
from cyberdiplo.text.several import list_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cyberdiplo.result import Row


def join_rows(result: Result, column: str, lang: str, most: int | None = None) -> Result:
    """The answer, rows that follow one another and differ in nothing but the States of ``column`` made one.

    Of the names at most so many are said, where ``most`` is given.
    """
    if column not in result.columns:
        return result
    place = result.columns.index(column)
    return Result(result.columns, _join(result, place, lang, most), result.codes, result.arrays)


def _join(result: Result, place: int, lang: str, most: int | None) -> Iterator[Row]:
    for (before, named, after), alike in groupby(
        result.rows, key=lambda row: (row[:place], row[place] is not None, row[place + 1 :])
    ):
        rows = list(alike)
        if len(rows) == 1 or not named:
            yield from rows
            continue
        names = list_names((str(row[place]) for row in rows), lang, most)
        joined = tr_plural("{count} State: {names}", "{count} States: {names}", len(rows), lang, names=names)
        yield (*before, joined, *after)
