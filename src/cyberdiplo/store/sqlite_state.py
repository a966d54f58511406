"""What state a SQLite database is in."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from cyberdiplo.schema.model import tables
from cyberdiplo.schema.revision import REVISION
from cyberdiplo.store import sqlite, sqlite_file, strange

if TYPE_CHECKING:
    from pathlib import Path

    from cyberdiplo.store.database import Fact


def status(path: Path) -> list[Fact]:
    """What there is to know of a database: place, size, revision, counts, indexes, loads, soundness."""
    if not sqlite_file.is_there(path):
        return [("database", str(path)), ("state", "missing"), ("revision expected", REVISION)]
    connection = sqlite.opened(path)
    try:
        revision = sqlite_file.revision(connection)
        if revision == REVISION:
            strange.refuse(connection, str(path))
        facts: list[Fact] = [
            ("database", str(path)),
            ("state", "ready" if revision == REVISION else "of another version"),
            ("bytes", path.stat().st_size),
            ("revision", revision),
            ("revision expected", REVISION),
            ("sqlite", sqlite3.sqlite_version),
            ("soundness", connection.execute("pragma quick_check").fetchone()[0]),
        ]
        if revision == REVISION:
            broken = connection.execute("select count(*) from pragma_foreign_key_check").fetchone()[0]
            facts.append(("broken references", broken))
            facts += [(f"rows of {name}", _count(connection, name)) for name in tables()]
            facts += _sizes(connection)
            last = connection.execute("select max(loaded_at) from loads").fetchone()[0]
            facts.append(("last load", last))
        return facts
    except sqlite3.Error as error:
        raise sqlite_file.translate(error, path) from error
    finally:
        connection.close()


def _count(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"select count(*) from {table}").fetchone()[0])


def _sizes(connection: sqlite3.Connection) -> list[Fact]:
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
