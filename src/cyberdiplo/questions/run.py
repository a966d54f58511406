"""Run a question: read its values, leave out what was not asked, give rows as they come."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from cyberdiplo import settings
from cyberdiplo.errors import BadUsage
from cyberdiplo.messages import tr
from cyberdiplo.questions.blocks import closes, read_opening
from cyberdiplo.questions.folders import read_folders
from cyberdiplo.questions.question import IDS, PARAMETER, STRINGS, TODAY, Question
from cyberdiplo.questions.values import read_values, widen
from cyberdiplo.result import Labels, Result, Row, Window
from cyberdiplo.store.lists import translate_columns
from cyberdiplo.store.words import read_labels
from cyberdiplo.text.dates import widen_end
from cyberdiplo.text.locators import LABELS as PLACES

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from cyberdiplo.sql.query import Query  # only a question of the user's own is run so
    from cyberdiplo.store.connection import Connection, Cursor, Kind

    Execute = Callable[[str, Mapping[str, Any]], Cursor]

SEVERAL = ("speakers", "timeline")  # the lists in which a record may have several rows


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
    ids: bool = False,
) -> Answer:
    """The answer to a question with what was run, or how it would be found. Raises what ``ask`` does.

    ``ids``: with the columns that have the ids of what the others name, and arrays where these are several.
    ``guessing``: where a name fits nothing, the only record that it nearly fits is taken, and told in the answer.
    """
    window = window or Window()
    guesses: list[str] = []
    sql, values = prepare(connection, question, wishes, lang, window, guesses if guessing else None, ids=ids)
    known: dict[str, Labels] = {name: read_labels(domain, connection) for name, domain in question.domains.items()}
    query = _open(connection, question)
    try:
        sql = _cut_page(query.execute, sql, values, window, connection.kind, several=question.name in SEVERAL)
        if explaining:
            return Answer(_explain(connection, query, sql, values), sql, values, guesses)
        cursor = query.execute(sql, values)
    except BaseException:
        query.stop()
        raise
    columns = [str(column[0]) for column in cursor.description or ()]
    known |= PLACES
    codes = {name: known[name] for name in columns if name in known}
    rows = query.rows(cursor, question.sql)
    arrays = [name for name in columns if name in question.arrays]
    if arrays:
        from cyberdiplo.questions.arrays import put_arrays

        rows = put_arrays(connection, columns, rows, question.arrays, partial(translate_columns, lang=lang))
    return Answer(Result(columns, rows, codes, arrays), sql, values, guesses)


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
    *,
    ids: bool = False,
) -> tuple[str, dict[str, Any]]:
    """The SQL that is run for these values, and the values; lines and blocks whose parameter was not given are gone."""
    values: dict[str, list[Any]] = {}
    if window and window.limit is not None and not window.sort:
        values = {"page_limit": [window.limit], "page_offset": [window.offset]}
    if question.parameter(TODAY) is None:  # as one of the user's own may have
        values[TODAY] = [settings.today()]
    if ids and question.parameter(IDS) is None:
        values[IDS] = [1]
    _refuse_missing(question, wishes, lang)
    named = read_values(connection, question.parameters, wishes, lang, guesses)
    _settle_period(question, named)
    values |= widen(connection, question.parameters, named)
    values |= read_folders(connection, question, wishes)
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


def _refuse_missing(question: Question, wishes: Mapping[str, Sequence[str] | str | None], lang: str) -> None:
    """Raise BadUsage for a parameter without which the question cannot be asked."""
    for parameter in question.parameters:
        if parameter.required and parameter.default is None and not wishes.get(parameter.name):
            raise BadUsage(
                tr("{question} needs a value for {name}.", question=question.name, name=parameter.option),
                hint=parameter.help(lang),
            )


def _settle_period(question: Question, values: dict[str, list[Any]]) -> None:
    """Let a month or year that ends with a time be in it. Raises BadUsage for one that ends before it begins."""
    if "from" in values and "to" in values and str(values["from"][0]) > f"{values['to'][0]}-99":
        raise BadUsage(
            tr("The period ends ({end}) before it begins ({start}).", end=values["to"][0], start=values["from"][0]),
            hint=tr("swap --from and --to."),
        )
    if "to" in values and not question.own:  # one of the user's may compare dates in another way
        values["to"] = [widen_end(str(day)) for day in values["to"]]


def _cut_page(
    execute: Execute, sql: str, values: Mapping[str, Any], window: Window, kind: Kind, *, several: bool
) -> str:
    """The SQL for the columns, order and part of the answer that are wanted; ``several``: rows may share an id."""
    if window.columns or window.sort:
        from cyberdiplo.sql.order import order_by, quote

        cursor = execute(f"select * from (\n{sql}\n) as answer limit 0", values)
        described = {str(entry[0]): entry for entry in cursor.description or ()}
        known = list(described)
        columns = [window.find(name, known) for name in window.columns] or known
        order = [(window.find(name.lstrip("-"), known), name.startswith("-")) for name in window.sort]
        if order:  # what is equal stands in the same order on every database, and on every page
            sorted_by = [name for name, _ in order]
            telling = known if several or "id" not in known else ["id"]  # what tells the rows apart
            order += [(name, False) for name in telling if name not in sorted_by]
        sql = f"select {', '.join(quote(name) for name in columns)} from (\n{sql}\n) as answer"
        if order:
            terms = [order_by(quote(name), described[name], kind, downwards=down) for name, down in order]
            sql += " order by " + ", ".join(terms)
    if "page_limit" in values:  # the question has taken its page itself
        return sql
    if window.limit is not None or window.offset:
        sql += f"\nlimit {window.limit if window.limit is not None else 1 << 62} offset {window.offset}"
    return sql
