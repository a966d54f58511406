"""Tables of strangers: CSV with commas, semicolons or tabs, or the first sheet of a workbook, by their headings.

A heading is compared without case, accents, blanks or punctuation. Rows come one by one, with the line where each
stands, and its cells in the order in which an importer names its columns.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.files.archive import MAGIC
from cyberdiplo.imports.files import COLUMNS, begins_with, clean, read_lines, refuse
from cyberdiplo.load.sound import describe_csv
from cyberdiplo.messages import tr
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

SEPARATORS = (",", ";", "\t")
CELL = 100_000  # characters; a workbook allows a third of it
ROWS = 200_000  # of a table that somebody keeps by hand, or downloads: so many fit in memory

Line = tuple[int, list[str]]


class Heading(NamedTuple):
    """A column that is expected: its name, whether it may be missing, and what other editions call it."""

    name: str
    required: bool = False
    also: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.name + "*" * self.required + "".join(f" / {name}" for name in self.also)


def read_table(
    path: Path, headings: Sequence[Heading], mapping: Mapping[str, str], *, most: int = ROWS
) -> Iterator[Line]:
    """The rows below the headings; a column that the file lacks is empty. Raises BadSeed with the line."""
    lines = _read_workbook(path) if begins_with(path).startswith(MAGIC) else _read_csv(path)
    line, header = next(lines, (1, []))
    places = match_headings(path, line, header, headings, mapping)
    width = len(header)
    for number, (line, cells) in enumerate(lines, 1):
        if number > most:
            raise refuse(path, line, tr("the table has more than {count:,} rows", count=most))
        if len(cells) != width:
            if not any(cells):
                continue
            if len(cells) < width or any(cells[width:]):
                what = tr("the row has {count} cells, the headings are {expected}", count=len(cells), expected=width)
                raise refuse(path, line, what)
        yield line, [cells[place] if place is not None else "" for place in places]


def match_headings(
    path: Path, line: int, header: Sequence[str], headings: Sequence[Heading], mapping: Mapping[str, str]
) -> list[int | None]:
    """Where each expected column stands. Raises BadSeed where one that may not be missing is, or one is there twice."""
    there = [_squeeze(name) for name in header]
    places: list[int | None] = []
    missing = []
    for heading in headings:
        names = [mapping[heading.name]] if heading.name in mapping else [heading.name, *heading.also]
        matches = [place for place, name in enumerate(there) if name in map(_squeeze, names)]
        if len(matches) > 1:
            raise refuse(path, line, tr("the column {name!r} is there twice", name=header[matches[0]].strip()))
        if not matches and (heading.required or heading.name in mapping):
            missing.append(names[0])
        places.append(matches[0] if matches else None)
    if missing:
        seen = ", ".join(clean(name)[:40] for name in header[:30] if name.strip())
        raise refuse(
            path,
            line,
            tr("columns are missing: {missing}", missing=", ".join(missing)),
            tr("the file has: {seen}; --headers prints what is expected, --map says what yours are called.", seen=seen)
            if seen
            else tr("the line has no names of columns; --headers prints what is expected."),
        )
    return places


def _squeeze(name: str) -> str:
    return fold(name).replace(" ", "")


def _read_csv(path: Path) -> Iterator[Line]:
    lines = read_lines(path)
    first = next(lines, "")
    separator = max(SEPARATORS, key=first.count)

    def again() -> Iterator[str]:
        yield first
        yield from lines

    reader = csv.reader(again(), delimiter=separator, strict=True)
    line = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise refuse(path, line, *describe_csv(error)) from None
        if len(cells) > COLUMNS:
            raise refuse(path, line, tr("the row has more than {count:,} cells", count=COLUMNS))
        if cells:
            yield line, cells
        line = reader.line_num + 1


def _read_workbook(path: Path) -> Iterator[Line]:
    from cyberdiplo.imports.xlsx import read_sheet

    return read_sheet(path)
