"""What can be done with a database, of whatever kind it is; ``address.database_at`` chooses the kind once."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar

from cyberdiplo.errors import CyberdiploError, DatabaseProblem
from cyberdiplo.messages import tr
from cyberdiplo.schema.revision import REVISION

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from sqlalchemy import Engine

    from cyberdiplo.store.connection import Connection, Kind

Fact = tuple[str, object]  # what is told of a database, and its value


class Database(ABC):
    """A database by its address; nothing is opened before it is asked for.

    A raw connection is that of the database's own module: ``sqlite3.Connection`` or ``psycopg.Connection``.
    """

    kind: ClassVar[Kind]
    name: str  # as it may be printed: of a URL never the password

    # --- to ask ---

    @abstractmethod
    def exists(self) -> bool:
        """Whether there is a database that folders can be loaded into. Raises DatabaseProblem."""

    @abstractmethod
    def missing(self) -> DatabaseProblem:
        """The error for a database that is not there."""

    @abstractmethod
    def asking(self) -> AbstractContextManager[Connection]:
        """A connection that can only read. Raises DatabaseProblem where there is nothing of this revision to ask."""

    @abstractmethod
    def peek(self, sql: str, values: Sequence[str]) -> list[tuple[Any, ...]]:
        """Rows to complete what a user is typing; none where they cannot be had at once. ``?`` stands for a value."""

    @abstractmethod
    def status(self) -> list[Fact]:
        """What there is to know of it: place, size, revision, counts, indexes, loads, soundness."""

    # --- to write ---

    @abstractmethod
    def building(self) -> AbstractContextManager[Any]:
        """A raw connection to a new database with empty tables, there when the block ends well, or not at all.

        None where another process has made one by now. Raises DatabaseProblem.
        """

    @abstractmethod
    def writing(self) -> AbstractContextManager[Any]:
        """A raw connection in one transaction on a database of this revision: all of it or nothing.

        Other writers wait meanwhile. Raises DatabaseProblem.
        """

    # --- copies ---

    @abstractmethod
    def backup(self, copy: Path) -> None:
        """A sound copy, also while others use it. Raises DatabaseProblem, or BadUsage where another tool makes it."""

    @abstractmethod
    def restore(self, copy: Path) -> Path | None:
        """Put a copy in its place; returns where what was there is kept. Raises DatabaseProblem or BadUsage."""

    # --- what a migration needs; see ``migrate`` ---

    @abstractmethod
    def engine(self, mode: str = "rwc") -> Engine:
        """An engine of SQLAlchemy's; ``mode`` rwc makes a database that is not there, rw does not."""

    @abstractmethod
    def alone(self) -> AbstractContextManager[None]:
        """Before its transaction begins: it is there and sound, and no other process replaces it meanwhile."""

    @abstractmethod
    def migrating(self, raw: Any) -> AbstractContextManager[None]:
        """Within its transaction: no other process writes, and a signal is seen."""

    @abstractmethod
    def renew_views(self, raw: Any) -> bool:
        """Whether views of ours are not as this version makes them, at today's revision."""

    @abstractmethod
    def refuse_strange(self, raw: Any) -> None:
        """Raise DatabaseProblem where there is in it what is not ours, and may do harm."""

    @abstractmethod
    def revision(self, raw: Any) -> str | None:
        """The revision of the schema, None where there are no tables of ours. Raises DatabaseProblem."""

    @abstractmethod
    def translate(self, error: BaseException) -> CyberdiploError | None:
        """What a user should know of an error of the database's; None for any other one."""


def is_known(revision: str | None) -> bool:
    """Whether this version, or an earlier one, made databases of that revision."""
    return revision is not None and _is_numbered(revision) and revision <= REVISION


def _is_numbered(revision: str) -> bool:
    """Whether it looks as our revisions do, from 0001 on."""
    return len(revision) == len(REVISION) and revision.isascii() and revision.isdigit() and int(revision) > 0


def other_revision(revision: str | None, where: str) -> DatabaseProblem:
    """The error for a database that this version cannot ask."""
    if revision is None or not _is_numbered(revision):
        return DatabaseProblem(
            tr("{where} is not a cyberdiplo database.", where=where),
            hint=tr("'cyberdiplo db path' says which database is asked."),
        )
    if revision > REVISION:
        return DatabaseProblem(
            tr(
                "{where} was made by a newer cyberdiplo (schema {found}, this one knows {revision}).",
                where=where,
                found=revision,
                revision=REVISION,
            ),
            hint=tr("upgrade cyberdiplo, or name another database with --database."),
        )
    return DatabaseProblem(
        tr(
            "{where} was made by an earlier cyberdiplo (schema {found}, now {revision}).",
            where=where,
            found=revision,
            revision=REVISION,
        ),
        hint=tr("'cyberdiplo db upgrade' brings it up to date and keeps every row."),
    )
