"""Which part of the answer to a statement is wanted, and in which order."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from cyberdiplo.result import Result, Window
from cyberdiplo.sql.order import order_by, quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyberdiplo.store.connection import Kind


def take_first_rows(sql: str) -> str:
    """A statement that gives the columns of another one, and no row."""
    return f"select * from (\n{sql}\n) as answer limit 0"


def sort_rows(sql: str, known: Sequence[str], described: Sequence[Sequence[Any]], window: Window, kind: Kind) -> str:
    """The statement in the order that is wanted; ``known`` are its columns. Raises BadUsage for one that it has not."""
    terms = []
    for name in window.sort:
        place = known.index(window.find(name.lstrip("-"), known))
        own = known[place] if kind == "postgresql" else str(described[place][0])  # as it is called in the outer one
        terms.append(order_by(quote(own), described[place], kind, downwards=name.startswith("-")))
    answer = f"answer ({', '.join(map(quote, known))})" if kind == "postgresql" else "answer"
    return f"select * from (\n{sql}\n) as {answer} order by {', '.join(terms)}"


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
