"""Everything there is, to be written to files: each table as its seed file has it, and wide views with labels."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.questions import catalogue
from cyberdiplo.result import Result
from cyberdiplo.schema.model import Column, Table, seed_tables, tables
from cyberdiplo.schema.nouns import NOUNS
from cyberdiplo.schema.vocabulary import CLOSED, OPEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cyberdiplo.store.connection import Connection

# A column of a wide view, with what the comment after it says: ``name_fr as forum_fr, -- (integer) What it is.``
FIELD = re.compile(r"(?:\bas (\w+)|\w\.(\w+))\s*,?\s*-- (?:\((integer|number|date)\) )?(.+)$")
LEFT_OUT = re.compile(r"^-- \(left out: (.+)\)$", re.MULTILINE)  # columns that a wide view shall not have
TYPES = {"INTEGER": "integer", "REAL": "number"}
MOST_IN_JSON = 63  # columns: SQLite's json_object takes 127 arguments


class DumpField(NamedTuple):
    """One column of a dump: ``type`` is string, integer, number or date (partial: YYYY, YYYY-MM or YYYY-MM-DD)."""

    name: str
    type: str
    doc: str
    codes: str | None = None  # the vocabulary of its codes


class Dump(NamedTuple):
    """One file of an export, and the SQL that gives its rows, sorted by key."""

    name: str
    title: str
    fields: tuple[DumpField, ...]
    sql: str
    key: tuple[str, ...]  # what no two rows have the same of
    table: Table | None = None  # None for a wide view


def table_dumps() -> list[Dump]:
    """Every table that seed files fill, and the one id space to which they refer."""
    return [_table(table) for table in [*seed_tables().values(), tables()["records"]]]


def _table(table: Table) -> Dump:
    columns = [column for column in table.columns if not column.bookkeeping and column.name != "load_id"]
    fields = tuple(DumpField(c.name, TYPES.get(c.type, "string"), c.doc, c.codes) for c in columns)
    sql = f"select {', '.join(c.name for c in columns)} from {table.name} order by {', '.join(table.key)}"
    return Dump(table.name, table.doc, fields, sql, table.key, table)


def wide_dumps() -> list[Dump]:
    """A view for each noun, with ids beside labels in French and English."""
    files = {path.stem: path for path in (Path(__file__).parent / "wide").glob("*.sql")}
    nouns = {noun.command for noun in NOUNS if noun.listed}
    return [read_wide(tables()[name], files.get(name)) for name in sorted(files.keys() | nouns)]


def read_wide(table: Table, path: Path | None = None) -> Dump:
    """The view of a table: what its file has, where it has one, then every column that the file does not speak of."""
    title = f"{table.name.replace('_', ' ').capitalize()}, with the labels of what they refer to"
    view = f"select {', '.join(table.header)} from {table.name}"
    columns: list[tuple[DumpField, str]] = []
    spoken_of: set[str] = set()
    if path:
        question = catalogue.read(path)
        title, view = question.title_en, question.sql
        for line in view.splitlines():
            if match := FIELD.search(line):
                name = match[1] or match[2]
                columns += _add_labels(
                    DumpField(name, match[3] or "string", match[4], question.domains.get(name)), f"wide.{name}"
                )
        spoken_of = {field.name for field, _ in columns} | set(re.findall(rf"\b{table.name}\.(\w+)", view))
        spoken_of.update(*(left_out.split(", ") for left_out in LEFT_OUT.findall(path.read_text(encoding="utf-8"))))
    for column in table.columns:
        if not column.bookkeeping and column.name not in spoken_of:
            columns += _read_column(
                table, column, f"wide.{column.name}" if path is None else _of_row(table, column.name)
            )
    selected = ", ".join(f"{sql} as {field.name}" for field, sql in columns)
    sql = f"select {selected}\nfrom (\n{view}\n) as wide\norder by {', '.join(table.key)}"
    return Dump(table.name, title, tuple(field for field, _ in columns), sql, table.key)


def _of_row(table: Table, column: str) -> str:
    """A column of the row that the view has, whatever the view has of it."""
    same = " and ".join(f"{table.name}.{name} = wide.{name}" for name in table.key)
    return f"(select {table.name}.{column} from {table.name} where {same})"


def _read_column(table: Table, column: Column, sql: str) -> Iterator[tuple[DumpField, str]]:
    """A column of the table as the dictionary has it, with what it points at or its code is called."""
    kind = "date" if column.form == "date" else TYPES.get(column.type, "string")
    yield from _add_labels(DumpField(column.name, kind, column.doc, column.codes), sql)
    named = column.references == "records" or any(noun.table == column.references and noun.names for noun in NOUNS)
    base = column.name.removesuffix("_id")
    for lang, short in (("French", "fr"), ("English", "en")) if named and base != column.name else ():
        if f"{base}_{short}" not in table.header:
            label = f"(select labels.name_{short} from labels where labels.id = {sql})"
            yield DumpField(f"{base}_{short}", "string", f"What that is called, in {lang}."), label


def _add_labels(field: DumpField, sql: str) -> Iterator[tuple[DumpField, str]]:
    """A field, and beside a code its labels."""
    yield field, sql
    for place, lang in enumerate(("French", "English")) if field.codes else ():
        label = DumpField(f"{field.name}_{lang[:2].lower()}", "string", f"The same, in {lang}.")
        yield label, _labels(sql, field.codes or "", place)


def _labels(sql: str, domain: str, index: int) -> str:
    """SQL that makes a code its label."""
    if domain in OPEN:
        label = ("label_fr", "label_en")[index]
        return f"coalesce((select {label} from {OPEN[domain]} where code = {sql}), {sql})"
    cases = " ".join(f"when {_text(code)} then {_text(labels[index])}" for code, labels in CLOSED[domain].items())
    return f"case {sql} {cases} else {sql} end"


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def read_rows(connection: Connection, dump: Dump) -> Result:
    """The rows of a dump; nothing is asked before they are read."""
    names = [field.name for field in dump.fields]
    numbers = any(field.type == "number" for field in dump.fields)  # SQLite writes these with fewer digits
    pairs = ", ".join(f"{_text(name)}, {name}" for name in names)
    objects = f"select json_object({pairs}) from (\n{dump.sql}\n) as answer"
    return Result(names, connection.rows_later(dump.sql, "" if numbers or len(names) > MOST_IN_JSON else objects))
