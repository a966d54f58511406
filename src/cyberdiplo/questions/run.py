"""Run a question: resolve the names in it, leave out what was not asked, give rows as they come."""

from __future__ import annotations

import re
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from cyberdiplo import settings
from cyberdiplo.errors import BadUsage, UnclearName
from cyberdiplo.messages import tr
from cyberdiplo.questions.blocks import closes, read_opening
from cyberdiplo.questions.catalogue import PARAMETER, PLAIN_KINDS, RECORD_KINDS, STRINGS, TODAY, Parameter, Question
from cyberdiplo.questions.names import Match, lookup, resolve
from cyberdiplo.result import Result, Row, Window, column
from cyberdiplo.schema.nouns import NOUNS
from cyberdiplo.schema.vocabulary import DOMAINS
from cyberdiplo.store.words import read_labels, read_vocabulary
from cyberdiplo.text.dates import read_day, say_date
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from cyberdiplo.sql.query import Query  # only a question of the user's own is run so
    from cyberdiplo.store.connection import Connection, Cursor

    Execute = Callable[[str, Mapping[str, Any]], Cursor]

FRENCH = re.compile(r"\b([a-z_]+)_fr\b")
ANY = ("any", "all", "tout", "tous", "toutes")  # in place of a code: whatever it is


class Answer(NamedTuple):
    """An answer, and what was run for it: SQL, the values of its parameters, which names were guessed."""

    result: Result
    sql: str
    values: Mapping[str, Any]
    guesses: Sequence[str] = ()


def ask(
    connection: Connection,
    question: Question,
    wishes: Mapping[str, Sequence[str] | str | None],
    *,
    lang: str = "en",
    window: Window | None = None,
) -> Result:
    """The answer to a question. Raises UnclearName or BadUsage for values without meaning."""
    return answer(connection, question, wishes, lang=lang, window=window).result


def answer(
    connection: Connection,
    question: Question,
    wishes: Mapping[str, Sequence[str] | str | None],
    *,
    lang: str = "en",
    window: Window | None = None,
    explaining: bool = False,
    guessing: bool = False,
) -> Answer:
    """The answer to a question with what was run, or how it would be found. Raises what ``ask`` does.

    ``guessing``: where a name fits nothing, the only record that it nearly fits is taken, and told in the answer.
    """
    window = window or Window()
    guesses: list[str] = []
    sql, values = prepare(connection, question, wishes, lang, window, guesses if guessing else None)
    known = {name: read_labels(domain, connection) for name, domain in question.domains.items()}
    query = _open(connection, question)
    try:
        sql = _cut_page(query.execute, sql, values, window)
        if explaining:
            return Answer(_explain(connection, query, sql, values), sql, values, guesses)
        cursor = query.execute(sql, values)
    except BaseException:
        query.stop()
        raise
    columns = [str(column[0]) for column in cursor.description or ()]
    codes = {name: known[name] for name in columns if name in known}
    return Answer(Result(columns, query.rows(cursor, question.sql), codes), sql, values, guesses)


def _explain(connection: Connection, query: Query, sql: str, values: Mapping[str, Any]) -> Result:
    from cyberdiplo.questions.query_plan import explain

    with query.step():
        result = explain(connection, sql, values)
    query.stop()
    return result


def _open(connection: Connection, question: Question) -> Query:
    if not question.own:
        return ShippedQuery(connection)
    from cyberdiplo.questions.user_questions import open_question

    return open_question(connection, question)


class ShippedQuery:
    """A question of ours while it is asked: nothing has to watch it. See ``sql.query.Query``."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.execute = connection.execute

    def step(self) -> AbstractContextManager[None]:
        """What goes wrong is our fault, and is said so."""
        return nullcontext()

    def rows(self, cursor: Cursor, sql: str) -> Iterator[Row]:
        """The rows as they come."""
        return self.connection.rows(cursor)

    def stop(self) -> None:
        """Nothing of ours watches it."""


def prepare(
    connection: Connection,
    question: Question,
    wishes: Mapping[str, Sequence[str] | str | None],
    lang: str,
    window: Window | None = None,
    guesses: list[str] | None = None,
) -> tuple[str, dict[str, Any]]:
    """The SQL that is run for these values, and the values; lines and blocks whose parameter was not given are gone."""
    values: dict[str, list[Any]] = {}
    if window and window.limit is not None and not window.sort:
        values = {"page_limit": [window.limit], "page_offset": [window.offset]}
    if question.parameter(TODAY) is None:  # as one of the user's own may have
        values[TODAY] = [settings.today()]
    values |= _read_wishes(connection, question, wishes, lang, guesses)
    _refuse_reversed_dates(values)
    bound: dict[str, Any] = {}

    def bind(match: re.Match[str]) -> str:
        name = match[1]
        several = values[name]
        keys = [f"{name}_{index}" for index in range(len(several))] if len(several) > 1 else [name]
        bound.update(zip(keys, several, strict=True))
        return ", ".join(f":{key}" for key in keys)

    lines = []
    left_out = 0  # blocks that are open, from the first whose parameter was not given
    for line in question.sql.splitlines():
        if names := read_opening(line):
            left_out += bool(left_out) or not all(name in values for name in names)
        elif left_out:
            left_out -= closes(line)
        elif ":" not in line:
            lines.append(line)
        else:
            code = STRINGS.sub("", line)
            if all(name in values for name in PARAMETER.findall(code)):
                lines.append(PARAMETER.sub(bind, line) if ":" in code else line)
    sql = "\n".join(lines)
    return (sql if question.both_languages else translate_columns(sql, lang)), bound


def _read_wishes(
    connection: Connection,
    question: Question,
    wishes: Mapping[str, Sequence[str] | str | None],
    lang: str,
    guesses: list[str] | None,
) -> dict[str, list[Any]]:
    """The values of the parameters that were given or have a default. Raises UnclearName or BadUsage."""
    values: dict[str, list[Any]] = {}
    for parameter in question.parameters:
        wish = wishes.get(parameter.name)
        wished = [wish] if isinstance(wish, str) else list(wish or ())
        if not wished and parameter.default is not None:
            wished = [parameter.default]
        if parameter.kind in DOMAINS and any(fold(wish) in ANY for wish in wished):
            continue  # as if it had not been given, whatever its default
        if wished:
            if len(wished) > 1 and not parameter.several:
                raise BadUsage(
                    tr("{name} takes one value, not {count}.", name=parameter.name, count=len(wished)),
                    hint=tr("give it once."),
                )
            wished = [part for wish in wished for part in _split(connection, parameter, wish)]
            values[parameter.name] = _find_values(connection, parameter, wished, lang, guesses)
        elif parameter.required:
            raise BadUsage(
                tr("{question} needs a value for {name}.", question=question.name, name=parameter.name),
                hint=parameter.help(lang),
            )
    return values


def _refuse_reversed_dates(values: Mapping[str, Sequence[Any]]) -> None:
    """Raise BadUsage for a time that ends before it begins, which nothing can be in."""
    if "from" in values and "to" in values and str(values["from"][0]) > f"{values['to'][0]}-99":
        raise BadUsage(
            tr("The time ends ({end}) before it begins ({start}).", end=values["to"][0], start=values["from"][0]),
            hint=tr("swap --from and --to."),
        )


def translate_columns(sql: str, lang: str) -> str:
    """SQL that asks for French columns, asking for those of ``lang``."""
    return FRENCH.sub(r"\1_en", sql) if lang == "en" else sql


def _split(connection: Connection, parameter: Parameter, wish: str) -> list[str]:
    """The values in one that has commas, where several may be asked for and no name is written so."""
    if "," not in wish or not parameter.several or parameter.kind in PLAIN_KINDS:
        return [wish]
    if parameter.kind in RECORD_KINDS and lookup(connection, wish, RECORD_KINDS[parameter.kind]):
        return [wish]
    return [part.strip() for part in wish.split(",") if part.strip()] or [wish]


def _find_values(
    connection: Connection,
    parameter: Parameter,
    wished: Sequence[str],
    lang: str = "en",
    guesses: list[str] | None = None,
) -> list[Any]:
    kind = parameter.kind
    if kind in RECORD_KINDS:
        fits = partial(has_members, connection) if kind in ("group", "party") else None
        of_kind, what = RECORD_KINDS[kind], _word(kind)
        matches = [resolve(connection, wish, of_kind, what=what, fits=fits, guesses=guesses) for wish in wished]
        ids = [match.id for match in matches]
        if kind in ("group", "party"):
            _require_members(connection, [match for match in matches if kind == "group" or match.kind != "country"])
        return find_below(connection, kind, ids) if kind in BELOW and parameter.several else ids
    if kind in PLAIN_KINDS:
        return [_read_plain(parameter.name, kind, wish, lang, guesses) for wish in wished]
    from cyberdiplo.questions.codes import resolve_code

    words = read_vocabulary(kind, connection)
    return [resolve_code(words, wish, what=parameter.name) for wish in wished]


def find_forums(connection: Connection, names: Sequence[str]) -> list[str]:
    """The forums that names stand for, with those under them. Raises UnclearName."""
    return [str(value) for value in _find_values(connection, Parameter("forum", "forum", "", "", None), names)]


def has_members(connection: Connection, group: Match) -> bool:
    """Whether members of it are on record."""
    sql = "select 1 from memberships where group_id = :id and role = 'member' limit 1"
    return connection.execute(sql, {"id": group.id}).fetchone() is not None


def _require_members(connection: Connection, groups: Sequence[Match]) -> None:
    """Raise UnclearName for a group of which no member is known: no row would be no answer."""
    for group in groups:
        if not has_members(connection, group):
            known = connection.execute("select distinct group_id from memberships where role = 'member' order by 1", {})
            listed = ", ".join(str(row[0]) for row in known)
            raise UnclearName(
                tr("No members of {name} ({id}) are on record.", name=group.name, id=group.id),
                hint=tr("those of these are: {listed}.", listed=listed),
            )


PARTS = (
    "with recursive here(id) as (select id from {table} where id in ({{ids}})"
    " union select {table}.id from {table} join here on {table}.parent_id = here.id) select id from here order by id"
)
# A forum stands for the forums under it and an organisation for those it hosts, a process for its parts, a meeting for
# those within it, a topic for the narrower ones.
BELOW = {
    "forum": (
        "with recursive here(id) as ("
        "select id from forums where id in ({ids}) or organisation_id in (select id from bodies)"
        " union select forums.id from forums join here on forums.parent_id = here.id),"
        " bodies(id) as (select id from organisations where id in ({ids})"
        " union select organisations.id from organisations join bodies on organisations.parent_id = bodies.id)"
        " select id from here order by id"
    ),
    **{noun.kind: PARTS.format(table=noun.table) for noun in NOUNS if noun.parts},
}


def find_below(connection: Connection, kind: str, ids: Sequence[str]) -> list[str]:
    """The ids and those under them; one that nothing has where there are none."""
    keys = {f"id_{index}": record_id for index, record_id in enumerate(ids)}
    sql = BELOW[kind].replace("{ids}", ", ".join(f":{key}" for key in keys))
    return [str(row[0]) for row in connection.execute(sql, keys)] or [""]


def _word(kind: str) -> str:
    return {"parent_forum": "forum", "group": "group", "party": "group or State"}.get(kind, kind)


def _is_date(text: str) -> bool:
    """Whether it is a real year, month or day."""
    from datetime import date

    try:
        date.fromisoformat(text + {4: "-01-01", 7: "-01"}.get(len(text), ""))
    except ValueError:
        return False
    return len(text) in (4, 7, 10) and text[4:5] in ("", "-")


def _read_plain(name: str, kind: str, wish: str, lang: str, guesses: list[str] | None) -> Any:
    if kind == "integer" and re.fullmatch(r"-?\d{1,18}", wish):  # what every database can hold
        return int(wish)
    if kind == "number" and re.fullmatch(r"-?\d+(\.\d+)?", wish):
        return float(wish)
    if kind == "date" and _is_date(wish):
        return wish
    if kind == "date" and guesses is not None and (read := read_day(wish)) and _is_date(read):
        guesses.append(tr("{wish} is read as {date}.", lang, wish=wish, date=say_date(read, lang)))
        return read
    if kind == "text":
        return wish.encode("utf-8", "replace").decode()  # bytes that are no text reach us as surrogates
    right = {
        "integer": tr("it takes a whole number."),
        "number": tr("it takes a number."),
        "date": tr("it takes YYYY, YYYY-MM or YYYY-MM-DD."),
    }
    raise BadUsage(tr("{wish!r} is not a value that {name} takes.", wish=wish, name=name), hint=right[kind])


def _cut_page(execute: Execute, sql: str, values: Mapping[str, Any], window: Window) -> str:
    """The SQL for the columns, order and part of the answer that are wanted."""
    if window.columns or window.sort:
        cursor = execute(f"select * from (\n{sql}\n) as answer limit 0", values)
        known = [str(column[0]) for column in cursor.description or ()]
        columns = [column(name, known) for name in window.columns] or known
        order = [(column(name.lstrip("-"), known), name.startswith("-")) for name in window.sort]
        if order:  # what is equal stands in the same order on every database, and on every page
            sorted_by = [name for name, _ in order]
            order += [(name, False) for name in (["id"] if "id" in known else known) if name not in sorted_by]
        sql = f"select {', '.join(_quote(name) for name in columns)} from (\n{sql}\n) as answer"
        if order:
            ways = {False: " nulls first", True: " desc nulls last"}  # as SQLite does anyway, PostgreSQL when told
            sql += " order by " + ", ".join(_quote(name) + ways[down] for name, down in order)
    if "page_limit" in values:  # the question has taken its page itself
        return sql
    if window.limit is not None or window.offset:
        sql += f"\nlimit {window.limit if window.limit is not None else 1 << 62} offset {window.offset}"
    return sql


def _quote(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
