"""Which columns of an answer a screen has room for, beside each other and under their row."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cyberdiplo.render.cells import ADDRESSES
from cyberdiplo.render.layout import choose_main
from cyberdiplo.render.style import WIDTH
from cyberdiplo.text.locators import LABELS as LOCATED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from cyberdiplo.render.layout import Widths
    from cyberdiplo.render.style import Style
    from cyberdiplo.result import Result

    Texts = Sequence[Sequence[str]]  # a row by its cells

TOLD_APART = 2  # columns at most that are brought back because rows would look alike without them


def choose_columns(result: Result, texts: Texts, widths: Widths, style: Style) -> tuple[list[int], list[int]]:
    """The columns that stand beside each other, and those that stand under each row, where not all of them fit.

    What is the same in each row is the first to go. Where rows would look alike, what tells them apart comes back.
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
    for _ in range(TOLD_APART):
        apart = _find_apart(texts, {*columns, *under}, _rank(names, style.main))
        if apart is None:
            break
        main = [main[0], names[apart], *(name for name in main[1:] if name != names[apart])]
        widened = choose_main(names, widths, main, same, widths.screen)
        if apart in widened:
            columns = widened
        else:
            under.append(apart)
    return columns, [i for i in under if i not in columns]


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


def _find_apart(texts: Texts, shown: Collection[int], ranked: Sequence[int]) -> int | None:
    """The hidden column that best tells apart the rows that look alike; None where no column does."""
    looks = [tuple(row[i] for i in sorted(shown)) for row in texts]
    counts = Counter(looks)
    alike = [(look, row) for look, row in zip(looks, texts, strict=True) if counts[look] > 1]
    told = {i: len({(look, row[i]) for look, row in alike}) for i in ranked if i not in shown}
    best = max(told, key=lambda i: told[i], default=None)
    return best if best is not None and told[best] > len({look for look, _ in alike}) else None
