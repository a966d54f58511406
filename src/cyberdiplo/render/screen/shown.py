"""What a person is shown of an answer: labels for codes, of a long section a part with the command for the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyberdiplo.messages import tr
from cyberdiplo.render.screen.together import join_rows
from cyberdiplo.render.style import is_number, make_visible, show_value
from cyberdiplo.result import Result
from cyberdiplo.text.several import list_names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cyberdiplo.records.record import RecordField, Section, WholeRecord
    from cyberdiplo.result import Row

SEPARATOR = "; "  # between several names of one cell


def show_row(result: Result, row: Row, lang: str) -> list[str]:
    """The values of a row as a person reads them, with no control character in them but line ends."""
    codes = [result.codes.get(name) for name in result.columns]
    return [make_visible(show_value(value, labels, lang)) for value, labels in zip(row, codes, strict=True)]


def is_numeric(rows: Iterable[Row], result: Result, column: int) -> bool:
    """Whether a column has nothing but numbers, and so is set to the right."""
    if result.columns[column] in result.codes:
        return False
    values = [row[column] for row in rows if row[column] is not None]
    return bool(values) and all(map(is_number, values))


def list_fields(record: WholeRecord) -> list[RecordField]:
    """The record's own columns that a person is shown."""
    return [field for field in record.fields if not field.other]


def take_shown(section: Section, lang: str, most: int | None = None) -> Result:
    """What is shown of a section, without the columns that have nothing in them; in a cell ``most`` names at most."""
    rows = section.rows[: section.most]
    used = [i for i in range(len(section.columns)) if any(row[i] not in (None, "") for row in rows)]
    columns = [section.columns[i] for i in used]
    shown = [tuple(row[i] for i in used) for row in rows]
    if section.names in columns:
        place = columns.index(section.names)
        shown = [(*row[:place], _list(row[place], lang, most), *row[place + 1 :]) for row in shown]
    return join_rows(Result(columns, iter(shown), section.codes), section.together, lang, most)


def _list(names: str | None, lang: str, most: int | None) -> str:
    """A cell with several names."""
    return list_names(names.split(SEPARATOR), lang, most) if names else ""


def say_more(section: Section, lang: str, most: int | None = None) -> list[str]:
    """How to get all of a section that is shown in part: of its rows, or of its names, ``most`` of them in a cell."""
    left = len(section.rows) - len(section.rows[: section.most])
    if left:
        return [tr("{count} more: cyberdiplo {command}", lang, count=left, command=section.more)]
    whole = list(take_shown(section, lang).rows) if section.more else []
    if whole and whole != list(take_shown(section, lang, most).rows):
        return [tr("all names: cyberdiplo {command}", lang, command=section.more)]
    return []
