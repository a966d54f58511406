"""What a PostgreSQL server finds wrong with a statement, as a person can act on it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import psycopg

from cyberdiplo.errors import CyberdiploError
from cyberdiplo.messages import later, say_system, tr
from cyberdiplo.schema.model import tables
from cyberdiplo.sql.tokens import SqlStatement, suggest
from cyberdiplo.text.nearest import did_you_mean

if TYPE_CHECKING:
    from cyberdiplo.sql.query import Describe

SCHEMA = later("'cyberdiplo db schema' lists tables and columns.")
# SQLSTATE -> (what of the server's message is meant, what it means, where to look for what was meant)
FAULTS: dict[str, tuple[str, str, str]] = {
    "25006": (r"cannot execute", later("Writing is not allowed here: this command only reads."), "write"),
    "42P01": (r'"([^"]+)"', later("There is no table {word!r}."), "tables"),
    "42703": (r"column \"?([\w.]+)", later("There is no column {word!r}."), "columns"),
    "42883": (
        r"(?:function|operator does not exist:) (.+?)(?: does not exist|$)",
        later("There is no {word} for these types."),
        "types",
    ),
    "42702": (r'"([^"]+)"', later("{word!r} may be a column of several tables."), later("write the table before it.")),
    "42803": (
        r'"([^"]+)"',
        later("{word!r} must be in 'group by', or inside max(), count(), …"),
        later("add it to 'group by'."),
    ),
    "42601": (
        r'at or near "([^"]*)"',
        later("PostgreSQL cannot read this SQL: it stumbles at {word!r}."),
        later("look before the mark."),
    ),
}


def make_describer(statement: SqlStatement) -> Describe:
    """What says of an error of the server's what it means for this statement."""

    def describe(error: Exception, _denied: str) -> Exception:
        return explain_fault(error, statement) if isinstance(error, psycopg.Error) else error

    return describe


def explain_fault(error: psycopg.Error, statement: SqlStatement) -> CyberdiploError:
    """The error for what the server says of a statement."""
    message = (error.diag.message_primary or str(error)).partition("\n")[0]
    if error.sqlstate not in FAULTS:
        return CyberdiploError(
            tr("PostgreSQL cannot run this: {said}.", said=say_system(message)),
            hint=tr("'cyberdiplo sql --help' has examples."),
        )
    pattern, meaning, where = FAULTS[error.sqlstate]
    match = re.search(pattern, message)
    word = (match.groups() or ("",))[0] if match else message
    return CyberdiploError(
        tr(meaning, word=word) + _point(statement, word), hint=_find_hint(error, statement, word, where)
    )


def _find_hint(error: psycopg.Error, statement: SqlStatement, word: str, where: str) -> str:
    bare = word.rpartition(".")[2]
    if where == "write":
        return tr("'cyberdiplo load' brings rows in, 'pg_dump' makes a copy.")
    if where == "tables":
        return suggest(bare, tables()) or tr(SCHEMA)
    if where == "columns":
        named = {token.name.lower() for token in statement.tokens if token.kind in ("word", "quoted")}
        known = [column.name for name, table in tables().items() if name in named for column in table.columns]
        both = [name for name in dict.fromkeys(known) if name in (f"{bare}_fr", f"{bare}_en")]
        near = did_you_mean(both, suggest(bare, known))
        quoted = any(token.kind == "quoted" and token.name == bare for token in statement.tokens)
        return " ".join(
            filter(None, (near, tr("text stands in single quotes: '{word}'.", word=bare) if quoted else ""))
        ) or tr(SCHEMA)
    if where == "types":
        return error.diag.message_hint or tr("cast(… as text) makes text of a value.")
    return tr(where)


def _point(statement: SqlStatement, word: str) -> str:
    """The line of the statement with a caret under the word, where it stands there once; else nothing."""
    bare = word.rpartition(".")[2].lower()
    same = [token for token in statement.tokens if token.name.lower() == bare]
    if len(same) != 1 or not bare:
        return ""
    begin = statement.sql.rfind("\n", 0, same[0].start) + 1
    line = statement.sql[begin:].partition("\n")[0]
    if len(line) > 110:
        return ""
    return f"\n  {line}\n  {' ' * (same[0].start - begin)}{'^' * len(same[0].text)}"
