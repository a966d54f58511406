"""A table whose columns do not fit beside each other, with all of them.

In blocks below each other, each with the first column again; or with what the first column says over each row.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from rich.segment import Segment

from cyberdiplo.messages import tr
from cyberdiplo.render.screen.cells import BOLD, Cell, draw_row
from cyberdiplo.render.screen.layout import READABLE, add_up
from cyberdiplo.render.screen.lines import draw, list_records
from cyberdiplo.render.screen.notices import say
from cyberdiplo.render.style import GAP

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cyberdiplo.render.screen.cells import Line
    from cyberdiplo.render.screen.layout import Widths
    from cyberdiplo.render.style import Style

LARGEST = 3  # the share of the screen that the first column of a block has, as one in so many


def draw_spread(
    titles: Sequence[str], rows: Sequence[Sequence[Cell]], widths: Widths, out: IO[str], style: Style
) -> None:
    """Draw the table in the way that the style asks for."""
    if style.spread == "blocks":
        draw(_set_blocks(titles, rows, widths, header=style.header), out, style)
        return
    each = (widths.screen - GAP * (len(titles) - 2)) // max(len(titles) - 1, 1)
    beside = each >= min(READABLE, max(widths.natural[1:], default=0))
    draw(_set_over(titles, rows, widths.screen, each if beside else 0), out, style)
    if not beside:
        say(tr("side by side: --format markdown, or --output FILE.html", style.lang))


def _set_blocks(
    titles: Sequence[str], rows: Sequence[Sequence[Cell]], widths: Widths, *, header: bool
) -> Iterator[Line]:
    """The columns in blocks, as even as can be, each beside the first one."""
    first = min(widths.natural[0], max(widths.needed[0], widths.screen // LARGEST))
    sizes = [first, *widths.needed[1:]]
    blocks = _fill(sizes, widths.screen)
    even = -(-(len(titles) - 1) // len(blocks))
    levelled = [list(range(start, min(start + even, len(titles)))) for start in range(1, len(titles), even)]
    if all(add_up(sizes, [0, *block]) <= widths.screen for block in levelled):
        blocks = levelled
    for number, block in enumerate(blocks):
        columns = [0, *block]
        chosen = [sizes[i] for i in columns]
        if number:
            yield []
        if header:
            yield from draw_row([Cell(titles[i], BOLD) for i in columns], chosen, [False] * len(columns))
            yield [Segment((" " * GAP).join("─" * wide for wide in chosen))]
        for row in rows:
            yield from draw_row([row[i] for i in columns], chosen, [False] * len(columns))


def _fill(sizes: Sequence[int], width: int) -> list[list[int]]:
    """The columns after the first, as many in a block as fit beside that one."""
    blocks: list[list[int]] = [[]]
    for i in range(1, len(sizes)):
        if blocks[-1] and add_up(sizes, [0, *blocks[-1], i]) > width:
            blocks.append([])
        blocks[-1].append(i)
    return blocks


def _set_over(titles: Sequence[str], rows: Sequence[Sequence[Cell]], width: int, each: int) -> Iterator[Line]:
    """What the first column says over the others, which are ``each`` so wide; under each other where that is 0.

    A row that has nothing else is the title of those after it.
    """
    numbers, chosen = [False] * (len(titles) - 1), [each] * (len(titles) - 1)
    if each:
        yield from draw_row([Cell(title, BOLD) for title in titles[1:]], chosen, numbers)
        yield [Segment((" " * GAP).join("─" * wide for wide in chosen))]
    for number, (head, *rest) in enumerate(rows):
        title = not any(cell.text for cell in rest)
        if number and (title or not each):
            yield []
        if head.text:
            yield from (head._replace(look=BOLD) if title else head).fold(width)
        if title:
            continue
        if each:
            yield from ([Segment(" "), *line] for line in _narrow(rest, chosen, numbers))
        else:
            yield from list_records(titles[1:], [rest], width)


def _narrow(cells: Sequence[Cell], widths: Sequence[int], numbers: Sequence[bool]) -> Iterator[Line]:
    """A row set one cell in from what stands over it."""
    yield from draw_row(cells, [widths[0] - 1, *widths[1:]], numbers)
