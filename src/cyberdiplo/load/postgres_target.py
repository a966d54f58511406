"""Rows into PostgreSQL by COPY, with the same checks and refusals as on SQLite."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any

import psycopg

from cyberdiplo.load import search_postgres
from cyberdiplo.load.postgres_bulk import Keys
from cyberdiplo.schema.model import Table, seed_tables
from cyberdiplo.store.postgres_reading import convert

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from cyberdiplo.store.postgres import Connection

BLOCK = 1000  # rows handed over at a time
BATCH = 20_000  # rows of a derived table between two looks at where they come from
MANY = 10_000  # rows after which the planner should count again
MISSING = "\x01"  # what stands for null on the way: no text has it
NUMBER = {
    "INTEGER": re.compile(r"-?[0-9]+").fullmatch,
    "REAL": re.compile(r"-?(?:[0-9]+\.?[0-9]*|\.[0-9]+)").fullmatch,
}


class Refused(Exception):
    """The database does not take a row; the message is one that ``explain_refusal`` understands."""


class PostgresTarget:
    """A PostgreSQL connection in a transaction, references checked at the end; see Target.

    ``fresh``: the tables have just been made in this transaction, so that no other session needs their keys meanwhile.
    """

    refusals: tuple[type[Exception], ...] = (Refused,)

    def __init__(self, connection: Connection, *, fresh: bool = False) -> None:
        self.connection = connection
        self._new = 0
        self._keys = Keys(connection) if fresh else None
        connection.execute("set constraints all deferred")
        if self._keys:
            self._keys.drop()

    def insert(self, table: Table, rows: Iterable[list[str]], load_id: int) -> int:
        """See Target."""
        if table.words_of:
            return self._add_words(table, rows, load_id)
        columns = [*table.header, "load_id"]
        count = self._copy(table.name, columns, lines(table, rows, load_id))
        self._new += count
        return count

    def execute(self, sql: str, parameters: dict[str, Any] | None = None) -> list[tuple[Any, ...]]:
        """See Target."""
        try:
            cursor = self.connection.execute(convert(sql), parameters or {})
        except psycopg.Error as error:
            raise _translate(error) from error
        return cursor.fetchall() if cursor.description else []

    def batches(self, sql: str, size: int) -> Iterator[list[tuple[Any, ...]]]:
        """See Target."""
        with self.connection.cursor(name="batches") as cursor:
            cursor.execute(sql)
            while batch := cursor.fetchmany(size):
                yield batch

    def insert_plain(self, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """See Target."""
        source = iter(rows)
        while batch := list(islice(source, BATCH)):  # read first: nothing else can be asked while COPY runs
            self._copy(table, [], (_line(["" if v is None else str(v) for v in row], MISSING) for row in batch))

    def savepoint(self) -> None:
        """See Target."""
        self.connection.execute("savepoint loading")

    def undo(self) -> None:
        """See Target."""
        self.connection.execute("rollback to savepoint loading")

    def release(self) -> None:
        """See Target."""
        self.connection.execute("release savepoint loading")

    def finish(self) -> None:
        """Keys, references and indexes of a new database: after the rows; and what the planner must know of many."""
        if self._keys:
            try:
                self._keys.make()
            except psycopg.Error as error:
                raise _translate(error) from error
        if self._new >= MANY:
            self.connection.execute(f"analyze {', '.join([*seed_tables(), 'records'])}")

    def check_references(self) -> bool:
        """See Target."""
        try:
            self.connection.execute("set constraints all immediate")
        except psycopg.errors.ForeignKeyViolation:
            return False
        return True

    def _add_words(self, table: Table, rows: Iterable[list[str]], load_id: int) -> int:
        """Words of a vocabulary, but those that are there as they are: a copy of a database has all that ship."""
        columns = [table.column(name) for name in table.header]
        types = {"TEXT": "text", "INTEGER": "integer"}
        values = [f"nullif(%({column.name})s, '')::{types[column.type]}" for column in columns]
        new_values = [
            value if column.default is None else f"coalesce({value}, '{column.default}')"
            for value, column in zip(values, columns, strict=True)
        ]
        same = " and ".join(
            f"{c.name} is not distinct from {value}" for c, value in zip(columns, new_values, strict=True)
        )
        sql = (
            f"insert into {table.name} ({', '.join(table.header)}, load_id) select {', '.join(new_values)}, {load_id}"
            f" where not exists (select 1 from {table.name} where {same})"
        )
        count = 0
        with self.connection.cursor() as cursor:
            for cells in rows:
                if len(cells) != len(columns):
                    raise Refused(f"{len(cells)} cells")
                for column, cell in zip(columns, cells, strict=True):
                    if cell and column.type in NUMBER and not NUMBER[column.type](cell):
                        raise Refused(f"cannot store TEXT value in {column.type} column {table.name}.{column.name}")
                try:
                    cursor.execute(sql, dict(zip(table.header, cells, strict=True)))
                except psycopg.Error as error:
                    raise _translate(error) from error
                count += cursor.rowcount
        return count

    def has_index(self) -> bool:
        """See Target."""
        return search_postgres.is_ready(self)

    def index_texts(self) -> None:
        """See Target."""
        search_postgres.index_texts(self)

    def _copy(self, table: str, columns: list[str], rows: Iterator[str]) -> int:
        listed = f" ({', '.join(columns)})" if columns else ""
        sql = f"copy {table}{listed} from stdin (null E'\\x01')"
        try:
            with self.connection.cursor() as cursor:
                with cursor.copy(sql) as copy:
                    while block := "".join(islice(rows, BLOCK)):
                        copy.write(block)
                return cursor.rowcount
        except psycopg.Error as error:
            raise _translate(error) from error


def lines(table: Table, rows: Iterable[list[str]], load_id: int) -> Iterator[str]:
    """Rows of cells as COPY reads them. Raises Refused for numbers that are not written as digits."""
    columns = [table.column(name) for name in table.header]
    empty = ["" if c.required and c.default == "" else c.default or MISSING for c in columns]
    numbers: list[tuple[int, Callable[[str], Any]]] = [
        (index, NUMBER[column.type]) for index, column in enumerate(columns) if column.type in NUMBER
    ]
    end = f"\t{load_id}\n"
    for cells in rows:
        if len(cells) != len(columns):
            raise Refused(f"{len(cells)} cells")
        for index, is_number in numbers:
            if cells[index] and not is_number(cells[index]):
                raise Refused(
                    f"cannot store TEXT value in {columns[index].type} column {table.name}.{columns[index].name}"
                )
        yield _line(cells, empty, end)


def _line(cells: list[str], empty: list[str] | str, end: str = "\n") -> str:
    fill = [empty] * len(cells) if isinstance(empty, str) else empty
    line = "\t".join([cell or instead for cell, instead in zip(cells, fill, strict=True)])
    if "\\" in line or "\n" in line or "\r" in line or line.count("\t") >= len(cells):
        line = "\t".join([_escape(cell) or instead for cell, instead in zip(cells, fill, strict=True)])
    return line + end


def _escape(cell: str) -> str:
    return cell.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def _translate(error: psycopg.Error) -> Exception:
    """The refusal of a row, in words that ``explain_refusal`` understands; any other error as it is."""
    diag = error.diag
    if isinstance(error, psycopg.errors.NotNullViolation):
        return Refused(f'null value in column "{diag.column_name}"')
    if isinstance(error, psycopg.errors.UniqueViolation) and not (diag.constraint_name or "").endswith("_fact"):
        return Refused((diag.message_detail or "").partition("=")[0])
    if isinstance(error, psycopg.errors.IntegrityError):
        return Refused(str(diag.constraint_name))
    if isinstance(error, psycopg.DataError):
        match = re.search(r"COPY (\w+), line \d+, column (\w+)", diag.context or "")
        if match and error.sqlstate in ("22P02", "22003"):
            return Refused(f"cannot store TEXT value in INTEGER column {match[1]}.{match[2]}")
        return Refused((diag.message_primary or str(error)).partition("\n")[0])
    return error
