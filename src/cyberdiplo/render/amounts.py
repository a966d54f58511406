"""Figures of an answer as people write them, in one column; machine formats keep the plain numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyberdiplo.result import Result
from cyberdiplo.schema.vocabulary import choose_label
from cyberdiplo.text.amounts import say_amount

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cyberdiplo.result import Row

PARTS = ("comparator", "value", "unit")
ALL = (*PARTS, "value_max")


def join_amounts(result: Result, lang: str) -> Result:
    """The answer with comparator, number and unit as one value, where it has all three."""
    if not set(PARTS) <= set(result.columns):
        return result
    kept = [i for i, name in enumerate(result.columns) if name == "value" or name not in ALL]
    codes = {name: labels for name, labels in result.codes.items() if name not in PARTS}
    return Result([result.columns[i] for i in kept], _join(result, kept, lang), codes)


def _join(result: Result, kept: Sequence[int], lang: str) -> Iterator[Row]:
    comparator, value, unit = (result.columns.index(name) for name in PARTS)
    highest = result.columns.index("value_max") if "value_max" in result.columns else None
    units, comparators = (result.codes.get(name, {}) for name in ("unit", "comparator"))
    for row in result.rows:
        cells = list(row)
        if isinstance(row[value], int | float):
            code = str(row[unit])
            most = None if highest is None else row[highest]
            words = choose_label(comparators, str(row[comparator]), lang)
            cells[value] = say_amount(words, row[value], most, code, choose_label(units, code, lang), lang)
        yield tuple(cells[i] for i in kept)
