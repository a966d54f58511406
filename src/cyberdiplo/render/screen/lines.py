"""Lines of a screen: one record under the other, and how segments are written where the terminal has colours."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from rich.color import ColorSystem
from rich.segment import Segment

from cyberdiplo.render.screen.cells import BOLD, Cell, draw_row
from cyberdiplo.render.screen.layout import width_of, wrap
from cyberdiplo.render.style import GAP

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cyberdiplo.render.screen.cells import Line
    from cyberdiplo.render.style import Style

NARROWEST = 16  # cells for a value next to its heading; with less room it stands under it


def draw(lines: Iterable[Line], out: IO[str], style: Style) -> None:
    """Write lines of segments, with what they look like where the terminal has colours."""
    colors = ColorSystem.STANDARD if style.color else None  # the eight that every theme sets for itself
    for line in lines:
        shown = [(text, look) for text, look, _ in line]
        while shown and not shown[-1][0].strip(" "):
            shown.pop()
        if shown:  # no blanks at the end of a line
            shown[-1] = (shown[-1][0].rstrip(" "), shown[-1][1])
        out.write("".join(look.render(text, color_system=colors) if look else text for text, look in shown) + "\n")


def list_records(titles: Sequence[str], rows: Iterable[Sequence[Cell]], width: int) -> Iterator[Line]:
    """One record under the other, each value next to its heading, or under it where there is no room."""
    wide = max(map(width_of, titles), default=0)
    beside = width - wide - GAP >= NARROWEST
    for number, row in enumerate(rows):
        if number:
            yield []
        for title, cell in zip(titles, row, strict=True):
            if not cell.text:
                continue
            if beside:
                yield from draw_row([Cell(title, BOLD), cell], [wide, width - wide - GAP], [False, False])
            else:
                yield from ([Segment(line, BOLD)] for line in wrap(title, width))
                yield from ([Segment(" " * GAP), *line] for line in cell.fold(max(width - GAP, 1)))
