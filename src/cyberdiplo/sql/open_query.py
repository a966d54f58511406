"""Which query belongs to which kind of database."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from cyberdiplo.sql.limits import Limits

if TYPE_CHECKING:
    import sqlite3

    from cyberdiplo.sql.query import Describe, FreeQuery
    from cyberdiplo.store.connection import Connection
    from cyberdiplo.store.postgres_reading import Reading


def open_query(connection: Connection, describe: Describe, limits: Limits | None = None) -> FreeQuery:
    """A query on this kind of database; the connection is of no use for anything else afterwards."""
    if connection.kind == "sqlite":
        from cyberdiplo.sql.query_sqlite import SqliteQuery

        return SqliteQuery(cast("sqlite3.Connection", connection), describe, limits or Limits())
    from cyberdiplo.sql.query_postgres import PostgresQuery

    return PostgresQuery(cast("Reading", connection), describe, limits or Limits())
