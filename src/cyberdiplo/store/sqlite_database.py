"""A database that is a SQLite file."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any, ClassVar

from cyberdiplo.errors import CyberdiploError, DatabaseProblem
from cyberdiplo.messages import say_system, tr
from cyberdiplo.store import sqlite, sqlite_file, sqlite_reading, strange
from cyberdiplo.store.database import Database, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sqlalchemy import Engine

    from cyberdiplo.store.connection import Kind
    from cyberdiplo.store.sqlite_reading import Reading

AT_ONCE = 0.2  # seconds that a completion on Tab waits for a file that is being written


class SqliteDatabase(Database):
    """See Database; only what is called imports what it needs, for a question may not wait for it."""

    kind: ClassVar[Kind] = "sqlite"

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = str(path)

    def exists(self) -> bool:
        """See Database."""
        return sqlite_file.is_there(self.path) or self.path.exists()

    def missing(self) -> DatabaseProblem:
        """See Database."""
        return sqlite_file.missing(self.path)

    @contextmanager
    def asking(self) -> Iterator[Reading]:
        """See Database."""
        connection = sqlite.reading(self.path)
        connection.stop_after(sqlite_reading.SECONDS)
        try:
            yield connection
        except sqlite3.OperationalError as error:
            connection.raise_stopped()
            raise sqlite_file.translate(error, self.path) from error
        finally:
            connection.close()

    def peek(self, sql: str, values: Sequence[str]) -> list[tuple[Any, ...]]:
        """See Database."""
        if not sqlite_file.is_there(self.path):
            return []
        with closing(sqlite_file.connect_as(sqlite_reading.Reading, self.path, "ro", AT_ONCE)) as connection:
            connection.stop_after(AT_ONCE)
            return connection.execute(sql, values).fetchall()

    def status(self) -> list[Fact]:
        """See Database."""
        from cyberdiplo.store import sqlite_state

        return sqlite_state.status(self.path)

    @contextmanager
    def building(self) -> Iterator[sqlite3.Connection | None]:
        """See Database."""
        from cyberdiplo.store import lock

        self._make_folder()
        with lock.exclusive(self.path):
            if self.path.exists():
                yield None
                return
            with sqlite.building(self.path) as connection:
                yield connection

    def _make_folder(self) -> None:
        try:
            self.path.resolve().parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DatabaseProblem(
                tr("The folder of {path} cannot be made: {reason}.", path=self.path, reason=say_system(error)),
                hint=tr("name another place with --database."),
            ) from error

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """See Database."""
        from cyberdiplo.store import lock

        self._require()
        with lock.exclusive(self.path):
            sqlite.reading(self.path).close()  # its revision is ours, or the error says what to do
            with sqlite.writing(self.path) as connection:
                yield connection

    def _require(self) -> None:
        if not sqlite_file.is_there(self.path):
            raise self.missing()

    def backup(self, copy: Path) -> None:
        """See Database."""
        from cyberdiplo.store import copies

        copies.backup(self.path, copy)

    def restore(self, copy: Path) -> Path | None:
        """See Database."""
        from cyberdiplo.store import copies

        return copies.restore(self.path, copy)

    def engine(self, mode: str = "rwc") -> Engine:
        """See Database; transactions begin when we say so and hold for DDL too."""
        from sqlalchemy import create_engine, event
        from sqlalchemy.pool import NullPool

        def connect() -> sqlite3.Connection:  # the path as it is: in a URL, ? and % would mean something
            return sqlite_file.connect(self.path, mode)

        new_engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)
        # Batch mode rebuilds tables: with foreign keys on, cascades would delete rows.
        event.listen(new_engine, "connect", lambda connection, _: connection.execute("pragma foreign_keys = off"))
        event.listen(new_engine, "begin", lambda connection: connection.exec_driver_sql("begin immediate"))
        return new_engine

    @contextmanager
    def alone(self) -> Iterator[None]:
        """See Database."""
        from cyberdiplo.store import lock

        self._require()
        with lock.exclusive(self.path):
            with closing(sqlite.opened(self.path)) as connection:  # recovered, where a write was cut off
                strange.refuse_active(connection, self.name)
            with sqlite.scratch(self.path):
                yield

    @contextmanager
    def migrating(self, raw: sqlite3.Connection) -> Iterator[None]:
        """See Database."""
        from cyberdiplo.store import signals

        raw.execute("pragma cache_size = -65536")
        raw.set_progress_handler(signals.look, signals.STEPS)
        yield

    def renew_views(self, raw: sqlite3.Connection) -> bool:
        """See Database."""
        return strange.has_changed_views(raw)

    def refuse_strange(self, raw: sqlite3.Connection) -> None:
        """See Database."""
        strange.refuse(raw, self.name)

    def revision(self, raw: sqlite3.Connection) -> str | None:
        """See Database."""
        return sqlite_file.revision(raw)

    def translate(self, error: BaseException) -> CyberdiploError | None:
        """See Database; what breaks a rule of a table is no trouble of the file's."""
        if isinstance(error, sqlite3.OperationalError | sqlite3.DataError) or type(error) is sqlite3.DatabaseError:
            return sqlite_file.translate(error, self.path)
        return None
