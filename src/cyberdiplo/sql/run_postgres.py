"""One's own SQL on PostgreSQL: one statement in a read-only transaction, stopped by the server after its time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import psycopg

from cyberdiplo.errors import CyberdiploError, Stopped
from cyberdiplo.result import Result, Row, Window, column
from cyberdiplo.schema.model import tables
from cyberdiplo.sql.run import part, size, too_large, too_long
from cyberdiplo.sql.sandbox import LARGEST_ROW
from cyberdiplo.sql.tokens import Statement, suggestion
from cyberdiplo.store.postgres_reading import Reading
from cyberdiplo.text.nearest import did_you_mean

SCHEMA = "'cyberdiplo db schema' lists tables and columns."
# SQLSTATE -> (what of the server's message is meant, what it means, where to look for what was meant)
FAULTS: dict[str, tuple[str, str, str]] = {
    "25006": (r"cannot execute", "Writing is not allowed here: this command only reads.", "write"),
    "42P01": (r'"([^"]+)"', "There is no table {0!r}.", "tables"),
    "42703": (r"column \"?([\w.]+)", "There is no column {0!r}.", "columns"),
    "42883": (
        r"(?:function|operator does not exist:) (.+?)(?: does not exist|$)",
        "There is no {0} for these types.",
        "types",
    ),
    "42702": (r'"([^"]+)"', "{0!r} may be a column of several tables.", "write the table before it."),
    "42803": (r'"([^"]+)"', "{0!r} must be grouped by, or gathered up by max(), count(), …", "add it to 'group by'."),
    "42601": (
        r'at or near "([^"]*)"',
        "This is no SQL that PostgreSQL reads: it stumbles over {0!r}.",
        "look before the mark.",
    ),
}


def run(
    connection: Any, asked: Statement, values: Mapping[str, Any], *, seconds: float, explain: bool, page: Window
) -> Result:
    """The rows of a statement, as they come; see ``free.run``."""
    server: Reading = connection
    server.allow(seconds)
    sql = "".join(f":{token.text[1:]}" if token.kind == "parameter" else token.text for token in asked.tokens)
    explaining = explain and asked.verb != "explain"
    try:
        if page.sort and asked.verb not in ("explain", "pragma"):
            sql = _sorted(server, sql, values, page)
        cursor = server.execute(f"explain {sql}" if explaining else sql, values)
    except (psycopg.Error, Stopped) as error:
        raise _told(error, asked, seconds) from error

    def rows() -> Iterator[Row]:
        try:
            for row in cursor:
                if size(row) > LARGEST_ROW:
                    raise too_large()
                yield row
        except (psycopg.Error, Stopped) as error:
            raise _told(error, asked, seconds) from error

    columns = ["plan"] if explaining else [str(one[0]) for one in cursor.description or ()]
    return part(Result(columns, rows(), {}, asked.sql, values), page)


def _sorted(server: Reading, sql: str, values: Mapping[str, Any], page: Window) -> str:
    """The statement in the order that is wanted; what is missing comes first, as on SQLite."""
    cursor = server.execute(f"select * from (\n{sql}\n) as answer limit 0", values)
    known = [str(one[0]) for one in cursor.description or ()]
    order = ", ".join(
        f"{known.index(column(name.lstrip('-'), known)) + 1}{' desc nulls last' if name[0] == '-' else ' nulls first'}"
        for name in page.sort
    )
    return f"select * from (\n{sql}\n) as answer order by {order}"


def _told(error: psycopg.Error | Stopped, asked: Statement, seconds: float) -> CyberdiploError:
    """The error for what the server says of a statement."""
    if isinstance(error, Stopped):
        cause = error.__cause__
        late = isinstance(cause, psycopg.errors.QueryCanceled)
        return too_long(seconds) if late else error
    said = (error.diag.message_primary or str(error)).partition("\n")[0]
    if error.sqlstate not in FAULTS:
        return CyberdiploError(f"PostgreSQL cannot run this: {said}.", hint="'cyberdiplo sql --help' has examples.")
    pattern, meaning, where = FAULTS[error.sqlstate]
    found = re.search(pattern, said)
    word = (found.groups() or ("",))[0] if found else said
    return CyberdiploError(meaning.format(word) + _pointer(asked, word), hint=_hint(error, asked, word, where))


def _hint(error: psycopg.Error, asked: Statement, word: str, where: str) -> str:
    bare = word.rpartition(".")[2]
    if where == "write":
        return "'cyberdiplo load' brings rows in, 'pg_dump' makes a copy."
    if where == "tables":
        return suggestion(bare, tables()) or SCHEMA
    if where == "columns":
        named = {token.name.lower() for token in asked.tokens if token.kind in ("word", "quoted")}
        known = [one.name for name, table in tables().items() if name in named for one in table.columns]
        both = [one for one in dict.fromkeys(known) if one in (f"{bare}_fr", f"{bare}_en")]
        near = did_you_mean(both, suggestion(bare, known))
        quoted = any(token.kind == "quoted" and token.name == bare for token in asked.tokens)
        return " ".join(filter(None, (near, f"text stands in single quotes: '{bare}'." if quoted else ""))) or SCHEMA
    if where == "types":
        return error.diag.message_hint or "cast(… as text) makes text of a value."
    return where


def _pointer(asked: Statement, word: str) -> str:
    """The line of the statement with a caret under the word, where it stands there once; else nothing."""
    bare = word.rpartition(".")[2].lower()
    same = [token for token in asked.tokens if token.name.lower() == bare]
    if len(same) != 1 or not bare:
        return ""
    begin = asked.sql.rfind("\n", 0, same[0].start) + 1
    line = asked.sql[begin:].partition("\n")[0]
    if len(line) > 110:
        return ""
    return f"\n  {line}\n  {' ' * (same[0].start - begin)}{'^' * len(same[0].text)}"
