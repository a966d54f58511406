"""Whole questions that a list of ours answers: who chaired it, who voted how, how many there are, what nobody said.

No text says that 46 States voted against a resolution: their votes do. Such a question is answered in a line, with the
command that lists all of it, and leads to the record that it is about. Which list answers is found by ``ways``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cyberdiplo.messages import tr
from cyberdiplo.questions.names import read_short_name
from cyberdiplo.schema.search_tables import KINDS
from cyberdiplo.search.named import make_matches
from cyberdiplo.search.telling import count_rows, tell_places, tell_rows
from cyberdiplo.search.types import NOTHING, Answered, Hit, Told
from cyberdiplo.search.ways import find_ways, names_meetings, read_question
from cyberdiplo.store.lists import bind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cyberdiplo.questions.names import Match
    from cyberdiplo.questions.question import Question
    from cyberdiplo.search.dated import Dated
    from cyberdiplo.search.ways import Asked, FindByWords, Way
    from cyberdiplo.store.connection import Connection

LEADING = 1000.0  # the score of what leads
MOST_LEADS = {"statement": 10}  # records of a kind that lead: of more, the list says it better
MOST_OTHERS = 4  # of another kind
MOST_ABOUT = 2  # records that it is about, which come after what leads


def find_told(connection: Connection, asked: Asked, lang: str, find_by_words: FindByWords | None = None) -> Told:
    """What a list of ours answers to what was typed, nothing where no list does."""
    silent: Told | None = None
    for way in find_ways(connection, asked, find_by_words):
        told = _tell(connection, way, lang)
        if told and told.complete:
            return told
        silent = silent or told
    if silent is None and names_meetings(asked):
        return Told([], lead(connection, asked.meetings), [])
    return silent or NOTHING


def _tell(connection: Connection, way: Way, lang: str) -> Told | None:
    """What the list answers, with its records; nothing on record is an answer where it is known why."""
    if not way.question:
        return Told([], lead(connection, way.placed[:1]), [], way.counting)
    from cyberdiplo.questions.notices import find_notices
    from cyberdiplo.questions.run import answer

    question = read_question(way.question)
    answered = answer(connection, question, way.wishes, lang=lang, ids=True)
    columns, codes = answered.result.columns, answered.result.codes
    rows = [dict(zip(columns, row, strict=True)) for row in answered.result.rows]
    if "=" in way.takes:  # only rows of which a column says so
        column, _, value = way.takes.partition("=")
        rows = [row for row in rows if str(row[column]) == value]
    rows = [row for row in rows if any(_is_of(row, date) for date in way.dates)] or rows
    beside = find_notices(connection, question, answered.values, lang, way.wishes)
    about = [match for match in way.placed if match.kind != "country"] or [*way.placed]
    about_id = about[0].id if about else ""
    command = spell(question, way.wishes)
    if not rows:
        text = " ".join([*_tell_absence(connection, way, lang), *beside])
        quiet = Answered(about_id, command, text)
        known = bool(text and about and way.takes != "rows")
        return Told(
            [quiet] if known else [], lead(connection, about[:1]) if known else [], [], way.counting, complete=False
        )
    if way.takes in ("first", "last"):
        rows = rows[:1] if way.takes == "first" else rows[-1:]
    of_places = way.takes in ("places", "seat")
    text = (
        tell_places(rows, lang, seat=way.takes == "seat")
        if of_places
        else tell_rows(rows, codes, question.tells, lang, several=len(about) > 1)
    )
    if of_places and not text:
        return None
    if not question.tells or way.counting:
        count = count_rows(len(rows), lang)
        text = tr("{head}: {listed}", lang, head=count, listed=text) if text else count
    leads = _find_leads(connection, question, rows) if not of_places and not way.counting else []
    single = rows[0] if len(rows) == 1 else {}
    line = Answered(about_id or _first_id(leads), command, text, single.get("source"), single.get("locator"))
    leads += about if len(about) <= MOST_ABOUT or not leads else []
    return Told([line], lead(connection, leads), beside, way.counting)


def _tell_absence(connection: Connection, way: Way, lang: str) -> list[str]:
    """That somebody is not on a list whose size is told, or that no meeting is on record."""
    if way.takes in ("first", "last"):
        return [tr("None is on record.", lang)]
    if "group" in way.wishes:
        return [tr("None of the members.", lang)]
    names = [read_short_name(connection, match.id, lang) for match in way.placed if match.kind == "country"]
    return [tr("Not on this list: {names}.", lang, names=", ".join(names))] if names and "country" in way.wishes else []


def _is_of(row: Mapping[str, Any], dated: Dated) -> bool:
    """Whether a row is of a date, or has it in a name: the group of 2014-2015."""
    date = str(next(filter(None, (row.get(name) for name in ("date", "start_date", "attested"))), ""))
    return dated.has(date) or any(dated.date in value for value in row.values() if isinstance(value, str))


def _first_id(leads: Sequence[Match]) -> str:
    return leads[0].id if leads else ""


def lead(connection: Connection, matches: Iterable[Match]) -> list[Hit]:
    """These records as what comes first, each once; statements with their numbers, for a stretch of them is shown."""
    once = {match.id: match for match in matches}
    values: dict[str, Any] = {}
    listed = bind("id", [match.id for match in once.values() if match.kind == "statement"] or [""], values)
    sql = f"select record_id, number from search_records where record_id in ({listed})"
    numbers = {str(row[0]): int(row[1]) for row in connection.execute(sql, values)}
    return [Hit(match.id, match.kind, LEADING, numbers.get(match.id)) for match in once.values()]


def _find_leads(connection: Connection, question: Question, rows: Sequence[Mapping[str, Any]]) -> list[Match]:
    """The records that the rows are, where these are few."""
    ids = list(dict.fromkeys(str(row[question.leads]) for row in rows)) if question.leads else []
    matches = [match for match in make_matches(connection, ids) if match.kind in KINDS] if len(ids) <= 10 else []
    most = MOST_LEADS.get(matches[0].kind, MOST_OTHERS) if matches else 0
    if len(matches) > most:
        return []
    return matches[::-1] if question.name == "votes" else matches


def spell(question: Question, wishes: Mapping[str, Sequence[str]]) -> str:
    """The command that asks a question for these values."""
    listed = question.path.parent.name == "lists"
    options = " ".join(f"--{name.replace('_', '-')} {','.join(values)}" for name, values in wishes.items())
    return " ".join(("cyberdiplo", *(() if listed else ("query", "run")), question.name, options)).rstrip()
