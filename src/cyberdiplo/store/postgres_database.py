"""A database on a PostgreSQL server."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, ClassVar

import psycopg

from cyberdiplo.errors import BadUsage, CyberdiploError, DatabaseProblem
from cyberdiplo.messages import tr
from cyberdiplo.schema.revision import REVISION
from cyberdiplo.settings import printable
from cyberdiplo.store import postgres
from cyberdiplo.store.database import Database, Fact, other_revision
from cyberdiplo.store.postgres_errors import translate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sqlalchemy import Engine

    from cyberdiplo.store.connection import Kind
    from cyberdiplo.store.postgres_reading import Reading


class PostgresDatabase(Database):
    """See Database."""

    kind: ClassVar[Kind] = "postgresql"

    def __init__(self, url: str) -> None:
        self.url = url
        self.name = printable(url)

    def exists(self) -> bool:
        """See Database: whether our tables are there, of whatever revision."""
        connection = postgres.connect(self.url)
        try:
            return postgres.revision(connection) is not None
        finally:
            connection.close()

    def missing(self) -> DatabaseProblem:
        """See Database."""
        return postgres.empty(self.url)

    @contextmanager
    def asking(self) -> Iterator[Reading]:
        """See Database."""
        connection = postgres.reading(self.url)
        try:
            yield connection
        except psycopg.Error as error:
            raise translate(error, self.url) from error
        finally:
            connection.close()

    def peek(self, sql: str, values: Sequence[str]) -> list[tuple[Any, ...]]:
        """See Database: none, for a server may be far away."""
        return []

    def status(self) -> list[Fact]:
        """See Database."""
        from cyberdiplo.store import postgres_state

        return postgres_state.status(self.url)

    @contextmanager
    def building(self) -> Iterator[postgres.Connection | None]:
        """See Database."""
        from cyberdiplo.store import migrate  # Alembic is slow to import, and only needed here

        with migrate.writing(self) as (connection, raw):
            if self.revision(raw) is None:
                migrate.run_upgrade(connection)
                yield raw
            else:
                yield None

    @contextmanager
    def writing(self) -> Iterator[postgres.Connection]:
        """See Database."""
        with postgres.writing(self.url) as connection:
            revision = self.revision(connection)
            if revision is None:
                raise self.missing()
            if revision != REVISION:
                raise other_revision(revision, self.name)
            yield connection

    def backup(self, copy: Path) -> None:
        """See Database: that is the server's own tool's work."""
        raise BadUsage(
            tr("{name} is a server's database, which pg_dump copies.", name=self.name),
            hint=tr("pg_dump --format=custom --file=copy.dump URL (and pg_restore to bring it back)."),
        )

    def restore(self, copy: Path) -> Path | None:
        """See Database: that is the server's own tool's work."""
        raise BadUsage(
            tr("{name} is a server's database, which pg_restore brings back.", name=self.name),
            hint=tr("pg_restore --clean --if-exists --single-transaction --dbname=URL copy.dump"),
        )

    def engine(self, mode: str = "rwc") -> Engine:
        """See Database; the database itself is made by its server's own tool."""
        from sqlalchemy import create_engine

        return create_engine(
            "postgresql+psycopg://", creator=lambda: postgres.connect(self.url), use_native_hstore=False
        )

    @contextmanager
    def alone(self) -> Iterator[None]:
        """See Database: who else may write, the lock within the transaction says."""
        if not self.exists():
            raise self.missing()
        yield

    @contextmanager
    def migrating(self, raw: postgres.Connection) -> Iterator[None]:
        """See Database."""
        postgres.lock(raw)
        yield

    def renew_views(self, raw: Any) -> bool:
        """See Database: a server is no file that a stranger sends, and its views are made by those who may."""
        return False

    def refuse_strange(self, raw: Any) -> None:
        """See Database."""

    def revision(self, raw: postgres.Connection) -> str | None:
        """See Database."""
        return postgres.revision(raw)

    def translate(self, error: BaseException) -> CyberdiploError | None:
        """See Database."""
        return translate(error, self.url) if isinstance(error, psycopg.Error) else None
