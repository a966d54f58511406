"""A SQLite connection that can write nowhere, and what questions ask of it."""

from __future__ import annotations

import sqlite3
import sys
import time
from functools import partial
from typing import TYPE_CHECKING, Any

from cyberdiplo.errors import Stopped
from cyberdiplo.messages import tr
from cyberdiplo.store.encoded import EncodedRows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cyberdiplo.result import Row
    from cyberdiplo.store.connection import Kind, Plan

SECONDS = 600.0  # that a question may take, as on a server
STEPS = 500_000  # of SQLite's machine between two looks at the clock: some hundredths of a second
LARGEST_VALUE = 16 << 20  # bytes of a cell: somebody's file may have larger ones, to fill the memory
SIZE = "select page_count * page_size from pragma_page_count, pragma_page_size"


class Reading(sqlite3.Connection):
    """A SQLite connection that can only read; see ``connection.Connection``."""

    kind: Kind = "sqlite"
    errors: tuple[type[Exception], ...] = (sqlite3.Error,)

    late = False  # it took longer than it may
    interrupted = False

    def lock_down(self) -> None:
        """Keep it from writing elsewhere: mode=ro alone lets ATTACH and VACUUM INTO write."""
        self.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        self.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_VALUE)
        self.create_function("reading_order", 1, _order, deterministic=True)
        self.text_factory = decode

    def stop_after(self, seconds: float) -> None:
        """Stop what takes the program longer than that, and see Ctrl-C while SQLite works.

        The time in which a person reads the answer does not count.
        """
        end = time.process_time() + seconds

        def look() -> int:
            try:
                signals = sys.modules.get("cyberdiplo.store.signals")  # where something listens to them
                self.late = time.process_time() > end
                return int(self.late or bool(signals and signals.look()))
            except KeyboardInterrupt:  # it would be swallowed here
                self.interrupted = True
                return 1

        self.set_progress_handler(look, STEPS)

    def raise_stopped(self) -> None:
        """Raise what stopped a statement, where that was not SQLite."""
        if self.interrupted:
            raise KeyboardInterrupt
        if self.late:
            raise Stopped(
                tr("The question took too long and was stopped."), hint=tr("ask for less, or give it more time.")
            )

    def rows(self, cursor: sqlite3.Cursor) -> EncodedRows:
        """See Connection; not for rows that hold blobs, which would look like text."""
        return EncodedRows(cursor, partial(self._batches, cursor))

    def rows_later(self, sql: str, objects: str = "") -> EncodedRows:
        """See Connection."""

        def rows() -> Iterator[Row]:
            yield from self.execute(sql)

        def batches(size: int) -> Iterator[Sequence[Row]]:
            yield from self._batches(self.execute(sql), size)

        def json(size: int) -> Iterator[Sequence[bytes]]:
            for batch in self._batches(self.execute(objects), size):
                yield [row[0] for row in batch]

        return EncodedRows(rows(), batches, objects=json if objects else None)

    def explain(self, sql: str, values: Mapping[str, object]) -> Plan:
        """See Connection."""
        from cyberdiplo.store.connection import Plan

        place = self.execute("pragma database_list").fetchone()[2]
        size = self.execute(SIZE).fetchone()[0]
        return Plan(place, size, list(indented(self.execute(f"explain query plan {sql}", values))))

    def _batches(self, cursor: sqlite3.Cursor, size: int) -> Iterator[Sequence[Row]]:
        """The rows of a cursor, so many at a time, their text as bytes."""
        before = self.text_factory
        self.text_factory = bytes
        try:
            while batch := cursor.fetchmany(size):
                yield batch
        finally:
            self.text_factory = before


def _order(value: object) -> Any:
    """What a value is sorted by; imported when somebody sorts."""
    from cyberdiplo.text.order import reading_order

    return reading_order(value)


def indented(steps: Iterable[Row]) -> Iterator[str]:
    """The steps of a query plan, each under the one that it belongs to."""
    depth = {0: 0}
    for number, parent, _, step in steps:
        depth[number] = depth.get(parent, 0) + 1
        yield "  " * (depth[number] - 1) + str(step)


def decode(raw: bytes) -> str:
    """Text as it is stored; what is not UTF-8 is shown as such, for one bad cell may lose no row."""
    return raw.decode("utf-8", "replace")
