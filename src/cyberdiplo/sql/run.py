"""Anybody's own SQL: one statement, which can only read, within limits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

from cyberdiplo.errors import CyberdiploError
from cyberdiplo.messages import tr
from cyberdiplo.result import OwnNames, Result, Window, make_keys
from cyberdiplo.sql.limits import LARGEST_ROW, MEMORY, SECONDS, LastWords, Limits, do_nothing
from cyberdiplo.sql.open_query import open_query
from cyberdiplo.sql.paging import cut_window, sort_rows, take_first_rows
from cyberdiplo.sql.tokens import SqlStatement, read_parameters, read_statement, suggest

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
    pairs: Sequence[str] = (),
    *,
    seconds: float = SECONDS,
    explain: bool = False,
    window: Window | None = None,
    last_words: LastWords = do_nothing,
    streams: bool = False,
    whole_program: bool = False,
) -> Result:
    """The rows of a statement, as they come; ``streams``: they are passed on so.

    ``whole_program``: the program does nothing else, and may be limited too. Raises BadUsage, Stopped, or
    CyberdiploError for what is wrong with the statement.
    """
    statement = read_statement(text)
    if statement.verb not in VERBS:
        raise CyberdiploError(
            tr(
                "{word!r} does not begin a query: this command only reads.",
                word=statement.verb.upper() or statement.sql[:20],
            ),
            hint=suggest(statement.verb, VERBS, most=1)
            or tr("begin with select, with or values; 'cyberdiplo load' brings rows in."),
        )
    values = read_parameters(statement, pairs)
    window = window or Window()
    limits = Limits(seconds, MEMORY, LARGEST_ROW, last_words, streams, whole_program)
    query = open_query(connection, make_describer(connection, statement), limits)
    try:
        return cut_window(_rows(query, statement, values, explain, window, connection.kind), window)
    except BaseException:
        query.stop()
        raise


def _rows(
    query: FreeQuery, statement: SqlStatement, values: Mapping[str, Any], explain: bool, window: Window, kind: Kind
) -> Result:
    sql = query.spell(statement)
    columns: list[str] = []
    if window.sort and statement.verb not in UNSORTED:
        cursor = query.execute(take_first_rows(sql), values)
        described = cursor.description or ()
        columns = make_keys(_own_names([str(column[0]) for column in described]))
        sql = sort_rows(sql, columns, described, window, kind)
    if explain and statement.verb != "explain":
        return query.explain(sql, values)
    cursor = query.execute(sql, values)
    columns = OwnNames(columns or make_keys([str(column[0]) for column in cursor.description or ()]))
    return Result(columns, query.rows(cursor, statement.sql))


def _own_names(columns: Sequence[str]) -> list[str]:
    """The names as the statement has them: SQLite calls a second ``a``, or an ``A``, of an inner statement ``a:1``."""
    known = {name.lower() for name in columns}
    numbered = [re.fullmatch(r"(.*):\d+", name) for name in columns]
    return [
        match[1] if match and match[1].lower() in known else name for name, match in zip(columns, numbered, strict=True)
    ]


def make_describer(connection: Connection, statement: SqlStatement) -> Describe:
    """What says which part of the statement the database does not understand."""
    if connection.kind == "sqlite":
        from cyberdiplo.sql import faults

        return faults.make_describer(cast("sqlite3.Connection", connection), statement)
    from cyberdiplo.sql import faults_postgres

    return faults_postgres.make_describer(statement)
