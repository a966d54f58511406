"""A statement in a sandbox on SQLite."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from cyberdiplo.result import Result, Row, take_rows
from cyberdiplo.sql.limits import Limits, memory, refuse_time, too_large, weight
from cyberdiplo.sql.sandbox import confine, limit_heap
from cyberdiplo.sql.timeout import Timeout
from cyberdiplo.store.encoded import EncodedRows
from cyberdiplo.store.sqlite_reading import indented

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cyberdiplo.sql.query import Describe
    from cyberdiplo.sql.tokens import SqlStatement

MANY = 1000  # rows between two looks at the memory
LONG = 1 << 16  # characters of a statement that may hold long values itself
WITHOUT_BLOBS = """
select count(*) from pragma_table_list as tables
where tables.schema = 'main' and tables.strict and tables.name in ({})
  and not exists (select 1 from pragma_table_xinfo(tables.name) as columns where columns.type in ('BLOB', 'ANY'))
"""


class SqliteQuery:
    """See Query; Ctrl-C stops it at once, and the time limit counts only what SQLite takes."""

    def __init__(self, connection: sqlite3.Connection, describe: Describe, limits: Limits) -> None:
        self.connection = connection
        self.limits = limits
        self._describe = describe
        if limits.whole_program:
            limit_heap(connection)
        self._access = confine(connection)
        self._timeout = Timeout(connection, limits.seconds or 0, limits.last_words)
        self._timeout.start()

    @contextmanager
    def step(self) -> Iterator[None]:
        """See Query."""
        timeout = self._timeout
        timeout.begin()
        try:
            yield
        except MemoryError:
            raise too_large(streams=self.limits.streams) from None
        except sqlite3.Error as error:
            self.stop()
            if timeout.interrupted:
                raise KeyboardInterrupt from None
            if timeout.late:
                raise refuse_time(self.limits.seconds or 0) from None
            raise self._describe(error, self._access.denied) from error
        finally:
            timeout.end()
        if timeout.late:
            self.stop()
            raise refuse_time(self.limits.seconds or 0)

    def execute(self, sql: str, values: Mapping[str, Any]) -> sqlite3.Cursor:
        """See Query."""
        with self.step():
            return self.connection.execute(sql, values)

    def rows(self, cursor: Any, sql: str) -> EncodedRows:
        """See Query; ``sql`` is what the statement is made of."""
        short = not self._access.lengthens and self._takes_text_only(sql)
        text = bytes if short else bytearray
        return EncodedRows(self._single(cursor), partial(self._batches, cursor, text), text=text)

    def spell(self, statement: SqlStatement) -> str:
        """See Query."""
        return statement.strict

    def explain(self, sql: str, values: Mapping[str, Any]) -> Result:
        """See Query; each step stands under the one that it belongs to."""
        steps = list(self._single(self.execute(f"explain query plan {sql}", values)))
        tree = zip(steps, indented(steps), strict=True)
        return Result(["step", "parent", "plan"], ((number, parent, step) for (number, parent, *_), step in tree))

    def stop(self) -> None:
        """See Query."""
        self._timeout.stop()

    def _single(self, cursor: sqlite3.Cursor) -> Iterator[Row]:
        count = 0
        try:
            while True:
                with self.step():
                    row = cursor.fetchone()
                if row is None:
                    return
                count += 1
                if count % MANY == 0:
                    self._refuse_memory()
                self._refuse_row(row)
                yield row
        finally:
            self.stop()

    def _batches(self, cursor: sqlite3.Cursor, text: type, most: int) -> Iterator[Sequence[Row]]:
        """The rows, their text as ``text``; where a row may be long, as many at a time as there is room for."""
        before = self.connection.text_factory
        self.connection.text_factory = text
        try:
            while True:
                with self.step():
                    is_short = text is bytes
                    batch = cursor.fetchmany(most) if is_short else take_rows(cursor, most, weigh=self._refuse_row)
                if not batch:
                    return
                self._refuse_memory()
                yield batch
        finally:
            self.connection.text_factory = before
            self.stop()

    def _refuse_row(self, row: Row) -> int:
        """The weight of a row. Raises Stopped where it is beyond the limit."""
        heavy = weight(row)
        if self.limits.row and heavy > self.limits.row:
            raise too_large(streams=self.limits.streams)
        return heavy

    def _refuse_memory(self) -> None:
        if self.limits.memory and memory() > self.limits.memory:
            raise too_large(streams=self.limits.streams)

    def _takes_text_only(self, sql: str) -> bool:
        """Whether a statement gives only what tables without blobs hold; strict tables hold what they say."""
        if len(sql) > LONG or any(sign in sql.lower() for sign in ("||", "x'", "cast")):
            return False
        read = sorted(self._access.tables)
        row = self.connection.execute(WITHOUT_BLOBS.format(", ".join("?" * len(read))), read).fetchone()
        return bool(row[0] == len(read))
