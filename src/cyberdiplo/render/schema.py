"""The tables and views as people read them, made from the schema itself: text, SQL, JSON, Markdown, a diagram."""

from __future__ import annotations

import json
import re
from contextlib import closing
from textwrap import wrap
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from cyberdiplo.errors import UnclearName
from cyberdiplo.messages import tr
from cyberdiplo.schema.model import Column, generated_sql, tables
from cyberdiplo.schema.search_tables import COLUMN_DOCS, DOCS, create_sql
from cyberdiplo.schema.views import views_sql
from cyberdiplo.schema.vocabulary import CLOSED
from cyberdiplo.store import sqlite
from cyberdiplo.store.words import read_labels
from cyberdiplo.text.nearest import did_you_mean, find_nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Format = Literal["text", "sql", "json", "markdown", "mermaid"]


class Entry(NamedTuple):
    """One table or view."""

    name: str
    what: str  # table, view, or search: a table that the loader makes for search on SQLite
    doc: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    sql: str


def find_entries(names: Sequence[str] = ()) -> list[Entry]:
    """The tables and views of these names, all where none is given. Raises UnclearName."""
    known = {entry.name: entry for entry in _read_entries()}
    for name in names:
        if name not in known:
            near = (
                find_nearest(name.lower(), known)
                or [known_name for known_name in known if name.lower() in known_name][:2]
            )
            hint = did_you_mean(near, tr("one of: {listed}.", listed=", ".join(known)))
            raise UnclearName(tr("There is no table {name!r}.", name=name), hint=hint)
    return [known[name] for name in names] or list(known.values())


def _read_entries() -> Iterator[Entry]:
    with closing(sqlite.in_memory()) as database:
        database.executescript(generated_sql("indexes") + ";\n".join(create_sql()) + ";")
        statements = {
            str(name): str(sql) for name, sql in database.execute("select name, sql from sqlite_master where sql <> ''")
        }
        indexes: dict[str, list[str]] = {}
        for table, sql in database.execute(
            "select tbl_name, sql from sqlite_master where type = 'index' and sql <> ''"
        ):
            indexes.setdefault(str(table), []).append(f"{sql};")
        for table in tables().values():
            sql = "\n".join([f"{statements[table.name]};", *indexes.get(table.name, ())])
            yield Entry(table.name, "table", table.doc, table.key, table.columns, sql)
        views = re.findall(r"^create view (\w+) as\n((?:--[^\n]*\n)*)", views_sql(), flags=re.MULTILINE)
        docs = {
            name: _first(" ".join(line.removeprefix("-- ") for line in comment.splitlines())) for name, comment in views
        }
        for name, doc in (docs | DOCS).items():
            rows = database.execute("select name, type from pragma_table_info(?)", (name,))
            columns = tuple(_column(column, type_, searched=name in DOCS) for column, type_ in rows)
            yield Entry(name, "view" if name in docs else "search", doc, (), columns, f"{statements[name]};")


def _first(text: str) -> str:
    """The first sentence; the rest is for developers who change the view."""
    return text.partition(". ")[0].rstrip(".") + "."


def _column(name: str, kind: str, *, searched: bool) -> Column:
    """A column of a view: what it means, the tables say that have it."""
    docs = {column.doc for table in tables().values() for column in table.columns if column.name == name}
    doc = COLUMN_DOCS[name] if searched else next(iter(docs)) if len(docs) == 1 else ""
    return Column(name, kind or "TEXT", False, None, None, None, False, doc)


def _meaning(column: Column) -> str:
    """What a column says, to whom it points, which codes it has."""
    parts = [column.doc]
    if column.references:
        parts.append(f"→ {column.references}")
    if column.codes:
        more = "" if column.codes in CLOSED else ", or what is added"
        parts.append(f"One of: {', '.join(read_labels(column.codes))}{more}.")
    return " ".join(part for part in parts if part)


def write_text(entries: Sequence[Entry], width: int) -> str:
    """Each table with its columns; a star marks those that may not be empty."""
    out = []
    for entry in entries:
        out.append(f"{entry.name} ({entry.what})\n")
        out += [f"  {line}\n" for line in wrap(entry.doc, width - 2)]
        names = max((len(column.name) for column in entry.columns), default=0) + 1
        for column in entry.columns:
            begin = f"  {column.name + ('*' if column.required else ''):{names}}  {column.type.lower():7}  "
            lines = wrap(_meaning(column), max(width - len(begin), 24)) or [""]
            out.append((begin + lines[0]).rstrip() + "\n")
            out += [" " * len(begin) + line + "\n" for line in lines[1:]]
        out.append("\n")
    return "".join(out).rstrip("\n") + "\n"


def write_sql(entries: Sequence[Entry], _: int) -> str:
    """The statements that make them, on SQLite."""
    return "\n\n".join(entry.sql for entry in entries) + "\n"


def write_json(entries: Sequence[Entry], _: int) -> str:
    """All that is known of them; codes with their labels in both languages."""
    return json.dumps([_object(entry) for entry in entries], ensure_ascii=False, indent=1) + "\n"


def _object(entry: Entry) -> dict[str, Any]:
    columns = [
        {
            "name": column.name,
            "type": column.type,
            "required": column.required,
            "references": column.references,
            "codes": {code: {"fr": fr, "en": en} for code, (fr, en) in read_labels(column.codes).items()}
            if column.codes
            else None,
            "description": column.doc,
        }
        for column in entry.columns
    ]
    return {
        "name": entry.name,
        "kind": entry.what,
        "description": entry.doc,
        "key": list(entry.key),
        "columns": columns,
    }


def write_mermaid(entries: Sequence[Entry], _: int) -> str:
    """An entity-relationship diagram; what every record points at (its entry, its load) is left out."""
    drawn = [entry for entry in entries if entry.what == "table"]
    out = ["erDiagram"]
    for entry in drawn:
        out.append(f"    {entry.name} {{")
        for column in entry.columns:
            mark = " PK" if column.name in entry.key else " FK" if column.references else ""
            out.append(f"        {column.type} {column.name}{mark}")
        out.append("    }")
    names = {entry.name for entry in drawn}
    for entry in drawn:
        for column in entry.columns:
            target = column.references
            left_out = column.name in ("id", "load_id") or (len(names) > 1 and target not in names)
            if target and not left_out:
                out.append(f"    {target} {'||' if column.required else '|o'}--o{{ {entry.name} : {column.name}")
    return "\n".join(out) + "\n"


INTRODUCTION = """\
# The tables

What the database holds, for whoever asks it in SQL (`cyberdiplo sql`). This page is made from the schema itself:
`cyberdiplo db schema --format markdown --output docs/schema.md`. A star marks a column that may not be empty; an arrow,
the table whose ids a column holds. Partial dates are YYYY, YYYY-MM or YYYY-MM-DD, as precise as the source.
"""


def write_markdown(entries: Sequence[Entry], _: int) -> str:
    """A page with a diagram of the most important tables, and each table with its columns."""
    out = [INTRODUCTION]
    chief = [entry for entry in entries if entry.name in CHIEF]
    if len(entries) > 1 and chief:
        short = [Entry(e.name, e.what, e.doc, e.key, _links(e), e.sql) for e in chief]
        out.append(f"```mermaid\n{write_mermaid(short, 0)}```\n")
    for entry in entries:
        out.append(f"## {entry.name}\n\n{entry.doc}\n\n| column | type | meaning |\n| --- | --- | --- |")
        for column in entry.columns:
            star = "\\*" if column.required else ""
            out.append(
                f"| `{column.name}`{star} | {column.type.lower()} | {_meaning(column).replace('|', chr(92) + '|')} |"
            )
        out.append("")
    return "\n".join(out)


CHIEF = (
    *("forums", "processes", "meetings", "speakers", "organisations", "measures", "statements", "participations"),
    *("statement_participations", "affiliations", "countries", "citations", "sources"),
)


def _links(entry: Entry) -> tuple[Column, ...]:
    """The columns by which a table hangs together with others."""
    return tuple(column for column in entry.columns if column.name == "id" or column.references in CHIEF)


WRITERS: dict[Format, Callable[[Sequence[Entry], int], str]] = {
    "text": write_text,
    "sql": write_sql,
    "json": write_json,
    "markdown": write_markdown,
    "mermaid": write_mermaid,
}
