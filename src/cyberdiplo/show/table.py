"""An answer as a table on a screen: never wider than it, no word cut, nothing in the data obeyed.

Where the columns do not fit, a terminal gets the main ones and is told of the others; a pipe or file gets every
column, one record under the other.
"""

from __future__ import annotations

import sys
from io import StringIO
from itertools import islice
from typing import IO

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from cyberdiplo.ask.run import Result
from cyberdiplo.show.style import Style, heading, shown

WIDTH = 80  # where no terminal says its own
ON_SCREEN = 500  # rows; a longer list is cut on a terminal, and says so
GAP = 3  # between two columns, as the box draws it
WIDEST_WORD = 30  # a longer one (a URL, a hash) may be folded

CONTROL = {code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0))} | {
    ord("\n"): "\n",
    ord("\t"): "    ",
    0x200E: "",
    0x200F: "",
    **{code: f"\\u{code:04x}" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))},
}


def visible(text: str) -> str:
    """Text whose control characters are shown and not obeyed."""
    return text if text.isprintable() else text.translate(CONTROL)


def write_table(result: Result, out: IO[str], style: Style) -> None:
    """Write a table as wide as the screen, or records under each other where it is too narrow for one."""
    width = style.width or WIDTH
    drawn = StringIO()
    console = Console(
        file=drawn, width=width, force_terminal=style.color, color_system="auto" if style.color else None,
        no_color=not style.color, highlight=False, markup=False, emoji=False, legacy_windows=False,
    )  # fmt: skip
    rows = list(islice(result.rows, ON_SCREEN + 1)) if style.terminal else list(result.rows)
    cut = style.terminal and len(rows) > ON_SCREEN
    cells = [
        [
            visible(shown(value, result.domains.get(name), style.lang))
            for name, value in zip(result.columns, row, strict=True)
        ]
        for row in rows[: ON_SCREEN if cut else None]
    ]
    columns = list(range(len(result.columns)))
    needed = [_needed(heading(name, style.lang), [row[i] for row in cells]) for i, name in enumerate(result.columns)]
    if style.terminal and _total(needed, columns) > width and style.main:
        columns = _fitting(result.columns, needed, style.main, width)
    if _total(needed, columns) <= width:
        console.print(_table(result, cells, columns, needed, style))
    else:
        columns = list(range(len(result.columns)))
        _records(console, result, cells, style)
    out.writelines(line.rstrip() + "\n" for line in drawn.getvalue().splitlines())
    hidden = [name for i, name in enumerate(result.columns) if i not in columns]
    _tell(len(cells), cut, hidden, style)


def _needed(title: str, cells: list[str]) -> int:
    """The width below which a column would cut a word."""
    words = [word for cell in cells for word in cell.split()]
    longest = max((min(cell_len(word), WIDEST_WORD) for word in words), default=0)
    return max(longest, max((cell_len(word) for word in title.split()), default=0))


def _total(needed: list[int], columns: list[int]) -> int:
    return sum(needed[i] for i in columns) + GAP * max(len(columns) - 1, 0)


def _fitting(names: list[str], needed: list[int], main: tuple[str, ...], width: int) -> list[int]:
    """The main columns, as many as fit, in the answer's own order."""
    kept: list[int] = []
    for name in main:
        place = names.index(name) if name in names else None
        if place is not None and _total(needed, [*kept, place]) + 8 * len(kept) <= width:
            kept.append(place)
    return sorted(kept) or [0]


def _table(result: Result, cells: list[list[str]], columns: list[int], needed: list[int], style: Style) -> Table:
    table = Table(
        box=box.SIMPLE_HEAD, show_header=style.header, pad_edge=False, padding=(0, 1), show_edge=False
    )
    for i in columns:
        numbers = all(_is_number(row[i]) for row in cells if row[i]) and any(row[i] for row in cells)
        table.add_column(
            Text(heading(result.columns[i], style.lang)),
            justify="right" if numbers else "left",
            min_width=needed[i],
            overflow="fold",
        )
    for row in cells:
        table.add_row(*(Text(row[i]) for i in columns))
    return table


def _is_number(cell: str) -> bool:
    return cell.replace(".", "", 1).lstrip("-").isdigit()


def _records(console: Console, result: Result, cells: list[list[str]], style: Style) -> None:
    """One record under the other, each value beside its heading."""
    titles = [heading(name, style.lang) for name in result.columns]
    for number, row in enumerate(cells):
        if number:
            console.print()
        grid = Table.grid(padding=(0, 2))
        grid.add_column(width=max(cell_len(title) for title in titles))
        grid.add_column(overflow="fold")
        for title, cell in zip(titles, row, strict=True):
            if cell:
                grid.add_row(Text(title, style="bold" if style.color else ""), Text(cell))
        console.print(grid)


def _tell(shown_rows: int, cut: bool, hidden: list[str], style: Style) -> None:
    """What the reader should know of the answer, beside it."""
    french = style.lang == "fr"
    if not shown_rows:
        print("0 ligne" if french else "0 rows", file=sys.stderr)
    if cut:
        said = f"les {ON_SCREEN} premières lignes ; toutes avec" if french else f"the first {ON_SCREEN} rows; all with"
        print(f"{said} --output FILE, --format csv | --limit N", file=sys.stderr)
    if hidden:
        said = "colonnes non affichées" if french else "columns not shown"
        more = "(--columns, --format csv)"
        print(f"{said}: {', '.join(hidden)} {more}", file=sys.stderr)
