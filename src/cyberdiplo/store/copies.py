"""Copies of a SQLite database: made while others use it, and brought back."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from contextlib import closing
from typing import TYPE_CHECKING

from cyberdiplo.errors import BadUsage, DatabaseProblem
from cyberdiplo.schema.revision import REVISION
from cyberdiplo.store import atomic, lock, signals, sqlite, sqlite_file
from cyberdiplo.store.database import other_revision
from cyberdiplo.store.disk import sync
from cyberdiplo.store.leftovers import at_work_on, before_name, keep, move_sides

if TYPE_CHECKING:
    from pathlib import Path

PAGES = 4096  # that are copied between two looks at what else happens


def backup(path: Path, copy: Path) -> None:
    """A sound copy of a database, also while others use it; complete or not there, and as private as the database.

    Raises DatabaseProblem.
    """
    with closing(sqlite.opened(path)) as source:
        try:
            with atomic.new(copy, mode=_mode(path)) as made:
                _copy(source, made, path)
        except FileExistsError as error:
            raise DatabaseProblem(
                f"{copy} is already there.", hint="name another file, or take that one away first."
            ) from error
        except OSError as error:
            raise _unwritten(copy, error) from error


def restore(path: Path, copy: Path) -> Path | None:
    """Put a copy in the place of the database; returns where the file that was there is kept.

    Raises DatabaseProblem where the copy is no sound database of ours of this or an earlier revision, or where
    somebody is writing; BadUsage where either name means something else.
    """
    if not copy.is_file():
        raise DatabaseProblem(f"There is no file {copy}.", hint="name a backup that 'cyberdiplo db backup' made.")
    if path.is_dir():
        raise BadUsage(f"{path} is a folder.", hint="name the file of the database.")
    if path.exists() and path.samefile(copy):
        raise BadUsage(f"{copy} is the database itself.", hint="name the backup that is to be brought back.")
    with closing(sqlite.opened(copy)) as source:
        _refuse(source, copy)
        path.parent.mkdir(parents=True, exist_ok=True)
        with lock.exclusive(path):
            try:
                return _restored(source, copy, path.resolve())
            except OSError as error:
                raise _unwritten(path, error) from error


def _restored(source: sqlite3.Connection, copy: Path, place: Path) -> Path | None:
    if not place.exists():
        with atomic.new(place, mode=_mode(copy)) as made:
            _copy(source, made, copy)
        return None
    with atomic.beside(place) as made:
        _copy(source, made, copy)
        atomic.like(made, place)
        sync(made)
        with at_work_on(place):  # so that no other process sweeps the old file away meanwhile
            held = _quiet(place)
            try:
                aside = _aside(place)
                made.replace(place)
                sync(place.parent)
            finally:
                if held is not None:
                    held.close()
            return keep(aside, place)


def _quiet(place: Path) -> sqlite3.Connection | None:
    """A connection that keeps others from writing the old file; None where that is no database any more.

    Its journal or WAL is brought into it first, for SQLite finds these by the file's name.
    """
    connection = sqlite_file.connect(place, "rw")
    try:
        connection.execute("pragma journal_mode = delete")
        connection.execute("begin immediate")
    except sqlite3.Error as error:
        connection.close()
        if (error.sqlite_errorname or "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise sqlite_file.translate(error, place) from error
        return None
    return connection


def _aside(place: Path) -> Path:
    """Give the old file a second name; what belongs to it and could not be brought into it goes along.

    It is a name that the next process looks at, so that nothing is lost if this one dies before it has its final name.
    """
    aside = before_name(place)
    try:
        os.link(place, aside)
    except OSError:  # a file system without a second name for a file
        shutil.copy2(place, aside)
        sync(aside)
    move_sides(place, aside)
    return aside


def _refuse(source: sqlite3.Connection, copy: Path) -> None:
    """Raise DatabaseProblem for what this version could not ask or bring up to date, and for what is damaged."""
    try:
        found = sqlite_file.revision(source)
        if found is None or not found.isdigit() or found > REVISION:
            raise other_revision(found if found and found.isdigit() else None, str(copy))
        said = source.execute("pragma integrity_check(1)").fetchone()[0]
        broken = source.execute("select count(*) from pragma_foreign_key_check").fetchone()[0]
        ours = source.execute("select count(*) from sqlite_master where name in ('loads', 'records')").fetchone()[0]
    except sqlite3.Error as error:
        raise DatabaseProblem(
            f"{copy} is damaged: {error}.", hint="take another backup; nothing was changed."
        ) from error
    if ours < 2:
        raise other_revision(None, str(copy))
    if said != "ok" or broken:
        why = said if said != "ok" else f"{broken} references lead nowhere"
        raise DatabaseProblem(f"{copy} is not sound: {why}.", hint="take another backup; nothing was changed.")


def _copy(source: sqlite3.Connection, made: Path, path: Path) -> None:
    """Copy page by page, and look whether the copy is sound. Raises DatabaseProblem or OSError."""
    target = sqlite_file.connect(made, "rw")
    try:
        target.execute("pragma journal_mode = off")  # a file that is thrown away when anything fails
        target.execute("pragma synchronous = off")  # it is synced whole before it gets its name
        source.execute("begin")  # one moment of the database, however long the copy takes
        source.execute("select 1 from sqlite_master").fetchone()
        source.backup(target, pages=PAGES, progress=lambda *_: signals.raise_received())
        target.execute("pragma journal_mode = delete")  # also where the source has another one
        sound = target.execute("pragma quick_check").fetchone()[0]
    except sqlite3.Error as error:
        if (error.sqlite_errorname or "").startswith(("SQLITE_FULL", "SQLITE_IOERR_WRITE")):
            raise OSError(0, str(error)) from error
        raise sqlite_file.translate(error, path) from error
    finally:
        target.close()
        if source.in_transaction:
            source.execute("rollback")
    if sound != "ok":
        raise DatabaseProblem(f"The copy of {path} is not sound: {sound}.", hint="the database itself is damaged.")


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _unwritten(path: Path, error: OSError) -> DatabaseProblem:
    return DatabaseProblem(
        f"{path} cannot be written: {error.strerror or error}.", hint="nothing was changed; check folder, rights, room."
    )
