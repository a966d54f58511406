"""Lists in a statement: ``in (:id_0, :id_1)``, and the rows for more ids than one statement takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cyberdiplo.result import Row
    from cyberdiplo.store.connection import Connection

BATCH = 400  # ids in a statement, which may have them several times; SQLite before 3.32 takes no more than 999 values


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
