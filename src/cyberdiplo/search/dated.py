"""The dates in what was typed, and the meetings that a date and a body name: ``TBT session 20 June 2023``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from cyberdiplo.questions.names import Match
from cyberdiplo.questions.values import find_below
from cyberdiplo.store.lists import bind
from cyberdiplo.text.dates import MONTHS
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyberdiplo.search.named import Span
    from cyberdiplo.store.connection import Connection

SINCE = frozenset(["since", "depuis", "after", "apres", "from"])
BEFORE = frozenset(["before", "until", "avant", "jusqu"])
SHORTEST = 3  # letters to which the name of a month is cut
MOST = 6  # meetings that a date may mean
MEETINGS = """
select id, start_date = :date as begins from meetings
where (substr(start_date, 1, {length}) = :date or (start_date <= :date and end_date >= :date)) {among}
order by start_date = :date desc, parent_id is null, start_date, id
"""


class Dated(NamedTuple):
    """A date: its words, itself as YYYY, YYYY-MM or YYYY-MM-DD, and whether what is before or after it is meant."""

    words: range
    date: str
    side: str = ""  # "from" or "to", where it is not the date alone

    def has(self, date: str) -> bool:
        """Whether a date is meant: it is that date or lies in it, or is on its side."""
        if self.side == "from":
            return date >= self.date
        return (self.side == "to" and bool(date) and date <= f"{self.date}-99") or date.startswith(self.date)


@cache
def _read_months() -> dict[str, int]:
    months: dict[str, int] = {}
    for names in MONTHS.values():
        for number, name in enumerate(names, 1):
            months |= {fold(name): number, fold(name)[: max(SHORTEST, 4)]: number}
    return months | {fold(name)[:SHORTEST]: number for number, name in enumerate(MONTHS["en"], 1)}


def find_dates(words: Sequence[str]) -> list[Dated]:
    """The dates among the folded words, the longest where they overlap."""
    dates: list[Dated] = []
    index = 0
    while index < len(words):
        length, date = next(
            ((length, date) for length in (3, 2, 1) if (date := _read(words[index : index + length], length))), (1, "")
        )
        before = words[index - 1] if index else ""
        if date:
            side = "from" if before in SINCE else "to" if before in BEFORE else ""
            dates.append(Dated(range(index, index + length), date, side))
        index += length
    return dates


def _read(words: Sequence[str], length: int) -> str:
    """These words as a date; empty where they are none."""
    if len(words) < length or not any(len(word) == 4 and word.isdigit() for word in words):
        return ""
    months = _read_months()
    numbers = [months.get(word) or (int(word) if word.isdigit() else _read_day(word)) for word in words]
    named = [word in months for word in words]
    if length == 1:
        return words[0] if 1990 <= numbers[0] <= 2040 else ""
    if length == 2:
        return _join(numbers[1], numbers[0], 0) if named[0] else ""
    if named[1] or not any(named):
        year, month, day = numbers if len(words[0]) == 4 else numbers[::-1]
        return _join(year, month, day)
    return _join(numbers[2], numbers[0], numbers[1]) if named[0] else ""


def _read_day(word: str) -> int:
    """1er, 2nd, 3rd, 20th."""
    number = word.rstrip("erndsth")
    return int(number) if number.isdigit() and number != word else 0


def _join(year: int, month: int, day: int) -> str:
    if not (1900 <= year <= 2100 and 1 <= month <= 12 and 0 <= day <= 31):
        return ""
    return f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")


def find_meetings(connection: Connection, dated: Dated, spans: Sequence[Span]) -> list[Match]:
    """The meetings of a day or month, in the bodies that are named where some are; those that begin then first."""
    if len(dated.date) == len("YYYY") or dated.side:
        return []
    values: dict[str, Any] = {"date": dated.date}
    forums: set[str] | None = None
    processes: set[str] = set()
    for match in (match for span in spans for match in span.matches if not match.weak):
        if match.kind in ("forum", "organisation"):
            below = {*find_below(connection, "forum", [match.id])} - {""}
            forums = below if not forums else (forums & below or forums | below)
        elif match.kind == "process":
            processes |= {*find_below(connection, "process", [match.id])}
    if forums is None and not processes:
        among = ""
    else:
        among = (
            f"and (id in (select meeting_id from meeting_forums where forum_id in"
            f" ({bind('forum', [*(forums or '')] or [''], values)}))"
            f" or process_id in ({bind('process', [*processes] or [''], values)}))"
        )
    rows = [*connection.execute(MEETINGS.format(length=len(dated.date), among=among), values)]
    of_day = len(dated.date) == len("YYYY-MM-DD")
    begin = [str(row[0]) for row in rows if row[1] and of_day] or [str(row[0]) for row in rows]
    return [Match(meeting, "meeting", meeting, False) for meeting in begin] if len(begin) <= MOST else []
