"""Votes as people read them: States by texts, who changed from one text to the next, how each text was decided."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from cyberdiplo.questions import catalogue, vote_matrix
from cyberdiplo.questions.notices import find_notices
from cyberdiplo.questions.run import answer, ask
from cyberdiplo.render.screen.shown import show_row
from tests.expect import CANNED, QUESTIONS

if TYPE_CHECKING:
    from cyberdiplo.result import Result
    from cyberdiplo.store.connection import Connection
    from tests.conftest import Run

RUSSIAN = ["60-45", "61-54", "62-17", "63-37", "71-28", "73-27", "74-29", "75-240", "77-36", "78-237"]
WESTERN = ["73-266", "74-28", "75-32"]


def rows(connection: Connection, name: str, **given: str) -> list[dict[str, Any]]:
    result = ask(connection, catalogue.read(QUESTIONS[name]), given)
    return [dict(zip(result.columns, row, strict=True)) for row in result.rows]


def data(connection: Connection, **wishes: list[str]) -> list[dict[str, Any]]:
    result = vote_matrix.as_data(vote_matrix.make_matrix(connection, wishes, "en"))
    return [dict(zip(result.columns, row, strict=True)) for row in result.rows]


def test_each_vote_of_the_list_stands_in_one_cell(database: Connection) -> None:
    matrix = data(database)
    texts = [name for name in matrix[0] if name not in ("country", "country_name", "changes")]
    cells = {(row["country"], text): row[text] for row in matrix for text in texts if row[text]}
    assert cells == {(vote["country"], vote["resolution"]): vote["vote"] for vote in rows(database, "votes")}
    assert next(row for row in matrix if row["country"] == "FRA")["changes"] == 3
    assert texts == list(dict.fromkeys(vote["resolution"] for vote in rows(database, "votes")))


def test_a_group_has_its_members_on_the_day_of_each_vote(database: Connection) -> None:
    matrix = data(database, group=["EU", "CANZ"], topic=["responsible-behaviour"])
    assert list(dict.fromkeys(row["group"] for row in matrix)) == ["EU", "CANZ"]
    british = next(row for row in matrix if row["country"] == "GBR")
    assert british["A/RES/74/29"] == "no"
    assert british["A/RES/75/240"] is None  # it had left


def read(result: Result, lang: str) -> list[list[str]]:
    """The rows as a person reads them."""
    return [show_row(result, row, lang) for row in result.rows]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_matrix_is_read_by_letters_with_the_totals_below(database: Connection, lang: str) -> None:
    whole = vote_matrix.as_read(vote_matrix.make_matrix(database, {}, lang), lang)
    *states, yes, no, abstain, absent = read(whole, lang)
    totals = rows(database, "vote-totals")
    for vote, row in (("yes", yes), ("no", no), ("abstain", abstain), ("absent", absent)):
        assert [int(cell) for cell in row[1:-1]] == [one[vote] for one in totals]
    iran = next(row for row in states if row[0].startswith("Iran"))
    column = [name.split()[0] for name in whole.columns].index("77/37")
    assert iran[column] == {"en": "N", "fr": "C"}[lang]
    assert whole.columns[column] == "77/37 2022"
    assert whole.columns[-1] == "changes"
    assert next(row for row in states if row[0] == "France")[-1] == "3"


def test_a_change_is_marked_where_the_text_before_it_in_its_line_stands_there_too(database: Connection) -> None:
    def letters(**wishes: list[str]) -> list[str]:
        matrix = vote_matrix.make_matrix(database, {"country": ["FRA"], **wishes}, "fr")
        return read(vote_matrix.as_read(matrix, "fr"), "fr")[0][1 : 1 + len(matrix.dates)]

    line = {"resolution": [f"a-res-{number}" for number in RUSSIAN]}
    assert letters(**line) == ["P", "P", "P", "P", "P", "C*", "A*", "C*", "C", "C"]
    assert letters(resolution=["a-res-74-29", "a-res-77-36"]) == ["A", "C"]
    assert letters(resolution=["a-res-73-27", "a-res-73-266"]) == ["C", "P"]  # rivals


def test_a_line_is_texts_of_one_title_or_process_one_after_the_other(database: Connection) -> None:
    pairs = [(row["first_id"], row["second_id"]) for row in rows(database, "successive-texts")]
    lines = [RUSSIAN, WESTERN, ["73-187", "74-247"], ["77-37", "78-16"]]
    assert sorted(pairs) == sorted(
        (f"a-res-{one}", f"a-res-{other}") for line in lines for one, other in pairwise(line)
    )


def test_one_text_may_say_that_it_succeeds_another(database_path: Any, tmp_path: Any) -> None:
    import shutil
    import sqlite3

    copy = tmp_path / "copy.sqlite"
    shutil.copy(database_path, copy)
    with sqlite3.connect(copy) as connection:
        assert not connection.execute("select 1 from successive_texts where second_id = 'a-res-79-239'").fetchone()
        connection.execute("insert into records (id, kind, load_id) select 'x-after-y', 'relation', max(id) from loads")
        connection.execute(
            "insert into relations (id, subject_id, predicate, object_id, kind, load_id)"
            " select 'x-after-y', 'a-res-79-239', 'succeeds', 'a-res-78-16', 'relation', max(id) from loads"
        )
        found = connection.execute("select first_id from successive_texts where second_id = 'a-res-79-239'").fetchall()
    connection.close()
    assert found == [("a-res-78-16",)]


def test_who_changed_is_counted_from_the_votes_themselves(database: Connection) -> None:
    cast = {(vote["country"], vote["resolution"]): vote["vote"] for vote in rows(database, "votes")}
    changed = rows(database, "changed-position")
    told = Counter((row["first"], row["second"]) for row in changed)
    for pair in rows(database, "successive-texts"):
        first, second = pair["first"], pair["second"]
        both = [(vote, cast.get((state, second))) for (state, text), vote in cast.items() if text == first]
        differing = [one for one in both if one[0] != one[1] and not {"absent", None} & set(one)]
        assert pair["changed"] == told[first, second] == len(differing)
    assert all(cast[row["id"], row["first"]] == row["before"] for row in changed)


def notices(connection: Connection, name: str, lang: str = "en", **given: str) -> list[str]:
    question = catalogue.read(QUESTIONS[name])
    wishes = {key: [value] for key, value in given.items()}
    values = answer(connection, question, wishes, lang=lang).values
    return find_notices(connection, question, values, lang, wishes)


def test_a_text_is_told_with_its_totals_and_who_was_against(database: Connection) -> None:
    (told,) = notices(database, "votes", resolution="A/RES/78/16")
    assert told.startswith("A/RES/78/16 (2023-12-04): 161 in favour, 9 against, 11 abstentions, 12 did not vote.")
    against = [row["country_name"] for row in rows(database, "votes", resolution="A/RES/78/16", vote="no")]
    assert all(name in told.split("9 against: ")[1].split(". ")[0] for name in against)
    (many,) = notices(database, "votes", resolution="A/RES/73/27")
    assert "46 against: Albania, Andorra, Australia," in many
    assert " and 34 more." in many
    assert notices(database, "votes", resolution="A/RES/78/16", stage="plenary") == []  # it may be another vote
    assert notices(database, "votes", country="FRA") == []


def test_the_texts_that_are_compared_are_told_with_dates_and_sponsors(database: Connection) -> None:
    rule, told = notices(database, "changed-position", process="PoA")
    assert "the next one of its line" in rule
    assert "A/RES/77/37 (2022-12-07; introduced by 49 States) → A/RES/78/16 (2023-12-04; introduced by" in told
    assert "9 States voted otherwise" in told
    assert notices(database, "changed-position")[1].startswith("13 pairs of texts")
    pairs = notices(database, "changed-position", country="FRA")[1:]
    assert [pair.split(" ")[0] for pair in pairs] == ["A/RES/71/28", "A/RES/73/27", "A/RES/74/29"]


def test_rivals_are_told_as_such(database: Connection) -> None:
    pair, rivals = notices(database, "changed-position", first="A/RES/73/27", second="A/RES/73/266")
    assert "Russian Federation" in pair
    assert "United States of America" in pair
    assert "rival" in rivals
    assert len(notices(database, "changed-position", first="A/RES/73/27")) == 2  # no rivals: 74/29 follows it


@pytest.mark.parametrize(
    ("name", "given", "said"),
    [
        ("voted-alike", {}, "--first France; --second China"),
        ("voted-alike", {"first": "IND"}, "--second China"),
        ("positions-by-capacity", {}, "--topic International technical standards"),
        ("group-split", {}, "--group EU"),
    ],
)
def test_what_was_not_asked_for_but_decides_the_answer_is_told(
    database: Connection, name: str, given: dict[str, str], said: str
) -> None:
    assert any(notice.endswith(f": {said}.") for notice in notices(database, name, **given))
    question = catalogue.read(CANNED[name])
    asked = {parameter.name: [parameter.default or ""] for parameter in question.parameters if parameter.default}
    assert not question.assumed(asked)


def test_the_matrix_on_the_command_line(cyberdiplo: Run) -> None:
    words = ("votes", "--matrix", "--process", "PoA", "--country", "FRA", "--country", "CHN")
    read = cyberdiplo(*words, "--format", "table")
    assert "77/37 2022" in read.stdout
    assert "Y in favour, N against, A abstention, - did not vote" in read.stderr
    assert "N  against" in read.stdout
    as_csv = cyberdiplo(*words, "--format", "csv", "--sort=-country", "--columns", "country,77/37 2022", "--limit", "1")
    assert as_csv.stdout.splitlines() == ["country,A/RES/77/37", "FRA,yes"]
    refused = cyberdiplo(*words, "--roll-call", "vote-a-res-77-37")
    assert refused.returncode == 2
    assert "leave --roll-call out" in refused.stderr
    none = cyberdiplo("votes", "--matrix", "--resolution", "A/RES/79/243", "--format", "csv")
    assert "was adopted without a vote" in none.stderr
    assert none.stdout.splitlines() == ["country,country_name,changes"]
