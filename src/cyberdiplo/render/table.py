"""An answer as a table on a screen: never wider than it, no word cut, nothing in the data obeyed.

Where the columns do not fit, a terminal gets the main ones and is told of the others, or one record under the other; a
pipe or file that asks for a table gets every column at its natural width.
"""

from __future__ import annotations

import sys
from itertools import islice, zip_longest
from typing import IO, TYPE_CHECKING

from cyberdiplo.messages import tr
from cyberdiplo.render.amounts import join_amounts
from cyberdiplo.render.layout import fit, longest_word, pad, width_of, wrap
from cyberdiplo.render.style import Style, is_number, make_headings, make_visible, show_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cyberdiplo.result import Result, Row

WIDTH = 80  # where no terminal says its own
ON_SCREEN = 500  # rows; a longer list is cut on a terminal, and says so
IN_CELL = 1_500  # characters; a longer cell is cut on a terminal, and says so
BLOCK = 10_000  # rows of which a table in a pipe knows the widths at once
GAP = 2  # between two columns
INDENT = 4  # of what stands under its row
READABLE = 18  # a longer text gets at least so much
ROOM = 4  # that a further main column must leave to each one before it
NARROWEST = 16  # cells for a value next to its heading; with less room it stands under it

__all__ = ["make_visible", "records", "write_records", "write_table"]


def write_table(result: Result, out: IO[str], style: Style, *, part: bool = False) -> None:
    """Write a table as wide as the screen, or records under each other where it is too narrow for one.

    Columns that are left out are told on standard error, but not those of a part of a page.
    """
    result = join_amounts(result, style.lang)
    if not style.terminal:
        _write_natural(result, out, style)
        return
    width = style.width or WIDTH
    titles = [make_visible(title) for title in make_headings(result.columns, style.lang)]
    rows = iter(result.rows)
    first = list(islice(rows, ON_SCREEN))
    cut = next(rows, None) is not None
    cells, shortened = _cells(result, first, style)
    needed = _needed(titles, cells)
    columns = list(range(len(titles)))
    natural = [max(map(width_of, [title, *(row[i] for row in cells)])) for i, title in enumerate(titles)]
    if style.main and _total(natural, columns) > width:
        columns = _main(result.columns, needed, style.main, width)
    if _total(needed, columns) <= width:
        numbers = [_numbers(first, result, i) for i in columns]
        under = _under(result.columns, columns, style)
        lines = _table(
            [titles[i] for i in columns], [[row[i] for row in cells] for i in columns],
            [needed[i] for i in columns], numbers, width, style, [] if under is None else [row[under] for row in cells],
        )  # fmt: skip
        hidden = [name for i, name in enumerate(result.columns) if i not in columns and i != under]
    else:
        lines = records(titles, cells, width, style)
        hidden = []
    out.writelines(f"{line}\n" for line in lines)
    _tell(len(cells), cut, shortened, [] if part else hidden, style)


def write_records(result: Result, out: IO[str], style: Style) -> None:
    """Write one record under the other, whatever the width."""
    result = join_amounts(result, style.lang)
    titles = [make_visible(title) for title in make_headings(result.columns, style.lang)]
    count = 0

    def shown() -> Iterator[list[str]]:
        nonlocal count
        for row in result.rows:
            count += 1
            yield _cells(result, [row], style)[0][0]

    out.writelines(f"{line}\n" for line in records(titles, shown(), style.width or WIDTH, style))
    _tell(count, False, 0, [], style)


def _write_natural(result: Result, out: IO[str], style: Style) -> None:
    """Each row on one line, each column as wide as its widest cell; in a very long answer, of the rows so far."""
    titles = [make_visible(title) for title in make_headings(result.columns, style.lang)]
    widths = [width_of(title) for title in titles]
    rows = iter(result.rows)
    block = list(islice(rows, BLOCK))
    numbers = [_numbers(block, result, i) for i in range(len(titles))]
    header = style.header
    count = 0
    while block or header:
        cells = [[" ".join(cell.split("\n")) for cell in row] for row in _cells(result, block, style)[0]]
        widths = [max([wide, *(width_of(row[i]) for row in cells)]) for i, wide in enumerate(widths)]
        if header:
            head = _line(titles, widths, numbers)
            rule = (" " * GAP).join("─" * wide for wide in widths)
            out.writelines([f"\x1b[1m{head}\x1b[0m\n" if style.color else f"{head}\n", f"{rule}\n"])
        out.writelines(f"{_line(row, widths, numbers)}\n" for row in cells)
        count += len(block)
        header, block = False, list(islice(rows, BLOCK))
    _tell(count, False, 0, [], style)


def _line(cells: Sequence[str], widths: Sequence[int], numbers: Sequence[bool]) -> str:
    """The cells of a row beside each other, none of them folded."""
    parts = [pad(cell, wide, right=number) for cell, wide, number in zip(cells, widths, numbers, strict=True)]
    return (" " * GAP).join(parts).rstrip()


def _cells(result: Result, rows: Sequence[Row], style: Style) -> tuple[list[list[str]], int]:
    """The rows as they are shown, and how many cells were shortened."""
    codes = [result.codes.get(name) for name in result.columns]
    shortened = 0
    shown_rows = []
    for row in rows:
        cells = [make_visible(show_value(value, labels, style.lang)) for value, labels in zip(row, codes, strict=True)]
        if style.terminal:
            for i, cell in enumerate(cells):
                if len(cell) > IN_CELL:
                    cells[i] = cell[: IN_CELL - 1] + "…"
                    shortened += 1
        shown_rows.append(cells)
    return shown_rows, shortened


def _needed(titles: Sequence[str], cells: Iterable[Sequence[str]]) -> list[int]:
    """The width of each column below which it would cut a word, or break a text too often to be read."""
    needed = [longest_word(title) for title in titles]
    for row in cells:
        for i, cell in enumerate(row):
            if len(cell) > needed[i] or not cell.isascii():
                needed[i] = max(needed[i], longest_word(cell), min(width_of(cell), READABLE))
    return needed


def _total(needed: Sequence[int], columns: Sequence[int]) -> int:
    return sum(needed[i] for i in columns) + GAP * max(len(columns) - 1, 0)


def _main(names: Sequence[str], needed: Sequence[int], main: Iterable[str], width: int) -> list[int]:
    """The main columns, as many as fit, in the answer's own order."""
    chosen: list[int] = []
    for name in main:
        index = names.index(name) if name in names else None
        if index is not None and _total(needed, [*chosen, index]) + ROOM * len(chosen) <= width:
            chosen.append(index)
    return sorted(chosen) or [0]


def _under(names: Sequence[str], columns: Sequence[int], style: Style) -> int | None:
    """The column that stands under each row: the long text for which the main columns leave no room."""
    index = names.index(style.below) if style.below in names else None
    return None if index in columns else index


def _numbers(rows: Iterable[Row], result: Result, column: int) -> bool:
    """Whether a column has nothing but numbers."""
    if result.columns[column] in result.codes:
        return False
    values = [row[column] for row in rows if row[column] is not None]
    return bool(values) and all(map(is_number, values))


def _table(
    titles: list[str],
    columns: list[list[str]],
    needed: list[int],
    numbers: list[bool],
    width: int,
    style: Style,
    under: Sequence[str] = (),
) -> Iterator[str]:
    natural = [max(map(width_of, [title, *cells])) for title, cells in zip(titles, columns, strict=True)]
    widths = fit(needed, natural, width - GAP * (len(titles) - 1))
    if style.header:
        yield from _row(titles, widths, numbers, bold=style.color)
        yield (" " * GAP).join("─" * wide for wide in widths)
    for row, text in zip_longest(zip(*columns, strict=True), under, fillvalue=""):
        yield from _row(row, widths, numbers)
        if text:
            yield from (f"{' ' * INDENT}{line}" for line in wrap(text, max(width - INDENT, 1)))


def _row(cells: Sequence[str], widths: list[int], numbers: list[bool], *, bold: bool = False) -> Iterator[str]:
    """A row of cells as lines of the screen."""
    folded = [wrap(cell, wide) for cell, wide in zip(cells, widths, strict=True)]
    for i in range(max(map(len, folded))):
        parts = [
            pad(lines[i] if i < len(lines) else "", wide, right=number)
            for lines, wide, number in zip(folded, widths, numbers, strict=True)
        ]
        line = (" " * GAP).join(parts).rstrip()
        yield f"\x1b[1m{line}\x1b[0m" if bold else line


def records(titles: list[str], rows: Iterable[Sequence[str]], width: int, style: Style) -> Iterator[str]:
    """One record under the other, each value next to its heading, or under it where there is no room."""
    on, off = ("\x1b[1m", "\x1b[0m") if style.color else ("", "")
    wide = max(map(width_of, titles), default=0)
    beside = width - wide - GAP >= NARROWEST
    indent = wide + GAP if beside else GAP
    for number, row in enumerate(rows):
        if number:
            yield ""
        for title, cell in zip(titles, row, strict=True):
            if not cell:
                continue
            lines = wrap(cell, max(width - indent, 1))
            if beside:
                yield f"{on}{title}{off}{' ' * (indent - width_of(title))}{lines[0]}".rstrip()
                lines = lines[1:]
            else:
                yield from (f"{on}{line}{off}" for line in wrap(title, width))
            yield from (f"{' ' * indent}{line}".rstrip() for line in lines)


def _tell(rows: int, cut: bool, shortened: int, hidden: list[str], style: Style) -> None:
    """What the reader should know of the answer, beside it."""
    lang = style.lang
    notices = []
    if not rows:
        notices.append(tr("0 rows", lang))
    if cut:
        text = tr("the first {count} rows; all with --output FILE, --format csv | --limit N", lang, count=ON_SCREEN)
        notices.append(text)
    if shortened:
        notices.append(tr("{count} cells shortened; whole with --format csv", lang, count=shortened))
    if hidden:
        names = ", ".join(map(make_visible, hidden))
        notices.append(tr("columns not shown: {names} (--columns, --format csv)", lang, names=names))
    for notice in notices:
        print(notice, file=sys.stderr)
