"""A SQLite database: opened read-only to ask, read-write to build."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from cyberdiplo.errors import DatabaseProblem
from cyberdiplo.schema.revision import REVISION

BUSY_SECONDS = 5.0


def reading(path: Path) -> sqlite3.Connection:
    """A connection that can write nowhere: not to this file, not to another one.

    Raises DatabaseProblem where the file is missing, no database, damaged or of another revision.
    """
    if not path.is_file():
        raise missing(path)
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)  # mode=ro alone lets ATTACH and VACUUM INTO write
        connection.text_factory = _text
        found = revision(connection)
    except sqlite3.Error as error:
        raise problem(error, path) from error
    if found != REVISION:
        connection.close()
        raise other_revision(found, str(path))
    return connection


def _text(raw: bytes) -> str:
    """Text as it is stored; what is not UTF-8 is shown as such, for one bad cell may lose no row."""
    return raw.decode("utf-8", "replace")


def missing(path: Path) -> DatabaseProblem:
    """The error for a database that is not there."""
    return DatabaseProblem(
        f"There is no database at {path}.",
        hint="'cyberdiplo load' with the same --database makes one from the shipped seeds.",
    )


def revision(connection: sqlite3.Connection) -> str | None:
    """The revision of the schema, None where the file is not ours."""
    try:
        row = connection.execute("select version_num from alembic_version").fetchone()
    except sqlite3.OperationalError as error:
        if "no such table" in str(error):
            return None
        raise
    return None if row is None else str(row[0])


def other_revision(found: str | None, where: str) -> DatabaseProblem:
    """The error for a database that this version cannot ask."""
    if found is None:
        return DatabaseProblem(
            f"{where} is not a cyberdiplo database.", hint="'cyberdiplo db path' says which database is asked."
        )
    if found > REVISION:
        return DatabaseProblem(
            f"{where} was made by a newer cyberdiplo (schema {found}, this one knows {REVISION}).",
            hint="upgrade cyberdiplo, or name another database with --database.",
        )
    return DatabaseProblem(
        f"{where} was made by an earlier cyberdiplo (schema {found}, now {REVISION}).",
        hint="'cyberdiplo db upgrade' brings it up to date and keeps every row.",
    )


def problem(error: sqlite3.Error, path: Path | str) -> DatabaseProblem:
    """What a user should know of an error of SQLite's."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return DatabaseProblem(
            f"{path} is in use by another program (waited {BUSY_SECONDS:g} s).",
            hint="try again when that program has finished.",
        )
    if name.startswith("SQLITE_NOTADB"):
        return DatabaseProblem(f"{path} is not a SQLite database.", hint="name another file with --database.")
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_IOERR")):
        return DatabaseProblem(f"{path} is damaged: {error}.", hint="restore a backup, or build it again with 'load'.")
    return DatabaseProblem(f"{path} cannot be opened: {error}.", hint="check the path and its permissions.")


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """One transaction on an existing database: all of it or nothing.

    Foreign keys are not enforced row by row: whoever writes checks them before the end.
    """
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=BUSY_SECONDS)
    connection.isolation_level = None
    try:
        connection.execute("pragma foreign_keys = off")
        connection.execute("pragma cache_size = -65536")
        connection.execute("begin immediate")
        yield connection
        connection.execute("commit")
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise
    finally:
        connection.close()


@contextmanager
def building(path: Path) -> Iterator[sqlite3.Connection]:
    """A new database, made beside its place and moved there when it is complete."""
    from cyberdiplo.schema.model import frozen_sql, views_sql

    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.building")
    beside.unlink(missing_ok=True)
    connection = sqlite3.connect(beside)
    connection.isolation_level = None
    try:
        connection.execute("pragma journal_mode = memory")  # a file that is thrown away when anything fails
        connection.execute("pragma synchronous = off")
        connection.execute("pragma cache_size = -65536")
        connection.execute("begin")
        run(connection, frozen_sql("tables"))
        run(connection, views_sql())
        connection.execute("create table alembic_version (version_num varchar(32) not null primary key)")
        connection.execute("insert into alembic_version values (?)", (REVISION,))
        yield connection
        connection.execute("commit")
        connection.close()
        beside.replace(path)
    finally:
        connection.close()
        with suppress(FileNotFoundError):
            beside.unlink()


def run(connection: sqlite3.Connection, script: str) -> None:
    """Every statement of a script, within the transaction that is open (executescript would commit it)."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""
