"""How a question is answered: where, over how much, by which plan and which indexes."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

from cyberdiplo.result import Result
from cyberdiplo.schema.model import tables
from cyberdiplo.schema.revision import REVISION
from cyberdiplo.store.connection import Connection

INDEX = re.compile(
    r"USING (?:COVERING )?INDEX (\w+)|(?:Index (?:Only )?Scan(?: Backward)? using|Bitmap Index Scan on) (\w+)"
)


def explain(connection: Connection, sql: str, values: Mapping[str, Any]) -> Result:
    """Facts about the database and the plan for this SQL, which is not run."""
    return Result(["what", "value"], _facts(connection, sql, values), {}, sql, values)


def _facts(connection: Connection, sql: str, values: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    if isinstance(connection, sqlite3.Connection):
        place = connection.execute("pragma database_list").fetchone()[2]
        size = connection.execute("select page_count * page_size from pragma_page_count, pragma_page_size").fetchone()[
            0
        ]
        plan = list(_sqlite_plan(connection, sql, values))
    else:
        place, size, plan = _on_server(connection, sql, values)
    yield "database", place
    yield "revision", REVISION  # another one is not asked
    yield "bytes", size
    words = set(re.findall(r"\w+", sql))
    for name in (name for name in tables() if name in words):
        yield f"rows of {name}", connection.execute(f"select count(*) from {name}", {}).fetchone()[0]  # type: ignore[index]
    yield "sql", sql
    for name, value in values.items():
        yield f":{name}", value
    for step in plan:
        yield "plan", step
    for index in dict.fromkeys(found[1] or found[2] for step in plan for found in INDEX.finditer(step)):
        yield "index used", index


def _sqlite_plan(connection: Connection, sql: str, values: Mapping[str, Any]) -> Iterator[str]:
    depth = {0: 0}
    for number, parent, _, step in connection.execute(f"explain query plan {sql}", values):
        depth[number] = depth.get(parent, 0) + 1
        yield "  " * (depth[number] - 1) + str(step)


def _on_server(connection: Any, sql: str, values: Mapping[str, Any]) -> tuple[str, int, list[str]]:
    from cyberdiplo.settings import shown
    from cyberdiplo.store.postgres_state import SIZE

    size = connection.execute(SIZE).fetchone()
    plan = [str(row[0]) for row in connection.execute(f"explain {sql}", values)]
    return shown(connection.url), size[0], plan
