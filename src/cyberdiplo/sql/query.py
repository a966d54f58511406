"""A user's statement while it runs: it can only read, and is stopped by its limits and by Ctrl-C."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from cyberdiplo.result import Result, Row
    from cyberdiplo.sql.tokens import SqlStatement
    from cyberdiplo.store.connection import Cursor

# (an error of the database's, what the statement was kept from doing or nothing) -> the error that a user reads
Describe = Callable[[Exception, str], Exception]


class Query(Protocol):
    """What questions and free SQL are run by."""

    def step(self) -> AbstractContextManager[None]:
        """The database works; its errors, and no others, are said as ``Describe`` has it."""

    def execute(self, sql: str, values: Mapping[str, Any]) -> Cursor:
        """Begin; ``rows`` gives what is found."""

    def rows(self, cursor: Cursor, sql: str) -> Iterator[Row]:
        """The rows of a cursor, one by one; or in batches, where the database can give them quicker so."""

    def stop(self) -> None:
        """Let go of it; more than once is no harm."""


class FreeQuery(Query, Protocol):
    """A query for SQL as a user typed it, on one kind of database."""

    def spell(self, statement: SqlStatement) -> str:
        """A statement as this database reads it."""

    def explain(self, sql: str, values: Mapping[str, Any]) -> Result:
        """How a statement would be run."""
