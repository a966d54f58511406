"""What a question needs of a database: the part of ``sqlite3.Connection`` that it uses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
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


def undecoded(connection: Connection, cursor: Any) -> Callable[[int], Iterator[Sequence[tuple[Any, ...]]]] | None:
    """A way to read a cursor's rows in batches, their text as bytes of UTF-8; None where the database has none.

    SQLite holds text as UTF-8: a file of a million rows need not decode it only to encode it again. Only for a
    question that gives no blobs, which would look the same; and use this or the cursor's rows, not both.
    """
    if not hasattr(connection, "text_factory"):
        return None

    def batches(size: int) -> Iterator[Sequence[tuple[Any, ...]]]:
        before = connection.text_factory
        connection.text_factory = bytes
        try:
            while batch := cursor.fetchmany(size):
                yield batch
        finally:
            connection.text_factory = before

    return batches
