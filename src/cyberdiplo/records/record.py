"""One record in full: its own fields, and the files in ``sections`` that its kind has."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from cyberdiplo import settings
from cyberdiplo.errors import BadUsage
from cyberdiplo.messages import tr
from cyberdiplo.schema.model import Table, tables
from cyberdiplo.schema.vocabulary import choose_label, label
from cyberdiplo.store.words import read_labels
from cyberdiplo.text.amounts import say_amount
from cyberdiplo.text.locators import LABELS as PLACES, find_gaps, natural
from cyberdiplo.text.names import fold
from cyberdiplo.text.nearest import find_misspelt

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from cyberdiplo.result import Labels
    from cyberdiplo.schema.model import Column
    from cyberdiplo.store.connection import Connection

Row = dict[str, Any]
PLANNED = {"meeting": "status", "measure_event": "type"}  # where a record says that it was only planned


class SectionFile(NamedTuple):
    """A file in ``sections``: its key, the lines of its header by their first word, and its SQL."""

    key: str
    header: dict[str, list[str]]
    sql: str


class Section(NamedTuple):
    """What other tables say of the record; ``codes``: of coded columns, what the codes are called."""

    key: str
    title: str
    columns: list[str]
    rows: list[tuple[Any, ...]]
    codes: Mapping[str, Labels]
    main: tuple[str, ...] = ()  # the columns that a narrow screen shows first
    below: tuple[str, ...] = ()  # long texts that stand under their row where the screen has no room beside
    margin: tuple[
        str, ...
    ] = ()  # a screen sets the first of those texts as such, with the first of these columns in the margin
    tree: str = ""  # the column that says how deep a row stands under the one before, from 1 on
    most: int | None = None  # so many rows are shown to a person, with the command for ``more``
    more: str = ""
    words: tuple[str, ...] = ()  # what else people call it, in both languages
    together: str = ""  # the column of States in which rows may differ that are one to a person
    names: str = ""  # the column that has several names, of which a screen says the first


class RecordField(NamedTuple):
    """One of the record's own columns, ``text`` as a person reads it (a reference by its name)."""

    column: str
    value: Any
    text: str
    other: bool = False  # the same in the other language, for machine formats only


class WholeRecord(NamedTuple):
    """A record whole."""

    id: str
    kind: str
    name: str
    fields: list[RecordField]
    sections: list[Section]


def read_record(connection: Connection, record_id: str, kind: str, lang: str) -> WholeRecord:
    """Everything about a record; sections without rows are left out."""
    fields = list(read_fields(connection, record_id, kind, lang))
    name = read_label(connection, record_id, lang) or record_id
    sections = [
        filled for section in _read_headers(kind) if (filled := _read_section(connection, section, record_id, lang))
    ]
    return WholeRecord(record_id, kind, name, fields, sections)


def choose_sections(record: WholeRecord, names: Sequence[str], guesses: list[str]) -> WholeRecord:
    """The record with these sections alone, each whole, by what people call them: see ``_find_sections``.

    A misspelt name is taken for the one that it nearly is, and told in ``guesses``. Raises BadUsage for a name that
    means none of them, or several.
    """
    chosen: dict[str, Section] = {}
    for name in names:
        meant = _find_sections(record, name, guesses)
        chosen |= {section.key: section._replace(most=None) for section in meant}
    sections = list(chosen.values())
    return record._replace(fields=[], sections=sections)


def _find_sections(record: WholeRecord, name: str, guesses: list[str]) -> list[Section]:
    """The sections that a name means: its key, its title in either language, a word for it; one that it begins.

    A word for several means all of them, the beginning of several none: that is asked back.
    """
    wish = fold(name)
    called = {section.key: _list_calls(section) for section in record.sections}
    if fits := [section for section in record.sections if wish in called[section.key]]:
        return fits
    begun = _find_begun(called, wish) if wish else []
    fits = [section for section in record.sections if section.key in begun]
    if len(fits) == 1:
        return fits
    if fits:
        raise BadUsage(
            tr("{name!r} may be one of several sections of {record}.", record=record.id, name=name),
            hint=tr("one of: {listed}.", listed=_list_sections(fits)),
        )
    near = find_misspelt(wish, sorted({call for calls in called.values() for call in calls}), most=1)
    fits = [section for section in record.sections if near and near[0] in called[section.key]]
    if len(fits) != 1:
        raise BadUsage(
            tr("{record} has no section {name!r}.", record=record.id, name=name),
            hint=tr("its sections: {listed}.", listed=_list_sections(record.sections)),
        )
    guesses.append(tr("section: {title}", title=fits[0].title))
    return fits


def _find_begun(called: Mapping[str, Collection[str]], wish: str) -> list[str]:
    """The sections of which a name is the beginning, else those that have a word which begins so."""
    begun = [key for key, calls in called.items() if any(call.startswith(wish) for call in calls)]
    return begun or [key for key, calls in called.items() if any(f" {wish}" in call for call in calls)]


def _list_calls(section: Section) -> set[str]:
    """What a section may be called, folded."""
    return {fold(call) for call in (section.key, section.title, *section.words)}


def _list_sections(sections: Sequence[Section]) -> str:
    """The sections by key and title, for a hint."""
    return tr("; ").join(f"{section.key} ({section.title})" for section in sections)


def read_label(connection: Connection, record_id: str, lang: str) -> str | None:
    """The name of a record, None where its kind has none."""
    sql = f"select name_{lang} from labels where id = :id"
    row = connection.execute(sql, {"id": record_id}).fetchone()
    return None if row is None else str(row[0])


def read_fields(connection: Connection, record_id: str, kind: str, lang: str) -> Iterator[RecordField]:
    """The record's own columns that have something in them."""
    table = next(table for table in tables().values() if table.kind == kind)
    header = [column for column in table.columns if not column.bookkeeping]
    sql = f"select {', '.join(column.name for column in header)} from {table.name} where id = :id"
    row = connection.execute(sql, {"id": record_id}).fetchone()
    values = dict(zip([column.name for column in header], row or (), strict=True))
    instead = _say_together(connection, table, values, lang)
    other = "_en" if lang == "fr" else "_fr"
    for column in header:
        if (value := values[column.name]) is None or column.name == "id":
            continue
        inner = column.name == "sort"  # it is the order on the page already
        bilingual = column.name.endswith(other) and not column.name.startswith(("name", "acronym"))
        text = instead.get(column.name, _say_value(connection, column, value, lang))
        yield RecordField(column.name, value, text or "", other=bilingual or inner or text is None)


def _say_value(connection: Connection, column: Column, value: Any, lang: str) -> str:
    text = str(int(value) if isinstance(value, float) and value.is_integer() else value)
    if domain := "languages" if column.name in ("lang", "original_lang") else column.codes:
        return choose_label(read_labels(domain, connection), text, lang) or text
    if column.references:
        return f"{read_label(connection, value, lang) or value} ({value})"
    return text


def _say_together(connection: Connection, table: Table, row: Row, lang: str) -> dict[str, str | None]:
    """What columns say that are read together; None for one that another says with itself."""
    if table.kind in PLANNED:
        sql = "select 1 from open_plans where id = :id and until < :today"
        if connection.execute(sql, {"id": row["id"], "today": settings.today()}).fetchone():
            outcome = choose_label(read_labels("plans.outcome", connection), "not_recorded", lang)
            return {PLANNED[table.kind]: outcome}
    elif table.kind == "figure":
        unit = choose_label(read_labels("figures.unit", connection), row["unit"], lang)
        words = label("figures.comparator", row["comparator"], lang)
        amount = say_amount(words, row["value"], row["value_max"], row["unit"], unit, lang)
        return {"value": amount, "comparator": None, "value_max": None, "unit": None}
    return {}


def list_section_keys() -> list[str]:
    """The keys of all sections that there are, in the order of a page."""
    return list(dict.fromkeys(path.stem.partition("-")[2] for path in _list_files()))


def _list_files() -> list[Path]:
    return sorted((Path(__file__).parent / "sections").glob("*.sql"))


@cache
def _read_headers(kind: str) -> tuple[SectionFile, ...]:
    """The sections of a kind, in the order of their file names."""
    sections = []
    for path in _list_files():
        lines = path.read_text(encoding="utf-8").splitlines()
        header: dict[str, list[str]] = {}
        for line in lines:
            if line.startswith("-- ") and ": " in line:
                word, _, rest = line[3:].partition(": ")
                header.setdefault(word, []).append(rest)
        kinds = [word.strip() for word in header["kinds"][0].split(",")]
        if kind in kinds or kinds == ["any"]:
            sections.append(SectionFile(path.stem.partition("-")[2], header, "\n".join(lines)))
    return tuple(sections)


def _read_section(connection: Connection, section: SectionFile, record_id: str, lang: str) -> Section | None:
    from cyberdiplo.store.lists import translate_columns

    key, header, sql = section
    cursor = connection.execute(translate_columns(sql, lang), {"id": record_id, "today": settings.today()})
    columns = [str(column[0]) for column in cursor.description or ()]
    rows = list(cursor)
    if not rows:
        return None
    if "places" in header:  # in reading order, with the places between them that gave nothing
        index = columns.index(header["places"][0])
        missing = find_gaps(row[index] for row in rows)
        rows += [tuple(gap if i == index else 0 for i in range(len(columns))) for gap in missing]
        rows.sort(key=lambda row: natural(row[index]))
    coded = {word.removeprefix("column "): rest[0] for word, rest in header.items() if word.startswith("column ")}
    codes: dict[str, Labels] = {name: read_labels(domain, connection) for name, domain in coded.items()}
    codes |= {name: places for name, places in PLACES.items() if name in columns}
    title = header["titre" if lang == "fr" else "title"][0]
    main, margin, below = (
        tuple(name.strip() for name in header.get(word, [""])[0].split(",") if name.strip())
        for word in ("main", "margin", "below")
    )
    most = int(header["most"][0]) if "most" in header else None
    more = header.get("more", [""])[0].format(id=record_id)
    tree, together, names = (header.get(word, [""])[0] for word in ("tree", "together", "names"))
    words = tuple(word for line in header.get("words", ()) for word in line.split(", "))
    words += (header["title"][0], header["titre"][0])
    return Section(key, title, columns, rows, codes, main, below, margin, tree, most, more, words, together, names)
