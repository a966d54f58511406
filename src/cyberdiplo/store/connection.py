"""What a question needs of a database: ``sqlite_reading.Reading`` and ``postgres_reading.Reading`` are such."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cyberdiplo.result import Row

Kind = Literal["sqlite", "postgresql"]


class Plan(NamedTuple):
    """How a database would run a statement."""

    place: str  # of the database, as it may be printed
    bytes: int  # its size
    steps: list[str]  # the plan, a line each; what belongs to a step is indented under it


class Cursor(Protocol):
    """Rows, and the names of their columns."""

    @property
    def description(self) -> Sequence[Sequence[Any]] | None:
        """One entry a column, its name first."""

    def __iter__(self) -> Iterator[Row]:
        """The rows, one by one."""

    def fetchone(self) -> Row | None:
        """The next row."""


class Connection(Protocol):
    """A database opened for reading."""

    kind: Kind
    errors: tuple[type[Exception], ...]  # what ``execute`` and its rows raise for what is wrong with a statement

    def execute(self, sql: str, parameters: Mapping[str, Any] = ..., /) -> Cursor:
        """Run a statement with ``:name`` parameters."""

    def rows(self, cursor: Any) -> Iterator[Row]:
        """The rows of a cursor as they come, in the form that is quickest to write to a file."""

    def rows_later(self, sql: str, objects: str = "") -> Iterator[Row]:
        """The rows of a statement that is run when they are first wanted.

        ``objects`` is SQL that gives the same rows as JSON, one object each, for a database that makes it quicker.
        """

    def explain(self, sql: str, values: Mapping[str, Any]) -> Plan:
        """How the statement would be run."""

    def close(self) -> None:
        """Let go of it."""
