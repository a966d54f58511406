"""A PostgreSQL database: opened read-only to ask, in one transaction to write.

The server is found as libpq finds it: by the URL, then the PG… environment variables, the service and password files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from cyberdiplo.errors import BadUsage, CyberdiploError, DatabaseProblem, Stopped
from cyberdiplo.schema.revision import REVISION
from cyberdiplo.settings import shown
from cyberdiplo.store.lock import SAY_AFTER, WAIT_VARIABLE, patience, tell

try:
    import psycopg
except ImportError as missing:
    raise DatabaseProblem(
        f"A PostgreSQL database needs the driver psycopg, which cannot be loaded ({missing}).",
        hint="pip install 'cyberdiplo[postgres]'.",
    ) from missing

if TYPE_CHECKING:
    from cyberdiplo.store.postgres_reading import Reading

OLDEST = 15
PATIENCE = 600.0  # seconds that one question may take, unless the URL sets a statement_timeout of its own
CONNECT_SECONDS = 10
VERSION = "version_num varchar(32) not null constraint alembic_version_pkc primary key"  # as Alembic makes it

Connection = psycopg.Connection[tuple[Any, ...]]
Error = psycopg.Error


def connect(url: str) -> Connection:
    """A connection to the server that the URL names. Raises DatabaseProblem or BadUsage."""
    scheme, _, rest = url.partition("://")
    if scheme.partition("+")[0] not in ("postgresql", "postgres"):
        raise BadUsage(
            f"{scheme}:// is no database that cyberdiplo knows.",
            hint="give the path of a SQLite file, or postgresql://user@host/database.",
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
        raise DatabaseProblem(f"{shown(url)}: The URL cannot be read.", hint=HINTS["url"]) from None
    except psycopg.Error as error:
        raise translate(error, url) from None
    found = connection.info.server_version
    if found < OLDEST * 10000:
        connection.close()
        raise DatabaseProblem(
            f"{shown(url)} runs PostgreSQL {found // 10000}; cyberdiplo needs {OLDEST} or later.",
            hint="upgrade the server, or name another one with --database.",
        )
    return connection


def reading(url: str, *, seconds: float = PATIENCE) -> Reading:
    """A connection that can only read, for a whole answer from one moment of the database.

    Raises DatabaseProblem where the server or the schema is missing or of another version.
    """
    from cyberdiplo.store.postgres_reading import Reading
    from cyberdiplo.store.sqlite import other_revision

    connection = connect(url)
    try:
        connection.read_only = True
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        found = revision(connection)
        if found is None:
            raise empty(url)
        if found != REVISION:
            raise other_revision(found, shown(url))
        return Reading(connection, url, 0 if "statement_timeout" in url else seconds)
    except BaseException as error:
        connection.close()
        raise (translate(error, url) if isinstance(error, psycopg.Error) else error) from None


def empty(url: str) -> DatabaseProblem:
    """The error for a database in which our tables are not."""
    return DatabaseProblem(
        f"There is nothing of cyberdiplo in {shown(url)}.",
        hint="'cyberdiplo load' with the same --database makes the tables and loads the shipped seeds.",
    )


def revision(connection: Connection) -> str | None:
    """The revision of the schema, None where our tables are not. Raises DatabaseProblem for somebody else's."""
    present = connection.execute("select to_regclass('alembic_version') is not null").fetchone()
    row = connection.execute("select version_num from alembic_version").fetchone() if present and present[0] else None
    if row is None:
        return None
    if not re.fullmatch(r"\d{4}", str(row[0])):
        raise DatabaseProblem(
            "The tables of another program that uses Alembic are in this schema.",
            hint="give cyberdiplo a database or a schema of its own: …?options=-csearch_path%3Dcyberdiplo.",
        )
    return str(row[0])


@contextmanager
def writing(url: str) -> Iterator[Connection]:
    """One transaction: all of it or nothing; whoever else wants to write waits, says so and gives up in the end."""
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

    The lock is that of a table, which nobody can take who may only read. Where the table is not there yet, making it
    is what another one has to wait for. Raises DatabaseProblem when the wait is too long.
    """
    if connection.execute("select to_regclass('alembic_version') is null").fetchone() == (True,):
        _waiting(connection, f"create table alembic_version ({VERSION})")
    _waiting(connection, "lock table alembic_version in share row exclusive mode")


def _waiting(connection: Connection, sql: str) -> None:
    """Run a statement that may have to wait for another writer: after a moment it is said, and it has an end."""
    limit = patience()
    for seconds in (min(SAY_AFTER, limit), limit):
        connection.execute("select set_config('lock_timeout', %s, true)", (f"{max(1, int(seconds * 1000))}ms",))
        connection.execute("savepoint waiting")
        try:
            connection.execute(sql)
        except psycopg.errors.LockNotAvailable:
            connection.execute("rollback to savepoint waiting")
            if seconds < limit:
                tell(f"Another load is under way; waiting for it, at most {limit:.0f} s.")
                continue
            raise DatabaseProblem(
                f"Another load is under way (waited {limit:.0f} s).",
                hint=f"try again when it has finished; {WAIT_VARIABLE}=SECONDS waits longer.",
            ) from None
        except (psycopg.errors.UniqueViolation, psycopg.errors.DuplicateTable):  # the other one has made it
            connection.execute("rollback to savepoint waiting")
        break
    connection.execute("select set_config('lock_timeout', %s, true)", (f"{max(1, int(limit * 1000))}ms",))


# What a server says: (a part of it, what a user should read, a hint).
CONNECTING: tuple[tuple[str, str, str], ...] = (
    (r"password authentication failed", "The server refuses the user or the password.", "password"),
    (r"no password supplied", "The server wants a password.", "password"),
    (
        r"database \"?([\w.-]+)\"? does not exist",
        "There is no database {0} on the server.",
        "make it first: createdb {0}; then 'cyberdiplo load' with the same --database.",
    ),
    (r"role .* does not exist", "The server does not know this user.", "name another one: postgresql://user@…"),
    (r"no pg_hba.conf entry|SSL|ssl", "The server does not let us in from here or in this way.", "access"),
    (r"too many (clients|connections)|remaining connection slots", "The server has no free connection.", "later"),
    (r"starting up|shutting down|recovery mode", "The server is starting or stopping.", "later"),
    (r"timeout expired", "The server does not answer.", "away"),
    (r"resolve host|translate host", "There is no server of that name.", "url"),
    (r"refused|No such file|unreachable|closed the connection|[Ll]ost|terminat", "No server answers there.", "away"),
    (r"invalid|unrecognized", "The URL cannot be read.", "url"),
)
HINTS = {
    "url": "postgresql://user@host:5432/database; in a password @ is %40, : is %3A, / is %2F.",
    "password": "put it into PGPASSWORD or ~/.pgpass; in a URL, @ is written %40.",
    "access": "ask whoever runs it for pg_hba.conf, and whether it wants ?sslmode=require.",
    "later": "try again in a moment.",
    "away": "look at host and port: 'pg_isready -d URL' says whether it is up.",
}
REFUSED = {  # SQLSTATE, or its class -> (the error, what it means, a hint)
    "42501": (DatabaseProblem, "This user may not do that", "see the roles in docs/postgresql.md."),
    "25006": (DatabaseProblem, "Nothing can be written there", "load into the primary server, not into a replica."),
    "55P03": (DatabaseProblem, "Somebody else holds the tables", "try again when their work has finished."),
    "40P01": (DatabaseProblem, "Somebody else holds the tables", "try again when their work has finished."),
    "53": (DatabaseProblem, "The server has no room left", "look at its disk, memory and connections."),
    "54": (BadUsage, "The question is too much for the server", "ask for less at a time."),
    "58": (DatabaseProblem, "The server cannot read or write its files", "look at its log."),
    "XX": (DatabaseProblem, "The server has met an error of its own", "look at its log."),
}


def translate(error: psycopg.Error, url: str) -> CyberdiploError:
    """What a user should know of an error of the server's, or of the way to it."""
    state = error.sqlstate or ""
    said = (error.diag.message_primary or str(error)).partition("\n")[0]
    if state == "57014":
        return Stopped(
            "The question took too long and was stopped."
            if "timeout" in said
            else "The question was stopped on the server.",
            hint="ask for less, or give it more time.",
        )
    if found := REFUSED.get(state) or REFUSED.get(state[:2]):
        kind, meaning, hint = found
        return kind(f"{meaning} ({said}).", hint=hint)
    if state.startswith(("08", "57", "28", "3D")) or not (state or is_fault(error)):
        text = said if state else str(error)
        for pattern, sentence, hint in CONNECTING:
            if match := re.search(pattern, text):
                names = match.groups()
                sentence, hint = sentence.format(*names), HINTS.get(hint, hint).format(*names)
                return DatabaseProblem(f"{shown(url)}: {sentence}", hint=hint)
        return DatabaseProblem(f"{shown(url)} cannot be asked.", hint="'psql URL' says more about why.")
    return CyberdiploError(f"The database refuses the question: {said}.", hint="look at the names and types in it.")


def is_fault(error: psycopg.Error) -> bool:
    """Whether it is the question that is wrong, and not the server or the way to it."""
    state = error.sqlstate or ("42" if isinstance(error, psycopg.ProgrammingError) else "")
    return state.startswith(("42", "22", "21", "0A", "25")) and state != "42501"
