"""A SQLite file: how a connection to it is made, and what its errors mean."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from cyberdiplo.errors import DatabaseProblem
from cyberdiplo.messages import say_system, tr

BUSY_SECONDS = 5.0
HOT = ("SQLITE_READONLY_ROLLBACK", "SQLITE_READONLY_RECOVERY", "SQLITE_READONLY_CANTINIT")  # a write was cut off

Opened = TypeVar("Opened", bound=sqlite3.Connection)


def connect(path: Path, mode: str, seconds: float = BUSY_SECONDS) -> sqlite3.Connection:
    """A connection to the file of just this name, whatever signs are in it; ``mode`` is ro, rw or rwc.

    Transactions begin when we say so.
    """
    return connect_as(sqlite3.Connection, path, mode, seconds)


def connect_as(factory: type[Opened], path: Path, mode: str, seconds: float) -> Opened:
    """The same, as a connection of a class of ours. Raises DatabaseProblem for a pipe that would never end."""
    _refuse_strange_sides(path)
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    return sqlite3.connect(uri, uri=True, timeout=seconds, isolation_level=None, factory=factory)


def _refuse_strange_sides(path: Path) -> None:
    """SQLite reads what lies beside a database when it is opened: a stranger's folder may have a pipe there."""
    real_path = str(path.resolve())
    for side in ("-journal", "-wal"):
        with suppress(OSError, ValueError):
            if not stat.S_ISREG(os.lstat(real_path + side).st_mode):
                raise DatabaseProblem(
                    tr("{path} is no regular file.", path=real_path + side),
                    hint=tr("SQLite keeps there what it has not written yet; whoever put it there, take it away."),
                )


def is_there(path: Path) -> bool:
    """Whether there is a file. Raises DatabaseProblem where this user may not even see that."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError) as error:
        reason = say_system(error)
        raise DatabaseProblem(
            tr("{path} cannot be looked at: {reason}.", path=path, reason=reason),
            hint=tr("check the path and the rights of its folders."),
        ) from error


def marker(path: Path) -> Path:
    """The file that is there while a process builds, upgrades, loads into or replaces a database; see ``lock``."""
    real_path = path.resolve()
    return real_path.with_name(f".{real_path.name}.lock")


def revision(connection: sqlite3.Connection) -> str | None:
    """The revision of the schema, None where the file is not ours."""
    try:
        row = connection.execute("select version_num from alembic_version").fetchone()
    except sqlite3.OperationalError as error:
        if "no such table" in str(error):
            return None
        raise
    return None if row is None else str(row[0])


def missing(path: Path) -> DatabaseProblem:
    """The error for a database that is not there."""
    if path.exists() and not path.is_file():  # a folder, a device
        return DatabaseProblem(tr("{path} is no file.", path=path), hint=tr("name another file with --database."))
    return DatabaseProblem(
        tr("There is no database at {path}.", path=path),
        hint=tr("'cyberdiplo load' with the same --database makes one from the shipped seeds."),
    )


def translate(error: sqlite3.Error, path: Path | str, waited: float = BUSY_SECONDS) -> DatabaseProblem:
    """What a user should know of an error of SQLite's. Raises what a signal meant that stopped the statement."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith("SQLITE_INTERRUPT"):
        from cyberdiplo.store import signals

        signals.raise_received()
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return DatabaseProblem(
            tr("{path} is in use by another program (waited {busy_seconds:g} s).", path=path, busy_seconds=waited),
            hint=tr("try again when that program has finished."),
        )
    if name in HOT:
        return DatabaseProblem(
            tr("A write to {path} was cut off, and undoing it needs the right to write there.", path=path),
            hint=tr(
                "run 'cyberdiplo db status' as somebody who may write in {parent}; keep {name}-journal until "
                "then, for it holds the rows.",
                parent=Path(path).absolute().parent,
                name=Path(path).name,
            ),
        )
    if name.startswith("SQLITE_NOTADB"):
        return DatabaseProblem(
            tr("{path} is not a SQLite database.", path=path), hint=tr("name another file with --database.")
        )
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_TRUNCATE", "SQLITE_IOERR_FSYNC")):
        return DatabaseProblem(
            tr(
                "{path} cannot be written to the end: {error}. It is as it was before.",
                path=path,
                error=say_system(error),
            ),
            hint=tr("make room on the disk, or raise the quota or size limit, and try again."),
        )
    if name.startswith(("SQLITE_TOOBIG", "SQLITE_NOMEM")):
        return DatabaseProblem(
            tr("{path} has a value that is too large to be read: {error}.", path=path, error=say_system(error)),
            hint=tr("was it made by somebody else? A cell of ours has at most a few pages of text."),
        )
    if name.startswith("SQLITE_READONLY"):
        return DatabaseProblem(
            tr("{path} cannot be written: {error}.", path=path, error=say_system(error)),
            hint=tr("check the rights of the file and folder."),
        )
    if name == "SQLITE_IOERR":  # an index of words does not say whether it was reading or writing
        return DatabaseProblem(
            tr(
                "{path} cannot be read or written: {error}. It is as it was before.", path=path, error=say_system(error)
            ),
            hint=tr(
                "make room on the disk, or raise the quota or size limit, and try again; if it stays so, 'cyberdiplo db"
                " restore BACKUP' brings a backup back and keeps this file."
            ),
        )
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_IOERR")):
        return DatabaseProblem(
            tr("{path} is damaged or cannot be read: {error}.", path=path, error=say_system(error)),
            hint=tr("'cyberdiplo db restore BACKUP' brings a backup back and keeps this file."),
        )
    return _explain_unopened(error, path)


def _explain_unopened(error: sqlite3.Error, path: Path | str) -> DatabaseProblem:
    if getattr(error, "sqlite_errorname", "").startswith("SQLITE_CANTOPEN") and Path(f"{path}-wal").exists():
        return DatabaseProblem(
            tr("Another program keeps rows beside {path}, and reading them needs the right to write there.", path=path),
            hint=tr("copy it and {name}-wal to a folder where you may write.", name=Path(path).name),
        )
    return DatabaseProblem(
        tr("{path} cannot be opened: {error}.", path=path, error=say_system(error)),
        hint=tr("check the path and its permissions."),
    )


def run(connection: sqlite3.Connection, script: str) -> None:
    """Every statement of a script, within the transaction that is open (executescript would commit it)."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""
