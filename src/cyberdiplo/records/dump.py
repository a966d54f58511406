"""Everything there is, to be written to files: each table as its seed file has it, and wide views with labels."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.questions import catalogue
from cyberdiplo.result import Result
from cyberdiplo.schema.model import Table, seed_tables, tables
from cyberdiplo.schema.vocabulary import CLOSED, OPEN

if TYPE_CHECKING:
    from cyberdiplo.store.connection import Connection

# A column of a wide view, with what the comment after it says: ``name_fr as forum_fr, -- (integer) What it is.``
FIELD = re.compile(r"(?:\bas (\w+)|\w\.(\w+))\s*,?\s*-- (?:\((integer|number|date)\) )?(.+)$")
MOST_IN_JSON = 63  # columns: SQLite's json_object takes 127 arguments


class Field(NamedTuple):
    """One column of a dump: ``type`` is string, integer, number or date (partial: YYYY, YYYY-MM or YYYY-MM-DD)."""

    name: str
    type: str
    doc: str
    codes: str | None = None  # the vocabulary of its codes


class Dump(NamedTuple):
    """One file of an export, and the SQL that gives its rows, sorted by key."""

    name: str
    title: str
    fields: tuple[Field, ...]
    sql: str
    table: Table | None = None  # None for a wide view


def table_dumps() -> list[Dump]:
    """Every table that seed files fill, and the one id space to which they refer."""
    return [_table(table) for table in [*seed_tables().values(), tables()["records"]]]


def _table(table: Table) -> Dump:
    types = {"INTEGER": "integer", "REAL": "number"}
    columns = [column for column in table.columns if not column.bookkeeping and column.name != "load_id"]
    fields = tuple(Field(c.name, types.get(c.type, "string"), c.doc, c.codes) for c in columns)
    sql = f"select {', '.join(c.name for c in columns)} from {table.name} order by {', '.join(table.key)}"
    return Dump(table.name, table.doc, fields, sql, table)


def wide_dumps() -> list[Dump]:
    """A view for each noun, with ids and, next to them, labels in French and English."""
    return [_wide(catalogue.read(path)) for path in sorted((Path(__file__).parent / "wide").glob("*.sql"))]


def _wide(question: catalogue.Question) -> Dump:
    """The view as its file has it, and after each code its labels."""
    fields: list[Field] = []
    wanted: list[str] = []
    for line in question.sql.splitlines():
        if not (found := FIELD.search(line)):
            continue
        name = found[1] or found[2]
        domain = question.domains.get(name)
        fields.append(Field(name, found[3] or "string", found[4], domain))
        wanted.append(name)
        for place, lang in enumerate(("French", "English")) if domain else ():
            label = f"{name}_{lang[:2].lower()}"
            fields.append(Field(label, "string", f"The same, in {lang}."))
            wanted.append(f"{_labels(name, domain or '', place)} as {label}")
    key = ", ".join(tables()[question.name].key)
    sql = f"select {', '.join(wanted)}\nfrom (\n{question.sql}\n) as wide\norder by {key}"
    return Dump(question.name, question.title_en, tuple(fields), sql)


def _labels(column: str, domain: str, place: int) -> str:
    """SQL that makes a code its label."""
    if domain in OPEN:
        label = ("label_fr", "label_en")[place]
        return f"coalesce((select {label} from {OPEN[domain]} where code = wide.{column}), {column})"
    cases = " ".join(f"when {_text(code)} then {_text(said[place])}" for code, said in CLOSED[domain].items())
    return f"case {column} {cases} else {column} end"


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def rows(connection: Connection, dump: Dump) -> Result:
    """The rows of a dump; nothing is asked before they are read."""
    names = [field.name for field in dump.fields]
    numbers = any(field.type == "number" for field in dump.fields)  # SQLite writes these with fewer digits
    pairs = ", ".join(f"{_text(name)}, {name}" for name in names)
    objects = f"select json_object({pairs}) from (\n{dump.sql}\n) as answer"
    return Result(names, connection.rows_later(dump.sql, "" if numbers or len(names) > MOST_IN_JSON else objects))
