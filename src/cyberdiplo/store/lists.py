"""What a statement is filled with: lists, ``in (:id_0, :id_1)``, more ids than one takes, columns of a language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cyberdiplo.result import Row
    from cyberdiplo.store.connection import Connection

BATCH = 400  # ids in a statement, which may have them several times; SQLite before 3.32 takes no more than 999 values
FRENCH = re.compile(r"\b([a-z_]+)_fr\b")


def bind(name: str, items: Iterable[Any], values: dict[str, Any]) -> str:
    """``:name_0, :name_1`` for an SQL list, with its values put into ``values``."""
    keys = {f"{name}_{index}": item for index, item in enumerate(items)}
    values |= keys
    return ", ".join(f":{key}" for key in keys)


def execute_for(connection: Connection, sql: str, ids: Iterable[Any]) -> Iterator[Row]:
    """The rows for these ids, which stand where the SQL says ``(:ids)``, each id once, some at a time."""
    unique = list(dict.fromkeys(ids))
    for start in range(0, len(unique), BATCH):
        values: dict[str, Any] = {}
        listed = bind("id", unique[start : start + BATCH], values)
        yield from connection.execute(sql.replace("(:ids)", f"({listed})"), values)


def translate_columns(sql: str, lang: str) -> str:
    """SQL that asks for French columns, asking for those of ``lang``."""
    return FRENCH.sub(r"\1_en", sql) if lang == "en" else sql
