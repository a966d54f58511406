"""``compare``: several States side by side, each fact with its place."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import pytest

from cyberdiplo.questions import catalogue, comparison
from cyberdiplo.questions.run import ask
from cyberdiplo.records.record import read_label
from tests.expect import CANNED, LISTS

if TYPE_CHECKING:
    from cyberdiplo.store.connection import Connection
    from tests.conftest import Run

STATES = ["FRA", "DEU", "BRA"]


def compared(
    connection: Connection, states: list[str], lang: str = "en", *, every: bool = False, **given: str
) -> list[dict[str, Any]]:
    question = catalogue.read(CANNED["states-compared"])
    result = ask(connection, question, {"country": states, **given}, lang=lang)
    names = {state: read_label(connection, state, lang) or "" for state in states}
    side_by_side, _ = comparison.set_side_by_side(result, names, lang, every=every)
    return [dict(zip(side_by_side.columns, row, strict=True)) for row in side_by_side.rows]


def facts(connection: Connection, **given: Any) -> list[dict[str, Any]]:
    result = ask(connection, catalogue.read(CANNED["states-compared"]), given)
    return [dict(zip(result.columns, row, strict=True)) for row in result.rows]


def test_a_text_is_one_row_with_how_each_voted_and_one_place(database: Connection) -> None:
    rows = compared(database, STATES, topic="cybercrime")
    (row,) = (row for row in rows if row["about"].startswith("A/RES/74/247 [2019-12-27"))
    assert (row["France"], row["Germany"], row["Brazil"]) == ("against", "against", "abstention")
    french = compared(database, STATES, "fr", topic="cybercrime")
    assert [row["about"] for row in french if row["about"].isupper()] == ["VOTE", "SOUTIEN", "DÉCLARATION"]
    assert list(french[0]) == ["about", "France", "Allemagne", "Brésil"]  # as they were asked for


def test_each_fact_stands_in_the_column_of_its_state_with_its_place(database: Connection) -> None:
    rows = compared(database, STATES)
    names = {"FRA": "France", "DEU": "Germany", "BRA": "Brazil"}
    told = facts(database, country=STATES)
    for fact in told:
        if fact["kind"] == "statement":
            cells = [f"{row[names[fact['country']]]} {row['about']}" for row in rows]
            # Where all that is told on a topic stands in one place, that is told beside the topic.
            place = f"[{fact['date']}, {fact['source']}, {fact['locator']}]"
            with_others = {other["country"] for other in told if other["id"] == fact["id"]} - {fact["country"]}
            whole = any(fact["summary"] in cell and place in cell for cell in cells)
            assert whole or (with_others and any(cell.startswith("with ") for cell in cells))
    assert all(fact["source"] and fact["locator"] for fact in told)


def test_a_joint_statement_is_one_row_and_told_once(database: Connection) -> None:
    (row, *_) = (row for row in compared(database, ["DEU", "FRA"]) if row["France"] == "with Germany")
    assert "Franco-German meeting" in row["Germany"]


def test_a_state_of_which_nothing_is_on_record_says_so(database: Connection) -> None:
    rows = compared(database, ["FRA", "BRA"], topic="norms")
    assert [*rows[0].values()] == ["", "", "nothing on record"]
    assert list(rows[0]) == ["about", "France", "Brazil"]
    assert all("nothing on record" not in row.values() for row in compared(database, STATES, topic="cybercrime"))


def test_who_only_stands_under_the_name_of_a_state_does_not_speak_for_it(database: Connection) -> None:
    """A Canadian firm's director is a voice of the firm."""
    said = {fact["id"] for fact in facts(database, country="CAN") if fact["kind"] == "statement"}
    jolly = ask(database, catalogue.read(LISTS["statements"]), {"speaker": "Jolly"})
    assert not said & {row[jolly.columns.index("id")] for row in jolly.rows}
    assert said


@pytest.mark.parametrize("state", ["FRA", "RUS", "CHN"])
def test_votes_and_measures_are_those_of_the_lists(database: Connection, state: str) -> None:
    told = facts(database, country=state)
    votes = ask(database, catalogue.read(LISTS["votes"]), {"country": state})
    assert [(fact["about"], fact["how"]) for fact in told if fact["kind"] == "vote"] == [
        (row[0], row[4]) for row in votes.rows
    ]
    measures = ask(database, catalogue.read(LISTS["measures"]), {"country": state})
    assert {fact["id"] for fact in told if fact["kind"] == "measure"} == {row[0] for row in measures.rows}


def test_on_the_command_line(cyberdiplo: Run) -> None:
    words = ("compare", "France", "DEU", "--topic", "institutional-dialogue", "--from", "2022")
    page = cyberdiplo(*words, "--format", "markdown")
    assert page.stdout.startswith("| about | France | Germany |")
    assert "what was said in its name" in page.stderr  # what is compared
    rows = list(csv.DictReader(io.StringIO(cyberdiplo(*words, "--format", "csv").stdout)))
    assert {row["country"] for row in rows} == {"FRA", "DEU"}
    assert all(row["source"] and row["locator"] and row["date"] >= "2022" for row in rows)
    chosen = cyberdiplo(*words, "--format", "csv", "--columns", "country,how", "--limit", "1")
    assert chosen.stdout.splitlines() == ["country,how", "DEU,yes"]
    assert cyberdiplo("compare", "France", "Korea").returncode == 3  # two States have the name


# Votes that are alike


def cast(connection: Connection, states: list[str]) -> dict[str, dict[str, str]]:
    """How each of the States voted on each text, by the list of votes."""
    votes: dict[str, dict[str, str]] = {}
    result = ask(connection, catalogue.read(LISTS["votes"]), {"country": states})
    for row in (dict(zip(result.columns, row, strict=True)) for row in result.rows):
        votes.setdefault(row["resolution"], {})[row["country"]] = row["vote"]
    return votes


@pytest.mark.parametrize("states", [["FRA", "DEU", "BRA"], ["FRA", "CHN"], ["RUS", "CHN", "IRN"]])
def test_votes_that_are_alike_are_counted_and_the_others_told_one_by_one(
    database: Connection, states: list[str]
) -> None:
    votes = cast(database, states)
    alike = [told for told in votes.values() if len(told) == len(states) and len(set(told.values())) == 1]
    rows = compared(database, states)
    told = [row for row in rows[: [row["about"] for row in rows].index("SUPPORT")] if row["about"].startswith("A/RES/")]
    assert len(alike) > comparison.FEW
    assert {row["about"].split()[0] for row in told} == {text for text in votes if votes[text] not in alike}
    names = list(rows[0])[1:]
    assert rows[1]["about"] == f"{len(alike)} texts on which they voted alike"
    yes = sum(set(told.values()) == {"yes"} for told in alike)
    assert all(f"in favour: {yes}" in rows[1][name] for name in names)


def test_each_vote_is_told_where_all_are_wanted_or_few_are_alike(database: Connection) -> None:
    every = compared(database, STATES, every=True)
    assert {row["about"].split()[0] for row in every if row["about"].startswith("A/RES/")} >= set(
        cast(database, STATES)
    )
    few = compared(database, ["FRA", "DEU"], topic="cybercrime")
    assert [row["about"].split()[0] for row in few[1:3]] == ["A/RES/73/187", "A/RES/74/247"]  # two, and both alike
    assert not any("alike" in row["about"] for row in (*every, *few))


def test_what_is_counted_is_told_with_the_command_that_lists_it(cyberdiplo: Run) -> None:
    done = cyberdiplo("compare", "FRA", "DEU", "BRA", "--since", "2016", "--format", "markdown")
    assert "voted alike are counted together; --all tells each," in done.stderr
    assert "'cyberdiplo votes --matrix --country FRA,DEU,BRA --from 2016' too." in done.stderr
    assert "counted together" not in cyberdiplo("compare", "FRA", "DEU", "--all", "--format", "markdown").stderr
    assert len(cyberdiplo("compare", "FRA", "DEU", "--format", "csv").stdout.splitlines()) > 36  # a row a fact, as ever
