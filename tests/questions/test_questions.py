"""The questions: what they answer from the shipped seeds, how their files are written, how the database finds it."""

from __future__ import annotations

import re
import shlex
import shutil
import sqlite3
from contextlib import closing
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from cyberdiplo.errors import BadSeed, BadUsage, UnclearName
from cyberdiplo.questions import catalogue
from cyberdiplo.questions.question import ARRAYS, PACKAGE, PLAIN_KINDS, RECORD_KINDS, Parameter, Question
from cyberdiplo.questions.run import ask, prepare
from cyberdiplo.render import style
from cyberdiplo.result import Window
from cyberdiplo.schema.views import views_sql
from cyberdiplo.schema.vocabulary import DOMAINS
from cyberdiplo.search.scope import make_conditions
from cyberdiplo.search.types import Filters
from cyberdiplo.store import sqlite
from cyberdiplo.store.words import read_labels
from tests.expect import CANNED, EXPECTED, LISTS, QUESTIONS, answer, asked, cases

if TYPE_CHECKING:
    from pathlib import Path

    from cyberdiplo.store.connection import Connection
    from tests.conftest import Run

LONGEST = 120  # characters of a line
FILES = pytest.mark.parametrize("path", QUESTIONS.values(), ids=lambda path: path.stem)


@pytest.mark.parametrize("case", cases())
def test_a_question_answers_as_expected(database: Connection, case: str) -> None:
    file = EXPECTED / f"{case}.csv"
    assert file.is_file(), "python -m tests.expect writes it"
    assert answer(database, *asked(case)) == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", CANNED)
def test_each_parameter_of_a_canned_question_has_an_expected_answer_with_rows(name: str) -> None:
    """Given once and alone; whoever writes one checks it against the seeds, for the program wrote the file."""
    alone = {
        next(iter(given)): case for case in cases() for question, given in [asked(case)]
        if question.name == name and len(given) == 1
    }  # fmt: skip
    assert set(alone) == {parameter.name for parameter in catalogue.read(CANNED[name]).parameters}
    for case in alone.values():
        assert len((EXPECTED / f"{case}.csv").read_text(encoding="utf-8").splitlines()) > 1, case


@pytest.mark.parametrize("name", CANNED)
def test_a_canned_question_gives_rows_as_it_stands_and_as_many_in_french(database: Connection, name: str) -> None:
    question = catalogue.read(CANNED[name])
    answers = {lang: ask(database, question, {}, lang=lang) for lang in ("en", "fr")}
    english, french = (list(answers[lang].rows) for lang in ("en", "fr"))
    assert english
    assert len(english) == len(french)
    codes = {code for domain in DOMAINS for code in read_labels(domain, database) if not code.isdigit()}
    for place, column in enumerate(answers["fr"].columns):
        values = {row[place] for row in french} - {None}
        untold = column not in answers["fr"].codes and not column.endswith("id")
        assert not (untold and values and values <= codes), f"{column} has codes, and says not which"


def test_whoever_supports_something_is_named(database: Connection) -> None:
    """Also who is no record: les pays de l'Union européenne."""
    found = ask(database, catalogue.read(CANNED["supporters"]), {"record": "PoA"})
    who = [row[found.columns.index("who")] for row in found.rows]
    assert all(who)
    assert "les pays de l'Union européenne" in who


def test_there_are_twenty_five_and_more() -> None:
    assert len(CANNED) >= 25


@FILES
def test_a_header_says_everything_in_both_languages(database: Connection, path: Path) -> None:
    question = catalogue.read(path)
    columns = set(ask(database, question, {}).columns)
    assert question.title_fr != question.title_en
    assert not question.description_en or question.description_fr != question.description_en
    assert question.examples
    assert question.main
    assert columns >= set(question.main)
    assert columns >= set(question.domains)
    assert columns >= {*question.below, question.together} - {""}
    for parameter in question.parameters:
        assert parameter.help_en, parameter.name
        assert parameter.help_fr != parameter.help_en, parameter.name


@FILES
def test_every_column_has_a_french_heading(database: Connection, path: Path) -> None:
    columns = ask(database, catalogue.read(path), {}).columns
    assert [name for name in columns if not style.french_heading(name.removesuffix("_en"))] == []


@pytest.mark.parametrize(
    "line", sorted({line for path in QUESTIONS.values() for line in catalogue.read(path).examples})
)
def test_an_example_runs_as_it_is_written(cyberdiplo: Run, line: str) -> None:
    done = cyberdiplo(*shlex.split(line))
    assert done.returncode == 0, done.stderr
    assert done.stdout


# Filters by a code name a good part of a table: reading it whole is the best plan, and no index would be used.
FILTERS = [
    pytest.param(path, parameter, id=f"{path.stem}-{parameter.name}")
    for path in QUESTIONS.values()
    for parameter in catalogue.read(path).parameters
    if parameter.kind not in DOMAINS and parameter.kind != "date"
]
SCAN = re.compile(r"SCAN (statements|participations)\b")
# What counts for every record what a filter by it covers, with what is below, reads the whole once: for each row again
# it would take many times as long.
COUNTING = re.compile(r"\b\w+_(counts|parts)\b")


@pytest.mark.parametrize(("path", "parameter"), FILTERS)
def test_a_filter_is_served_by_an_index(database: Connection, path: Path, parameter: Parameter) -> None:
    question = catalogue.read(path)
    assert plan(database, question, {parameter.name: some(database, parameter)}) == []


def plan(database: Connection, question: Question, given: dict[str, str]) -> list[str]:
    """The steps of the plan that read statements or participations from end to end."""
    if COUNTING.search(question.sql):
        return []
    return [step for step in steps(database, question, given) if SCAN.match(step)]


def steps(database: Connection, question: Question, given: dict[str, str]) -> list[str]:
    """The plan for this question."""
    sql, values = prepare(database, question, given, "en")
    return [str(row[3]) for row in database.execute(f"explain query plan {sql}", values)]


def some(database: Connection, parameter: Parameter) -> str:
    """A value that the parameter may have."""
    if parameter.kind in PLAIN_KINDS:
        return "2020"
    if parameter.kind in ("group", "party"):
        return "EU"
    kinds = RECORD_KINDS[parameter.kind] or ("measure",)
    row = database.execute("select min(id) from records where kind = :kind", {"kind": kinds[0]}).fetchone()
    assert row
    return str(row[0])


VIEWS = frozenset(re.findall(r"^create view (\w+)", views_sql(), re.MULTILINE))


@FILES
def test_no_view_is_made_as_a_whole_to_look_something_up_in_it(database: Connection, path: Path) -> None:
    """A view is SQL that the planner takes up into the question's own; ``distinct`` beside a left join prevents it."""
    question = catalogue.read(path)
    choices = [{}, *({one.name: some(database, one)} for one in question.parameters if one.kind not in DOMAINS)]
    for given in choices:
        assert made_whole(database, question, given) == []


def made_whole(database: Connection, question: Question, given: dict[str, str]) -> list[str]:
    """The steps of the plan that make all rows of a view, and the searches in what has no index of its own."""
    if COUNTING.search(question.sql):
        return []
    made = re.compile(rf"MATERIALIZE ({'|'.join(VIEWS)})$")
    return [step for step in steps(database, question, given) if made.match(step)]


def test_a_view_that_is_made_as_a_whole_is_seen(database: Connection, tmp_path: Path) -> None:
    file = tmp_path / "whole.sql"
    file.write_text(
        "-- title: x\nselect distinct statements.id, place.locator from statements"
        " left join first_citations as place on place.record_id = statements.id",
        encoding="utf-8",
    )
    assert made_whole(database, catalogue.read(file), {}) == ["MATERIALIZE first_citations"]


@pytest.mark.parametrize("path", sorted(ARRAYS.glob("*.sql")), ids=lambda path: path.stem)
def test_for_an_array_no_view_is_made_as_a_whole(database: Connection, path: Path) -> None:
    """It is read for some hundred rows at a time, and would be made as often."""
    sql = path.read_text("utf-8").replace("(:ids)", "(:first, :second)")
    plan = [str(row[3]) for row in database.execute(f"explain query plan {sql}", {"first": "x", "second": "y"})]
    whole = re.compile(rf"MATERIALIZE ({'|'.join(VIEWS)})$")
    assert [step for step in plan if whole.match(step)] == []


def test_few_questions_count_the_whole() -> None:
    """Each of them has a reason: it counts, for every record, what is below it too."""
    counting = {name for name, path in QUESTIONS.items() if COUNTING.search(catalogue.read(path).sql)}
    assert counting == {
        *("countries", "forums", "meetings", "organisations", "topics"),
        *(
            "meetings-of-processes",
            "forum-topic-matrix",
            "organisations-by-type",
            "silent-on",
            "speakers-by-forum",
            "topics-by-forum",
        ),
    }


@pytest.mark.parametrize("name", ["statements", "figures", "joint-statements"])
def test_a_forum_is_compared_with_the_place_of_a_statement(database: Connection, name: str) -> None:
    """It has few places but many statements: a list of them all would be made before the first is looked at."""
    assert statements_listed(database, catalogue.read(QUESTIONS[name]), {"forum": "unga"}) == []


def test_a_list_of_statements_is_seen(database: Connection) -> None:
    assert statements_listed(database, catalogue.read(QUESTIONS["proposals"]), {"forum": "unga"})


def test_a_search_in_a_forum_looks_at_the_place_of_each_hit(database: Connection) -> None:
    """A rare word has few hits; the lists are for kinds of records that are not statements."""
    filters = Filters(forums=("unga",), kinds=("statement",))
    values: dict[str, Any] = {}
    where = " and ".join(make_conditions(filters, values))
    sql = f"select record_id from search_records where {where}"
    placed = [str(row[3]) for row in database.execute(f"explain query plan {sql}", values)]
    assert placed.count("SEARCH statements USING INDEX sqlite_autoindex_statements_1 (id=?)") >= 2


def statements_listed(database: Connection, question: Question, given: dict[str, str]) -> list[str]:
    """The steps that find statements by their place for a list, which is made before the question itself is answered.

    They stand in a list or in a part of it. What an index gives for places is told right under the parts of their list.
    """
    sql, values = prepare(database, question, given, "en")
    rows = [(int(row[0]), int(row[1]), str(row[3])) for row in database.execute(f"explain query plan {sql}", values)]
    told = {number: step for number, _, step in rows}
    parts = re.compile("LIST SUBQUERY|LEFT-MOST SUBQUERY|UNION ALL")
    placed = re.compile(r"(SEARCH statements USING INDEX ix_statements_\w+_id|SCAN statements)\b")
    return [step for _, parent, step in rows if placed.match(step) and parts.match(told.get(parent, ""))]


@pytest.mark.parametrize("name", ["forums", "timeline"])
def test_of_the_statements_on_a_topic_one_a_place_is_looked_at(database: Connection, name: str) -> None:
    found = steps(
        database, catalogue.read_list(name), {"topic": some(database, Parameter("topic", "topic", "", "", None))}
    )
    assert found.count("MATERIALIZE one_a_place") == 1


def test_what_a_statement_is_told_with_is_looked_up_where_it_is_wanted_only(database: Connection) -> None:
    """The forum and process of a statement are no joins: who does not ask for them does not pay for them."""
    found = database.execute("explain query plan select who_fr from said where statement_id = 'x'", {})
    places = re.compile(r"SEARCH (meetings|measures|processes|forums|issuers|issuing)\b")
    joined = [row for row in found if row[1] == 0]  # what stands in no query of its own
    assert [str(row[3]) for row in joined if places.match(str(row[3]))] == []


def test_a_plan_that_reads_a_whole_table_is_seen(database: Connection) -> None:
    question = catalogue.read(QUESTIONS["statements"])
    assert plan(database, question, {})[0].startswith("SCAN statements")


# Filters


def ids(database: Connection, question: str, **given: str) -> list[str]:
    names = {name.rstrip("_"): value for name, value in given.items()}
    return [str(row[0]) for row in ask(database, catalogue.read(QUESTIONS[question]), names).rows]


def test_the_report_of_20_june_2023_comes_first_among_the_speakers_of_its_committee(database: Connection) -> None:
    rows = list(ask(database, catalogue.read_list("speakers"), {"forum": "OTC"}).rows)
    assert {row[8] for row in rows[:12]} == {rows[0][8]}
    assert rows[0][9] == "2023-06-20"
    assert {row[2] for row in rows} == {"speaker"}


def test_a_group_stands_for_its_members_on_the_day(database: Connection) -> None:
    members = "select measure_id, country_id from final_votes where country_id = 'GBR' order by measure_id"
    cast = {str(row[0]) for row in database.execute(members, {})}
    assert cast
    adopted = "select measure_id, max(event_date) from measure_events where type = 'adopted' group by 1"
    dates = {str(row[0]): str(row[1]) for row in database.execute(adopted, {})}
    within = {
        str(row[0]): str(row[1])
        for row in ask(database, catalogue.read_list("votes"), {"group": "EU", "country": "GBR"}).rows
    }
    assert all(date <= "2020-01-31" for date in within.values())
    assert len(within) == len([one for one in cast if dates[one] <= "2020-01-31"])


def test_the_union_itself_is_no_group_and_a_state_neither(database: Connection) -> None:
    assert "EU" not in ids(database, "countries", group="EU")
    assert "FRA" in ids(database, "countries", group="EU")
    with pytest.raises(UnclearName, match="No members of France"):
        ids(database, "votes", group="France")


def test_a_time_that_ends_before_it_begins_is_a_mistake(database: Connection) -> None:
    with pytest.raises(BadUsage, match=r"ends \(2020\) before it begins \(2022-05\)"):
        ids(database, "meetings", from_="2022-05", to="2020")
    ids(database, "meetings", from_="2022-05", to="2022")


def test_a_timeline_is_in_order_and_has_the_first_resolution(database: Connection) -> None:
    rows = list(ask(database, catalogue.read_list("timeline"), {}).rows)
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)
    assert any(row[0].startswith("1998") and row[-1] == "a-res-53-70" for row in rows)


def test_votes_are_counted_as_the_records_of_the_assembly_say(database: Connection) -> None:
    rows = ask(database, catalogue.read(CANNED["vote-totals"]), {}).rows
    totals = {row[1]: row[3:6] for row in rows}
    assert totals["A/RES/77/37"] == (156, 7, 14)
    assert totals["A/RES/73/27"] == (119, 46, 14)
    assert totals["A/RES/73/266"] == (138, 12, 16)


@pytest.mark.parametrize("limit", [None, 7])
def test_statements_of_a_meeting_stand_in_the_order_of_their_source(
    database_path: Path, tmp_path: Path, limit: int | None
) -> None:
    """Not in that of their ids, which are given in the same order as a rule: here they are turned round."""
    turned = tmp_path / "turned.sqlite"
    shutil.copy(database_path, turned)
    with closing(sqlite3.connect(turned)) as connection, connection:
        connection.execute("update statements set sort = 1001 - sort where sort <= 1000")
        sql = "select id, meeting_id, sort from statements"
        placed = {row[0]: (row[1], row[2]) for row in connection.execute(sql)}
    with closing(sqlite.reading(turned)) as reading:
        question = catalogue.read_list("statements")
        whole = [row[0] for row in ask(reading, question, {}).rows]
        paged = [
            row[0]
            for offset in range(0, len(whole), limit or len(whole))
            for row in ask(reading, question, {}, window=Window(limit=limit, offset=offset)).rows
        ]
    assert paged == whole
    assert len(whole) == len(placed)
    for (one, other), (first, second) in zip(pairwise(whole), pairwise(placed[one] for one in whole), strict=True):
        assert first[0] is None or first[0] != second[0] or (first[1], one) < (second[1], other)


# But for what the program writes itself, where a line is a constraint.
SQL = sorted(path for path in PACKAGE.rglob("*.sql") if path.parent.name != "generated")


@pytest.mark.parametrize("path", SQL, ids=lambda path: path.stem)
def test_sql_can_be_read_by_a_person(path: Path) -> None:
    long = [n for n, line in enumerate(path.read_text("utf-8").splitlines(), 1) if len(line) > LONGEST]
    assert long == [], "from '-- if :name' to '-- end' a condition may have several lines, and a header line '-- | '"


# Files of the user's


def test_a_parameter_that_is_needed_is_asked_for(database: Connection, tmp_path: Path) -> None:
    path = tmp_path / "mine.sql"
    path.write_text(
        "-- title: Mine\n-- param country: country*    which one\nselect :country as id\n", encoding="utf-8"
    )
    question = catalogue.read(path)
    with pytest.raises(BadUsage, match="needs a value for --country"):
        ask(database, question, {})
    with pytest.raises(BadUsage, match="takes one value, not 2"):
        ask(database, question, {"country": ["FRA", "DEU"]})
    assert list(ask(database, question, {"country": "France"}).rows) == [("FRA",)]


@pytest.mark.parametrize(("kind", "name", "under"), [("process", "un-gge", 6), ("meeting", "wto-tbt-2023-06-week", 3)])
def test_a_process_or_meeting_stands_for_its_parts_where_the_sql_takes_several(
    database: Connection, tmp_path: Path, kind: str, name: str, under: int
) -> None:
    """A question that was written for one of them is asked as it was."""
    path = tmp_path / "mine.sql"
    for condition, found in ((f"id = :{kind}", 1), (f"id in (:{kind})", 1 + under)):
        path.write_text(
            f"-- title: x\n-- param {kind}: {kind}    x\nselect id from records where {condition}\n", "utf-8"
        )
        sql, bound = prepare(database, catalogue.read(path), {kind: name}, "en")
        assert len(list(database.execute(sql, bound))) == found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("-- titel: x\nselect 1", r"wrong.sql:1: '-- titel: x' is not a line of a header"),
        ("select 1", r"wrong.sql:1: there is no title"),
        ("-- title: x\n", r"wrong.sql:2: there is no SQL"),
        ("-- title: x\ndelete from votes", r"wrong.sql:2: it begins with 'delete'"),
        ("-- title: x\nselect 1; select 2", r"more than one statement"),
        ("-- title: x\n-- param a: contry    b\nselect :a", r"wrong.sql:2: parameter 'a' is of no known kind 'contry'"),
        ("-- title: x\n-- param a: text    b\nselect 1", r"wrong.sql:2: the SQL does not use the parameter 'a'"),
        ("-- title: x\n\nselect 1,\n  :a", r"wrong.sql:4: the SQL uses :a"),
        ("-- title: x\n-- param a: topic    b\nselect :a", r"wrong.sql:2: a topic stands for those under it"),
        ("-- title: x\n-- column a: vote.votes\nselect 1 as a", r"wrong.sql:2: there is no vocabulary 'vote.votes'"),
    ],
)
def test_a_wrong_header_is_told_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "wrong.sql"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadSeed, match=said) as caught:
        catalogue.read(path)
    assert caught.value.hint


def test_a_file_in_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "wrong.sql"
    path.write_bytes("-- title: x\n-- titre: été\nselect 1".encode("latin-1"))
    with pytest.raises(BadSeed, match=r"wrong.sql:2: this is not UTF-8"):
        catalogue.read(path)


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("select nam\nfrom measures", r"wrong.sql:2: no such column: nam"),
        ("select id\nfrom measure", r"wrong.sql:3: no such table: measure"),
        ("select id\nfrom measures wher id = '1'", r'wrong.sql: near "id": syntax error'),
        ("with a as (select 1) delete from votes", r"wrong.sql: (not authorized|attempt to write)"),
        ("select load_extension('x')", r"not authorized"),
        ("select json(name_fr) from measures", r"malformed JSON"),
    ],
)
def test_wrong_sql_is_told_with_its_line(database: Connection, tmp_path: Path, sql: str, said: str) -> None:
    path = tmp_path / "wrong.sql"
    path.write_text(f"-- title: x\n{sql}\n", encoding="utf-8")
    with pytest.raises(BadSeed, match=said):
        list(ask(database, catalogue.read(path), {}).rows)


def test_a_question_of_the_users_stands_beside_ours_but_never_in_its_place(tmp_path: Path) -> None:
    for name in ("mine", "chairs"):
        (tmp_path / f"{name}.sql").write_text("-- title: x\nselect 1 as one\n", encoding="utf-8")
    found = catalogue.find_canned([tmp_path])
    assert found["mine"] == tmp_path / "mine.sql"
    assert found["chairs"] == CANNED["chairs"]
    assert catalogue.find_shadowed([tmp_path]) == [tmp_path / "chairs.sql"]
    assert catalogue.find("mine", [tmp_path]).own
    with pytest.raises(UnclearName) as caught:
        catalogue.find("vote-total")
    assert "vote-totals" in caught.value.hint


@pytest.mark.parametrize("path", LISTS.values(), ids=lambda path: path.stem)
def test_the_help_of_a_list_names_three_commands_that_come_next_and_each_answers(cyberdiplo: Run, path: Path) -> None:
    question = catalogue.read(path)
    assert len(question.next) == 3
    told = cyberdiplo(path.stem, "--help").stdout
    for line in question.next:
        assert f"  cyberdiplo {line}\n" in told
        done = cyberdiplo(*shlex.split(line))
        assert (done.returncode, bool(done.stdout.strip())) == (0, True), (line, done.stderr)


# From an answer to the next question

COUNTED = {"speakers-by-capacity": "capacity"}  # of no record, but of a word that a filter takes
SIDES = {  # a row that brings two records together has the ids of both
    "chairs": ("id", "chaired_id"),
    "changed-position": ("id", "first_id", "second_id"),
    "meetings-of-processes": ("id", "process_id"),
    "rival-processes": ("subject_id", "object_id"),
    "signatories": ("id", "measure_id"),
    "sponsors": ("country", "measure_id"),
    "statements-citing-a-measure": ("id", "measure_id"),
    "successive-texts": ("first_id", "second_id"),
    "supporters": ("who_id", "target_id"),
    "topics-by-forum": ("id", "forum_id"),
    "votes-of-a-state": ("country", "id"),
}


@pytest.mark.parametrize("name", CANNED)
def test_every_row_leads_to_a_record(database: Connection, name: str) -> None:
    question = catalogue.read(QUESTIONS[name])
    result = ask(database, question, {})
    rows = [dict(zip(result.columns, row, strict=True)) for row in result.rows]
    known = {str(row[0]) for row in database.execute("select id from records", {})}
    assert rows
    for row in rows:
        if name in COUNTED:
            assert row[COUNTED[name]]
        elif row.get("resolution") != "total":
            assert any(str(value) in known for value in row.values()), row
        if name in SIDES:
            named = [row[column] for column in SIDES[name] if row[column] is not None]
            assert named, row
            assert set(named) <= known, row


def test_statements_come_in_the_order_of_their_dates(database: Connection) -> None:
    """Also those that were made at no meeting, which have the date of their source; those without one come first."""
    for given in ({}, {"country": "FRA"}):
        dates = [row[1] or "" for row in ask(database, catalogue.read_list("statements"), given).rows]
        assert dates == sorted(dates)


def test_those_with_few_votes_in_common_come_last(database: Connection) -> None:
    result = ask(database, catalogue.read(CANNED["voting-neighbours"]), {"country": "RUS"})
    voted, percent = (result.columns.index(name) for name in ("voted", "percent"))
    rows = list(result.rows)
    most = max(row[voted] for row in rows)
    few = [2 * row[voted] < most for row in rows]
    assert few == sorted(few)
    assert any(few)
    often = [row[percent] for row in rows if 2 * row[voted] >= most]
    assert often == sorted(often, reverse=True)
