"""What state a database is in, and copies of it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from cyberdiplo import settings
from cyberdiplo.errors import DatabaseProblem
from cyberdiplo.schema.model import tables
from cyberdiplo.schema.revision import REVISION
from cyberdiplo.store import sqlite


def status(target: str | Path) -> list[tuple[str, object]]:
    """What there is to know of a database: place, size, revision, counts, indexes, loads, soundness."""
    if settings.is_url(str(target)):
        from cyberdiplo.store import postgres_state

        return postgres_state.status(str(target))
    path = Path(target).expanduser()
    if not path.is_file():
        return [("database", str(path)), ("state", "missing"), ("revision expected", REVISION)]
    connection = open_any(path)
    try:
        found = sqlite.revision(connection)
        facts: list[tuple[str, object]] = [
            ("database", str(path)),
            ("state", "ready" if found == REVISION else "of another version"),
            ("bytes", path.stat().st_size),
            ("revision", found),
            ("revision expected", REVISION),
            ("sqlite", sqlite3.sqlite_version),
            ("soundness", connection.execute("pragma quick_check").fetchone()[0]),
        ]
        if found == REVISION:
            broken = connection.execute("select count(*) from pragma_foreign_key_check").fetchone()[0]
            facts.append(("broken references", broken))
            facts += [(f"rows of {name}", _count(connection, name)) for name in tables()]
            facts += _sizes(connection)
            last = connection.execute("select max(loaded_at) from loads").fetchone()[0]
            facts.append(("last load", last))
        return facts
    finally:
        connection.close()


def _count(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"select count(*) from {table}").fetchone()[0])


def _sizes(connection: sqlite3.Connection) -> list[tuple[str, object]]:
    """Bytes of the tables and of their indexes, where this SQLite can tell."""
    sql = (
        "select coalesce(sum(pgsize * (type = 'table')), 0), coalesce(sum(pgsize * (type = 'index')), 0),"
        " sum(type = 'index') from dbstat('main', 1) join sqlite_master using (name)"
    )
    try:
        table, index, indexes = connection.execute(sql).fetchone()
    except sqlite3.OperationalError:
        return []
    return [("bytes of tables", table), ("bytes of indexes", index), ("indexes", indexes)]


def open_any(path: Path) -> sqlite3.Connection:
    """Open a database of any revision, read-only."""
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=sqlite.BUSY_SECONDS)
        connection.execute("select count(*) from sqlite_master").fetchone()
    except sqlite3.Error as error:
        raise sqlite.problem(error, path) from error
    return connection


def backup(database: str | Path, copy: Path) -> None:
    """A sound copy of a database, also while others use it; complete or not there.

    Raises DatabaseProblem, or BadUsage for a database on a server, with the command that copies it.
    """
    if settings.is_url(str(database)):
        from cyberdiplo.store import postgres_state

        raise postgres_state.not_copied(str(database))
    path = Path(database).expanduser()
    if copy.exists():
        raise DatabaseProblem(f"{copy} is already there.", hint="name another file, or take that one away first.")
    if not path.is_file():
        raise DatabaseProblem(f"There is no database at {path}.", hint="'cyberdiplo db path' says which one is meant.")
    beside = copy.with_name(f".{copy.name}.part")
    source = open_any(path)
    try:
        target = sqlite3.connect(beside)
        try:
            source.backup(target)
            sound = target.execute("pragma quick_check").fetchone()[0]
        finally:
            target.close()
        if sound != "ok":
            raise DatabaseProblem(f"The copy of {path} is not sound: {sound}.", hint="the database itself is damaged.")
        beside.replace(copy)
    except (sqlite3.Error, OSError) as error:
        raise DatabaseProblem(f"{copy} cannot be written: {error}.", hint="nothing was kept of it.") from error
    finally:
        source.close()
        beside.unlink(missing_ok=True)
