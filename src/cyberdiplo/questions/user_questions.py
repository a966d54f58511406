"""A question of the user's own: its problems are told with file and line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cyberdiplo.errors import BadSeed
from cyberdiplo.messages import tr
from cyberdiplo.sql.limits import Limits
from cyberdiplo.sql.open_query import open_query
from cyberdiplo.store.sqlite_reading import SECONDS

if TYPE_CHECKING:
    from cyberdiplo.questions.question import Question
    from cyberdiplo.sql.query import Query
    from cyberdiplo.store.connection import Connection


def open_question(connection: Connection, question: Question) -> Query:
    """The question in a sandbox: it can only read, and Ctrl-C stops it at once."""
    limits = Limits(SECONDS if connection.kind == "sqlite" else None)  # a server has its own
    return open_query(connection, lambda error, _denied: locate(question, error), limits)


def locate(question: Question, error: Exception) -> BadSeed:
    """The error that says which file and line the database did not understand."""
    message = (str(error).splitlines() or [type(error).__name__])[0].rstrip(".")
    word = re.search(r'near "([^"]+)"|(?:column|table|function):? "?([\w.]+)|relation "(\w+)"', message)
    where = str(question.path)
    if word:
        pattern = re.compile(rf"(?<!\w){re.escape(next(filter(None, word.groups())))}(?!\w)", re.IGNORECASE)
        lines = [i for i, line in enumerate(question.sql.splitlines(), question.begins) if pattern.search(line)]
        where += f":{lines[0]}" if len(lines) == 1 else ""  # of several it cannot be told which
    return BadSeed(
        f"{where}: {message}.", hint=tr("'cyberdiplo db schema' lists tables and columns; a question can only read.")
    )
