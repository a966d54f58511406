"""An answer as a person looks at it: never wider than the screen, no word cut, nothing in the data obeyed.

Where the columns do not fit, a screen gets the main ones and is told of the others, or one record under the other.
Rich writes the colours, the bold and the links that the terminal can take. Rows are set here and not by Rich's own
table: that one takes twenty times as long, and breaks lines where French does not.
"""

from __future__ import annotations

from itertools import islice, zip_longest
from typing import IO, TYPE_CHECKING

from rich.color import ColorSystem
from rich.segment import Segment

from cyberdiplo.render.cells import BOLD, PLACES, Cell, draw_row, find_address, make_cells
from cyberdiplo.render.layout import add_up, choose_main, find_needed, fit, width_of, wrap
from cyberdiplo.render.notices import tell
from cyberdiplo.render.shown import is_numeric, show_row
from cyberdiplo.render.style import GAP, WIDTH, Style, make_headings, make_visible
from cyberdiplo.text.locators import LABELS as LOCATED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from cyberdiplo.render.cells import Line
    from cyberdiplo.result import Result

MOST = 500  # rows; a longer list is cut
IN_CELL = 1_500  # characters; a longer cell is cut
INDENT = 4  # of what stands under its row
NARROWEST = 16  # cells for a value next to its heading; with less room it stands under it


def draw_table(result: Result, out: IO[str], style: Style, *, part: bool = False) -> None:
    """Draw a table as wide as the screen, or records under each other where it is too narrow for one.

    Columns that are left out are told on standard error, but not those of a ``part`` of a page.
    """
    width = style.width or WIDTH
    titles = [make_visible(title) for title in make_headings(result.columns, style.lang)]
    taken = iter(result.rows)
    rows = list(islice(taken, MOST))
    cells, shortened = _shorten(make_cells(result, rows, style))
    most = MOST if next(taken, None) is not None else None
    texts = [[cell.text for cell in row] for row in cells]
    needed = find_needed(titles, texts)
    natural = [max(map(width_of, [title, *(row[i] for row in texts)])) for i, title in enumerate(titles)]
    columns: Sequence[int] = range(len(titles))
    if style.main and add_up(natural, columns) > width:
        same = find_same(result.columns, texts)
        main = sorted(style.main, key=lambda name: _count_against(name, same, result, texts))
        columns = choose_main(result.columns, needed, main, width)
    if add_up(needed, columns) > width:
        draw(list_records(titles, cells, width), out, style)
        tell(len(rows), style.lang, most=most, shortened=shortened)
        return
    below = result.columns.index(style.below) if style.below in result.columns else None
    under = [row[below] for row in cells] if below is not None and below not in columns else []
    widths = fit([needed[i] for i in columns], [natural[i] for i in columns], width - GAP * (len(columns) - 1))
    numbers = [is_numeric(rows, result, i) for i in columns]
    head = [titles[i] for i in columns] if style.header else []
    draw(_table(head, [[row[i] for i in columns] for row in cells], widths, numbers, width, under), out, style)
    left = {i for i in range(len(titles)) if i not in columns and not (under and i == below)}
    address = find_address(result.columns)
    if address in left and any(result.columns[i] in PLACES for i in columns):
        left.remove(address)  # it opens from one that is shown
    tell(len(rows), style.lang, most=most, shortened=shortened,
         hidden=() if part else [result.columns[i] for i in sorted(left)])  # fmt: skip


def find_same(names: Sequence[str], rows: Sequence[Sequence[object]]) -> set[str]:
    """The columns that say the same in each of several rows: the first to go where there is no room."""
    return {name for name, *values in zip(names, *rows, strict=True) if len(values) > 1 and len(set(values)) == 1}


def _count_against(name: str, same: Collection[str], result: Result, rows: Sequence[Sequence[str]]) -> int:
    """How early a main column goes where there is no room: what is the same in each row, as a code, as nothing."""
    if name not in same:
        return 0
    if not rows[0][result.columns.index(name)]:
        return 3
    return 2 if name in result.codes and name not in LOCATED else 1


def draw_records(result: Result, out: IO[str], style: Style) -> None:
    """Draw one record under the other, as they come."""
    titles = [make_visible(title) for title in make_headings(result.columns, style.lang)]
    count = 0
    for count, cells in enumerate(make_cells(result, result.rows, style), 1):
        if count > 1:
            out.write("\n")
        draw(list_records(titles, [cells], style.width or WIDTH), out, style)
    tell(count, style.lang)


def draw_tree(result: Result, level: str, out: IO[str], style: Style) -> None:
    """Draw rows under each other as far in as the column ``level`` says, each with what it is called and its id."""
    from rich.console import Console  # half of what Rich costs, and a table does not want it
    from rich.text import Text
    from rich.tree import Tree

    root = Tree("", hide_root=True, guide_style="dim")
    above = [root]
    depth = result.columns.index(level)
    for row in result.rows:
        shown = dict(zip(result.columns, show_row(result, row, style.lang), strict=True))
        name = f"{shown['acronym']} – {shown['name']}" if shown.get("acronym") else shown["name"]
        del above[int(row[depth]) :]
        above.append(above[-1].add(Text.assemble(name, " ", (f"({shown['id']})", "dim"))))
    draw(Console(file=out, width=style.width or WIDTH).render_lines(root, pad=False), out, style)


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


def _shorten(rows: Iterable[Sequence[Cell]]) -> tuple[list[list[Cell]], int]:
    """The cells, none too long for a screen, and how many were shortened."""
    count = 0
    shown = []
    for row in rows:
        cells = list(row)
        for i, cell in enumerate(cells):
            if len(cell.text) > IN_CELL:
                cells[i] = Cell(cell.text[: IN_CELL - 1] + "…", cell.look)
                count += 1
        shown.append(cells)
    return shown, count


def _table(
    titles: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[int],
    numbers: Sequence[bool],
    width: int,
    under: Sequence[Cell] = (),
) -> Iterator[Line]:
    """Headings, where there are some, and rows, each with its long text under it."""
    if titles:
        yield from draw_row([Cell(title, BOLD) for title in titles], widths, numbers)
        yield [Segment((" " * GAP).join("─" * wide for wide in widths))]
    for row, text in zip_longest(rows, under):
        yield from draw_row(row, widths, numbers)
        if text is not None and text.text:
            yield from ([Segment(" " * INDENT), *line] for line in text.fold(max(width - INDENT, 1)))


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
