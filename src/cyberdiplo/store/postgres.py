"""A PostgreSQL database: opened read-only to ask, in one transaction to write.

The server is found as libpq finds it: by the URL, then the PG… environment variables, the service and password files.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import psycopg

from cyberdiplo.errors import BadUsage, DatabaseProblem
from cyberdiplo.messages import tr
from cyberdiplo.schema.revision import REVISION
from cyberdiplo.settings import printable
from cyberdiplo.store.database import other_revision
from cyberdiplo.store.lock import SAY_AFTER, WAIT_VARIABLE, read_patience, tell
from cyberdiplo.store.postgres_errors import HINTS, translate
from cyberdiplo.store.postgres_reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

OLDEST = 15
PATIENCE = 600.0  # seconds that one question may take, unless the URL sets a statement_timeout of its own
CONNECT_SECONDS = 10
VERSION = "version_num varchar(32) not null constraint alembic_version_pkc primary key"  # as Alembic makes it

Connection = psycopg.Connection[tuple[Any, ...]]


def connect(url: str) -> Connection:
    """A connection to the server that the URL names. Raises DatabaseProblem or BadUsage."""
    scheme, _, rest = url.partition("://")
    if scheme.partition("+")[0] not in ("postgresql", "postgres"):
        raise BadUsage(
            tr("{scheme}:// is not a kind of database that cyberdiplo knows.", scheme=scheme),
            hint=tr("give the path of a SQLite file, or postgresql://user@host/database."),
        )
    more = "" if "connect_timeout" in rest else f"{'&' if '?' in rest else '?'}connect_timeout={CONNECT_SECONDS}"
    try:
        connection = psycopg.connect(
            f"postgresql://{rest}{more}",
            application_name="cyberdiplo",
            client_encoding="utf8",
            prepare_threshold=None,  # a pooler may give each transaction another session
            cursor_factory=psycopg.ClientCursor,
        )
    except psycopg.ProgrammingError:  # whose text has the whole URL, and may not be shown
        raise DatabaseProblem(
            tr("{database}: {said}", database=printable(url), said=tr("The URL cannot be read.")), hint=tr(HINTS["url"])
        ) from None
    except psycopg.Error as error:
        raise translate(error, url) from None
    version = connection.info.server_version
    if version < OLDEST * 10000:
        connection.close()
        raise DatabaseProblem(
            tr(
                "{database} runs PostgreSQL {version}; cyberdiplo needs {oldest} or later.",
                database=printable(url),
                version=version // 10000,
                oldest=OLDEST,
            ),
            hint=tr("upgrade the server, or name another one with --database."),
        )
    return connection


def reading(url: str, *, seconds: float = PATIENCE) -> Reading:
    """A connection that can only read, for a whole answer from one moment of the database.

    Raises DatabaseProblem where the server or the schema is missing or of another version.
    """
    connection = connect(url)
    try:
        connection.read_only = True
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        there = revision(connection)
        if there is None:
            raise empty(url)
        if there != REVISION:
            raise other_revision(there, printable(url))
        return Reading(connection, url, 0 if "statement_timeout" in url else seconds)
    except BaseException as error:
        connection.close()
        raise (translate(error, url) if isinstance(error, psycopg.Error) else error) from None


def empty(url: str) -> DatabaseProblem:
    """The error for a database in which our tables are not."""
    return DatabaseProblem(
        tr("{database} has no tables of cyberdiplo's.", database=printable(url)),
        hint=tr("'cyberdiplo load' with the same --database makes the tables and loads the shipped seeds."),
    )


def revision(connection: Connection) -> str | None:
    """The revision of the schema, None where our tables are not there. Raises DatabaseProblem for others' tables."""
    present = connection.execute("select to_regclass('alembic_version') is not null").fetchone()
    row = connection.execute("select version_num from alembic_version").fetchone() if present and present[0] else None
    if row is None:
        return None
    if not re.fullmatch(r"\d{4}", str(row[0])):
        raise DatabaseProblem(
            tr("The tables of another program that uses Alembic are in this schema."),
            hint=tr("give cyberdiplo a database or a schema of its own: docs/postgresql.md says how."),
        )
    return str(row[0])


@contextmanager
def writing(url: str) -> Iterator[Connection]:
    """One transaction: all of it or nothing; other writers wait, say so, and give up in the end."""
    from cyberdiplo.store import signals

    connection = connect(url)
    try:
        with signals.raised():
            lock(connection)
            yield connection
            connection.commit()
    except psycopg.Error as error:
        raise translate(error, url) from error
    finally:
        connection.close()


def lock(connection: Connection) -> None:
    """Until the transaction ends, no other load or upgrade; reading goes on meanwhile.

    The lock is that of a table, so that a user who may only read cannot take it. Where the table is not there yet,
    making it is what another one has to wait for. Raises DatabaseProblem when the wait is too long.
    """
    if connection.execute("select to_regclass('alembic_version') is null").fetchone() == (True,):
        _waiting_for_lock(connection, f"create table alembic_version ({VERSION})")
    _waiting_for_lock(connection, "lock table alembic_version in share row exclusive mode")


def _waiting_for_lock(connection: Connection, sql: str) -> None:
    """Run a statement that may have to wait for another writer: after a moment it is said, and it has an end."""
    limit = read_patience()
    for seconds in (min(SAY_AFTER, limit), limit):
        connection.execute("select set_config('lock_timeout', %s, true)", (f"{max(1, int(seconds * 1000))}ms",))
        connection.execute("savepoint waiting")
        try:
            connection.execute(sql)
        except psycopg.errors.LockNotAvailable:
            connection.execute("rollback to savepoint waiting")
            if seconds < limit:
                tell(tr("Another load is under way; waiting for it, at most {limit:.0f} s.", limit=limit))
                continue
            raise DatabaseProblem(
                tr("Another load is under way (waited {limit:.0f} s).", limit=limit),
                hint=tr(
                    "try again when it has finished; {wait_variable}=SECONDS waits longer.", wait_variable=WAIT_VARIABLE
                ),
            ) from None
        except (psycopg.errors.UniqueViolation, psycopg.errors.DuplicateTable):  # the other one has made it
            connection.execute("rollback to savepoint waiting")
        break
    connection.execute("select set_config('lock_timeout', %s, true)", (f"{max(1, int(limit * 1000))}ms",))
