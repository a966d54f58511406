"""Which part of the answer to a statement is wanted, and in which order."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from cyberdiplo.result import Result, Window

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyberdiplo.store.connection import Kind

# A column's place downwards or not: what is missing comes first, as SQLite has it anyway.
ORDER: dict[Kind, tuple[str, str]] = {"sqlite": ("", " desc"), "postgresql": (" nulls first", " desc nulls last")}


def take_first_rows(sql: str) -> str:
    """A statement that gives the columns of another one, and no row."""
    return f"select * from (\n{sql}\n) as answer limit 0"


def sort_rows(sql: str, known: Sequence[str], window: Window, kind: Kind) -> str:
    """The statement in the order that is wanted. Raises BadUsage for a column that it has not."""
    order = ", ".join(
        f"{known.index(window.find(name.lstrip('-'), known)) + 1}{ORDER[kind][name.startswith('-')]}"
        for name in window.sort
    )
    return f"select * from (\n{sql}\n) as answer order by {order}"


def cut_window(answer: Result, window: Window) -> Result:
    """The columns and rows that are wanted."""
    if not window.columns and window.limit is None and not window.offset:
        return answer
    indexes = [answer.columns.index(window.find(name, answer.columns)) for name in window.columns]
    rows = answer.rows
    if window.limit is not None or window.offset:
        rows = islice(rows, window.offset, None if window.limit is None else window.offset + window.limit)
    if not indexes:
        return Result(answer.columns, rows)
    chosen = (tuple(row[index] for index in indexes) for row in rows)
    return Result(type(answer.columns)(answer.columns[index] for index in indexes), chosen)
