"""The forum of a statement, meeting or participation is one, in every list, page, export and name, on both databases.

It is told a second time in plain Python, which walks from row to row and knows no view.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import cyberdiplo
from cyberdiplo.questions import catalogue
from cyberdiplo.questions.run import answer
from cyberdiplo.records.dump import wide_dumps
from cyberdiplo.records.pages import STATEMENTS
from cyberdiplo.search.labels import read_names
from cyberdiplo.search.types import Hit
from cyberdiplo.store.address import database_at
from tests.expect import QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cyberdiplo.store.connection import Connection

Cells = dict[str, Any]
POINTS = ("commitments", "concerns", "proposals", "joint-statements", "unnamed-voices")  # name each one's forum
# A forum that is made of several on the spot is a second meaning of "its forum"; each of these says another thing.
MADE_ON_THE_SPOT = {
    "questions/lists/timeline.sql": "a step of a measure: the forum of its process, else who issued the measure",
    "records/popolo_sql/events.sql": "who organises a meeting: its process before its forum",
    "records/popolo_sql/vote_events.sql": "who organises the meeting of a vote: the same",
    "records/popolo_sql/organizations.sql": "what stands above a process",
    "records/pages.py": "what stands for a statement's meeting, that a page has statements of one sitting only",
}
COALESCED = re.compile(r"coalesce\([^()]*\bforum_id\b(?!, '')")


class Homes:
    """The forum of each row, by the words of the views: its own, its meeting's, its process's, its text's issuer."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.forums = self.read("forums", "acronym_en", "name_en")
        self.processes = self.read("processes", "forum_id")
        self.measures = self.read("measures", "issuer_id", "process_id")
        meetings = self.read("meetings", "forum_id", "process_id")
        self.of_meetings = {one: row["forum_id"] or self.of_process(row["process_id"]) for one, row in meetings.items()}
        self.of_statements = {
            one: row["forum_id"]
            or self.of_meetings.get(row["meeting_id"])
            or self.of_process(row["process_id"])
            or self.of_text(row["measure_id"])
            for one, row in self.read("statements", "forum_id", "meeting_id", "process_id", "measure_id").items()
        }
        self.of_parts = {
            one: self.of_meetings.get(row["meeting_id"]) or self.of_process(row["process_id"])
            for one, row in self.read("participations", "meeting_id", "process_id").items()
        }

    def read(self, table: str, *columns: str) -> dict[str, Cells]:
        rows = self.connection.execute(f"select id, {', '.join(columns)} from {table}", {})
        return {str(row[0]): dict(zip(columns, row[1:], strict=True)) for row in rows}

    def of_process(self, process: str | None) -> str | None:
        home = self.processes.get(process or "", {}).get("forum_id")
        return str(home) if home else None

    def of_text(self, measure: str | None) -> str | None:
        row = self.measures.get(measure or "", {})
        issuer = row.get("issuer_id")
        return issuer if issuer in self.forums else self.of_process(row.get("process_id")) or self.of_process(issuer)

    def name(self, forum: str | None) -> str | None:
        return str(self.forums[forum]["acronym_en"] or self.forums[forum]["name_en"]) if forum else None

    def rows(self, question: str, given: Mapping[str, str] | None = None) -> list[Cells]:
        """An answer, with its ids."""
        result = answer(self.connection, catalogue.read(QUESTIONS[question]), given or {}, ids=True).result
        return [dict(zip(result.columns, row, strict=True)) for row in result.rows]

    def wide(self, name: str) -> dict[str, str | None]:
        """The forum of each row of a wide view."""
        dump = next(dump for dump in wide_dumps() if dump.name == name)
        names = [field.name for field in dump.fields]
        cells = (dict(zip(names, row, strict=True)) for row in self.connection.execute(dump.sql, {}))
        return {row["id"]: row["forum_id"] for row in cells}


@pytest.fixture
def homes(any_database: str) -> Iterator[Homes]:
    with database_at(any_database).asking() as connection:
        yield Homes(connection)


def test_the_forum_of_a_statement_is_one_wherever_it_is_told(homes: Homes) -> None:
    expected = homes.of_statements
    assert {row["id"]: row["forum_id"] for row in homes.rows("statements")} == expected
    assert homes.wide("statements") == expected
    for question in POINTS:
        told = {row["id"]: row["forum"] for row in homes.rows(question) if row["id"] in expected}
        assert told == {one: homes.name(expected[one]) for one in told}, question
    ids = ", ".join(f"'{one}'" for one in expected)
    for row in homes.connection.execute(STATEMENTS.replace(":ids", ids), {}):
        assert row[6] == expected[str(row[0])]


def test_the_forum_of_a_statement_is_one_in_which_a_filter_finds_it(homes: Homes) -> None:
    found = {tuple(row) for row in homes.connection.execute("select statement_id, forum_id from statement_forums", {})}
    assert {(one, home) for one, home in homes.of_statements.items() if home} <= found
    assert {one for one, _ in found} == {one for one, home in homes.of_statements.items() if home}
    by_place = """
    select statements.id, place_forums.forum_id from statements join place_forums on place_forums.place_id in (
      statements.forum_id, statements.meeting_id, statements.process_id, statements.measure_id)"""
    assert {tuple(row) for row in homes.connection.execute(by_place, {})} == found


def test_a_hit_is_named_by_a_forum_process_text_or_meeting_that_its_row_has(homes: Homes) -> None:
    hits = [Hit(one, "statement", 1.0) for one in homes.of_statements]
    names: dict[str, str] = {}
    for first in range(0, len(hits), 500):
        names |= read_names(homes.connection, hits[first : first + 500], "en")
    labels = dict(map(tuple, homes.connection.execute("select id, coalesce(acronym_en, name_en) from labels", {})))
    places = homes.connection.execute("select statement_id, forum_id, process_id, measure_id, meeting_id from said", {})
    for statement, *ids in places:
        told = [labels[one] for one in ids if one]
        assert not told or any(place in names[statement] for place in told), statement


def test_the_forum_of_a_meeting_is_one_wherever_it_is_told(homes: Homes) -> None:
    expected = homes.of_meetings
    assert {row["id"]: row["forum_id"] for row in homes.rows("meetings")} == expected
    assert homes.wide("meetings") == expected
    dated = homes.rows("timeline", {"kind": "meeting"})
    assert {row["id"]: row["forum_id"] for row in dated} == {row["id"]: expected[row["id"]] for row in dated}
    assert any(
        home and not own["forum_id"]
        for own, home in zip(homes.read("meetings", "forum_id").values(), expected.values(), strict=True)
    )


def test_the_forum_of_who_took_part_is_one_wherever_it_is_told(homes: Homes) -> None:
    expected = homes.of_parts
    assert homes.wide("participations") == expected
    unnamed = {row["id"]: row["forum"] for row in homes.rows("unnamed-voices", {"kind": "participation"})}
    assert unnamed == {one: homes.name(expected[one]) for one in unnamed}
    parts = homes.read("participations", "speaker_id", "meeting_id", "process_id")
    there = {
        (row["speaker_id"], row["meeting_id"] or row["process_id"]): expected[one]
        for one, row in parts.items()
        if row["speaker_id"]
    }
    for question, of in (("speakers", "meeting_id"), ("chairs", "chaired_id")):
        given = {"role": "any"} if question == "speakers" else {}
        for row in homes.rows(question, given):
            if (row["id"], row[of]) in there:
                assert row["forum"] == homes.name(there[row["id"], row[of]])


def read_texts() -> dict[str, str]:
    """Every file of SQL and Python of the program."""
    room = Path(cyberdiplo.__file__).parent
    files = [path for end in ("*.sql", "*.py") for path in room.rglob(end) if "generated" not in path.parts]
    return {path.relative_to(room).as_posix(): path.read_text(encoding="utf-8") for path in files}


def test_no_text_makes_a_forum_of_several_on_the_spot() -> None:
    """But the views, and what says another thing by it."""
    assert {name for name, text in read_texts().items() if COALESCED.search(text)} - {"schema/views.sql"} == set(
        MADE_ON_THE_SPOT
    )


FILTERED = re.compile(r"statements\.(\w+) in \((?:select place_id from place_forums|\{PLACES\})")


def test_who_compares_the_places_of_a_statement_compares_all_four() -> None:
    compared = {name: FILTERED.findall(text) for name, text in read_texts().items()}
    compared = {name: columns for name, columns in compared.items() if columns}
    assert sorted(compared) == [
        "questions/canned/joint-statements.sql",
        "questions/lists/figures.sql",
        "questions/lists/statements.sql",
        "schema/search_sql.py",
    ]
    assert set(map(tuple, compared.values())) == {("forum_id", "meeting_id", "process_id", "measure_id")}
