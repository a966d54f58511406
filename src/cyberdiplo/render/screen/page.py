"""A record's page as a person looks at it: what is the same in each row stands once, points read as text."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from rich.segment import Segment

from cyberdiplo.messages import tr
from cyberdiplo.render.amounts import join_amounts
from cyberdiplo.render.screen.answer import draw_table, draw_tree
from cyberdiplo.render.screen.cells import ADDRESSES, BOLD, DIM, Cell, make_cells
from cyberdiplo.render.screen.choice import find_same
from cyberdiplo.render.screen.layout import width_of, wrap
from cyberdiplo.render.screen.lines import draw, list_records
from cyberdiplo.render.screen.shown import list_fields, say_more, take_shown
from cyberdiplo.render.style import GAP, WIDTH, make_heading, make_headings, make_visible
from cyberdiplo.result import Result
from cyberdiplo.schema.vocabulary import label
from cyberdiplo.text.several import NAMED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cyberdiplo.records.record import Section, WholeRecord
    from cyberdiplo.render.screen.cells import Line
    from cyberdiplo.render.style import Style
    from cyberdiplo.result import Row

MANY = 4  # sections; a page with more begins with what there is
WIDEST_MARGIN = 24  # a longer place is folded in the margin


def draw_page(record: WholeRecord, out: IO[str], style: Style) -> None:
    """Draw the page: name, the record's own fields, its sections."""
    width = style.width or WIDTH
    head: list[Line] = [[Segment(line, BOLD)] for line in wrap(make_visible(record.name), width)]
    head += [[Segment(f"{label('records.kind', record.kind, style.lang)} {record.id}", DIM)]]
    fields = [field for field in list_fields(record) if field.text != record.name]
    titles = [make_heading(field.column, style.lang) for field in fields]
    head += [[]] if fields else []
    head += list_records(titles, [[Cell(make_visible(field.text)) for field in fields]], width)
    if len(record.sections) > MANY:
        listed = ", ".join(
            f"{make_visible(section.title).lower()} ({len(section.rows)})" for section in record.sections
        )
        text = tr("sections: {listed}; one of them, whole: --section NAME", style.lang, listed=listed)
        head += [[], *([Segment(line, DIM)] for line in wrap(text, width))]
    draw(head, out, style)
    for section in record.sections:
        draw([[], [Segment(make_visible(section.title).upper(), BOLD)]], out, style)
        _draw_section(section, record, out, style)
        more = (line for text in say_more(section, style.lang, NAMED) for line in wrap(text, width))
        draw(([Segment(line, DIM)] for line in more), out, style)


def _draw_section(section: Section, record: WholeRecord, out: IO[str], style: Style) -> None:
    shown = join_amounts(take_shown(section, style.lang, NAMED), style.lang)
    rows = list(shown.rows)
    same, kept = _share(shown.columns, rows, section, record)
    width = style.width or WIDTH
    if same:
        titles = make_headings(shown.columns, style.lang)
        cells = next(make_cells(shown, rows, style))
        text = tr("; ", style.lang).join(
            tr("{heading}: {value}", style.lang, heading=titles[i], value=cells[i].text) for i in same
        )
        draw(([Segment(line, DIM)] for line in wrap(make_visible(text), width)), out, style)
    columns = [shown.columns[i] for i in kept]
    result = Result(columns, iter([tuple(row[i] for i in kept) for row in rows]), shown.codes)
    margin = next((name for name in section.margin if name in columns), None)
    if section.tree in columns:
        draw_tree(result, section.tree, out, style)
    elif margin and section.below and section.below[0] in columns:
        draw(_set_points(result, margin, section, make_visible(record.name), style), out, style)
    else:
        draw_table(result, out, style._replace(main=section.main, below=section.below), part=True)


def _share(
    columns: Sequence[str], rows: Sequence[Row], section: Section, record: WholeRecord
) -> tuple[list[int], list[int]]:
    """The columns with one value in all of several rows, which is said once, and those that are left for the table.

    What every row says of the record itself is in neither: the page has its name above.
    """
    every = range(len(columns))
    own = {i for i in every if {row[i] for row in rows} <= {record.id, record.name}}
    once = find_same(columns, rows) - {*section.below, *ADDRESSES}
    same = [i for i in every if columns[i] in once and i not in own]
    kept = [i for i in every if i not in own and i not in same]
    return (same, kept) if kept else ([], list(every))


def _set_points(result: Result, margin: str, section: Section, own: str, style: Style) -> Iterator[Line]:
    """Texts with one column in the margin, where its value changes, and behind each what else matters of it.

    ``own`` is the name of the record that the page is about: it stands above, and not behind each.
    """
    place, text = result.columns.index(margin), result.columns.index(section.below[0])
    behind = [result.columns.index(name) for name in section.main if name in result.columns and name != margin]
    rows = list(make_cells(result, result.rows, style))
    width = style.width or WIDTH
    wide = min(max(width_of(row[place].text) for row in rows), WIDEST_MARGIN)
    beside = width - wide - GAP >= wide
    indent = wide + GAP if beside else GAP
    before = ""
    for row in rows:
        rest = [row[i] for i in behind if row[i].text not in ("", own)]
        lines = list(_set_point(row[text], rest, max(width - indent, 1)))
        head = row[place] if row[place].text != before else Cell("")
        before = row[place].text
        if beside:
            margins = head.fold(wide)
            for i in range(max(len(margins), len(lines))):
                left = margins[i] if i < len(margins) else []
                blanks = indent - sum(width_of(segment.text) for segment in left)
                right = lines[i] if i < len(lines) else []
                yield [*left, Segment(" " * blanks), *right] if right else left
        else:
            yield from head.fold(width) if head.text else ()
            yield from ([Segment(" " * indent), *line] for line in lines)


def _set_point(text: Cell, rest: Sequence[Cell], width: int) -> Iterator[Line]:
    """A text, and in brackets behind it the rest: on its last line, where that has the room."""
    *lines, last = text.fold(width)
    yield from lines
    if not rest:
        yield last
        return
    size = sum(map(width_of, (cell.text for cell in rest))) + 2 * len(rest)
    if sum(width_of(segment.text) for segment in last) + 1 + size <= width:
        yield [*last, Segment(" "), *_bracket(rest)]
    elif size <= width:
        yield last
        yield list(_bracket(rest))
    else:
        yield last
        yield from Cell(f"({', '.join(cell.text for cell in rest)})", DIM).fold(width)


def _bracket(cells: Sequence[Cell]) -> Iterator[Segment]:
    for number, cell in enumerate(cells):
        yield Segment(", " if number else "(", DIM)
        yield Segment(cell.text, cell.look or DIM)
    yield Segment(")", DIM)
