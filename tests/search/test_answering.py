"""A whole question that a list of ours answers leads to its record and tells the command that lists the answer."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.questions import catalogue
from cyberdiplo.search.answering import COUNTED, NOTHING, find_told
from cyberdiplo.search.named import find_named
from cyberdiplo.search.search import search
from cyberdiplo.store.address import database_at
from tests.search.quality import read_queries

if TYPE_CHECKING:
    from cyberdiplo.store.sqlite_reading import Reading
    from tests.conftest import Run

TOLD = [
    ("Who chaired the OEWG?", "lauber-jurg", "query run chairs --process un-oewg-2021-2025,un-oewg-2019-2021"),
    ("Qui préside le Comité spécial sur la cybercriminalité ?", "boumaiza-mebarki-faouzia", "query run chairs"),
    ("Qui a modéré la séance du Comité OTC ?", "tang-wei-guo", "query run chairs --forum wto-tbt --role moderator"),
    ("Who is the chair of the GGE?", "un-gge", "query run chairs --process un-gge --role chair,co_chair"),
    ("Who voted against 73/27?", "a-res-73-27", "votes --resolution a-res-73-27 --vote no"),
    ("Who voted in favour of A/RES/73/27?", "a-res-73-27", "votes --resolution a-res-73-27 --vote yes"),
    ("Qui s'est abstenu sur la résolution 73/266 ?", "a-res-73-266", "votes --resolution a-res-73-266 --vote abstain"),
    ("How did France vote on 77/37?", "a-res-77-37", "votes --country FRA --resolution a-res-77-37"),
    ("Comment l'Inde a-t-elle voté sur le programme d'action ?", "a-res-78-16", "votes --country IND --process un-poa"),
    ("How many States voted for 77/37?", "a-res-77-37", "votes --resolution a-res-77-37 --vote yes"),
    ("Who opposed resolution 73/27?", "a-res-73-27", "votes --resolution a-res-73-27 --vote no"),
    ("What has China not said?", "CHN", "query run silent-on --country CHN"),
    ("Sur quoi la France est-elle restée silencieuse ?", "FRA", "query run silent-on --country FRA"),
    ("De quoi la Russie n'a-t-elle jamais parlé ?", "RUS", "query run silent-on --country RUS"),
    ("Combien de membres compte l'OTAN ?", "nato", "query run members-of-a-group --group nato"),
    ("How many meetings did the Ad Hoc Committee hold?", "un-ahc-cybercrime", "meetings --process un-ahc-cybercrime"),
    ("How many States are parties to the Budapest Convention?", "coe-budapest-convention", "query run signatories"),
    ("Combien de lois a la Chine ?", "CHN", "measures --country CHN"),
]


@pytest.mark.parametrize(("typed", "first", "command"), TOLD)
def test_the_right_record_leads_and_the_command_is_told(
    database: Reading, typed: str, first: str, command: str
) -> None:
    answered = search(database, typed, lang="en")
    assert next(iter(answered.result.rows))[1] == first
    assert f"cyberdiplo {command}" in answered.notices[0]
    french = search(database, typed, lang="fr").notices[0]
    assert f"répond\u00a0: cyberdiplo {command}" in french.replace("répondent", "répond")


@pytest.mark.parametrize(("typed", "command"), [(typed, command) for typed, _, command in TOLD])
def test_the_command_gives_as_many_rows_as_were_told(cyberdiplo: Run, typed: str, command: str) -> None:
    told = cyberdiplo("search", typed, "--limit", "1").stderr.splitlines()[0]
    count, _, typed_command = told.partition(" answer")
    done = cyberdiplo(*shlex.split(typed_command.partition("cyberdiplo ")[2]), "--no-header")
    assert done.returncode == 0
    assert f"{len(done.stdout.splitlines())} row" in f"{count} "
    assert command.split()[0] in told


def test_the_totals_of_a_vote_and_an_adoption_without_one_are_told(database: Reading) -> None:
    told = search(database, "Qui a voté contre la résolution 78/16 ?", lang="fr").notices
    assert any("9 contre" in sentence and "Bélarus" in sentence for sentence in told)
    assert any("without a vote" in sentence for sentence in search(database, "Who voted for 80/16?").notices)


@pytest.mark.parametrize(
    "typed",
    [
        "OEWG chair", "73/27", "votes 73/27", "China", "who opposes the militarisation of cyberspace?",
        "Pourquoi les États-Unis ont-ils voté contre la résolution 74/247 ?", "Who said nothing about ransomware?",
        "Who said that Article 51 of the UN Charter does not apply to cyberspace?", "What did the Chair say?",
        "How many cyberattacks were there in Indonesia?", "who chaired", "combien ?", "what did China not like?",
    ],
)  # fmt: skip
def test_what_no_list_answers_is_left_to_the_texts(database: Reading, typed: str) -> None:
    assert find_told(database, typed, "en") == NOTHING


def test_a_figure_that_has_the_number_comes_before_what_it_is_of(database: Reading) -> None:
    for typed in (
        "How many States support the Paris Call?",
        "Combien de ratifications compte la Convention de Malabo ?",
    ):
        answered = search(database, typed)
        assert next(iter(answered.result.rows))[0] == "figure"
        assert "cyberdiplo query run" in answered.notices[0]


def test_a_body_of_which_nothing_is_counted_leads_without_a_command(database: Reading) -> None:
    answered = search(database, "How many members has the TBT Committee?")
    assert next(iter(answered.result.rows))[1] == "wto-tbt"
    assert not any("cyberdiplo" in sentence for sentence in answered.notices)


def test_what_leads_keeps_to_the_kinds_that_are_asked_for(database: Reading) -> None:
    rows = list(search(database, "Who chaired the OEWG?", kinds=["process"]).result.rows)
    assert {row[0] for row in rows} == {"process"}
    assert search(database, "Who chaired the OEWG?", forums=["un"]).notices == []


def test_names_are_found_in_a_question_the_longest_first(database: Reading) -> None:
    named = find_named(database, "How did l'Inde vote on the programme d'action of the UN on 77/37, China's or IL?")
    assert [matches[0].id for matches in named] == ["IND", "un-poa", "un", "a-res-77-37", "CHN", "ISR"]
    assert find_named(database, "il a dit que la") == []


def test_every_list_that_counts_is_a_question_of_ours() -> None:
    for name in COUNTED:
        question = catalogue.read_list(name) if name in catalogue.list_nouns() else catalogue.find(name)
        assert question.parameters


def test_a_server_tells_the_same(postgres_url: str, database: Reading) -> None:
    typed = [query.typed for query in read_queries() if query.asks][-26::3]
    with database_at(postgres_url).asking() as connection:
        for text in typed:
            assert find_told(connection, text, "en") == find_told(database, text, "en")
