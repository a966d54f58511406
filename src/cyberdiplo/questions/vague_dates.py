"""What a filter by date leaves out because its date is no more than a year or a month, and how it is found.

Something dated 2023 need not have been on 20 June 2023. In the SQL a row is in a time where its earliest day is not
after the end, ``… || '-99' <= :to || '-99'``, and its latest not before the beginning, ``… || '-01-01' >= :from``: of a
date without a day that is so where the whole of it is in the time.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from cyberdiplo.messages import tr, tr_plural
from cyberdiplo.questions.question import PERIOD
from cyberdiplo.questions.run import prepare
from cyberdiplo.text.dates import say_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cyberdiplo.questions.question import Question
    from cyberdiplo.store.connection import Connection

    Wishes = Mapping[str, Sequence[str] | str | None]

DATES = ("date", "start_date")  # the columns that have what they are compared with
EARLIEST = re.compile(r"\|\| '-01-01' >= (:(?:from|on|active_on)\b)")
LATEST = re.compile(r"\|\| '-99' <= (:(?:to|on|active_on)\b)")
YEAR, DAY = len("YYYY"), len("YYYY-MM-DD")


def loosen(sql: str) -> str:
    """The SQL that lets in what may be in the time that is asked for."""
    return LATEST.sub(r"|| '' <= \1", EARLIEST.sub(r"|| '-99' >= \1", sql))


def count_vague(connection: Connection, question: Question, wishes: Wishes, lang: str) -> tuple[Counter[str], Wishes]:
    """How many rows are left out though they may be in the time that is asked for, by their dates, with that time."""
    if not any(wishes.get(name) for name in PERIOD):
        return Counter(), {}
    sql, values = prepare(connection, question, wishes, lang, guesses=[])
    period = {name: str(values[name]) for name in PERIOD if name in values}
    if (loose := loosen(sql)) == sql or all(len(day) == YEAR for day in period.values()):
        return Counter(), period
    described = connection.execute(f"select * from (\n{sql}\n) as answer limit 0", values).description or ()
    dated = next((name for name in DATES if name in {str(column[0]) for column in described}), "''")

    def count(some: str) -> Counter[str]:
        counted = f"select {dated}, count(*) from (\n{some}\n) as answer group by 1"
        return Counter({str(date or ""): int(rows) for date, rows in connection.execute(counted, values)})

    return count(loose) - count(sql), period


def tell_vague(left_out: Counter[str], period: Mapping[str, Any], lang: str) -> Iterator[str]:
    """How many rows are left out, how they are dated and with which options they are found."""
    if not left_out:
        return
    dates = sorted(date for date in left_out if date and len(date) < DAY)
    length = min(map(len, dates), default=YEAR)
    wide = {
        name: value[:length]
        for name, value in period.items()
        if len(value) > length and (not dates or any(value.startswith(date) for date in dates))
    }
    options = " ".join(f"--{name.replace('_', '-')} {value}" for name, value in wide.items())
    count = left_out.total()
    if dates:
        yield tr_plural(
            "{count} more is dated only {dates}: {options} has it.",
            "{count} more are dated only {dates}: {options} has them.",
            count, lang, dates=tr(" or ", lang).join(say_date(date, lang) for date in dates), options=options,
        )  # fmt: skip
    else:
        yield tr_plural(
            "{count} more is dated only by its year or month: {options} has it.",
            "{count} more are dated only by their year or month: {options} has them.",
            count, lang, options=options,
        )  # fmt: skip


def find_vague(connection: Connection, question: Question, wishes: Wishes, lang: str) -> Iterator[str]:
    """What to say beside an answer of what a date without a day leaves out of it."""
    yield from tell_vague(*count_vague(connection, question, wishes, lang), lang)
