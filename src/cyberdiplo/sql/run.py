"""Anybody's own SQL: one statement, which can only read, within limits."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any

from cyberdiplo.errors import CyberdiploError, Stopped
from cyberdiplo.result import Result, Row, Window, column
from cyberdiplo.sql.tokens import Statement, parameters, statement, suggestion
from cyberdiplo.store.connection import Connection

SECONDS = 10.0  # that a statement may take, unless more is allowed
MEMORY = 220 << 20  # bytes that the program may hold while it gathers an answer
MANY = 1000  # rows between two looks at the memory
ROOM = 1 << 20  # bytes of rows that are fetched at once
LONG = 1 << 16  # characters of a statement that may hold long values itself
WITHOUT_BLOBS = """
select count(*) from pragma_table_list as tables
where tables.schema = 'main' and tables.strict and tables.name in ({})
  and not exists (select 1 from pragma_table_xinfo(tables.name) as columns where columns.type in ('BLOB', 'ANY'))
"""
VERBS = ("select", "with", "values", "explain", "pragma")


def quietly(_: int) -> None:
    """Nobody has last words; the statement goes on."""


def run(
    connection: Connection,
    text: str,
    given: Sequence[str] = (),
    *,
    seconds: float = SECONDS,
    explain: bool = False,
    page: Window | None = None,
    last_words: Any = quietly,
) -> Result:
    """The rows of a statement, as they come. Raises BadUsage, Stopped, or CyberdiploError for what is wrong with it."""
    asked = statement(text)
    if asked.verb not in VERBS:
        raise CyberdiploError(
            f"{asked.verb.upper() or asked.sql[:20]!r} is no question: this command only reads.",
            hint=suggestion(asked.verb, VERBS, most=1)
            or "begin with select, with or values; 'cyberdiplo load' brings rows in.",
        )
    values = parameters(asked, given)
    if isinstance(connection, sqlite3.Connection):
        return _sqlite(connection, asked, values, seconds, explain, page or Window(), last_words)
    from cyberdiplo.sql import run_postgres

    return run_postgres.run(connection, asked, values, seconds=seconds, explain=explain, page=page or Window())


def _sqlite(  # noqa: C901  # one statement's life, from the sandbox to the last row, in closures over it
    connection: sqlite3.Connection,
    asked: Statement,
    values: Mapping[str, Any],
    seconds: float,
    explain: bool,
    page: Window,
    last_words: Any,
) -> Result:
    from cyberdiplo.sql.sandbox import LARGEST_ROW, guard
    from cyberdiplo.sql.timeout import Watch

    guarded = guard(connection)
    watch = Watch(connection, seconds, last_words)
    watch.start()

    @contextmanager
    def working() -> Iterator[None]:
        """SQLite works; what goes wrong is said as a user can read it."""
        watch.begin()
        try:
            yield
        except MemoryError:
            raise too_large() from None
        except sqlite3.Error as error:
            watch.stop()
            if watch.interrupted:
                raise KeyboardInterrupt from None
            if watch.late:
                raise too_long(seconds) from None
            raise _fault(connection, asked, error, guarded.denied) from error
        finally:
            watch.end()
        if watch.late:
            watch.stop()
            raise too_long(seconds)

    sql = f"explain query plan {asked.strict}" if explain and asked.verb != "explain" else asked.strict
    with working():
        if page.sort:
            sql = _sorted(connection, sql, values, page)
        cursor = connection.execute(sql, values)

    def rows() -> Iterator[Row]:
        count = 0
        try:
            while True:
                with working():
                    row = cursor.fetchone()
                if row is None:
                    return
                count += 1
                if (count % MANY == 0 and _memory() > MEMORY) or size(row) > LARGEST_ROW:
                    raise too_large()
                yield row
        finally:
            watch.stop()

    def raw(most: int) -> Iterator[Sequence[Row]]:
        connection.text_factory = text
        fetch = sqlite3.Cursor.fetchmany if simple else _within
        try:
            while True:
                with working():
                    batch = fetch(cursor, most)
                if not batch:
                    return
                if _memory() > MEMORY:
                    raise too_large()
                yield batch
        finally:
            watch.stop()

    columns = [str(one[0]) for one in cursor.description or ()]
    simple = not guarded.lengthens and _only_takes(connection, sorted(guarded.tables), asked.sql)
    text = bytes if simple else bytearray
    answer = Result(columns, rows(), {}, asked.sql, values, raw, text)
    if explain and asked.verb != "explain":
        answer = _tree(answer)
    return part(answer, page)


def _fault(connection: sqlite3.Connection, asked: Statement, error: sqlite3.Error, denied: str) -> CyberdiploError:
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_IOERR", "SQLITE_BUSY", "SQLITE_NOTADB")):
        from cyberdiplo.store.sqlite import translate

        return translate(error, "the database")
    from cyberdiplo.sql.faults import fault

    connection.set_authorizer(None)
    connection.text_factory = str
    return fault(connection, asked, error, denied)


def too_long(seconds: float) -> Stopped:
    """The error for a statement that was stopped by its time limit."""
    return Stopped(
        f"The statement was stopped after {seconds:g} second{'' if seconds == 1 else 's'}.",
        hint="--timeout SECONDS allows more (0: no limit); --explain shows what takes the time.",
    )


def too_large() -> Stopped:
    """The error for an answer that fills the memory."""
    return Stopped(
        "The answer needs more memory than a question may use.",
        hint="--format csv or jsonl streams rows of any number; or ask for less with --limit N.",
    )


def size(row: Row) -> int:
    """Characters and bytes of a row."""
    return sum(len(value) for value in row if isinstance(value, str | bytes))


def _only_takes(connection: sqlite3.Connection, read: Sequence[str], sql: str) -> bool:
    """Whether a statement gives only what tables without blobs hold; strict tables hold what they say."""
    if len(sql) > LONG or any(sign in sql.lower() for sign in ("||", "x'", "cast")):
        return False
    (strict,) = connection.execute(WITHOUT_BLOBS.format(", ".join("?" * len(read))), read).fetchone()
    return bool(strict == len(read))


def _within(cursor: sqlite3.Cursor, most: int) -> list[Row]:
    """The next rows, as many as there is room for; at least one. Raises Stopped for a row beyond the limit."""
    from cyberdiplo.sql.sandbox import LARGEST_ROW

    batch: list[Row] = []
    room = ROOM
    for row in islice(cursor, most):
        batch.append(row)
        weight = sum([len(value) for value in row if value.__class__ is bytearray or value.__class__ is bytes])
        room -= weight
        if weight > LARGEST_ROW:
            raise too_large()
        if room < 0:
            break
    return batch


def _memory() -> int:
    """Bytes that the program holds; 0 where the system does not say."""
    try:
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123
            return int(file.read().split()[1]) * 4096
    except (OSError, ValueError, IndexError):
        return 0


def _sorted(connection: sqlite3.Connection, sql: str, values: Mapping[str, Any], page: Window) -> str:
    """The statement in the order that is wanted."""
    cursor = connection.execute(f"select * from (\n{sql}\n) limit 0", values)
    known = [str(one[0]) for one in cursor.description or ()]
    order = ", ".join(
        f"{known.index(column(name.lstrip('-'), known)) + 1}{' desc' if name.startswith('-') else ''}"
        for name in page.sort
    )
    return f"select * from (\n{sql}\n) order by {order}"


def _tree(answer: Result) -> Result:
    """A query plan with each step under the one that it belongs to."""
    depth = {0: 0}
    rows = []
    for number, parent, _, step in answer.rows:
        depth[number] = depth.get(parent, 0) + 1
        rows.append((number, parent, "  " * (depth[number] - 1) + str(step)))
    return Result(["step", "parent", "plan"], iter(rows), {}, answer.sql, answer.values)


def part(answer: Result, page: Window) -> Result:
    """The columns and rows that are wanted."""
    if not page.columns and page.limit is None and not page.offset:
        return answer
    places = [answer.columns.index(column(name, answer.columns)) for name in page.columns]
    rows = answer.rows
    if page.limit is not None or page.offset:
        rows = islice(rows, page.offset, None if page.limit is None else page.offset + page.limit)
    if not places:
        return Result(answer.columns, rows, {}, answer.sql, answer.values)
    chosen = (tuple(row[place] for place in places) for row in rows)
    return Result([answer.columns[place] for place in places], chosen, {}, answer.sql, answer.values)
