"""A SQLite database: opened read-only to ask, read-write to build."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from cyberdiplo.errors import DatabaseProblem
from cyberdiplo.schema.revision import REVISION
from cyberdiplo.store import inputs

BUSY_SECONDS = 5.0
HOT = ("SQLITE_READONLY_ROLLBACK", "SQLITE_READONLY_RECOVERY", "SQLITE_READONLY_CANTINIT")  # a write was cut off


def reading(path: Path) -> sqlite3.Connection:
    """A connection that can write nowhere: not to this file, not to another one.

    Raises DatabaseProblem where the file is missing, no database, damaged or of another revision.
    """
    connection = opened(path)
    try:
        found = revision(connection)
    except sqlite3.Error as error:
        connection.close()
        raise translate(error, path) from error
    if found != REVISION:
        connection.close()
        raise other_revision(found, str(path))
    return connection


def opened(path: Path) -> sqlite3.Connection:
    """A database of any revision, read-only; a write that was cut off before is undone first, and that is said.

    Raises DatabaseProblem where the file is missing, no database or damaged.
    """
    if not path.is_file():
        raise missing(path)
    inputs.note(path)
    seconds = BUSY_SECONDS
    try:
        if marker(path).exists():
            from cyberdiplo.store.lock import patience
            from cyberdiplo.store.recovery import tidy

            tidy(path)
            seconds = max(seconds, patience())  # another cyberdiplo may be in a long commit
        try:
            return _connected(path, seconds)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname not in HOT:
                raise
        from cyberdiplo.store.recovery import recover

        recover(path)
        return _connected(path, seconds)
    except sqlite3.Error as error:
        raise translate(error, path) from error


def marker(path: Path) -> Path:
    """The file that is there while somebody builds, upgrades, loads into or replaces a database; see ``lock``."""
    place = path.resolve()
    return place.with_name(f".{place.name}.lock")


def _connected(path: Path, seconds: float) -> sqlite3.Connection:
    connection = connect(path, "ro", seconds)
    try:
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)  # mode=ro alone lets ATTACH and VACUUM INTO write
        connection.text_factory = _text
        connection.execute("select 1 from sqlite_master limit 1").fetchone()  # the file is looked at only now
    except BaseException:
        connection.close()
        raise
    return connection


def connect(path: Path, mode: str, seconds: float = BUSY_SECONDS) -> sqlite3.Connection:
    """A connection to the file of just this name, whatever signs are in it; ``mode`` is ro, rw or rwc.

    Transactions begin when we say so.
    """
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    return sqlite3.connect(uri, uri=True, timeout=seconds, isolation_level=None)


def missing(path: Path) -> DatabaseProblem:
    """The error for a database that is not there."""
    return DatabaseProblem(
        f"There is no database at {path}.",
        hint="'cyberdiplo load' with the same --database makes one from the shipped seeds.",
    )


def _text(raw: bytes) -> str:
    """Text as it is stored; what is not UTF-8 is shown as such, for one bad cell may lose no row."""
    return raw.decode("utf-8", "replace")


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


def translate(error: sqlite3.Error, path: Path | str) -> DatabaseProblem:
    """What a user should know of an error of SQLite's. Raises what a signal meant that stopped the statement."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith("SQLITE_INTERRUPT"):
        from cyberdiplo.store import signals

        signals.raise_received()
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return DatabaseProblem(
            f"{path} is in use by another program (waited {BUSY_SECONDS:g} s).",
            hint="try again when that program has finished.",
        )
    if name in HOT:
        return DatabaseProblem(
            f"{path} was left in the middle of a write, and undoing that needs the right to write there.",
            hint=f"run 'cyberdiplo db status' as somebody who may write in {Path(path).absolute().parent};"
            f" keep {Path(path).name}-journal until then, for it holds the rows.",
        )
    if name.startswith("SQLITE_NOTADB"):
        return DatabaseProblem(f"{path} is not a SQLite database.", hint="name another file with --database.")
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_TRUNCATE", "SQLITE_IOERR_FSYNC")):
        return DatabaseProblem(
            f"{path} cannot be written to the end: {error}. It is as it was before.",
            hint="make room on the disk, or raise the quota or size limit, and try again.",
        )
    if name.startswith("SQLITE_READONLY"):
        return DatabaseProblem(f"{path} cannot be written: {error}.", hint="check the rights of the file and folder.")
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_IOERR")):
        return DatabaseProblem(
            f"{path} is damaged or cannot be read: {error}.",
            hint="'cyberdiplo db restore BACKUP' brings a backup back and keeps this file.",
        )
    return DatabaseProblem(f"{path} cannot be opened: {error}.", hint="check the path and its permissions.")


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """One transaction on an existing database: all of it or nothing. Raises DatabaseProblem.

    Foreign keys are not enforced row by row: whoever writes checks them before the end.
    """
    from cyberdiplo.store import signals

    try:
        connection = connect(path, "rw")
    except sqlite3.Error as error:
        raise translate(error, path) from error
    connection.set_progress_handler(signals.look, signals.STEPS)
    try:
        with signals.raised(), scratch(path):
            connection.execute("pragma foreign_keys = off")
            connection.execute("pragma cache_size = -65536")
            connection.execute("begin immediate")
            yield connection
            connection.execute("commit")
    except BaseException as error:
        _roll_back(connection)
        if isinstance(error, sqlite3.OperationalError) or type(error) is sqlite3.DatabaseError:
            raise translate(error, path) from error
        raise
    finally:
        connection.close()


@contextmanager
def scratch(path: Path) -> Iterator[None]:
    """SQLite's temporary files go into a folder of ours beside the database: as private, and swept when we are killed.

    By a pragma that holds for the whole process and that SQLite calls deprecated; one built without it keeps to the
    system's folder.
    """
    from cyberdiplo.store import atomic

    with atomic.folder_beside(path.resolve()) as folder, closing(sqlite3.connect(":memory:")) as any_connection:
        named = str(folder).replace("'", "''")
        any_connection.execute(f"pragma temp_store_directory = '{named}'")
        try:
            yield
        finally:
            any_connection.execute("pragma temp_store_directory = ''")


def _roll_back(connection: sqlite3.Connection) -> None:
    """Undo what was done; where even that cannot be written, whoever opens the file next does it (see recovery)."""
    connection.set_progress_handler(None, 0)
    if connection.in_transaction:
        with suppress(sqlite3.Error):
            connection.execute("rollback")


@contextmanager
def building(path: Path) -> Iterator[sqlite3.Connection]:
    """A new database, made beside its place and named when it is complete. Raises DatabaseProblem.

    For whoever holds the lock of the file: nothing is replaced, FileExistsError is raised where something is there.
    """
    from cyberdiplo.schema.model import generated_sql, views_sql
    from cyberdiplo.store import atomic, signals

    with atomic.new(path) as made:
        connection = connect(made, "rw")
        connection.set_progress_handler(signals.look, signals.STEPS)
        try:
            with scratch(path):
                connection.execute("pragma journal_mode = memory")  # a file that is thrown away when anything fails
                connection.execute("pragma synchronous = off")  # it is synced whole before it gets its name
                connection.execute("pragma cache_size = -65536")
                connection.execute("begin")
                run(connection, generated_sql("tables"))
                run(connection, views_sql())
                connection.execute("create table alembic_version (version_num varchar(32) not null primary key)")
                connection.execute("insert into alembic_version values (?)", (REVISION,))
                yield connection
                connection.execute("commit")
        except sqlite3.OperationalError as error:
            raise translate(error, path) from error
        finally:
            connection.close()


def run(connection: sqlite3.Connection, script: str) -> None:
    """Every statement of a script, within the transaction that is open (executescript would commit it)."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""
