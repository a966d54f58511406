"""The database as Popolo has it: persons, organizations, memberships, events, areas, speeches, motions, vote events.

Each class is a .sql file whose columns are the names of the specification; what a record has several of (names,
identifiers, sources, attendees) is asked for some records at a time, so that memory stays flat.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cyberdiplo.questions import catalogue
from cyberdiplo.records.cited import encode_address
from cyberdiplo.store.lists import bind, translate_columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cyberdiplo.store.connection import Connection

BATCH = 400
CLASSES = ("persons", "organizations", "memberships", "events", "areas", "speeches", "motions", "vote_events")

# What a record has several of: (classes, SQL by record id). ``{ids}`` stands for the records asked for.
SEVERAL: dict[str, tuple[tuple[str, ...], str]] = {
    "other_names": (
        ("persons", "organizations"),
        "select distinct record_id, name, lang || case when type = 'preferred' then '' else ', ' || type end as note"
        " from all_names where record_id in ({ids})"
        " and not (type = 'preferred' and (lang = '{lang}' or kind = 'speaker')) order by 1, 2, 3",
    ),
    "identifiers": (
        ("persons", "organizations", "events"),
        "select record_id, value as identifier, scheme from identifiers where record_id in ({ids}) order by 1, 3, 2",
    ),
    "attendees": (
        ("events",),
        "select distinct participations.meeting_id, speaker_names.speaker_id as id, speaker_names.name"
        " from participations join speaker_names on speaker_names.speaker_id = participations.speaker_id"
        " where participations.meeting_id in ({ids}) order by 1, 2",
    ),
    "counts": (
        ("vote_events",),
        "select roll_call_id, votes.vote as option, count(*) as value"
        " from votes join vote_order on vote_order.vote = votes.vote where roll_call_id in ({ids})"
        " group by roll_call_id, votes.vote, place order by roll_call_id, place",
    ),
    "votes": (
        ("vote_events",),
        "select roll_call_id, country_id as voter_id, vote as option from votes where roll_call_id in ({ids})"
        " order by 1, 2",
    ),
    "sources": (
        ("persons", "organizations", "memberships", "events", "speeches", "motions", "vote_events"),
        "select distinct citations.record_id,"
        " coalesce(citations.url, sources.url, 'urn:cyberdiplo:' || sources.id) as url,"
        " sources.title || ', ' || citations.locator as note"
        " from citations join sources on sources.id = citations.source_id"
        " where citations.record_id in ({ids}) order by 1, 3, 2",
    ),
}


def read_records(connection: Connection, name: str, lang: str) -> Iterator[dict[str, Any]]:
    """The records of one class; what is not known is left out."""
    question = catalogue.read(Path(__file__).parent / "popolo_sql" / f"{name}.sql")
    cursor = connection.execute(translate_columns(question.sql, lang))
    columns = [str(column[0]) for column in cursor.description or ()]
    rows = iter(cursor)
    while batch := list(islice(rows, BATCH)):
        ids = [str(row[0]) for row in batch]
        several = {
            key: _read_lists(connection, sql, ids, lang) for key, (classes, sql) in SEVERAL.items() if name in classes
        }
        for row in batch:
            record = _nest(columns[1:], row[1:])
            record |= {key: lists[str(row[0])] for key, lists in several.items() if str(row[0]) in lists}
            yield record


def _read_lists(connection: Connection, sql: str, ids: Sequence[str], lang: str) -> dict[str, list[dict[str, Any]]]:
    values: dict[str, Any] = {}
    query = sql.replace("{ids}", bind("id", dict.fromkeys(ids), values)).replace("{lang}", lang)
    cursor = connection.execute(query, values)
    columns = [str(column[0]) for column in cursor.description or ()][1:]
    lists: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for record_id, *cells in cursor:
        entry = dict(zip(columns, cells, strict=True))
        lists[str(record_id)].append(entry | {"url": encode_address(entry["url"])} if "url" in entry else entry)
    return lists


def _nest(columns: Sequence[str], values: Sequence[Any]) -> dict[str, Any]:
    """A record without what is not known; ``member.id`` is the id within a member."""
    record: dict[str, Any] = {}
    for column, value in zip(columns, values, strict=True):
        within, dot, key = column.rpartition(".")
        if value is not None:
            (record.setdefault(within, {}) if dot else record)[key] = value
    return record
