"""An answer as a person looks at it: never wider than the screen, no word cut, nothing in the data obeyed.

Where the columns do not fit, a screen gets the main ones and is told of the others, or one record under the other.
Rich writes the colours, the bold and the links that the terminal can take. Rows are set here and not by Rich's own
table: that one takes twenty times as long, and breaks lines where French does not.
"""

from __future__ import annotations

from itertools import islice
from typing import IO, TYPE_CHECKING

from rich.segment import Segment

from cyberdiplo.messages import tr
from cyberdiplo.render.screen.cells import BOLD, PLACES, Cell, draw_row, find_address, make_cells
from cyberdiplo.render.screen.choice import Choice, choose_columns
from cyberdiplo.render.screen.layout import Widths, add_up, find_needed, fit, width_of
from cyberdiplo.render.screen.lines import draw, list_records
from cyberdiplo.render.screen.notices import tell
from cyberdiplo.render.screen.shown import is_numeric, show_row
from cyberdiplo.render.screen.spread import draw_spread
from cyberdiplo.render.style import GAP, WIDTH, Style, make_headings, make_visible

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from cyberdiplo.render.screen.cells import Line
    from cyberdiplo.result import Result

MOST = 500  # rows; a longer list is cut
IN_CELL = 1_500  # characters; a longer cell is cut
INDENT = 4  # of what stands under its row
# Columns that under a row read as what they are, without a heading before them.
TEXTS = frozenset(
    ("summary", "name", "text", "snippet", "title", "country", "reason", "note", "names", "description", "note_en")
)


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
    widths = Widths(needed, natural, width)
    columns, under, apart = Choice(list(range(len(titles))), [], [])
    wide = add_up(natural, columns) > width
    if style.spread == "over" or (wide and style.spread):
        draw_spread(titles, cells, widths, out, style)
        tell(len(rows), style.lang, most=most, shortened=shortened)
        return
    if wide and style.main:
        columns, under, apart = choose_columns(result, texts, widths, style)
        if part:  # of a page nothing of what matters is left out
            kept = [result.columns.index(name) for name in style.main if name in result.columns]
            under = [i for i in kept if i not in (*columns, *under)] + under
    if add_up(needed, columns) > width:
        draw(list_records(titles, cells, width), out, style)
        tell(len(rows), style.lang, most=most, shortened=shortened)
        return
    chosen = fit([needed[i] for i in columns], [natural[i] for i in columns], width - GAP * (len(columns) - 1))
    numbers = [is_numeric(rows, result, i) for i in columns]
    head = [titles[i] for i in columns] if style.header else []
    telling = [[i for i, told in apart if number in told] for number in range(len(cells))]
    below = [
        list(_set_under(row, [*more, *under], result.columns, titles, style))
        for row, more in zip(cells, telling, strict=True)
    ]
    draw(_table(head, [[row[i] for i in columns] for row in cells], chosen, numbers, width, below), out, style)
    seen = {*columns, *under, *(i for i, told in apart if len(told) == len(rows))}
    hidden = [] if part else _find_hidden(result, texts, seen, cut=most is not None)
    tell(len(rows), style.lang, most=most, shortened=shortened, hidden=[titles[i] for i in hidden])


def _find_hidden(result: Result, texts: Sequence[Sequence[str]], seen: Collection[int], *, cut: bool) -> list[int]:
    """The columns of which something is not seen; an address that opens from a place is."""
    hidden = [i for i in range(len(result.columns)) if i not in seen and (cut or any(row[i] for row in texts))]
    address = find_address(result.columns)
    opens = any(result.columns[i] in PLACES for i in seen)
    return [i for i in hidden if not (opens and i == address)]


def _set_under(
    row: Sequence[Cell], under: Sequence[int], names: Sequence[str], titles: Sequence[str], style: Style
) -> Iterator[Cell]:
    """What stands under a row: in one text what has no room beside, then the long texts, each by itself."""
    labelled = {i: _label(row[i], names[i], titles[i], style.lang) for i in under if row[i].text}
    short = [cell for i, cell in labelled.items() if names[i] not in style.below]
    if len(short) > 1:
        yield Cell(tr("; ", style.lang).join(cell.text for cell in short))
    else:
        yield from short
    yield from (cell for i, cell in labelled.items() if names[i] in style.below)


def _label(cell: Cell, name: str, title: str, lang: str) -> Cell:
    """What stands under a row, with its heading where it does not read as a text of its own."""
    if name in TEXTS:
        return cell
    return Cell(tr("{heading}: {value}", lang, heading=title, value=cell.text), cell.look)


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
    under: Sequence[Sequence[Cell]],
) -> Iterator[Line]:
    """Headings, where there are some, and rows, each with its long texts under it."""
    if titles:
        yield from draw_row([Cell(title, BOLD) for title in titles], widths, numbers)
        yield [Segment((" " * GAP).join("─" * wide for wide in widths))]
    for row, below in zip(rows, under, strict=True):
        yield from draw_row(row, widths, numbers)
        for text in below:
            yield from ([Segment(" " * INDENT), *line] for line in text.fold(max(width - INDENT, 1)))
