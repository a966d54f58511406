"""Anybody's own SQL: one statement, which can only read, within limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from cyberdiplo.errors import CyberdiploError
from cyberdiplo.messages import tr
from cyberdiplo.result import Result, Window
from cyberdiplo.sql.limits import LARGEST_ROW, MEMORY, SECONDS, LastWords, Limits, do_nothing
from cyberdiplo.sql.open_query import open_query
from cyberdiplo.sql.paging import cut_out, first_rows, sorted_by
from cyberdiplo.sql.tokens import Statement, parameters, statement, suggestion

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from cyberdiplo.sql.query import Describe, FreeQuery
    from cyberdiplo.store.connection import Connection, Kind

VERBS = ("select", "with", "values", "explain", "pragma")
UNSORTED = ("explain", "pragma")  # what cannot stand in another statement


def run(
    connection: Connection,
    text: str,
    given: Sequence[str] = (),
    *,
    seconds: float = SECONDS,
    explain: bool = False,
    page: Window | None = None,
    last_words: LastWords = do_nothing,
    whole_program: bool = False,
) -> Result:
    """The rows of a statement, as they come; ``whole_program``: the program does nothing else, and may be limited too.

    Raises BadUsage, Stopped, or CyberdiploError for what is wrong with the statement.
    """
    asked = statement(text)
    if asked.verb not in VERBS:
        raise CyberdiploError(
            tr("{word!r} is no question: this command only reads.", word=asked.verb.upper() or asked.sql[:20]),
            hint=suggestion(asked.verb, VERBS, most=1)
            or tr("begin with select, with or values; 'cyberdiplo load' brings rows in."),
        )
    values = parameters(asked, given)
    window = page or Window()
    limits = Limits(seconds, MEMORY, LARGEST_ROW, last_words, whole_program)
    query = open_query(connection, describer(connection, asked), limits)
    try:
        return cut_out(_rows(query, asked, values, explain, window, connection.kind), window)
    except BaseException:
        query.stop()
        raise


def _rows(
    query: FreeQuery, asked: Statement, values: Mapping[str, Any], explain: bool, window: Window, kind: Kind
) -> Result:
    sql = query.spell(asked)
    if window.sort and asked.verb not in UNSORTED:
        cursor = query.execute(first_rows(sql), values)
        sql = sorted_by(sql, [str(one[0]) for one in cursor.description or ()], window.sort, kind)
    if explain and asked.verb != "explain":
        return query.explain(sql, values)
    cursor = query.execute(sql, values)
    columns = [str(one[0]) for one in cursor.description or ()]
    return Result(columns, query.rows(cursor, asked.sql))


def describer(connection: Connection, asked: Statement) -> Describe:
    """What says which part of the statement the database does not understand."""
    if connection.kind == "sqlite":
        from cyberdiplo.sql import faults

        return faults.describer(cast("sqlite3.Connection", connection), asked)
    from cyberdiplo.sql import faults_postgres

    return faults_postgres.describer(asked)
