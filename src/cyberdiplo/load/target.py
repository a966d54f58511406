"""Where rows go: the few steps of a load that differ from one database to another."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Protocol

from cyberdiplo.schema.model import Column, Table, generated_sql, seed_tables

BATCH = 20_000


class Target(Protocol):
    """A database in the middle of one transaction."""

    @property
    def refusals(self) -> tuple[type[Exception], ...]:
        """What the database raises for a row that breaks a rule."""

    def insert(self, table: Table, rows: Iterable[list[str]], load_id: int) -> int:
        """Add rows of text cells, empty is missing; returns how many. Raises one of ``refusals``."""

    def execute(self, sql: str, parameters: dict[str, Any] | None = None) -> Iterable[tuple[Any, ...]]:
        """Any statement, with ``:name`` parameters."""

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


class SqliteTarget:
    """A SQLite connection in a transaction, foreign keys off and checked at the end."""

    refusals: tuple[type[Exception], ...] = (sqlite3.IntegrityError, sqlite3.ProgrammingError)

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._sql: dict[tuple[str, int], str] = {}

    def insert(self, table: Table, rows: Iterable[list[str]], load_id: int) -> int:
        """See Target."""
        sql = self._sql.setdefault((table.name, load_id), insert_sql(table, load_id))
        cursor, count, source = self.connection.cursor(), 0, iter(rows)
        while True:
            cursor.executemany(sql, islice(source, BATCH))
            if cursor.rowcount <= 0:
                return count
            count += cursor.rowcount

    def execute(self, sql: str, parameters: dict[str, Any] | None = None) -> Iterator[tuple[Any, ...]]:
        """See Target."""
        return self.connection.execute(sql, parameters or {})

    def insert_plain(self, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """See Target."""
        source = iter(rows)
        if (first := next(source, None)) is None:
            return
        sql = f"insert into {table} values ({', '.join('?' * len(first))})"
        self.connection.execute(sql, first)
        self.connection.executemany(sql, source)

    def savepoint(self) -> None:
        """See Target."""
        self.connection.execute("savepoint loading")

    def undo(self) -> None:
        """See Target."""
        self.connection.execute("rollback to loading")

    def release(self) -> None:
        """See Target."""
        self.connection.execute("release loading")

    def finish(self) -> None:
        """Make the indexes of a new database: after the rows, for that takes two thirds of the time."""
        present = self.connection.execute("select 1 from sqlite_master where name = 'ix_name_index_norm'").fetchone()
        for statement in [] if present else generated_sql("indexes").split(";\n"):
            if statement.strip():
                self.connection.execute(statement)

    def check_references(self) -> bool:
        """See Target."""
        return self.connection.execute("pragma foreign_key_check").fetchone() is None


def insert_sql(table: Table, load_id: int) -> str:
    """An INSERT whose parameters are the cells of a seed row: SQLite itself turns text into values."""
    columns = [column for column in table.columns if not column.bookkeeping]
    values = ", ".join(_value(place, column) for place, column in enumerate(columns, 1))
    names = ", ".join([*(column.name for column in columns), "load_id"])
    if table.words_of is None:
        return f"insert into {table.name} ({names}) values ({values}, {load_id})"
    same = " and ".join(f"{column.name} is {_value(place, column)}" for place, column in enumerate(columns, 1))
    return (  # the same word once more is no contradiction: a copy of a database has all that ship with the program
        f"insert into {table.name} ({names}) select {values}, {load_id}"
        f" where not exists (select 1 from {table.name} where {same})"
    )


def _value(place: int, column: Column) -> str:
    if column.required and column.default == "":
        return f"?{place}"  # empty text is a value here: the whole record, no anchor
    value = f"nullif(?{place}, '')"
    if column.type != "TEXT":  # STRICT would take 1E+05 for a number; what is not digits stays text and is refused
        point = "." if column.type == "REAL" else ""
        value = f"case when ?{place} glob '*[^0-9{point}-]*' then 'not ' || ?{place} else {value} end"
    return value if column.default is None else f"coalesce({value}, '{column.default}')"


def register_sql(first: int) -> list[str]:
    """Statements that enter the records of the loads from ``first`` on in the one id space."""
    return [
        f"insert into records (id, kind, load_id) select id, '{table.kind}', load_id from {table.name}"
        f" where load_id >= {first}"
        for table in seed_tables().values()
        if table.kind
    ]
