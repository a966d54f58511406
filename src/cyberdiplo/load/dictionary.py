"""What the loader writes of the tables themselves: what each and each of their columns means, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyberdiplo.schema.forms import FORMS
from cyberdiplo.schema.model import tables
from cyberdiplo.schema.vocabulary import CLOSED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cyberdiplo.load.target import Target


def describe_tables(target: Target) -> None:
    """Replace the dictionary; it changes with the schema only, and is small."""
    for name in ("dictionary_tables", "dictionary_columns"):
        target.execute(f"delete from {name}")
    target.insert_plain("dictionary_tables", _tables())
    target.insert_plain("dictionary_columns", _columns())


def _tables() -> Iterator[tuple[str | int | None, ...]]:
    for sort, table in enumerate(tables().values(), 1):
        yield table.name, table.fr, table.doc, table.kind, sort


def _columns() -> Iterator[tuple[str | int | None, ...]]:
    for table in tables().values():
        for sort, column in enumerate(table.columns, 1):
            french, english = FORMS[column.form] if column.form else (None, None)
            codes = ", ".join(CLOSED[column.codes]) if column.codes in CLOSED else None
            required = int(column.required)
            yield (
                *(table.name, column.name, column.type, required, column.fr, column.doc),
                *(french, english, column.references, codes, sort),
            )
