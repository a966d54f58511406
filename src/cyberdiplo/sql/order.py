"""The order of an answer as a user asked for it, the same on both kinds of database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cyberdiplo.text.order import sql_template

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyberdiplo.store.connection import Kind

TEXTS = (25, 1043, 1042, 18, 19)  # PostgreSQL's numbers for text, varchar, char and name
WAYS = {False: " nulls first", True: " desc nulls last"}  # as SQLite does anyway, PostgreSQL when told


def order_by(column: str, description: Sequence[Any], kind: Kind, *, downwards: bool) -> str:
    """The terms that sort by a column: first as people read it, then as it is written.

    ``column`` is its name in quotes, ``description`` what the database's module says of it: name, type, …
    """
    way = WAYS[downwards]
    if kind == "sqlite":
        return f"reading_order({column}){way}, {column}{way}"
    if description[1] not in TEXTS:
        return f"{column}{way}"
    return f'{sql_template().format(column)}{way}, {column} collate "C"{way}'


def quote(name: str) -> str:
    """A name as SQL has it in quotes."""
    return '"' + name.replace('"', '""') + '"'
