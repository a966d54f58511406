"""Questions to PostgreSQL, answered as SQLite answers them: ``:name`` parameters, plain values, rows as they come."""

from __future__ import annotations

import re
from collections import deque
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.adapt import Loader
from psycopg.types.numeric import FloatLoader, IntLoader
from psycopg.types.string import ByteaLoader, TextLoader

from cyberdiplo.settings import printable
from cyberdiplo.store.connection import Kind, Plan
from cyberdiplo.store.lock import read_patience
from cyberdiplo.store.postgres_errors import is_fault, translate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cyberdiplo.result import Row

LONGEST_NUMBER = 4_000  # digits: Python reads no more into a whole number
CHUNK = 500  # rows fetched at a time: a million need no more memory than these
SIZE = """
select coalesce(sum(pg_total_relation_size(oid)), 0)::bigint from pg_class
where relkind = 'r' and relnamespace = to_regnamespace(current_schema())
"""
TOKEN = re.compile(
    r"""'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|/\*.*?\*/|\$(\w*)\$.*?\$\1\$"""  # what is no SQL of its own
    r"""|(?P<name>(?<![:\w]):[a-z_][a-z0-9_]*)|(?P<percent>%)""",
    re.DOTALL | re.IGNORECASE,
)


def convert(sql: str) -> str:
    """SQL with ``:name`` parameters as psycopg writes them."""

    def put(match: re.Match[str]) -> str:
        if match["name"]:
            return f"%({match['name'][1:]})s"
        return match[0].replace("%", "%%")

    return TOKEN.sub(put, sql)


class CursorRows:
    """The rows of an answer as they come from the server; ``sqlite3.Cursor`` is alike."""

    def __init__(self, rows: Iterator[tuple[Any, ...]], description: Sequence[Sequence[Any]] | None) -> None:
        self._coming = rows
        self._kept: deque[tuple[Any, ...]] = deque()
        self.description = description

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return self

    def __next__(self) -> tuple[Any, ...]:
        return self._kept.popleft() if self._kept else next(self._coming)

    def fetchone(self) -> tuple[Any, ...] | None:
        """The next row."""
        return next(self, None)

    def fetchall(self) -> list[tuple[Any, ...]]:
        """The rows that are left."""
        return list(self)

    def keep(self) -> None:
        """Fetch what is still to come, so that the connection is free for another question."""
        self._kept.extend(self._coming)


class Reading:
    """A PostgreSQL connection that can only read; see ``connection.Connection``."""

    kind: Kind = "postgresql"
    errors: tuple[type[Exception], ...] = (psycopg.Error,)

    def __init__(self, connection: psycopg.Connection[Any], url: str, seconds: float) -> None:
        self.raw = connection
        self.url = url
        self.seconds = seconds  # that one question may take; 0: as the server says
        self._last: CursorRows | None = None
        for name, loader in LOADERS.items():
            connection.adapters.register_loader(name, loader)
        for kind in psycopg.adapters.types:
            if kind.name not in LOADERS:
                connection.adapters.register_loader(kind.oid, TextLoader)
            if kind.array_oid:
                connection.adapters.register_loader(kind.array_oid, TextLoader)
        self._begin()

    def execute(self, sql: str, parameters: Mapping[str, Any] | None = None, /) -> CursorRows:
        """Run one statement with ``:name`` parameters.

        Raises psycopg.Error for what is wrong with the statement, DatabaseProblem or Stopped for anything else.
        """
        if self._last is not None:
            self._last.keep()
            self._last = None
        rows = self._translated(self._stream(convert(sql), parameters or {}))
        self._last = CursorRows(rows, next(rows))
        return self._last

    def rows(self, cursor: CursorRows) -> CursorRows:
        """See Connection."""
        return cursor

    def rows_later(self, sql: str, objects: str = "") -> Iterator[Row]:
        """See Connection."""
        yield from self.execute(sql)

    def explain(self, sql: str, values: Mapping[str, Any]) -> Plan:
        """See Connection."""
        ((size,),) = self.execute(SIZE)
        return Plan(printable(self.url), size, [str(row[0]) for row in self.execute(f"explain {sql}", values)])

    def allow(self, seconds: float) -> None:
        """How long each further question may take; 0: for ever."""
        self.seconds = seconds
        self.raw.execute("select set_config('statement_timeout', %s, true)", (str(round(seconds * 1000)),))

    def close(self) -> None:
        """Let go of it."""
        self.raw.close()

    def _begin(self) -> None:
        """What holds for this transaction: planning by compiling never pays for questions of this size."""
        limit = f"set_config('statement_timeout', '{round(self.seconds * 1000)}', true)" if self.seconds else "1"
        wait = (
            f"set_config('lock_timeout', '{max(1, round(read_patience() * 1000))}', true)"  # for whoever holds a table
        )
        self.raw.execute(f"select set_config('jit', 'off', true), {limit}, {wait}")

    def _stream(self, sql: str, parameters: Mapping[str, Any]) -> Iterator[Any]:
        """The columns, then the rows."""
        if self.raw.info.transaction_status == psycopg.pq.TransactionStatus.IDLE:  # the last one failed
            self._begin()
        cursor = self.raw.cursor()
        rows = cursor.stream(sql, parameters, size=CHUNK if psycopg.capabilities.has_stream_chunked() else 1)
        first = next(rows, None)
        if first is None:  # no row has come, hence no columns either
            cursor.execute(f"select * from (\n{sql}\n) as answer limit 0", parameters)
            yield cursor.description
            return
        yield cursor.description
        yield first
        yield from rows

    def _translated(self, rows: Iterator[Any]) -> Iterator[Any]:
        """The same rows; after an error the connection can be asked again."""
        try:
            yield from rows
        except psycopg.Error as error:
            if not self.raw.closed:
                self.raw.rollback()
            if is_fault(error):
                raise
            raise translate(error, self.url) from error


class Flag(Loader):
    """true and false as SQLite has them: 1 and 0."""

    def load(self, data: psycopg.abc.Buffer) -> int:
        """See Loader."""
        return int(bytes(data) == b"t")


class Number(Loader):
    """Decimal numbers as SQLite has them: whole ones exactly, others in binary."""

    def load(self, data: psycopg.abc.Buffer) -> int | float | str:
        """See Loader; a number that has no end stays text."""
        text = bytes(data)
        if len(text) > LONGEST_NUMBER:
            return text.decode()
        return int(text) if text.lstrip(b"-").isdigit() else float(text)


LOADERS: dict[str, type[Loader]] = {  # everything else is text, as it is printed
    **dict.fromkeys(("int2", "int4", "int8", "oid"), IntLoader),
    **dict.fromkeys(("float4", "float8"), FloatLoader),
    "numeric": Number,
    "bool": Flag,
    "bytea": ByteaLoader,
}
