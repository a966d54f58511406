"""Two ways to one fact give one answer: lists, canned questions, search, what a record shows, on both databases.

The pairs are made from the catalogue and the data: every filter with values that the data have. What a filter means is
told a second time in plain Python, which walks from row to row and knows no view.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest

from cyberdiplo.briefs.gather import gather
from cyberdiplo.briefs.note import list_sentences
from cyberdiplo.questions import catalogue
from cyberdiplo.questions.question import RECORD_KINDS, Parameter, Question
from cyberdiplo.questions.run import ask, prepare
from cyberdiplo.questions.vague_dates import count_vague
from cyberdiplo.questions.values import find_below
from cyberdiplo.records import record
from cyberdiplo.schema.model import seed_tables
from cyberdiplo.schema.vocabulary import DOMAINS
from cyberdiplo.search.scope import make_conditions
from cyberdiplo.search.types import Filters, Place
from cyberdiplo.store import sqlite
from cyberdiplo.store.words import read_vocabulary
from tests.expect import CANNED, LISTS, QUESTIONS

if TYPE_CHECKING:
    from pathlib import Path

    from cyberdiplo.store.connection import Connection

Given = Mapping[str, str | Sequence[str]]
Rows = list[dict[str, Any]]
LAWS = ("measures", "measures-by-jurisdiction")
APPLYING = ("entered_into_force", "applied", "planned")  # what applies when
MOST = 8  # values of a filter that are tried


@pytest.fixture(scope="module")
def asked(database_path: Path) -> Iterator[Connection]:
    """The shipped seeds; that a server gives the same answers, ``test_both_databases`` holds."""
    connection = sqlite.reading(database_path)
    yield connection
    connection.close()


def rows(connection: Connection, name: str, given: Given | None = None) -> Rows:
    """An answer, each row by the names of its columns."""
    answer = ask(connection, catalogue.read(QUESTIONS[name]), given or {})
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


IDS: dict[tuple[Any, ...], frozenset[str]] = {}  # by question and what was asked: many tests compare with the same list


def ids(connection: Connection, name: str, **given: str | Sequence[str]) -> frozenset[str]:
    """The ids of an answer."""
    asked = (connection, name, *((key, str(value)) for key, value in sorted(given.items())))
    if asked not in IDS:
        IDS[asked] = frozenset(row["id"] for row in rows(connection, name, given))
    return IDS[asked]


def column(connection: Connection, sql: str) -> list[str]:
    """The first column of what SQL gives."""
    return [str(row[0]) for row in connection.execute(sql, {})]


def table(connection: Connection, name: str, *columns: str) -> dict[str, dict[str, Any]]:
    """The rows of a table by id."""
    found = connection.execute(f"select id, {', '.join(columns)} from {name}", {})
    return {str(row[0]): dict(zip(columns, row[1:], strict=True)) for row in found}


def unfiltered(question: Question) -> dict[str, str]:
    """What makes an answer whole: the defaults that can be taken away."""
    return {p.name: "any" for p in question.parameters if p.default and p.kind in DOMAINS}


def values(connection: Connection, parameter: Parameter, name: str = "") -> list[str]:
    """Values of a filter: of records those that most others refer to, and some spread over the rest.

    Before them some of the column that is called so, where ``name`` is the list of a table that has it.
    """
    if parameter.kind in DOMAINS:
        found = list(read_vocabulary(parameter.kind, connection))
    elif parameter.kind == "date":
        found = ["1998", "2012-06", "2018-12-05", "2020", "2023-06", "2023-06-20"]
    elif parameter.kind == "group":
        found = column(connection, "select distinct group_id from memberships where role = 'member' order by 1")
    else:
        kinds = ", ".join(f"'{kind}'" for kind in RECORD_KINDS[parameter.kind])
        uses = uses_of(connection)
        known = column(connection, f"select id from records where kind in ({kinds}) order by id")
        own, held = seed_tables().get(name), f"{parameter.name}_id"
        sql = f"select distinct {held} from {name} where {held} is not null order by 1"
        there = column(connection, sql)[:3] if own and held in own.header else []
        return [*there, *sorted(known, key=lambda one: (-uses[one], one))[:MOST], *known[:: max(1, len(known) // 4)]]
    return found[:: max(1, len(found) // MOST)]


USES: dict[Connection, Counter[str]] = {}


def uses_of(connection: Connection) -> Counter[str]:
    """How often each record is referred to by another."""
    if connection not in USES:
        uses: Counter[str] = Counter()
        for one in seed_tables().values():
            for name in (name for name in one.header if name.endswith("_id")):
                uses.update(column(connection, f"select {name} from {one.name} where {name} is not null"))
        USES.clear()
        USES[connection] = uses
    return USES[connection]


# Where it was said, told a second time


class Walk:
    """The data row by row, without any view."""

    def __init__(self, connection: Connection) -> None:
        self.statements = table(connection, "statements", "forum_id", "meeting_id", "process_id", "measure_id")
        self.meetings = table(connection, "meetings", "forum_id", "process_id", "start_date", "end_date")
        self.processes = table(connection, "processes", "forum_id", "start_date")
        self.measures = table(connection, "measures", "issuer_id", "process_id", "country_id")
        self.forums = table(connection, "forums", "type")
        self.parts = table(
            connection, "participations", "meeting_id", "process_id", "speaker_id", "organisation_id", "country_id",
            "affiliation_id",
        )  # fmt: skip
        self.posts = table(connection, "affiliations", "organisation_id")
        self.voices: dict[str, list[dict[str, Any]]] = {statement: [] for statement in self.statements}
        for statement, part in connection.execute(
            "select statement_id, participation_id from statement_participations", {}
        ):
            self.voices[statement].append(self.parts[part])

    def _own(self, row: Mapping[str, Any]) -> tuple[set[str], set[str]]:
        """The processes and forums of a row that names a forum, meeting, process or measure."""
        meeting = self.meetings.get(row.get("meeting_id") or "", {})
        measure = self.measures.get(row.get("measure_id") or "", {})
        issuer = measure.get("issuer_id")
        candidates = {row.get("process_id"), meeting.get("process_id"), measure.get("process_id"), issuer}
        processes = {str(one) for one in candidates if one in self.processes}
        homes = {row.get("forum_id"), meeting.get("forum_id"), issuer}
        homes |= {self.processes[process]["forum_id"] for process in processes}
        return processes, {str(one) for one in homes if one in self.forums}

    def places(self, rows: Mapping[str, Mapping[str, Any]]) -> dict[str, tuple[set[str], set[str]]]:
        return {row_id: self._own(row) for row_id, row in rows.items()}

    def said_by(self, what: str, wanted: str) -> set[str]:
        """The statements of which a voice has this in that column."""
        return {one for one, voices in self.voices.items() if any(voice[what] == wanted for voice in voices)}

    def issued_by(self, statement: Mapping[str, Any], wanted: str) -> bool:
        """Whether the measure that says it is this country's, or was issued by this body."""
        measure = self.measures.get(statement["measure_id"] or "", {})
        return wanted in (measure.get("country_id"), measure.get("issuer_id"))

    def organisations(self, part: Mapping[str, Any]) -> set[str]:
        """Whom somebody represents or works for."""
        return {part["organisation_id"], self.posts.get(part["affiliation_id"] or "", {}).get("organisation_id")}


@pytest.fixture(scope="module")
def walk(asked: Connection) -> Walk:
    return Walk(asked)


def within(places: Mapping[str, tuple[set[str], set[str]]], number: int, wanted: set[str]) -> set[str]:
    return {one for one, there in places.items() if there[number] & wanted}


def test_said_in_a_forum_has_one_meaning(asked: Connection, walk: Walk) -> None:
    said, met, took_part = (walk.places(one) for one in (walk.statements, walk.meetings, walk.parts))
    named = {part: row["speaker_id"] for part, row in walk.parts.items() if row["speaker_id"]}
    for forum in [*walk.forums, "wto", "un", "oecd"]:
        wanted = set(find_below(asked, "forum", [forum]))
        assert ids(asked, "statements", forum=forum) == within(said, 1, wanted), forum
        assert ids(asked, "meetings", forum=forum) == within(met, 1, wanted), forum
        people = {named[part] for part in within(took_part, 1, wanted) if part in named}
        assert people == ids(asked, "speakers", forum=forum, role="any") & set(named.values()), forum


def test_said_in_a_process_has_one_meaning_and_covers_its_parts(asked: Connection, walk: Walk) -> None:
    said, met, took_part = (walk.places(one) for one in (walk.statements, walk.meetings, walk.parts))
    named = {part: row["speaker_id"] for part, row in walk.parts.items() if row["speaker_id"]}
    for process in walk.processes:
        wanted = set(find_below(asked, "process", [process]))
        assert ids(asked, "statements", process=process, link="by") == within(said, 0, wanted), process
        assert ids(asked, "meetings", process=process) == within(met, 0, wanted), process
        people = {named[part] for part in within(took_part, 0, wanted) if part in named}
        assert people == ids(asked, "speakers", process=process, role="any") & set(named.values()), process
    assert len(find_below(asked, "process", ["un-gge"])) == 7


def test_whose_statement_it_is_has_one_meaning(asked: Connection, walk: Walk) -> None:
    """Who stands under France is not who stands under no country."""
    for country in column(asked, "select id from countries order by id"):
        of_its_measures = {one for one, row in walk.statements.items() if walk.issued_by(row, country)}
        expected = walk.said_by("country_id", country) | of_its_measures
        assert ids(asked, "statements", country=country, link="by") == expected, country
    for speaker in column(asked, "select distinct speaker_id from participations where speaker_id is not null"):
        assert ids(asked, "statements", speaker=speaker, link="by") == walk.said_by("speaker_id", speaker), speaker
    for body in column(asked, "select distinct organisation_id from affiliations order by 1")[::8]:
        expected = {
            one for one, voices in walk.voices.items() if any(body in walk.organisations(voice) for voice in voices)
        } | {one for one, row in walk.statements.items() if walk.issued_by(row, body)}
        assert ids(asked, "statements", organisation=body, link="by") == expected, body


# A filter of a list, against the list without it


TABLES = {"speaker": "speakers", "country": "countries", "organisation": "organisations"}
ABOUT = ("process", "speaker", "country", "organisation", "measure")  # which find what is said by it or about it
MODIFIERS = ("link",)  # what takes no row away, but says how another filter does


@pytest.mark.parametrize("name", ABOUT)
def test_a_statement_is_found_by_who_made_it_and_by_what_it_speaks_of(asked: Connection, name: str) -> None:
    """Each by its own link, together without one; one that only speaks of it is not said by it."""
    sql = (
        "select distinct about_id from statement_abouts join records on records.id = about_id"
        f" where records.kind = '{name}' order by about_id"
    )
    spoken_of = column(asked, sql)
    assert spoken_of
    only_about = 0
    for one in spoken_of:
        under = find_below(asked, name, [one]) if name == "process" else [one]
        of_it = ", ".join(f"'{each}'" for each in under)
        mentions = set(column(asked, f"select statement_id from statement_abouts where about_id in ({of_it})"))
        by, about = (ids(asked, "statements", **{name: one}, link=link) for link in ("by", "about"))
        assert about == mentions, one
        assert ids(asked, "statements", **{name: one}) == by | about, one
        only_about += len(about - by)
    assert only_about


FILTERS = [
    pytest.param(catalogue.read(path), parameter.name, id=f"{path.stem}-{parameter.name}")
    for path in LISTS.values()
    for parameter in catalogue.read(path).parameters
    if parameter.name not in MODIFIERS
]


@pytest.mark.parametrize("name", ["speaker", "country", "organisation"])
def test_each_statement_says_whether_it_is_by_whom_was_asked_for_or_about_them(asked: Connection, name: str) -> None:
    """``--stance against --country RUS``: what Russia opposes, and who opposes something of Russia's."""
    both = 0
    every = column(
        asked, f"select distinct record_id from statement_links join {TABLES[name]} on id = record_id order by 1"
    )
    for one in every[:: max(1, len(every) // 60)]:
        if not (listed := rows(asked, "statements", {name: one})):
            continue
        of_link = {
            link: {row["id"] for row in listed if link in (row["link"] or "").split("; ")} for link in ("by", "about")
        }
        for link, found in of_link.items():
            assert found == ids(asked, "statements", **{name: one, "link": link}), (one, link)
        both += bool(of_link["by"] and of_link["about"] - of_link["by"])
    assert both
    assert {row["link"] for row in rows(asked, "statements", {"forum": "wto-tbt"})} == {None}  # by or about nobody


def counted(found: Rows) -> Counter[tuple[Any, ...]]:
    """How often each row is there, but for whether a statement is by whom was asked for: that depends on the asking."""
    return Counter(
        tuple(value for name, value in row.items() if name != "link" or "speakers" not in row) for row in found
    )


@pytest.mark.parametrize(("question", "name"), FILTERS)
def test_a_filter_takes_rows_away_and_two_values_are_either(asked: Connection, question: Question, name: str) -> None:
    parameter = question.parameter(name)
    assert parameter
    whole = unfiltered(question)
    everything = counted(rows(asked, question.name, whole))
    tried = values(asked, parameter, question.name)
    found = {value: counted(rows(asked, question.name, whole | {name: value})) for value in tried}
    for value, some in found.items():
        assert some <= everything, value
    assert any(found.values()), "no value gives a row"
    assert any(some < everything for some in found.values()), "no value takes a row away"
    for one, other in list(combinations(found, 2))[:: max(1, len(found) // 2)] if parameter.several else ():
        assert counted(rows(asked, question.name, whole | {name: [one, other]})) == found[one] | found[other]


@pytest.mark.parametrize("name", LISTS)
def test_two_filters_give_what_both_give(asked: Connection, name: str) -> None:
    question = catalogue.read(LISTS[name])
    whole = unfiltered(question)
    best, alone = {}, {}
    for parameter in (p for p in question.parameters if p.name not in ("from", "to", *MODIFIERS)):
        tried = {v: rows(asked, name, whole | {parameter.name: v}) for v in values(asked, parameter)[::3]}
        best[parameter.name] = value = max(tried, key=lambda value: len(tried[value]))
        alone[parameter.name] = counted(tried[value])
    for one, other in combinations(best, 2):
        asked_for = {one: best[one], other: best[other]}
        assert counted(rows(asked, name, whole | asked_for)) == alone[one] & alone[other], asked_for


CODES = [
    pytest.param(catalogue.read(path), parameter, id=f"{path.stem}-{parameter.name}")
    for path in QUESTIONS.values()
    for parameter in catalogue.read(path).parameters
    if parameter.kind in DOMAINS and parameter.name in catalogue.read(path).domains
]


@pytest.mark.parametrize(("question", "parameter"), CODES)
def test_a_filter_by_a_code_gives_the_rows_that_show_it(
    asked: Connection, question: Question, parameter: Parameter
) -> None:
    whole = unfiltered(question)
    everything = rows(asked, question.name, whole)
    known = read_vocabulary(parameter.kind, asked)  # a passed plan reads otherwise, and is asked for as the plan it was
    shown = [str(row[parameter.name]).split("; ") for row in everything]  # of several voices several codes
    for code in {code for codes in shown for code in codes} & set(known):
        shown_as = {code, "not_recorded"} if code == "planned" else {code}
        expected = [row for row, codes in zip(everything, shown, strict=True) if not shown_as.isdisjoint(codes)]
        assert counted(rows(asked, question.name, whole | {parameter.name: code})) == counted(expected), code


DATED = {
    "meetings": ("start_date", "end_date"), "votes": ("date", "date"), "timeline": ("date", "end_date"),
    "statements": ("date", "date"),
}  # fmt: skip


@pytest.mark.parametrize("name", DATED)
def test_a_time_keeps_all_that_begins_before_its_end_and_ends_after_its_beginning(asked: Connection, name: str) -> None:
    """A month has its days: up to 2023-06 is up to 30 June, and from 2023-06 is from 1 June.

    What is dated 2023 need not have been by 20 June or from then on.
    """
    begins, ends = DATED[name]
    everything = rows(asked, name)
    for day in ("2018-12-05", "2018-12", "2018", "2023-06-20", "2023-06", "2023"):
        up_to = [row for row in everything if row[begins] and not exceeds(row[begins], day)]
        assert counted(rows(asked, name, {"to": day})) == counted(up_to), day
        since = [row for row in everything if (last := row[ends] or row[begins]) and reaches(last, day)]
        assert counted(rows(asked, name, {"from": day})) == counted(since), day
        on = [row for row in up_to if (last := row[ends] or row[begins]) and reaches(last, day)]
        assert (
            counted(rows(asked, name, {"on": day}))
            == counted(on)
            == counted(rows(asked, name, {"from": day, "to": day}))
        ), day
    for month in {row[begins][:7] for row in everything if row[begins] and len(row[begins]) == 10}:
        days = [row for row in everything if (row[begins] or "")[:7] == month]
        assert counted(days) <= counted(rows(asked, name, {"from": month, "to": month})), month


def test_a_measure_is_of_a_time_by_one_step_that_lies_within_it(asked: Connection) -> None:
    """Not by one step after its beginning and another before its end."""
    steps = [*asked.execute("select measure_id, event_date from measure_events where event_date is not null")]
    every = column(asked, "select distinct measure_id from measure_events")
    assert len(every) > 100
    for first, last in (("2018-12", "2019"), ("2020", "2020"), ("2020-12-31", "2021-03-12"), ("2023-06", "2023-07")):
        within = {one for one, date in steps if reaches(str(date), first) and not exceeds(str(date), last)}
        assert {row["id"] for row in rows(asked, "measures", {"from": first, "to": last})} == within, (first, last)


def reaches(date: str, day: str) -> bool:
    """Whether the whole of a date that may be a year or a month is on a day or after its beginning."""
    return f"{date}-01-01"[: len("YYYY-MM-DD")] >= f"{day}-01-01"[: len("YYYY-MM-DD")]


def exceeds(date: str, day: str) -> bool:
    """Whether some of a date that may be a year or a month is after a day, or after the end of it."""
    return date + "-12-31"[len(date) - 4 :] > day + "-12-31"[len(day) - 4 :]


# A canned question against the list of what it gives


# What these mean is something else, as their help says: the country of a step, the members on the day of the last step,
# the day of the adoption or of the vote, what stands beside a measure, members today, the day of publication, steps
# that apply.
OTHERWISE = {
    *(("national-positions", name) for name in ("group", "from", "to")),
    *(("what-applies-when", name) for name in ("from", "to")),
    *(("measure-history", "country"), ("measures-by-jurisdiction", "group"), ("groups-of-a-country", "on")),
    *((name, end) for name in ("group-split", "vote-totals", "votes-of-a-state") for end in ("from", "to")),
    *(("how-adopted", "from"), ("how-adopted", "to"), ("statements-citing-a-measure", "measure")),
}
HAS_ID = re.compile(r"^  (?:\w+\.id|[\w.]+ as id),?$", re.MULTILINE)


def same_filters() -> list[Any]:
    """Each parameter of a canned question that the list of its records has too, with both."""
    return [
        pytest.param(question, of, parameter, id=f"{name}-{of}-{parameter.name}")
        for name, path in CANNED.items()
        if HAS_ID.search((question := catalogue.read(path)).sql)
        for of in ("statements", "meetings", "measures", "figures", "processes")
        for parameter in question.parameters
        if (same := catalogue.read_list(of).parameter(parameter.name))
        and same.kind == parameter.kind
        and not parameter.default
        and (name, parameter.name) not in OTHERWISE
    ]


@pytest.mark.parametrize(("question", "of", "parameter"), same_filters())
def test_a_canned_question_filters_as_the_list_does(
    asked: Connection, question: Question, of: str, parameter: Parameter
) -> None:
    whole = unfiltered(question)
    by = {"link": "by"} if of == "statements" and parameter.name in ABOUT else {}
    everything = ids(asked, question.name, **whole) & ids(asked, of)
    for value in values(asked, parameter) if everything else ():
        found = ids(asked, question.name, **whole, **{parameter.name: value}) & ids(asked, of)
        assert found == everything & ids(asked, of, **{parameter.name: value}, **by), value


SAYS = {  # the types of statement that a canned question is about
    "commitments": ["commitment", "conclusion"],
    "concerns": ["concern", "question"],
    "proposals": ["proposal", "recommendation", "call"],
}


@pytest.mark.parametrize("name", SAYS)
def test_a_canned_question_is_the_list_of_its_types(asked: Connection, name: str) -> None:
    for given in ({}, {"forum": "G20"}, {"forum": "ONU"}, {"country": "FRA"}, {"topic": "norms"}):
        listed = {row["id"]: row for row in rows(asked, "statements", {"type": SAYS[name], **given})}
        found = {row["id"]: row for row in rows(asked, name, given)}
        assert set(found) == set(listed), given
        for one, row in found.items():
            assert row["who"] == listed[one]["speakers"]
            shared = {key for key in row if key in listed[one]}
            assert {key: row[key] for key in shared} == {key: listed[one][key] for key in shared}


@pytest.mark.parametrize("given", [{}, {"country": "AUS"}, {"forum": "wto-jsi-ecommerce"}, {"role": "co_chair"}])
def test_who_chaired_is_who_took_part_in_that_role_people_and_delegations(asked: Connection, given: Given) -> None:
    roles = ["chair", "co_chair", "vice_chair", "moderator", "rapporteur"]
    chaired = Counter((row["id"], row["role"], row["date"]) for row in rows(asked, "chairs", given))
    took_part = rows(asked, "speakers", {"role": roles, **given})
    assert chaired == Counter((row["id"], row["role"], row["date"]) for row in took_part)
    assert {row["id"] for row in took_part} & {"AUS", "SGP"}


def test_the_chair_of_a_meeting_or_process_is_who_chaired_or_co_chaired_it(asked: Connection) -> None:
    named: dict[str, Counter[str]] = {}
    for row in rows(asked, "chairs"):
        if row["role"] in ("chair", "co_chair"):
            named.setdefault(row["chaired_id"], Counter())[row["name"]] += 1
    told = {row["id"]: row["chair"] for name in ("meetings-of-processes", "processes") for row in rows(asked, name)}
    for record_id, chair in told.items():
        assert Counter(chair.split("; ") if chair else ()).keys() == named.get(record_id, Counter()).keys(), record_id
    moderated = [row["chaired_id"] for row in rows(asked, "chairs", {"role": "moderator"})]
    assert any(one in told and one not in named for one in moderated)


def test_what_the_g20_committed_itself_to_is_found_in_every_way(asked: Connection) -> None:
    expected = {"other-forums-005", "other-forums-006"}
    assert ids(asked, "statements", forum="G20", type="commitment") == expected
    assert ids(asked, "commitments", forum="G20") == expected
    assert expected <= shown(asked, "g20", "forum", "statements")


def test_votes_are_counted_alike_everywhere(asked: Connection) -> None:
    votes = Counter((row["resolution"], row["vote"]) for row in rows(asked, "votes"))
    for row in rows(asked, "vote-totals"):
        assert all(row[vote] == votes[row["resolution"], vote] for vote in ("yes", "no", "abstain", "absent"))
    for country in ("FRA", "IND", "TUV"):
        cast = {row["resolution"]: row["vote"] for row in rows(asked, "votes", {"country": country})}
        assert {r["resolution"]: r["vote"] for r in rows(asked, "votes-of-a-state", {"country": country})} == cast
    for group in ("EU", "ASEAN", "BRICS"):
        cast_by = Counter((row["resolution"], row["vote"]) for row in rows(asked, "votes", {"group": group}))
        for row in rows(asked, "group-split", {"group": group}):
            assert all(row[vote] == cast_by[row["resolution"], vote] for vote in ("yes", "no", "abstain", "absent"))


@pytest.mark.parametrize("group", ["nato", "cri", "EU"])
def test_a_member_on_a_day_is_on_the_list_of_that_day_or_told_beside_it(asked: Connection, group: str) -> None:
    """A filter takes in whoever may have been a member; the list of a day leaves such out, and tells how many."""
    question = catalogue.read(QUESTIONS["members-of-a-group"])
    told = 0
    for day in ("2013-06", "2018-12-05", "2020-02-01", "2020-12-31", "2023-12-04"):
        sql = "select member_id from members where group_id = :group and since <= :day || '-99' and until >= :day"
        by_filter = Counter(str(row[0]) for row in asked.execute(sql, {"group": group, "day": day}))
        listed = Counter(row["id"] for row in rows(asked, question.name, {"group": group, "on": day}))
        left_out, _ = count_vague(asked, question, {"group": group, "on": day}, "en")
        assert listed <= by_filter
        assert listed.total() + left_out.total() == by_filter.total(), day
        told += left_out.total()
    assert told


COUNTS = {  # the counts of a list, and the list that has as many rows when it is filtered by the record
    ("forums", "processes"): ("processes", "forum", {}),
    ("forums", "meetings"): ("meetings", "forum", {}),
    ("forums", "statements"): ("statements", "forum", {}),
    ("topics", "statements"): ("statements", "topic", {}),
    ("meetings", "statements"): ("statements", "meeting", {}),
    ("meetings", "speakers"): ("speakers", "meeting", {}),
    ("organisations", "speakers"): ("speakers", "organisation", {}),
    ("countries", "participations"): ("speakers", "country", {"role": "any"}),
    ("countries", "measures"): ("measures", "country", {}),
    ("countries", "votes"): ("votes", "country", {}),
    ("sources", "statements"): ("statements", "source", {}),
    ("topics", "records"): None,  # no list has records of every kind: the test below
    **dict.fromkeys((("sources", "figures"), ("sources", "records"), ("sources", "citations"))),  # the same
}
COUNT_NAMES = {*LISTS, "participations", "records", "citations"}


def length(connection: Connection, name: str, given: Given) -> int:
    """How many rows an answer has, without reading them."""
    sql, bound = prepare(connection, catalogue.read(QUESTIONS[name]), given, "en")
    ((count,),) = connection.execute(f"select count(*) from (\n{sql}\n) as answer", bound)
    return int(count)


def test_every_count_in_a_list_is_compared(asked: Connection) -> None:
    """A new column that is called as a list is, and holds numbers, needs its line among ``COUNTS``."""
    for name in LISTS:
        for row in rows(asked, name)[:1]:
            counts = {key for key, value in row.items() if key in COUNT_NAMES and isinstance(value, int)}
            assert {(name, key) for key in counts} <= set(COUNTS), name


@pytest.mark.parametrize(("name", "what"), [key for key, value in COUNTS.items() if value])
def test_a_count_in_a_list_is_the_length_of_the_list_it_counts(asked: Connection, name: str, what: str) -> None:
    """With what is below, each once: of every record that has something below it, and of many others."""
    counts = COUNTS[name, what]
    assert counts
    of, parameter, also = counts
    listed = {row["id"]: row[what] for row in rows(asked, name)}
    wide = "parent_id" in seed_tables()[name].header
    above = column(asked, f"select distinct parent_id from {name} where parent_id is not null") if wide else []
    most = sorted(listed, key=lambda one: -listed[one])[:MOST]
    chosen = {*above, *most, *list(listed)[:: max(1, len(listed) // 12)]}
    for one in sorted(chosen & set(listed)):
        assert listed[one] == length(asked, of, {parameter: one, **also}), one


def about_topics(connection: Connection) -> dict[str, set[str]]:
    """The records about each topic or a narrower one, by the rows alone."""
    tagged = connection.execute("select topic_id, record_id from record_topics", {})
    pairs = [(str(topic), str(one)) for topic, one in tagged]
    covered = {one: set(find_below(connection, "topic", [one])) for one in column(connection, "select id from topics")}
    return {topic: {one for tag, one in pairs if tag in narrower} for topic, narrower in covered.items()}


def test_records_are_counted_once_for_a_topic_and_for_a_source(asked: Connection) -> None:
    about = about_topics(asked)
    for row in rows(asked, "topics"):
        assert row["records"] == len(about[row["id"]]), row["id"]
    yields = {row["source"]: row for row in rows(asked, "coverage-by-source")}
    for row in rows(asked, "sources"):
        assert all(row[what] == yields[row["id"]][what] for what in ("statements", "figures", "records"))


def test_topics_and_people_of_a_forum_are_those_of_its_lists(asked: Connection, walk: Walk) -> None:
    people = {row["speaker_id"] for row in walk.parts.values()} - {None}
    said, about = walk.places(walk.statements), about_topics(asked)
    counts = {row["id"]: row["people"] for row in rows(asked, "speakers-by-forum")}
    by_forum: dict[str, dict[str, int]] = {forum: {} for forum in walk.forums}
    for row in rows(asked, "topics-by-forum"):
        by_forum[row["forum_id"]][row["id"]] = row["statements"]
    for forum in walk.forums:
        there = within(said, 1, set(find_below(asked, "forum", [forum])))
        assert by_forum[forum] == {topic: len(there & of) for topic, of in about.items() if there & of}, forum
        assert counts.get(forum, 0) == len(ids(asked, "speakers", forum=forum, role="any") & people), forum


def test_a_family_of_forums_counts_what_the_list_has_for_it(asked: Connection, walk: Walk) -> None:
    about, said = about_topics(asked), walk.places(walk.statements)
    families = ("un", "wto", "g20", "g7", "oecd")
    there = {family: within(said, 1, set(find_below(asked, "forum", [family]))) for family in families}
    for row in rows(asked, "forum-topic-matrix"):
        of = about[row["id"]] & set(walk.statements)
        assert {family: row[family] for family in families} == {key: len(of & ids) for key, ids in there.items()}
        assert (row["other"], row["total"]) == (len(of.difference(*there.values())), len(of)), row["id"]


def test_who_speaks_on_a_narrower_topic_is_not_silent_on_the_wider(asked: Connection) -> None:
    about = about_topics(asked)
    said = ids(asked, "statements", country="IND", link="by")
    silent = rows(asked, "silent-on", {"country": "IND"})
    assert silent
    for row in silent:
        assert not said & about[row["id"]], row["id"]


# A filter against what a record shows


def shown(connection: Connection, record_id: str, kind: str, section: str) -> set[str]:
    """The ids in a section of a record."""
    for one in record.read_record(connection, record_id, kind, "en").sections:
        if one.key == section:
            place = one.columns.index("id")
            return {str(row[place]) for row in one.rows}
    return set()


SHOWN = [  # what a record shows, and the filter that finds the same; of itself and all that is under it
    ("forum", "statements", "statements", "forum"),
    ("process", "statements", "statements", "process"),
    ("meeting", "statements", "statements", "meeting"),
    ("speaker", "statements", "statements", "speaker"),
    ("forum", "meetings", "meetings", "forum"),
    ("process", "meetings", "meetings", "process"),
    ("forum", "processes", "processes", "forum"),
    ("process", "measures", "measures", "process"),
    ("country", "measures", "measures", "country"),
]


@pytest.mark.parametrize(("kind", "section", "of", "name"), SHOWN)
def test_a_record_shows_what_the_filter_finds(asked: Connection, kind: str, section: str, of: str, name: str) -> None:
    every = column(asked, f"select id from records where kind = '{kind}' order by id")
    chosen = {*every[:: max(1, len(every) // 25)], "g20", "wto-tbt", "un-gge", "wto-tbt-2023-06-week"} & set(every)
    any_shown = False
    for one in sorted(chosen):
        under = find_below(asked, name, [one]) if name in ("forum", "process", "meeting") else [one]
        expected = set().union(*(shown(asked, each, kind, section) for each in under))
        said_by = {"link": "by"} if of == "statements" and name in ABOUT else {}
        assert ids(asked, of, **{name: one}, **said_by) == expected, one
        any_shown |= bool(expected)
    assert any_shown


# A filter against the search


def scoped(connection: Connection, filters: Filters) -> set[str]:
    """The records that search would look among."""
    values: dict[str, Any] = {}
    where = " and ".join(make_conditions(filters, values))
    return {str(row[0]) for row in connection.execute(f"select record_id from search_records where {where}", values)}


def scoped_statements(connection: Connection, place: Place) -> set[str]:
    """The statements that search would look among beside a place; meetings held there come with them."""
    return scoped(connection, Filters(kinds=("statement",), places=(place,)))


@pytest.mark.parametrize("kind", ["statement", "meeting", "process", "figure", "speaker", "measure"])
def test_a_search_in_a_forum_looks_among_what_the_list_has(asked: Connection, walk: Walk, kind: str) -> None:
    any_found = False
    for forum in [*list(walk.forums)[::4], "g20", "wto-tbt", "un", "wto"]:
        forums = find_below(asked, "forum", [forum])
        found = scoped(asked, Filters(kinds=(kind,), forums=tuple(forums)))
        if kind == "measure":  # which has no such filter, but stands in the timeline
            happened = {row["id"] for row in rows(asked, "timeline", {"forum": forum, "kind": "measure"})}
            dated = {row["id"] for row in rows(asked, "timeline", {"kind": "measure"})}
            assert found & dated == happened, forum
        elif kind == "speaker":
            people = {row["speaker_id"] for row in walk.parts.values()} - {None}
            assert found == ids(asked, "speakers", forum=forum, role="any") & people, forum
        else:
            noun = {"process": "processes"}.get(kind, f"{kind}s")
            assert found == ids(asked, noun, forum=forum), forum
        any_found |= bool(found)
    assert any_found


def test_a_search_beside_a_place_looks_among_what_the_list_has(asked: Connection, walk: Walk) -> None:
    for process in walk.processes:
        place = Place(processes=tuple(find_below(asked, "process", [process])))
        assert scoped_statements(asked, place) == ids(asked, "statements", process=process, link="by"), process
    for meeting in [*list(walk.meetings)[::10], "wto-tbt-2023-06-week"]:
        place = Place(meetings=tuple(find_below(asked, "meeting", [meeting])))
        assert scoped_statements(asked, place) == ids(asked, "statements", meeting=meeting), meeting
    for forum in [*list(walk.forums)[::4], "g20"]:
        place = Place(forums=tuple(find_below(asked, "forum", [forum])))
        assert scoped_statements(asked, place) == ids(asked, "statements", forum=forum), forum


def test_what_a_state_issued_is_its_own_in_every_list(asked: Connection) -> None:
    """Its law, or what it issued: the list, its page, its brief and the canned questions have the same measures."""
    measures = table(asked, "measures", "country_id", "issuer_id")
    events = table(asked, "measure_events", "measure_id", "event_date", "type")
    steps = {row["measure_id"] for row in events.values() if row["event_date"] and row["type"] in APPLYING}
    own = {
        country: {one for one, row in measures.items() if (row["country_id"] or row["issuer_id"]) == country}
        for country in column(asked, "select id from countries order by id")
    }
    assert "paris-call" in own["FRA"]
    for country, expected in own.items():
        assert ids(asked, "measures", country=country) == expected, country
        if not expected:
            continue
        assert shown(asked, country, "country", "measures") == expected, country
        assert ids(asked, "measures-by-jurisdiction", country=country) == expected, country
        assert ids(asked, "what-applies-when", country=country) == expected & steps, country
        brief = gather(asked, {"country": [country]}, "en", full=True)
        measures_told = [part for part in brief.sections if part.title == "Measures"] if brief else []
        cited = {sentence.record_id for sentence in list_sentences(measures_told)}
        told = {events[one]["measure_id"] if one in events else one for one in cited}
        assert told == expected, country
        compared = rows(asked, "states-compared", {"country": [country]})
        assert {row["id"] for row in compared if row["kind"] == "measure"} == expected, country
        assert {row["country"] for row in rows(asked, "measures", {"country": country})} == {
            row["country"] for row in rows(asked, "measures-by-jurisdiction", {"country": country})
        }


def test_the_latest_step_of_a_measure_is_one_everywhere(asked: Connection) -> None:
    """The last that its history tells; the list and the wide table are compared in ``test_links``."""
    last: dict[str, tuple[str, str]] = {}
    for row in rows(asked, "measure-history"):
        if row["date"] and row["event"] not in ("planned", "not_recorded"):
            last[row["id"]] = (row["date"], row["event"])
    listed = {row["id"]: (row["latest"], row["latest_step"]) for row in rows(asked, "measures") if row["latest"]}
    assert listed == last
    by_jurisdiction = {row["id"]: (row["date"], row["event"]) for row in rows(asked, "measures-by-jurisdiction")}
    assert {key: listed.get(key, (None, None)) for key in by_jurisdiction} == by_jurisdiction
    assert column(asked, "select code from step_types where sort is null") == []
