"""A whole question that a list of ours answers leads to its record and tells the command that lists the answer."""

from __future__ import annotations

import json
import shlex
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.questions import catalogue
from cyberdiplo.questions.names import lookup
from cyberdiplo.questions.question import QUESTIONS
from cyberdiplo.questions.run import answer
from cyberdiplo.result import Window
from cyberdiplo.search.answering import find_told
from cyberdiplo.search.dated import find_dates
from cyberdiplo.search.forms import read_forms
from cyberdiplo.search.named import find_spans
from cyberdiplo.search.search import search
from cyberdiplo.search.terms import is_lone_word
from cyberdiplo.search.types import ANSWER, NOTHING
from cyberdiplo.search.ways import read_asked, read_question
from cyberdiplo.store.address import database_at
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyberdiplo.result import Row
    from cyberdiplo.search.forms import Form
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


def find_first(database: Reading, typed: str, lang: str = "en", kinds: Sequence[str] = ()) -> tuple[Row, Row]:
    """The row that answers, and the first record after it."""
    rows = iter(search(database, typed, lang=lang, kinds=kinds, window=Window(limit=5)).result.rows)
    return next(rows), next(rows)


@pytest.mark.parametrize(("typed", "first", "command"), TOLD)
def test_a_question_is_answered_in_a_row_with_its_command_and_its_record_leads(
    database: Reading, typed: str, first: str, command: str
) -> None:
    answer, record = find_first(database, typed)
    assert answer[0] == ANSWER
    assert record[1] == first
    assert answer[2].startswith(f"cyberdiplo {command}")
    assert find_first(database, typed, "fr")[0][2] == answer[2]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Comment la France a-t-elle voté sur 75/240 ?", "contre\u00a0: France, A/RES/75/240"),
        ("who tabled resolution 73/27?", "introduced: Russian Federation"),
        (
            "When did the CRA enter into force?",
            "10 December 2024, entered into force; 11 June 2026, applied, chapter IV",
        ),
        ("Who chaired the UN GGE in 2004?", "chair: Andrey Krutskikh"),
        ("Qui a voté contre la résolution 78/16 ?", "contre (9)\u00a0: Bélarus"),
        (
            "when does the cybercrime convention enter into force?",
            "Convention on Cybercrime: 1 July 2004, entered into",
        ),
        ("où siège l'OMC ?", "Le siège n'est pas dans la base"),
        (
            "Who is against the legally binding instrument?",
            "New legal obligations on the use of ICTs, opposes: Michele",
        ),
        ("who represented the EU at the TBT session?", "speaker (2): Fabio Polverino"),
        ("How did France vote in 2018?", "France · against (2): A/RES/73/187, A/RES/73/27"),
        ("loi chinoise cybersécurité date", "7 novembre 2016, adoption\u00a0; 1er juin 2017"),
        ("who sponsered resolution 77/37?", "introduced (49): Albania"),
    ],
)
def test_an_answer_says_what_the_list_has(database: Reading, typed: str, text: str) -> None:
    lang = "fr" if typed[-2] == " " or "loi" in typed else "en"
    answer = next(iter(search(database, typed, lang=lang, window=Window(limit=3)).result.rows))
    assert answer[0] == ANSWER
    assert text in answer[3]


@pytest.mark.parametrize("form", [form for form in read_forms() if form.example], ids=lambda form: form.example)
def test_the_example_of_a_form_is_answered_by_its_list(database: Reading, form: Form) -> None:
    answered = find_told(database, read_asked(database, form.example), "en").answers
    assert f" {form.question}" in answered[0].command
    assert answered[0].text


def test_every_form_asks_a_list_for_what_it_may_be_asked_for() -> None:
    for form in read_forms():
        question = read_question(form.question)
        names = [*(name for group in form.needs for name in group), *form.may, *(name for name, _ in form.wishes)]
        assert [name for name in names if question.parameter(name) is None] == []
        assert question.tells or form.takes == "count"


def test_what_a_question_tells_are_columns_of_its_answer(database: Reading) -> None:
    for path in sorted([*QUESTIONS.glob("lists/*.sql"), *QUESTIONS.glob("canned/*.sql")]):
        question = catalogue.read(path)
        columns = answer(database, question, {}, ids=True, window=Window(limit=1)).result.columns
        names = [name.strip(" ?") for name in question.tells.replace(":", ",").split(",") if name.strip()]
        assert {*names, *filter(None, [question.leads])} <= {*columns}, path.name


def test_the_command_of_an_answer_lists_it(cyberdiplo: Run, database: Reading) -> None:
    told = find_first(database, "Who voted against 73/27?")[0]
    done = cyberdiplo(*shlex.split(told[2].partition("cyberdiplo ")[2]), "--no-header")
    assert done.returncode == 0
    assert f"against ({len(done.stdout.splitlines())}): " in told[3]


def test_an_answer_stays_in_a_file_and_is_a_row_like_others(cyberdiplo: Run) -> None:
    done = cyberdiplo("search", "comment la France a-t-elle voté sur 75/240 ?", "--format", "json", "--limit", "2")
    first, second = json.loads(done.stdout)
    assert list(first) == list(second)
    assert (first["kind"], first["id"]) == ("answer", "a-res-75-240") == ("answer", second["id"])
    assert "France" in first["snippet"]
    assert "répond" not in done.stderr


def test_the_window_counts_answers_as_rows(database: Reading) -> None:
    typed = "who sponsored resolution 77/37?"
    every = [row[:2] for row in search(database, typed, window=Window(limit=6)).result.rows]
    paged = [
        row[:2]
        for start in (0, 2, 4)
        for row in search(database, typed, window=Window(limit=2, offset=start)).result.rows
    ]
    assert paged == every
    assert [kind for kind, _ in every].count(ANSWER) == 1
    assert {row[0] for row in search(database, typed, kinds=["measure"]).result.rows} == {"measure"}


def test_what_somebody_says_comes_first_and_nothing_of_theirs_is_told(database: Reading) -> None:
    answer, record = find_first(database, "What is the position of France on sovereignty?")
    assert "France: 1 statement on this, of" in answer[3]
    assert record[1] == "fra-position-2019-002"
    answer, record = find_first(database, "qu'a dit le Brésil sur le renforcement des capacités ?", "fr")
    assert "rien sur ce thème (Renforcement des capacités)" in answer[3]
    assert record[1].startswith("bra-")
    answers = list(search(database, "What does China say about the programme of action?").result.rows)
    assert answers[1][2:4] == (
        "cyberdiplo votes --country CHN --process un-poa",
        "China · against (2): A/RES/77/37, A/RES/78/16",
    )


@pytest.mark.parametrize(
    "typed", ["WTO TBT session 20 June 2023", "OTC 20 juin 2023", "séance OTC du 2023-06-20", "TBT 20/06/2023"]
)
def test_a_body_and_a_date_name_its_meeting(database: Reading, typed: str) -> None:
    assert next(iter(search(database, typed).result.rows))[1] == "wto-tbt-2023-06-20-cybersecurity"


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("on 20 June 2023", "2023-06-20"), ("le 1er déc. 2020", "2020-12-01"), ("June 20, 2023", "2023-06-20"),
        ("2023-06-20", "2023-06-20"), ("7/12/2022", "2022-12-07"), ("juillet 2021", "2021-07"), ("in 2018", "2018"),
        ("CRA 2018", "2018"), ("75/240", ""), ("31 2023 12", "2023"),
    ],
)  # fmt: skip
def test_dates_are_read_in_both_languages(typed: str, date: str) -> None:
    assert next((dated.date for dated in find_dates(fold(typed).split())), "") == date


@pytest.mark.parametrize(
    "typed",
    [
        "73/27", "China", "who spoke of ransomware at the Security Council?", "Which States want to ratify the CRA?",
        "Pourquoi les États-Unis ont-ils voté contre la résolution 74/247 ?", "Who said nothing about ransomware?",
        "Who said that Article 51 of the UN Charter does not apply to cyberspace?", "What did the Chair say?",
        "How many cyberattacks were there in Indonesia?", "who chaired", "combien ?", "what did China not like?",
    ],
)  # fmt: skip
def test_what_no_list_answers_is_left_to_the_texts(database: Reading, typed: str) -> None:
    assert find_told(database, read_asked(database, typed), "en") == NOTHING


def test_one_plain_word_is_rightly_not_read_as_a_question(database: Reading) -> None:
    alone = [form.words[0] for form in read_forms() if len(form.words) == 1]
    words = {word for word_set in alone for word in (*word_set.single, *word_set.begun)}
    left = [word for word in words if is_lone_word(word) and not lookup(database, word)]
    assert len(left) > 100
    assert [word for word in left if find_told(database, read_asked(database, word), "en") != NOTHING] == []


def test_a_figure_that_has_the_number_comes_before_what_it_is_of(database: Reading) -> None:
    for typed in (
        "How many States support the Paris Call?",
        "Combien de ratifications compte la Convention de Malabo ?",
    ):
        answer, record = find_first(database, typed)
        assert "cyberdiplo query run" in answer[2]
        assert record[0] == "figure"


def test_a_body_of_which_nothing_is_counted_leads_without_a_command(database: Reading) -> None:
    answered = search(database, "How many members has the TBT Committee?")
    assert next(iter(answered.result.rows))[1] == "wto-tbt"
    assert not any("cyberdiplo" in sentence for sentence in answered.notices)


def test_what_leads_keeps_to_the_kinds_that_are_asked_for(database: Reading) -> None:
    rows = list(search(database, "Who chaired the OEWG?", kinds=["process"]).result.rows)
    assert {row[0] for row in rows} == {"process"}
    assert search(database, "Who chaired the OEWG?", forums=["un"]).notices == []


def test_names_are_found_in_a_question_the_longest_first(database: Reading) -> None:
    named = find_spans(database, "How did l'Inde vote on the programme d'action of the UN on 77/37, China's or IL?")
    assert [span.matches[0].id for span in named] == ["IND", "un-poa", "un", "a-res-77-37", "CHN", "ISR"]
    assert find_spans(database, "il a dit que la") == []


def test_a_server_tells_the_same(postgres_url: str, database: Reading) -> None:
    with database_at(postgres_url).asking() as connection:
        for typed, *_ in (*TOLD[::2], ("What does China say about the programme of action?",)):
            told, same = (search(each, typed, window=Window(limit=2)) for each in (connection, database))
            assert [*told.result.rows] == [*same.result.rows]
