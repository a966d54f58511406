"""A question of the user's own: run so that it can do no harm, its problems told with file and line."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

from cyberdiplo.errors import BadSeed, CyberdiploError
from cyberdiplo.questions.catalogue import Question
from cyberdiplo.store.connection import Connection, Cursor


class Running:
    """A question while it is asked: it can only read, and Ctrl-C stops it at once."""

    def __init__(self, connection: Connection, question: Question) -> None:
        self.question = question
        self.watch: Any = None
        if isinstance(connection, sqlite3.Connection):
            from cyberdiplo.sql.sandbox import guard
            from cyberdiplo.sql.timeout import Watch

            guard(connection)
            self.watch = Watch(connection, 0, lambda _: None)
            self.watch.start()

    @contextmanager
    def step(self) -> Iterator[None]:
        """The database works; what goes wrong is said of the file."""
        try:
            if self.watch:
                self.watch.begin()
            yield
        except CyberdiploError:
            self.stop()
            raise
        except Exception as error:
            interrupted = self.watch is not None and self.watch.interrupted
            self.stop()
            if interrupted:
                raise KeyboardInterrupt from None
            blame(self.question, error)
        finally:
            if self.watch:
                self.watch.end()

    def rows(self, cursor: Cursor) -> Iterator[tuple[Any, ...]]:
        """The rows, one by one."""
        try:
            while True:
                with self.step():
                    row = cursor.fetchone()
                if row is None:
                    return
                yield row
        finally:
            self.stop()

    def stop(self) -> None:
        """Look away; more than once is no harm."""
        if self.watch:
            self.watch.stop()


def blame(question: Question, error: Exception) -> NoReturn:
    """Say which file and line the database did not understand. Raises BadSeed."""
    said = (str(error).splitlines() or [type(error).__name__])[0].rstrip(".")
    word = re.search(r'near "([^"]+)"|(?:column|table|function):? "?([\w.]+)|relation "(\w+)"', said)
    place = str(question.path)
    if word:
        wanted = re.compile(rf"(?<!\w){re.escape(next(filter(None, word.groups())))}(?!\w)", re.IGNORECASE)
        lines = [i for i, line in enumerate(question.sql.splitlines(), question.begins) if wanted.search(line)]
        place += f":{lines[0]}" if len(lines) == 1 else ""  # of several nobody knows which
    raise BadSeed(
        f"{place}: {said}.", hint="'cyberdiplo db schema' lists tables and columns; a question can only read."
    ) from error
