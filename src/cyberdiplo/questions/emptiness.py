"""Why an answer has no rows: how many each filter leaves by itself, and without which one there are some."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyberdiplo.messages import tr
from cyberdiplo.questions.question import RECORD_KINDS
from cyberdiplo.questions.run import prepare
from cyberdiplo.questions.values import find_namesakes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cyberdiplo.questions.question import Question
    from cyberdiplo.store.connection import Connection

    Wishes = Mapping[str, Sequence[str]]

MOST = 10_000  # rows that are counted; beyond it, how many there are tells nobody anything


def explain_emptiness(connection: Connection, question: Question, wishes: Wishes, lang: str) -> list[str]:
    """The sentences to say beside an answer without rows to these wishes; none where nothing was asked for.

    A question of the user's own is not asked again: it may take long.
    """
    asked = {name: list(values) for name, values in wishes.items() if values and question.parameter(name)}
    if question.own or not asked:
        return []
    return [*_count_filters(connection, question, asked, lang), *_count_namesakes(connection, question, asked, lang)]


def _count_filters(connection: Connection, question: Question, asked: Wishes, lang: str) -> Iterator[str]:
    """How many rows each filter leaves by itself, and all others without it."""
    needed = {name: values for name, values in asked.items() if _is_needed(question, name)}
    filters = {name: values for name, values in asked.items() if name not in needed}
    if len(filters) == 1:
        (option,) = (_spell(name, values) for name, values in filters.items())
        without = _count(connection, question, needed, lang)
        yield tr("Nothing fits {option}; without it there are: {count}.", lang, option=option, count=_say(without))
    elif filters:
        alone = {name: _count(connection, question, needed | {name: filters[name]}, lang) for name in filters}
        listed = tr("; ", lang).join(
            tr("{heading}: {value}", lang, heading=_spell(name, filters[name]), value=_say(count))
            for name, count in alone.items()
        )
        yield tr("Nothing fits all of these. Each by itself: {listed}.", lang, listed=listed)
        if len(filters) > 2:  # of two, what each leaves by itself says it already
            yield from _count_others(connection, question, asked, filters, lang)


def _count_others(
    connection: Connection, question: Question, asked: Wishes, filters: Wishes, lang: str
) -> Iterator[str]:
    """Which filter to drop: how many rows there are without it."""
    without = {
        name: _count(connection, question, {other: values for other, values in asked.items() if other != name}, lang)
        for name in filters
    }
    helping = [name for name, count in without.items() if count]
    listed = tr("; ", lang).join(
        tr("without {option}: {count}", lang, option=_spell(name, filters[name]), count=_say(without[name]))
        for name in helping
    )
    if helping:
        yield tr("Leave one of them out: {listed}.", lang, listed=listed)
    else:
        yield tr("Leave two or more of them out.", lang)


def _count_namesakes(connection: Connection, question: Question, asked: Wishes, lang: str) -> Iterator[str]:
    """How many rows there are for another record that has the name too."""
    for name, values in asked.items():
        parameter = question.parameter(name)
        if parameter is None or parameter.kind not in RECORD_KINDS or len(values) != 1:
            continue
        for other in find_namesakes(connection, parameter, values[0]):
            count = _count(connection, question, {**asked, name: [other]}, lang)
            yield tr(
                "{name} is also the name of {other}: {option} gives {count}.",
                lang, name=values[0], other=other, option=_spell(name, [other]), count=_say(count),
            )  # fmt: skip


def _is_needed(question: Question, name: str) -> bool:
    """Whether nothing can be asked without this parameter."""
    parameter = question.parameter(name)
    return parameter is not None and parameter.required


def _count(connection: Connection, question: Question, wishes: Wishes, lang: str) -> int:
    """How many rows the question has for these wishes, as far as they are counted."""
    sql, values = prepare(connection, question, wishes, lang, guesses=[])
    row = connection.execute(
        f"select count(*) from (select 1 as one from (\n{sql}\n) as answer limit {MOST + 1}) as counted", values
    ).fetchone()
    return int(row[0]) if row else 0


def _say(count: int) -> str:
    return f"> {MOST}" if count > MOST else str(count)


def _spell(name: str, values: Sequence[str]) -> str:
    """A filter as it was asked for."""
    return f"--{name.replace('_', '-')} {','.join(values)}"
