"""Copies of a SQLite database: made while others use it, and brought back."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from cyberdiplo.errors import BadUsage, DatabaseProblem
from cyberdiplo.messages import say_system, tr
from cyberdiplo.schema.revision import REVISION
from cyberdiplo.store import atomic, lock, signals, sqlite, sqlite_file, strange
from cyberdiplo.store.database import is_known, other_revision
from cyberdiplo.store.disk import sync
from cyberdiplo.store.leftovers import keep, make_before_name, move_sides, working_on

if TYPE_CHECKING:
    from pathlib import Path

PAGES = 4096  # that are copied between two looks at what else happens


def backup(path: Path, copy: Path) -> None:
    """A sound copy of a database, also while others use it; complete or not there, and as private as the database.

    Raises DatabaseProblem.
    """
    with closing(sqlite.opened(path)) as source:
        try:
            with atomic.new(copy, like=path) as new_file:
                _copy(source, new_file, path)
        except FileExistsError as error:
            raise DatabaseProblem(
                tr("{copy} already exists.", copy=copy), hint=tr("name another file, or take that one away first.")
            ) from error
        except OSError as error:
            raise _unwritten(copy, error) from error


def restore(path: Path, copy: Path) -> Path | None:
    """Put a copy in the place of the database; returns where the file that was there is kept.

    Raises DatabaseProblem where the copy is no sound database of ours of this or an earlier revision, or where
    somebody is writing; BadUsage where either name means something else.
    """
    if not copy.is_file():
        raise DatabaseProblem(
            tr("There is no file {copy}.", copy=copy), hint=tr("name a backup that 'cyberdiplo db backup' made.")
        )
    if path.is_dir():
        raise BadUsage(tr("{path} is a folder.", path=path), hint=tr("name the file of the database."))
    if path.exists() and path.samefile(copy):
        raise BadUsage(
            tr("{copy} is the database itself.", copy=copy), hint=tr("name the backup that is to be brought back.")
        )
    _refuse_unreadable(copy)
    with closing(sqlite.opened(copy)) as source:
        _refuse(source, copy)
        path.parent.mkdir(parents=True, exist_ok=True)
        with lock.exclusive(path):
            try:
                return _put_in_place(source, copy, path.resolve())
            except OSError as error:
                raise _unwritten(path, error) from error


def _refuse_unreadable(copy: Path) -> None:
    try:
        copy.open("rb").close()
    except OSError as error:
        raise DatabaseProblem(
            tr("{path} cannot be read or written: {reason}.", path=copy, reason=say_system(error)),
            hint=tr("check the path and its rights."),
        ) from error


def _put_in_place(source: sqlite3.Connection, copy: Path, destination: Path) -> Path | None:
    if not destination.exists():
        with atomic.new(destination, like=copy) as new_file:
            _copy(source, new_file, copy)
        return None
    with atomic.beside(destination) as new_file:
        _copy(source, new_file, copy)
        atomic.copy_rights(new_file, destination)
        sync(new_file)
        with working_on(destination):  # so that no other process sweeps the old file away meanwhile
            held = _keep_writers_out(destination)
            try:
                aside = _set_aside(destination)
                new_file.replace(destination)
                sync(destination.parent)
            finally:
                if held is not None:
                    held.close()
            return keep(aside, destination)


def _keep_writers_out(destination: Path) -> sqlite3.Connection | None:
    """A connection that keeps others from writing the old file; None where that is no database any more.

    Its journal or WAL is brought into it first, for SQLite finds these by the file's name.
    """
    connection = sqlite_file.connect(destination, "rw")
    try:
        connection.execute("pragma journal_mode = delete")
        connection.execute("begin immediate")
    except sqlite3.Error as error:
        connection.close()
        if (error.sqlite_errorname or "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise sqlite_file.translate(error, destination) from error
        return None
    return connection


def _set_aside(destination: Path) -> Path:
    """Give the old file a second name; what belongs to it and could not be brought into it goes along.

    It is a name that the next process looks at, so that nothing is lost if this one dies before it has its final name.
    """
    aside = make_before_name(destination)
    try:
        os.link(destination, aside)
    except OSError:  # a file system without a second name for a file
        shutil.copy2(destination, aside)
        sync(aside)
    move_sides(destination, aside)
    return aside


def _refuse(source: sqlite3.Connection, copy: Path) -> None:
    """Raise DatabaseProblem for what this version could not ask or bring up to date, and for what is damaged."""
    try:
        revision = sqlite_file.revision(source)
        if not is_known(revision):
            raise other_revision(revision, str(copy))
        (strange.refuse if revision == REVISION else strange.refuse_active)(source, str(copy))
        soundness = source.execute("pragma integrity_check(1)").fetchone()[0]
        broken = source.execute("select count(*) from pragma_foreign_key_check").fetchone()[0]
        ours = source.execute("select count(*) from sqlite_master where name in ('loads', 'records')").fetchone()[0]
    except sqlite3.Error as error:
        raise DatabaseProblem(
            tr("{copy} is damaged: {error}.", copy=copy, error=say_system(error)),
            hint=tr("take another backup; nothing was changed."),
        ) from error
    if ours < 2:
        raise other_revision(None, str(copy))
    if soundness != "ok" or broken:
        why = soundness if soundness != "ok" else tr("{count} references point to nothing", count=broken)
        raise DatabaseProblem(
            tr("{copy} is not sound: {why}.", copy=copy, why=why), hint=tr("take another backup; nothing was changed.")
        )


def _copy(source: sqlite3.Connection, new_file: Path, path: Path) -> None:
    """Copy page by page, and look whether the copy is sound. Raises DatabaseProblem or OSError."""
    target = sqlite_file.connect(new_file, "rw")
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
        raise DatabaseProblem(
            tr("The copy of {path} is not sound: {sound}.", path=path, sound=sound),
            hint=tr("the database itself is damaged."),
        )


def _unwritten(path: Path, error: OSError) -> DatabaseProblem:
    return DatabaseProblem(
        tr("{path} cannot be written: {reason}.", path=path, reason=say_system(error)),
        hint=tr("nothing was changed; check folder, rights, room."),
    )
