"""An answer as a table, or one record under the other: in a pipe or file whole, a record a line; on a terminal drawn.

What a terminal gets is ``screen``'s; here nothing is imported that draws.
"""

from __future__ import annotations

from itertools import islice
from typing import IO, TYPE_CHECKING
from unicodedata import category, east_asian_width

from cyberdiplo.render.amounts import join_amounts
from cyberdiplo.render.screen.notices import tell
from cyberdiplo.render.screen.shown import is_numeric, show_row
from cyberdiplo.render.style import GAP, NARROW, Style, make_headings, make_visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cyberdiplo.result import Result

BLOCK = 10_000  # rows of which a table in a pipe knows the widths at once


def write_table(result: Result, out: IO[str], style: Style) -> None:
    """Each row on one line, each column as wide as its widest cell; on a terminal as ``screen`` draws it."""
    result = join_amounts(result, style.lang)
    if style.terminal:
        from cyberdiplo.render.screen.answer import draw_table

        draw_table(result, out, style)
        return
    titles = [make_visible(title) for title in make_headings(result.columns, style.lang)]
    widths = [width_of(title) for title in titles]
    rows = iter(result.rows)
    block = list(islice(rows, BLOCK))
    numbers = [is_numeric(block, result, i) for i in range(len(titles))]
    header = style.header
    count = 0
    while block or header:
        cells = [[" ".join(cell.split("\n")) for cell in show_row(result, row, style.lang)] for row in block]
        widths = [max([wide, *(width_of(row[i]) for row in cells)]) for i, wide in enumerate(widths)]
        if header:
            rule = (" " * GAP).join("─" * wide for wide in widths)
            head = _line(titles, widths, numbers)
            out.writelines([f"\x1b[1m{head}\x1b[0m\n" if style.color else f"{head}\n", f"{rule}\n"])
        out.writelines(f"{_line(row, widths, numbers)}\n" for row in cells)
        count += len(block)
        header, block = False, list(islice(rows, BLOCK))
    tell(count, style.lang)


def write_records(result: Result, out: IO[str], style: Style) -> None:
    """Write one record under the other, a value a line; on a terminal as ``screen`` draws it."""
    result = join_amounts(result, style.lang)
    if style.terminal:
        from cyberdiplo.render.screen.answer import draw_records

        draw_records(result, out, style)
        return
    titles = [make_visible(title) for title in make_headings(result.columns, style.lang)]
    count = 0
    for count, row in enumerate(result.rows, 1):
        out.writelines(["\n"] * (count > 1))
        out.writelines(f"{line}\n" for line in list_values(titles, show_row(result, row, style.lang)))
    tell(count, style.lang)


def list_values(titles: Sequence[str], cells: Sequence[str]) -> Iterator[str]:
    """A line for each value that there is, with its heading before it."""
    wide = max(map(width_of, titles), default=0)
    for title, cell in zip(titles, cells, strict=True):
        if cell:
            yield f"{_pad(title, wide + GAP)}{' '.join(cell.split(chr(10)))}".rstrip()


def width_of(text: str) -> int:
    """How many cells a text takes where characters have fixed widths (Unicode Standard Annex 11)."""
    if text.isascii() or max(text) < NARROW:
        return len(text)
    return sum(0 if category(c) in ("Mn", "Me", "Cf") else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def _pad(text: str, width: int, *, right: bool = False) -> str:
    blanks = " " * (width - width_of(text))
    return blanks + text if right else text + blanks


def _line(cells: Sequence[str], widths: Sequence[int], numbers: Sequence[bool]) -> str:
    """The cells of a row beside each other, none of them folded."""
    parts = [_pad(cell, wide, right=number) for cell, wide, number in zip(cells, widths, numbers, strict=True)]
    return (" " * GAP).join(parts).rstrip()
