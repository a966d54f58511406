"""Rows into SQLite: text cells as they stand in a seed file, which it makes values of itself."""

from __future__ import annotations

import sqlite3
from itertools import islice
from typing import TYPE_CHECKING, Any

from cyberdiplo.load import search_sqlite
from cyberdiplo.schema.model import Column, Table, generated_sql

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BATCH = 20_000


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

    def batches(self, sql: str, size: int) -> Iterator[list[tuple[Any, ...]]]:
        """See Target."""
        cursor = self.connection.execute(sql)
        while batch := cursor.fetchmany(size):
            yield batch

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

    def has_index(self) -> bool:
        """See Target."""
        return search_sqlite.is_ready(self)

    def index_texts(self) -> None:
        """See Target."""
        search_sqlite.index_texts(self)


def insert_sql(table: Table, load_id: int) -> str:
    """An INSERT whose parameters are the cells of a seed row: SQLite itself turns text into values."""
    columns = [column for column in table.columns if not column.bookkeeping]
    values = ", ".join(_value(index, column) for index, column in enumerate(columns, 1))
    names = ", ".join([*(column.name for column in columns), "load_id"])
    if table.words_of is None:
        return f"insert into {table.name} ({names}) values ({values}, {load_id})"
    same = " and ".join(f"{column.name} is {_value(index, column)}" for index, column in enumerate(columns, 1))
    return (  # the same word once more is no contradiction: a copy of a database has all that ship with the program
        f"insert into {table.name} ({names}) select {values}, {load_id}"
        f" where not exists (select 1 from {table.name} where {same})"
    )


def _value(index: int, column: Column) -> str:
    if column.required and column.default == "":
        return f"?{index}"  # empty text is a value here: the whole record, no anchor
    value = f"nullif(?{index}, '')"
    if column.type != "TEXT":  # STRICT would take 1E+05 for a number; what is not digits stays text and is refused
        point = "." if column.type == "REAL" else ""
        value = f"case when ?{index} glob '*[^0-9{point}-]*' then 'not ' || ?{index} else {value} end"
    return value if column.default is None else f"coalesce({value}, '{column.default}')"
