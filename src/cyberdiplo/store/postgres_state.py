"""What state a database on a PostgreSQL server is in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg

from cyberdiplo.schema.model import tables
from cyberdiplo.schema.revision import REVISION
from cyberdiplo.settings import printable
from cyberdiplo.store import postgres
from cyberdiplo.store.postgres_errors import translate
from cyberdiplo.store.postgres_reading import SIZE

if TYPE_CHECKING:
    from cyberdiplo.store.database import Fact

PARTS = """
select coalesce(sum(pg_table_size(relid)), 0)::bigint, coalesce(sum(pg_indexes_size(relid)), 0)::bigint,
  coalesce(sum(seq_scan), 0)::bigint, coalesce(sum(idx_scan), 0)::bigint
from pg_stat_user_tables where schemaname = current_schema()
"""
INDEXES = """
select count(*), count(*) filter (where idx_scan = 0) from pg_stat_user_indexes where schemaname = current_schema()
"""
SERVER = """
select current_setting('server_version'), current_setting('server_encoding'), pg_is_in_recovery(),
  (select count(*) from pg_stat_activity where datname = current_database())
"""
BROKEN = """
select count(*) from pg_constraint
where connamespace = to_regnamespace(current_schema()) and not convalidated
"""


def status(url: str) -> list[Fact]:
    """Place, server, size, revision, rows of each table, use of indexes, last load. Raises DatabaseProblem."""
    connection = postgres.connect(url)
    try:
        return _facts(connection, url)
    except psycopg.Error as error:
        raise translate(error, url) from error
    finally:
        connection.close()


def _facts(connection: postgres.Connection, url: str) -> list[Fact]:
    def fetch_row(sql: str, values: Any = None) -> tuple[Any, ...]:
        return connection.execute(sql, values).fetchone() or ()

    revision = postgres.revision(connection)
    state = {None: "missing", REVISION: "ready"}.get(revision, "of another version")
    version, encoding, replica, sessions = fetch_row(SERVER)
    facts: list[Fact] = [
        ("database", printable(url)),
        ("state", state),
        ("bytes", fetch_row(SIZE)[0]),
        ("revision", revision),
        ("revision expected", REVISION),
        ("postgresql", version),
        ("encoding", encoding),
        ("replica", "yes" if replica else "no"),
        ("sessions", sessions),
    ]
    if revision == REVISION:
        facts.append(("rules not yet checked", fetch_row(BROKEN)[0]))
        facts += [(f"rows of {name}", fetch_row(f"select count(*) from {name}")[0]) for name in tables()]
        table, index, by_scan, by_index = fetch_row(PARTS)
        indexes, unused = fetch_row(INDEXES)
        facts += [("bytes of tables", table), ("bytes of indexes", index)]
        facts += [("reads of whole tables", by_scan), ("reads by index", by_index)]
        facts += [("indexes", indexes), ("indexes never used", unused)]
        facts.append(("last load", fetch_row("select max(loaded_at) from loads")[0]))
    return facts
