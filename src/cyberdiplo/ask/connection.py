"""What a question needs of a database: the part of ``sqlite3.Connection`` that it uses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol


class Cursor(Protocol):
    """Rows, and the names of their columns."""

    @property
    def description(self) -> Sequence[Sequence[Any]] | None:
        """One entry a column, its name first."""

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        """The rows, one by one."""

    def fetchone(self) -> tuple[Any, ...] | None:
        """The next row."""


class Connection(Protocol):
    """A database opened for reading; ``sqlite3.Connection`` is one."""

    def execute(self, sql: str, parameters: Mapping[str, Any] = ..., /) -> Cursor:
        """Run a statement with ``:name`` parameters."""

    def close(self) -> None:
        """Let go of it."""
