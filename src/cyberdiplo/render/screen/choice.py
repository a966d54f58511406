"""Which columns of an answer a screen has room for, beside each other and under their row."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.render.screen.cells import ADDRESSES
from cyberdiplo.render.screen.layout import choose_main
from cyberdiplo.render.style import WIDTH
from cyberdiplo.text.locators import LABELS as LOCATED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from cyberdiplo.render.screen.layout import Widths
    from cyberdiplo.render.style import Style
    from cyberdiplo.result import Result

    Texts = Sequence[Sequence[str]]  # a row by its cells

TOLD_APART = 2  # columns at most that stand under rows because they would look alike without them


class Choice(NamedTuple):
    """The columns that stand beside each other; those that stand under each row, and under some rows only."""

    beside: list[int]
    under: list[int]
    apart: list[tuple[int, set[int]]]  # a column, and the rows that would look alike without it


def choose_columns(result: Result, texts: Texts, widths: Widths, style: Style) -> Choice:
    """What a screen shows where not all columns fit.

    What is the same in each row is the first to go. Rows that would look alike have under them what tells them apart.
    """
    names = result.columns
    same = find_same(names, texts)
    empty = {name for name in same if not texts[0][names.index(name)]}
    main = sorted(
        (name for name in style.main if name not in empty), key=lambda name: _count_against(name, same, result)
    )
    columns = choose_main(names, widths, main, same, widths.screen)
    # What a usual screen has beside each other, a narrower one has under the row.
    usual = choose_main(names, widths, main, same, max(widths.screen, WIDTH))
    under = [i for i in usual if i not in columns and names[i] not in style.below]
    under += [names.index(name) for name in style.below if name in names and name not in same]
    under = [i for i in under if i not in columns]
    apart: list[tuple[int, set[int]]] = []
    for _ in range(TOLD_APART):
        alike = _find_alike(texts, [*columns, *under, *(i for i, _ in apart)])
        if (best := _find_telling(texts, alike, _rank(names, style.main))) is None:
            break
        apart.append((best, {row for rows in alike for row in rows}))
    return Choice(columns, under, apart)


def find_same(names: Sequence[str], rows: Sequence[Sequence[object]]) -> set[str]:
    """The columns that say the same in each of several rows: the first to go where there is no room."""
    return {name for name, *values in zip(names, *rows, strict=True) if len(values) > 1 and len(set(values)) == 1}


def _count_against(name: str, same: Collection[str], result: Result) -> int:
    """How early a main column goes where there is no room: what is the same in each row, as a code."""
    if name not in same:
        return 0
    return 2 if name in result.codes and name not in LOCATED else 1


def _rank(names: Sequence[str], main: Iterable[str]) -> list[int]:
    """The columns by what they are worth to a reader: the main ones first, addresses not at all."""
    ranked = dict.fromkeys([*(name for name in main if name in names), *names])
    return [names.index(name) for name in ranked if name not in ADDRESSES]


def _find_alike(texts: Texts, shown: Collection[int]) -> list[list[int]]:
    """The rows that say the same in what is shown, together."""
    looks: dict[tuple[str, ...], list[int]] = {}
    for number, row in enumerate(texts):
        looks.setdefault(tuple(row[i] for i in shown), []).append(number)
    return [rows for rows in looks.values() if len(rows) > 1]


def _find_telling(texts: Texts, alike: Sequence[Sequence[int]], ranked: Sequence[int]) -> int | None:
    """The column that best tells apart rows that look alike; None where no column does."""
    told = {i: sum(len({texts[row][i] for row in rows}) - 1 for rows in alike) for i in ranked}
    best = max(told, key=lambda i: told[i], default=None)
    return best if best is not None and told[best] else None
