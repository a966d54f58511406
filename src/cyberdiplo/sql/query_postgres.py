"""A statement in a read-only transaction on a PostgreSQL server, which stops it after its time."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import psycopg

from cyberdiplo.errors import Stopped
from cyberdiplo.result import Result, Row
from cyberdiplo.sql.limits import MEGABYTE, Limits, limit_program, refuse_time, too_large, weight

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cyberdiplo.sql.query import Describe
    from cyberdiplo.sql.tokens import SqlStatement
    from cyberdiplo.store.postgres_reading import CursorRows, Reading


ROOM = 160 * MEGABYTE  # that an answer may take beside what the program has


class PostgresQuery:
    """See Query."""

    def __init__(self, connection: Reading, describe: Describe, limits: Limits) -> None:
        self.connection = connection
        self.limits = limits
        self._describe = describe
        if limits.whole_program:
            limit_program(ROOM)
        if limits.seconds is not None:
            connection.allow(limits.seconds)

    @contextmanager
    def step(self) -> Iterator[None]:
        """See Query."""
        try:
            yield
        except MemoryError:
            raise too_large(streams=self.limits.streams) from None
        except psycopg.Error as error:
            raise self._describe(error, "") from error
        except Stopped as error:
            if self.limits.seconds is not None and isinstance(error.__cause__, psycopg.errors.QueryCanceled):
                raise refuse_time(self.limits.seconds) from error
            raise

    def execute(self, sql: str, values: Mapping[str, Any]) -> CursorRows:
        """See Query."""
        with self.step():
            return self.connection.execute(sql, values)

    def rows(self, cursor: Any, sql: str) -> Iterator[Row]:
        """See Query."""
        with self.step():
            for row in cursor:
                if self.limits.row and weight(row) > self.limits.row:
                    raise too_large(streams=self.limits.streams)
                yield row

    def spell(self, statement: SqlStatement) -> str:
        """See Query."""
        return statement.with_colons

    def explain(self, sql: str, values: Mapping[str, Any]) -> Result:
        """See Query."""
        explained = f"explain {sql}"
        return Result(["plan"], self.rows(self.execute(explained, values), explained))

    def stop(self) -> None:
        """See Query: nothing of ours watches it."""
