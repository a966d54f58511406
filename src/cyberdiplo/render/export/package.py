"""The description of an export: a Frictionless data package, version 2, made from the schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cyberdiplo import __version__
from cyberdiplo.schema.model import DATE, Table, tables
from cyberdiplo.schema.vocabulary import CLOSED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyberdiplo.records.dump import Dump, DumpField
    from cyberdiplo.store.connection import Connection

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
MEDIA = {
    "csv": "text/csv",
    "jsonl": "application/jsonl",
    "parquet": "application/vnd.apache.parquet",
    "sqlite": "application/vnd.sqlite3",
}
TITLE = "Multilateral cyber diplomacy: who said what, where, for whom, and where it is written"
LICENCE = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0 International",
}


def describe(connection: Connection, resources: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The package; it names no day on which it was made, so that the same data gives the same description."""
    return {
        "$schema": PROFILE,
        "name": "cyberdiplo",
        "title": TITLE,
        "description": "The tables as the database has them, and wide views of them with ids beside labels in French"
        " and English. 'cyberdiplo load --empty --database NEW.sqlite DIR/tables' makes the database again from the"
        " tables as CSV.",
        "version": __version__,
        "licenses": [LICENCE],
        "contributors": [{"title": "The cyberdiplo authors", "roles": ["author"]}],
        "sources": _sources(connection),
        "resources": list(resources),
    }


def _sources(connection: Connection) -> list[dict[str, str]]:
    rows = connection.execute("select title, url, published from sources order by id")
    names = ("title", "path", "version")
    return [{name: str(value) for name, value in zip(names, row, strict=True) if value} for row in rows]


def resource(dump: Dump, path: str, format: str) -> dict[str, Any]:
    """One file, or for SQLite one table or view, with its fields, keys and references."""
    described: dict[str, Any] = {
        "name": dump.name if dump.table else f"wide-{dump.name}",
        "type": "table",
        "title": dump.title,
        "path": path,
        "format": format,
        "mediatype": MEDIA[format],
    }
    if format in ("csv", "jsonl"):
        described["encoding"] = "utf-8"
    if format == "sqlite":
        described["dialect"] = {"table": dump.name if dump.table else f"wide_{dump.name}"}
    described["schema"] = _schema(dump)
    return described


def _schema(dump: Dump) -> dict[str, Any]:
    schema: dict[str, Any] = {"fieldsMatch": "equal", "missingValues": [""], "primaryKey": list(dump.key)}
    if dump.table is None:
        return schema | {"fields": [_field(field) for field in dump.fields]}
    keys = [list(key) for key in dump.table.unique]
    schema["fields"] = [_field(field, dump.table, dump.table.column(field.name).pattern, keys) for field in dump.fields]
    names = {field.name for field in dump.fields}
    if unique := [key for key in keys if set(key) <= names]:
        schema["uniqueKeys"] = unique
    references = [_reference(dump.table, column.name, column.references) for column in dump.table.columns
                  if column.references and column.name in names]  # fmt: skip
    return schema | ({"foreignKeys": references} if references else {})


def _reference(table: Table, column: str, target: str) -> dict[str, Any]:
    """A reference to the ids or codes of another table, or of the same one, which is then not named."""
    named = {"resource": target} if target != table.name else {}
    return {"fields": [column], "reference": named | {"fields": [tables()[target].key[0]]}}


def _field(
    field: DumpField, table: Table | None = None, form: str | None = None, keys: Sequence[Sequence[str]] = ()
) -> dict[str, Any]:
    column = table.column(field.name) if table else None
    form = form or (DATE if field.type == "date" else None)
    rules: dict[str, Any] = {}
    described: dict[str, Any] = {
        "name": field.name,
        "type": "string" if field.type == "date" else field.type,
        "description": field.doc,
    }
    if column and column.required:
        if column.default == "":
            described["missingValues"] = []  # empty text is a value here: the whole record, no anchor
        else:
            rules["required"] = True
    if [field.name] in [list(key) for key in keys]:
        rules["unique"] = True
    if form:
        rules["pattern"] = form
    if field.codes in CLOSED:
        rules["enum"] = list(CLOSED[field.codes])
    return described | ({"constraints": rules} if rules else {})
