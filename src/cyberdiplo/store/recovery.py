"""What a dead writer left: the next process that opens a database in the middle of a write undoes that write."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from cyberdiplo.messages import tr
from cyberdiplo.store import lock, sqlite_file
from cyberdiplo.store.leftovers import sweep
from cyberdiplo.store.lock import Tell, tell

if TYPE_CHECKING:
    from pathlib import Path


def tidy(path: Path, *, telling: Tell = tell) -> None:
    """Remove what a dead process left next to the database: its lock file is still there, and free.

    Raises sqlite3.Error where a write has to be undone and this user may not.
    """
    with lock.at_once(path) as free:
        if not free:
            return
        real_path = path.resolve()
        sweep(real_path.parent)
        journal = real_path.with_name(f"{real_path.name}-journal")
        if path.is_file() and journal.exists():
            _recover_hot(path, telling)
            with suppress(sqlite3.Error):
                _clear(path, journal)


def recover(path: Path, *, telling: Tell = tell) -> None:
    """Let SQLite undo the write that was cut off, which only a connection that may write can do.

    Raises sqlite3.Error where this user may not write there.
    """
    with closing(sqlite_file.connect(path, "rw")) as connection:
        connection.execute("select 1 from sqlite_master limit 1").fetchone()
    telling(
        tr(
            "{path}: an earlier write was cut off before its end; it was undone, and all rows are as before it.",
            path=path,
        )
    )


def _recover_hot(path: Path, telling: Tell) -> None:
    try:
        with closing(sqlite_file.connect(path, "ro")) as connection:
            connection.execute("select 1 from sqlite_master limit 1").fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname in sqlite_file.HOT:
            recover(path, telling=telling)


def _clear(path: Path, journal: Path) -> None:
    """A journal that had not come so far that anything has to be undone stays until the next write: this is one."""
    if journal.exists():
        with closing(sqlite_file.connect(path, "rw")) as connection:
            connection.execute("begin immediate")
            version = connection.execute("pragma user_version").fetchone()[0]
            connection.execute(f"pragma user_version = {version}")
            connection.execute("commit")
