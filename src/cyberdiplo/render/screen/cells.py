"""Cells of a table as a person sees them: text without control characters, its colour, what is bold in it, its link.

A colour stands beside words that say the same: a vote, a stance, how sure a citation is.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from rich.style import Style as Look

from cyberdiplo.render.screen.layout import width_of, wrap
from cyberdiplo.render.screen.shown import show_row
from cyberdiplo.render.style import GAP
from cyberdiplo.result import MATCH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cyberdiplo.render.style import Style
    from cyberdiplo.result import Labels, Result, Row

    Line = list[Segment]

BOLD, DIM = Look(bold=True), Look(dim=True)
GREEN, RED, YELLOW = Look(color="green"), Look(color="red"), Look(color="yellow")
# Code -> colour, for a vocabulary that has two of a group's codes: Norwegian is "no" too.
TONES: tuple[Mapping[str, Look], ...] = (
    {"yes": GREEN, "no": RED, "abstain": YELLOW, "absent": DIM},
    {"supports": GREEN, "opposes": RED, "criticises": RED, "mixed": YELLOW, "neutral": DIM},
    {"high": GREEN, "medium": YELLOW, "low": RED},
    {"states": GREEN, "implies": YELLOW, "contradicts": RED},
)
SEPARATOR = "; "  # between several codes of one cell
CHANGED = "*"  # behind a vote that is not as on the text before
ADDRESSES = ("url", "link")  # columns of an address, which opens from the columns that say where
PLACES = ("locator", "place", "source", "symbol", *ADDRESSES)
ADDRESS = re.compile(r"https?://[!-~]+")


class Cell(NamedTuple):
    """What stands in a cell; ``strong`` are stretches of the text, from and to."""

    text: str
    look: Look | None = None
    strong: Sequence[tuple[int, int]] = ()

    def fold(self, width: int) -> list[Line]:
        """Its lines, none wider, as segments."""
        lines = wrap(self.text, width)
        if not self.strong:
            return [[Segment(line, self.look)] for line in lines]
        return list(_mark(lines, self))


def find_address(columns: Sequence[str]) -> int | None:
    """The column that has the address of what a row tells; None where it has none."""
    return next((columns.index(name) for name in ADDRESSES if name in columns), None)


def make_cells(result: Result, rows: Iterable[Row], style: Style) -> Iterator[list[Cell]]:
    """The cells of each row."""
    tones = {i: _find_tones(result.codes.get(name, {})) for i, name in enumerate(result.columns)}
    tones = {i: colours for i, colours in tones.items() if colours}
    # Without colour the marks are the only sign.
    snippets = [i for i, name in enumerate(result.columns) if name == "snippet" and style.color]
    address = find_address(result.columns)
    places = [i for i, name in enumerate(result.columns) if name in PLACES]
    for row in rows:
        cells = [Cell(text) for text in show_row(result, row, style.lang)]
        for i in snippets:
            cells[i] = _read_marks(cells[i].text)
        for i, colours in tones.items():
            looks = {colours.get(code.rstrip(CHANGED)) for code in str(row[i]).split(SEPARATOR)}
            if len(looks) == 1:
                cells[i] = Cell(cells[i].text, looks.pop())
        if address is not None and ADDRESS.fullmatch(str(row[address])):
            link = Look(link=str(row[address]))
            for i in places:
                if cells[i].text:
                    cells[i] = cells[i]._replace(look=link)
        yield cells


def _find_tones(labels: Labels) -> Mapping[str, Look]:
    """The colours of a column's codes."""
    return next((tones for tones in TONES if len(tones.keys() & labels.keys()) > 1), {})


def draw_row(cells: Sequence[Cell], widths: Sequence[int], numbers: Sequence[bool]) -> Iterator[Line]:
    """A row of cells as lines of the screen."""
    folded = [cell.fold(wide) for cell, wide in zip(cells, widths, strict=True)]
    last = len(widths) - 1
    for number in range(max(map(len, folded))):
        line: Line = []
        blanks = 0
        for i, (lines, wide) in enumerate(zip(folded, widths, strict=True)):
            segments = lines[number] if number < len(lines) else []
            left = wide - sum(width_of(segment.text) for segment in segments)
            text = any(segment.text for segment in segments)
            if text:
                line.append(Segment(" " * (blanks + left * numbers[i])))
                line += segments
                blanks = 0
            blanks += left * (not (text and numbers[i])) + GAP * (i < last)
        yield line


def _read_marks(text: str) -> Cell:
    """A text whose words that were looked for stand between marks: bold, and the marks go."""
    plain, strong = "", []
    for number, part in enumerate(text.split(MATCH)):
        if number % 2 and part:
            strong.append((len(plain), len(plain) + len(part)))
        plain += part
    return Cell(plain, strong=strong)


def _mark(lines: Sequence[str], cell: Cell) -> Iterator[Line]:
    """The lines of a text with its strong stretches in bold."""
    begin = 0
    for line in lines:
        begin = cell.text.index(line, begin)
        edges = {begin, begin + len(line)}
        edges |= {edge for stretch in cell.strong for edge in stretch if begin < edge < begin + len(line)}
        inside = [any(first <= edge < last for first, last in cell.strong) for edge in sorted(edges)]
        yield [
            Segment(cell.text[first:last], BOLD if strong else cell.look)
            for (first, last), strong in zip(pairwise(sorted(edges)), inside, strict=False)
        ]
        begin += len(line)
