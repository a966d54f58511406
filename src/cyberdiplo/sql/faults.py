"""What SQLite finds wrong with a statement, as a person can act on it: where it stands, and what may be meant."""

from __future__ import annotations

import re
import sqlite3
from typing import TYPE_CHECKING

from cyberdiplo.errors import CyberdiploError, Stopped
from cyberdiplo.messages import later, say_system, tr
from cyberdiplo.sql.tokens import SqlStatement, Token, near_names, suggest
from cyberdiplo.store.sqlite_file import translate
from cyberdiplo.text.nearest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cyberdiplo.sql.query import Describe

SCHEMA = later("'cyberdiplo db schema' lists tables and columns.")
# (what SQLite says, what it means, where to look for what was meant)
FAULTS: tuple[tuple[str, str, str], ...] = (
    (r"no such table: (?:main\.|temp\.)?(.+)", later("There is no table {word!r}."), "tables"),
    (r"no such column: (.+)", later("There is no column {word!r}."), "columns"),
    (r"no such function: (.+)", later("There is no function {word}()."), "functions"),
    (r"no such collation sequence: (.+)", later("There is no collation {word!r}."), ""),
    (
        r"ambiguous column name: (.+)",
        later("{word!r} may be a column of several tables."),
        later("write the table before it: table.{word}"),
    ),
    (r"wrong number of arguments to function (\w+)\(\)", later("{word}() takes a different number of arguments."), ""),
    (
        r"misuse of (?:aggregate|window function):? (?:function )?(\w+).*",
        later("{word}() cannot stand here."),
        later("a condition on groups goes into 'having'."),
    ),
    (r'near "(.*)": syntax error', later("SQLite cannot read this SQL: it stumbles at {word!r}."), "syntax"),
    (
        r'unrecognized token: "(.*)"',
        later("SQLite cannot read this SQL: it stumbles at {word!r}."),
        later("a quote may be open."),
    ),
    (
        r"incomplete input",
        later("The statement ends before it is complete."),
        later("a bracket, a quote or a clause may be open."),
    ),
)
MANY = 100  # words of a statement that may be misspelt
TROUBLE = ("SQLITE_CORRUPT", "SQLITE_IOERR", "SQLITE_BUSY", "SQLITE_NOTADB")  # with the file, not the statement
TOO_MUCH = re.compile(
    r"too big|too large|too many terms|too many columns|too many SQL variables|pattern too complex|parser stack"
    r" overflow|too many levels|maximum depth|too many arguments",
)
WORDS = """select from where group order having limit offset join left inner on using union all except intersect with
distinct values as and or not in is null between like case when then else end by asc desc recursive"""
KEYWORDS = tuple(WORDS.split())


def make_describer(connection: sqlite3.Connection, statement: SqlStatement) -> Describe:
    """What says of an error of SQLite's what it means for this statement."""

    def describe(error: Exception, denied: str) -> Exception:
        if not isinstance(error, sqlite3.Error):
            return error
        if (getattr(error, "sqlite_errorname", "") or "").startswith(TROUBLE):
            return translate(error, "the database")
        connection.set_authorizer(None)
        connection.text_factory = str
        return explain_fault(connection, statement, error, denied)

    return describe


def explain_fault(
    connection: sqlite3.Connection, statement: SqlStatement, error: sqlite3.Error, denied: str
) -> CyberdiploError:
    """The error for what SQLite says of a statement; ``denied`` is what it was kept from doing."""
    message = str(error)
    if denied:
        return CyberdiploError(
            tr("{denied} is not allowed here: this command only reads.", denied=denied),
            hint=tr("'cyberdiplo load' brings rows in, 'cyberdiplo db backup' makes a copy."),
        )
    if TOO_MUCH.search(message):
        return Stopped(
            tr("The statement asks for too much at once: {said}.", said=say_system(message)),
            hint=tr("ask for less at a time."),
        )
    for pattern, meaning, help_ in FAULTS:
        if match := re.fullmatch(pattern, message):
            word = (match.groups() or ("",))[0] or ""
            hint = _find_hint(connection, statement, word, help_)
            return CyberdiploError(tr(meaning, word=word) + _point(connection, statement, word, help_), hint=hint)
    return CyberdiploError(
        tr("SQLite cannot run this: {said}.", said=say_system(message)),
        hint=tr("'cyberdiplo sql --help' has examples."),
    )


def _find_hint(connection: sqlite3.Connection, statement: SqlStatement, word: str, where: str) -> str:
    bare = word.rpartition(".")[2]
    if where == "tables":
        return suggest(bare, _list_tables(connection)) or tr(SCHEMA)
    if where == "columns":
        text = any(token.kind == "quoted" and token.text[0] == '"' and token.name == bare for token in statement.tokens)
        near = _near_columns(bare, list(_list_columns(connection, statement)))
        return " ".join(
            filter(None, (near, tr("text stands in single quotes: '{word}'.", word=bare) if text else ""))
        ) or tr(SCHEMA)
    if where == "functions":
        rows = connection.execute("select distinct name from pragma_function_list")
        return suggest(word, (str(row[0]) for row in rows)) or tr("'select * from pragma_function_list' lists them.")
    if where == "syntax":
        words = [
            token.text for token in statement.tokens if token.kind == "word" and token.text.lower() not in KEYWORDS
        ]
        words = list(dict.fromkeys(words))[:MANY]
        meant = ((typed, _keyword(connection, typed)) for typed in words)
        for typed, near in meant:
            if near:
                return tr("did you mean {word}, where it says {typed}?", word=near, typed=typed)
        return tr("look before the mark.")
    return tr(where, word=word)


def _keyword(connection: sqlite3.Connection, word: str) -> str:
    known = {name.lower() for name in _list_tables(connection)} | {"name", "id", "kind", "type", "date"}
    near = [] if len(word) < 4 or word.lower() in known else near_names(word, KEYWORDS, most=1)
    return near[0] if near else ""


def _near_columns(word: str, columns: list[str]) -> str:
    """What may be meant; name is name_fr or name_en."""
    for column in dict.fromkeys(columns):
        if column.removesuffix("_fr").removesuffix("_en") == word.lower() != column:
            return did_you_mean([c for c in dict.fromkeys(columns) if c.startswith(word.lower() + "_")])
    if near := suggest(word, columns):
        return near
    bases = {column.rpartition("_")[0]: column for column in columns if column.endswith(("_fr", "_en", "_id", "_date"))}
    meant = near_names(word, bases, most=1)
    both = [column for column in dict.fromkeys(columns) if column.rpartition("_")[0] in meant]
    return did_you_mean(both)


def _list_tables(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute(
        "select name from sqlite_master where type in ('table', 'view') and name not like 'sqlite%'"
    )
    return [str(row[0]) for row in rows]


def _list_columns(connection: sqlite3.Connection, statement: SqlStatement) -> Iterator[str]:
    """The columns of the tables that the statement names; of all tables where it names none."""
    words = {token.name.lower() for token in statement.tokens if token.kind in ("word", "quoted")}
    tables = _list_tables(connection)
    for table in [name for name in tables if name.lower() in words] or tables:
        yield from (str(row[0]) for row in connection.execute("select name from pragma_table_xinfo(?)", (table,)))


def _point(connection: sqlite3.Connection, statement: SqlStatement, word: str, where: str) -> str:
    """The line of the statement with a caret under the fault, where it is known; else nothing."""
    bare = word.rpartition(".")[2].strip('"`[]').lower()
    same = [token for token in statement.tokens if token.kind != "space" and token.name.lower() == bare and bare]
    if where == "syntax" and len(same) > 1:
        same = [token for token in same if _stumbles(connection, statement, token)][:1]
    if not same:
        return ""
    token = same[0]
    begin = statement.sql.rfind("\n", 0, token.start) + 1
    line = statement.sql[begin:].partition("\n")[0]
    before = line[: token.start - begin]
    if len(before) > 60:  # a long line is shown from shortly before the fault
        line, before = "…" + line[len(before) - 40 :], "…" + before[-40:]
    return f"\n  {line[:110]}\n  {' ' * len(before)}{'^' * min(len(token.text), 40)}"


def _stumbles(connection: sqlite3.Connection, statement: SqlStatement, token: Token) -> bool:
    """Whether it is this token that SQLite does not expect."""
    try:
        connection.execute(f"explain {statement.sql[: token.start + len(token.text)]}").close()
    except sqlite3.Error as error:
        return "syntax error" in str(error)
    return False
