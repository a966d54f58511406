"""Where rows go: the few steps of a load that differ from one database to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from cyberdiplo.schema.model import Table, seed_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Target(Protocol):
    """A database in the middle of one transaction."""

    @property
    def refusals(self) -> tuple[type[Exception], ...]:
        """What the database raises for a row that breaks a rule."""

    def insert(self, table: Table, rows: Iterable[list[str]], load_id: int) -> int:
        """Add rows of text cells, empty is missing; returns how many. Raises one of ``refusals``."""

    def execute(self, sql: str, parameters: dict[str, Any] | None = None) -> Iterable[tuple[Any, ...]]:
        """Any statement, with ``:name`` parameters."""

    def batches(self, sql: str, size: int) -> Iterator[list[tuple[Any, ...]]]:
        """The rows of a question so many at a time; other statements may run in between."""

    def insert_plain(self, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Add rows of ready values to a derived table."""

    def savepoint(self) -> None:
        """From here on ``undo`` is possible."""

    def undo(self) -> None:
        """Back to the last savepoint, which stays."""

    def release(self) -> None:
        """Forget the last savepoint, keep what was done since."""

    def finish(self) -> None:
        """What is better done once the rows are there."""

    def check_references(self) -> bool:
        """Whether every reference points at a row."""

    def has_index(self) -> bool:
        """Whether there is a full-text index."""

    def index_texts(self) -> None:
        """Make the full-text index again, from all rows; a search that runs meanwhile sees the old one."""


def register_sql(first: int) -> list[str]:
    """Statements that enter the records of the loads from ``first`` on in the one id space."""
    return [
        f"insert into records (id, kind, load_id) select id, '{table.kind}', load_id from {table.name}"
        f" where load_id >= {first}"
        for table in seed_tables().values()
        if table.kind
    ]
