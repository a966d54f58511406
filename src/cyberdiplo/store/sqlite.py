"""A SQLite database: opened read-only to ask, read-write to build."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING

from cyberdiplo.schema.revision import REVISION
from cyberdiplo.store import inputs, strange
from cyberdiplo.store.database import other_revision
from cyberdiplo.store.sqlite_file import (
    BUSY_SECONDS,
    HOT,
    connect,
    connect_as,
    is_there,
    marker,
    missing,
    revision,
    run,
    translate,
)
from cyberdiplo.store.sqlite_reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST_WRITTEN = 64 << 20  # bytes of a value: what stands in a stranger's table for an omitted cell is worked out too


def reading(path: Path) -> Reading:
    """A connection that can write nowhere: not to this file, not to another one.

    Raises DatabaseProblem where the file is missing, no database, damaged or of another revision.
    """
    connection = opened(path)
    try:
        there = revision(connection)
        if there == REVISION:
            strange.refuse(connection, str(path))
    except sqlite3.Error as error:
        connection.close()
        raise translate(error, path) from error
    except BaseException:
        connection.close()
        raise
    if there != REVISION:
        connection.close()
        raise other_revision(there, str(path))
    return connection


def opened(path: Path) -> Reading:
    """A database of any revision, read-only; a write that was cut off before is undone first, and that is said.

    Raises DatabaseProblem where the file is missing, no database or damaged.
    """
    if not is_there(path):
        raise missing(path)
    inputs.note(path)
    seconds = BUSY_SECONDS
    try:
        if marker(path).exists():
            from cyberdiplo.store import lock
            from cyberdiplo.store.recovery import tidy

            if not lock.is_ours(path):
                tidy(path)
                seconds = max(seconds, lock.read_patience())  # another cyberdiplo may be in a long commit
        try:
            return _connected(path, seconds)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname not in HOT:
                raise
        from cyberdiplo.store.recovery import recover

        recover(path)
        return _connected(path, seconds)
    except sqlite3.Error as error:
        raise translate(error, path, seconds) from error


def _connected(path: Path, seconds: float) -> Reading:
    connection = connect_as(Reading, path, "ro", seconds)
    try:
        connection.lock_down()
        connection.execute("select 1 from sqlite_master limit 1").fetchone()  # the file is looked at only now
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """One transaction on an existing database: all of it or nothing. Raises DatabaseProblem.

    Foreign keys are not enforced row by row: the caller checks them before the end.
    """
    from cyberdiplo.store import signals

    try:
        connection = connect(path, "rw")
    except sqlite3.Error as error:
        raise translate(error, path) from error
    connection.set_progress_handler(signals.look, signals.STEPS)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_WRITTEN)
    try:
        with signals.raised(), scratch(path):
            connection.execute("pragma foreign_keys = off")
            connection.execute("pragma cache_size = -65536")
            connection.execute("begin immediate")
            yield connection
            connection.execute("commit")
    except BaseException as error:
        _roll_back(connection)
        if isinstance(error, sqlite3.OperationalError | sqlite3.DataError) or type(error) is sqlite3.DatabaseError:
            raise translate(error, path) from error
        raise
    finally:
        connection.close()


@contextmanager
def scratch(path: Path) -> Iterator[None]:
    """Put SQLite's temporary files into a folder next to the database: as private, and swept if we are killed.

    By a pragma that holds for the whole process and that SQLite calls deprecated; one built without it keeps to the
    system's folder.
    """
    from cyberdiplo.store import atomic

    with atomic.folder_beside(path.resolve()) as folder, closing(sqlite3.connect(":memory:")) as any_connection:
        named = str(folder).replace("'", "''")
        if not named.isascii() and os.fsencode(named) != named.encode(errors="replace"):  # SQL is UTF-8 text
            named = ""
        any_connection.execute(f"pragma temp_store_directory = '{named}'")
        try:
            yield
        finally:
            any_connection.execute("pragma temp_store_directory = ''")


def _roll_back(connection: sqlite3.Connection) -> None:
    """Undo what was done; where even that cannot be written, the next process does it (``recovery``)."""
    connection.set_progress_handler(None, 0)
    if connection.in_transaction:
        with suppress(sqlite3.Error):
            connection.execute("rollback")


@contextmanager
def building(path: Path) -> Iterator[sqlite3.Connection]:
    """A new database, made under another name and renamed when it is complete. Raises DatabaseProblem.

    The caller holds the lock of the file: nothing is replaced, FileExistsError is raised where something is there.
    """
    from cyberdiplo.store import atomic, signals

    with atomic.new(path) as new_file:
        connection = connect(new_file, "rw")
        connection.set_progress_handler(signals.look, signals.STEPS)
        try:
            with scratch(path):
                connection.execute("pragma journal_mode = memory")  # a file that is thrown away when anything fails
                connection.execute("pragma synchronous = off")  # it is synced whole before it gets its name
                connection.execute("pragma cache_size = -65536")
                connection.execute("begin")
                make_tables(connection)
                connection.execute("create table alembic_version (version_num varchar(32) not null primary key)")
                connection.execute("insert into alembic_version values (?)", (REVISION,))
                yield connection
                connection.execute("commit")
        except sqlite3.OperationalError as error:
            raise translate(error, path) from error
        finally:
            connection.close()


def in_memory() -> Reading:
    """An empty database of ours that is nowhere on the disk; it may be written to."""
    connection = sqlite3.connect(":memory:", isolation_level=None, factory=Reading)
    make_tables(connection)
    return connection


def make_tables(connection: sqlite3.Connection) -> None:
    """Make the tables and views; indexes are quicker made when the rows are there."""
    from cyberdiplo.schema.model import generated_sql
    from cyberdiplo.schema.views import views_sql

    run(connection, generated_sql("tables"))
    run(connection, views_sql())
