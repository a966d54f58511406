"""How a question is answered: where, over how much, by which plan and which indexes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from cyberdiplo.result import Result
from cyberdiplo.schema.model import tables
from cyberdiplo.schema.revision import REVISION

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cyberdiplo.store.connection import Connection

INDEX = re.compile(
    r"USING (?:COVERING )?INDEX (\w+)|(?:Index (?:Only )?Scan(?: Backward)? using|Bitmap Index Scan on) (\w+)"
)


def explain(connection: Connection, sql: str, values: Mapping[str, Any]) -> Result:
    """Facts about the database and the plan for this SQL, which is not run."""
    return Result(["what", "value"], iter(list(_facts(connection, sql, values))))


def _facts(connection: Connection, sql: str, values: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    plan = connection.explain(sql, values)
    yield "database", plan.place
    yield "revision", REVISION  # another one is not asked
    yield "bytes", plan.bytes
    words = set(re.findall(r"\w+", sql))
    for name in (name for name in tables() if name in words):
        ((count,),) = connection.execute(f"select count(*) from {name}", {})
        yield f"rows of {name}", count
    yield "sql", sql
    for name, value in values.items():
        yield f":{name}", value
    for step in plan.steps:
        yield "plan", step
    for index in dict.fromkeys(match[1] or match[2] for step in plan.steps for match in INDEX.finditer(step)):
        yield "index used", index
