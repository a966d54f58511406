"""A meeting by its day, and by where it was: "2023-06-20", "OTC 20 juin 2023", "WTO TBT session 20 June 2023"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyberdiplo.text.dates import read_written
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cyberdiplo.store.connection import Connection

MONTH, DAY = len("YYYY-MM"), len("YYYY-MM-DD")
LONGEST_DATE, MOST = 5, 12  # words: of "Tuesday the 20 June 2023"; of a name in which a date is looked for
ANY_MEETING = {  # words that say no more than that it is a meeting
    *("meeting", "session", "sitting", "seance", "reunion", "day", "jour", "at", "in", "of", "on", "the", "held", "a"),
    *("au", "aux", "du", "de", "des", "d", "l", "la", "le", "les", "en"),
}
IN_FORUM = """
with recursive wanted(id) as (
  select record_id from name_index where norm = :norm and kind in ('forum', 'organisation', 'process')
), bodies(id) as (
  select id from organisations where id in (select id from wanted)
  union select organisations.id from organisations join bodies on organisations.parent_id = bodies.id
), forums_under(id) as (
  select id from forums where id in (select id from wanted) or organisation_id in (select id from bodies)
  union select forums.id from forums join forums_under on forums.parent_id = forums_under.id
), processes_under(id) as (
  select id from processes where id in (select id from wanted)
  union select processes.id from processes join processes_under on processes.parent_id = processes_under.id
)
select meeting_id from meeting_forums where forum_id in (select id from forums_under)
union select id from meetings where process_id in (select id from processes_under)
"""


def find_meetings(connection: Connection, name: str) -> list[tuple[str, str]]:
    """The meetings, by id and English name, of the day or month in a name that all other words of it fit.

    Those that begin then, else those that go on then.
    """
    date, rest = split_date(name)
    if not date:
        return []
    begins = "start_date = :date" if len(date) == DAY else "(start_date = :date or start_date like :date || '-%')"
    for condition in (begins, "start_date || '-99' <= :date || '-99' and end_date || '-01-01' >= :date"):
        rows = connection.execute(
            f"select id, name_en, name_fr from meetings where {condition} order by id", {"date": date}
        )
        meetings = {str(row[0]): (str(row[1]), fold(f"{row[1]} {row[2]}").split()) for row in rows}
        fitting = _find_fitting(connection, meetings, rest) if rest else meetings
        if fitting:
            return [(meeting, meetings[meeting][0]) for meeting in fitting]
    return []


def split_date(name: str) -> tuple[str, list[str]]:
    """The month or day in a name, as YYYY-MM or YYYY-MM-DD, with the other words of it; empty where there is none."""
    words = name.split()
    if not 0 < len(words) <= MOST or not any(character.isdigit() for character in name):
        return "", []
    for start, end in _list_windows(len(words)):
        part = " ".join(words[start:end]).strip(",;()")
        date = part if _is_day(part) else read_written(part)
        if len(date) >= MONTH:
            return date, fold(" ".join(words[:start] + words[end:])).split()
    return "", []


def _list_windows(count: int) -> Iterator[tuple[int, int]]:
    """The longest stretches of so many words first."""
    for length in range(min(count, LONGEST_DATE), 0, -1):
        for start in range(count - length + 1):
            yield start, start + length


def _is_day(text: str) -> bool:
    return len(text) == DAY and text.replace("-", "").isdigit() and text[4] == text[7] == "-"


def _find_fitting(
    connection: Connection, meetings: dict[str, tuple[str, list[str]]], words: Sequence[str]
) -> list[str]:
    """Those of the meetings that are of the forum or process which the words name, or which each word fits."""
    telling = [word for word in words if word not in ANY_MEETING]
    here = list(meetings)
    if of_name := _list_meetings(connection, " ".join(words)):
        return [meeting for meeting in here if meeting in of_name]
    for word in telling:
        of_word = _list_meetings(connection, word)
        here = [meeting for meeting in here if meeting in of_word or word in meetings[meeting][1]]
    return here


def _list_meetings(connection: Connection, norm: str) -> set[str]:
    """Every meeting of the forum, organisation or process of this name, and of what is under it."""
    return {str(row[0]) for row in connection.execute(IN_FORUM, {"norm": norm})}
