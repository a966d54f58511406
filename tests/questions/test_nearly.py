"""Nearly right is right: the only record that a name nearly fits is taken, and told; more than one is asked back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from cyberdiplo import library
from cyberdiplo.briefs.gather import SQL
from cyberdiplo.errors import BadUsage, UnclearName
from cyberdiplo.questions import catalogue, run
from cyberdiplo.questions.names import resolve
from cyberdiplo.questions.vague_dates import EARLIEST, LATEST, count_vague, find_vague, tell_vague
from cyberdiplo.questions.values import read_values
from cyberdiplo.text.dates import read_day, read_written
from tests.expect import QUESTIONS

if TYPE_CHECKING:
    from cyberdiplo.store.connection import Connection
    from tests.conftest import Run

STATEMENTS = catalogue.read_list("statements")


@pytest.mark.parametrize(
    ("name", "kind", "meant"),
    [
        ("étiquetage", "topic", "labelling"),  # a word of its name
        ("etiquettage", "topic", "labelling"),  # such a word, misspelt
        ("Malabo", "measure", "au-malabo-convention"),
        ("Pall Mall code", "measure", "pall-mall-code-of-practice"),  # words that only this one has together
        ("Budapest Conventoin", "measure", "coe-budapest-convention"),
        ("ledrian", "speaker", "le-drian-jean-yves"),
        ("Frnace", "country", "FRA"),
    ],
)
def test_the_only_record_that_a_name_nearly_fits_is_taken_and_told(
    database: Connection, name: str, kind: str, meant: str
) -> None:
    guesses: list[str] = []
    assert resolve(database, name, (kind,), guesses=guesses).id == meant
    (said,) = guesses
    assert said.startswith(f"'{name}' is taken for the {kind} ")
    assert said.endswith(f" ({meant}).")
    with pytest.raises(UnclearName):
        resolve(database, name, (kind,))  # whoever cannot tell of it does not guess


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("Korea", ("country",)),  # two have the very name
        ("Convention", ("measure",)),  # many have the word
        ("xyzzy", ("topic",)),
        ("UNO", ("country",)),  # too short to be a guess
        ("Global Mechanism", ("forum",)),  # the very name of a process, which is told
    ],
)
def test_what_fits_several_or_nothing_is_asked_back(database: Connection, name: str, kinds: tuple[str, ...]) -> None:
    guesses: list[str] = []
    with pytest.raises(UnclearName):
        resolve(database, name, kinds, guesses=guesses)
    assert guesses == []


def test_a_program_that_asks_the_library_is_told_and_not_guessed_for(database: Connection) -> None:
    with pytest.raises(UnclearName):
        list(library.ask(database, "statements", topic="étiquetage"))


def test_the_command_says_what_it_took_a_name_for_and_answers(cyberdiplo: Run) -> None:
    right = cyberdiplo("statements", "--topic", "labelling")
    done = cyberdiplo("statements", "--topic", "étiquetage")
    assert done.stdout == right.stdout
    assert done.stderr == "'étiquetage' is taken for the topic Étiquetage et certification (labelling).\n"
    shown = cyberdiplo("show", "Pall Mall code")
    assert shown.returncode == 0
    assert "is taken for the measure" in shown.stderr


@pytest.mark.parametrize(
    ("words", "nearly", "right"),
    [
        (("agreement", "{}", "--with", "G7"), "Germny", "DEU"),
        (("brief", "--topic", "{}"), "étiquetage", "labelling"),
        (("brief", "--topic", "labelling", "--to", "{}"), "20/06/2023", "2023-06-20"),
        (("cite", "--country", "{}"), "Germny", "DEU"),
        (("compare", "{}", "France", "--topic", "institutional-dialogue"), "Germny", "DEU"),
        (("search", "norme", "--forum", "{}"), "Internet Governance Forun", "igf"),
        (("votes", "--matrix", "--country", "{}"), "Germny", "DEU"),
    ],
)
def test_so_does_every_command_that_takes_a_name(
    cyberdiplo: Run, words: tuple[str, ...], nearly: str, right: str
) -> None:
    done, other = (cyberdiplo(*(word.format(name) for word in words)) for name in (nearly, right))
    assert (done.returncode, done.stdout) == (0, other.stdout)
    assert done.stdout != ""
    assert re.search(f"(?m)^'?{nearly}'? is (taken for|read as) ", done.stderr)
    assert " is taken for " not in other.stderr


@pytest.mark.parametrize("words", [("cite", "Polverinno"), ("verify", "--documents", ".", "--source", "afp propsal")])
def test_what_is_cited_or_checked_is_not_guessed(cyberdiplo: Run, words: tuple[str, ...]) -> None:
    assert cyberdiplo(*words).returncode == 3


@pytest.mark.parametrize(
    ("together", "apart"),
    [
        (("compare", "FRA,DEU", "--topic", "cybercrime"), ("compare", "FRA", "DEU", "--topic", "cybercrime")),
        (("brief", "--country", "FRA, DEU"), ("brief", "--country", "FRA", "--country", "DEU")),
        (("votes", "--matrix", "--group", "G7,BRICS"), ("votes", "--matrix", "--group", "G7", "--group", "BRICS")),
        (("search", "norme", "--forum", "OTC,G20"), ("search", "norme", "--forum", "OTC", "--forum", "G20")),
    ],
)
def test_a_comma_parts_names_for_every_command(
    cyberdiplo: Run, together: tuple[str, ...], apart: tuple[str, ...]
) -> None:
    done = cyberdiplo(*together)
    assert (done.returncode, done.stdout) == (0, cyberdiplo(*apart).stdout)
    assert done.stdout != ""


def _ids(database: Connection, **wishes: str | list[str]) -> list[str]:
    return [str(row[0]) for row in run.ask(database, STATEMENTS, wishes).rows]


@pytest.mark.parametrize(("name", "one", "other"), [("topic", "labelling", "conformité"), ("type", "call", "concern")])
def test_several_values_are_written_with_commas_or_given_again(
    database: Connection, name: str, one: str, other: str
) -> None:
    if name == "topic":
        other = "conformity-assessment"
    both = _ids(database, **{name: [one, other]})
    assert both == _ids(database, **{name: f"{one}, {other}"})
    assert {*both} == {*_ids(database, **{name: one}), *_ids(database, **{name: other})}


def test_a_name_that_has_a_comma_is_one_name(database: Connection) -> None:
    """``Le Drian, Jean-Yves`` is how a person is sorted."""
    assert _ids(database, speaker="Le Drian, Jean-Yves") == _ids(database, speaker="le-drian-jean-yves") != []


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("07/12/2022", "2022-12-07"),
        ("7.12.2022", "2022-12-07"),
        ("12/31/2022", "2022-12-31"),
        ("31/12/2022", "2022-12-31"),
        ("07/12/22", ""),
        ("2022/12/07", ""),
        ("le 7 décembre", ""),
    ],
)
def test_a_day_is_read_as_people_write_it(written: str, read: str) -> None:
    assert read_day(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("20 juin 2023", "2023-06-20"),
        ("le mardi 20 juin 2023", "2023-06-20"),
        ("June 20th, 2023", "2023-06-20"),
        ("1er août 2022", "2022-08-01"),
        ("June 2023", "2023-06"),
        ("juil. 2023", "2023-07"),
        ("2023-6-20", "2023-06-20"),
        ("2022/12/07", "2022-12-07"),
        ("07/12/2022", "2022-12-07"),
        ("Aujourd’hui", "2026-03-01"),
        ("yesterday", "2026-02-28"),
        ("jui 2023", ""),
        ("20 juin", ""),
        ("juin 2023 Genève", ""),
        ("2023", ""),
    ],
)
def test_a_date_is_read_in_words_too(written: str, read: str) -> None:
    assert read_written(written, "2026-03-01") == read


def test_how_a_day_was_read_is_told(database: Connection) -> None:
    answered = run.answer(database, STATEMENTS, {"from": "07/12/2022"}, lang="fr", guessing=True)
    assert answered.guesses == ["07/12/2022 est compris comme le 7 décembre 2022."]
    assert list(answered.result.rows) == list(run.ask(database, STATEMENTS, {"from": "2022-12-07"}, lang="fr").rows)
    with pytest.raises(BadUsage):
        run.answer(database, STATEMENTS, {"from": "31/02/2022"}, guessing=True)


def test_a_date_in_words_is_told_where_it_is_said_in_other_words(database: Connection) -> None:
    for written, told in (
        ("20 juin 2023", []),
        ("20 June 2023", ["20 June 2023 est compris comme le 20 juin 2023."]),
        ("hier", ["hier est compris comme le 26 novembre 2026."]),
    ):
        answered = run.answer(database, STATEMENTS, {"on": written}, lang="fr", guessing=True)
        assert answered.guesses == told
        assert answered.values["on"] == ("2026-11-26" if written == "hier" else "2023-06-20")


def test_what_is_dated_by_its_year_is_not_on_a_day_of_it_and_is_told(database: Connection) -> None:
    """Every question that asks for a time leaves it out; it says how many and how they are found."""
    on, of_year = (
        {row[0] for row in run.ask(database, STATEMENTS, {"on": day}).rows} for day in ("2023-06-20", "2023")
    )
    left_out, period = count_vague(database, STATEMENTS, {"on": "2023-06-20"}, "en")
    assert set(left_out) == {"2023"}
    assert period == {"on": "2023-06-20"}
    (told,) = tell_vague(left_out, period, "en")
    assert told == f"{left_out['2023']} more are dated only 2023: --on 2023 has them."
    vague = [row for row in run.ask(database, STATEMENTS, {"on": "2023"}).rows if row[1] == "2023"]
    assert len(vague) == left_out["2023"]
    assert on.isdisjoint(row[0] for row in vague)
    assert {row[0] for row in vague} <= of_year
    assert not list(find_vague(database, STATEMENTS, {"on": "2023"}, "en"))


def test_every_question_compares_a_time_in_the_one_way_that_can_be_loosened() -> None:
    """An end with the last day that a date may be, a beginning with the first."""
    told = re.compile(r":(?:from|to|on|active_on)\b")
    for path in (*QUESTIONS.values(), *SQL.glob("*.sql")):
        for line in catalogue.read(path).sql.splitlines():
            if not line.strip().startswith("-- if "):
                compared = len(EARLIEST.findall(line)) + len(LATEST.findall(line))
                assert len(told.findall(line)) == compared, (path.stem, line)


def test_a_meeting_is_named_by_its_day_where_there_was_one(database: Connection) -> None:
    assert resolve(database, "2022-09-23", ("meeting",)).id == "fr-de-2022-09-23-ministerial"
    with pytest.raises(UnclearName, match="wto-tbt-2023-06-20-cybersecurity"):
        resolve(database, "2023-06-20", ("meeting",))  # another one met on that day


@pytest.mark.parametrize(
    "written",
    [
        *("OTC 20 juin 2023", "TBT 20 June 2023", "WTO TBT session 20 June 2023", "séance OTC du 20/06/2023"),
        *("cybersecurity 2023-06-20", "2023-06-20 Comité OTC"),
    ],
)
def test_a_meeting_is_named_by_its_day_and_where_it_was(database: Connection, written: str) -> None:
    assert resolve(database, written, ("meeting",)).id == "wto-tbt-2023-06-20-cybersecurity"
    with pytest.raises(UnclearName):
        resolve(database, f"{written} Atlantis", ("meeting",))


def test_the_meetings_of_a_month_are_asked_back(database: Connection) -> None:
    with pytest.raises(UnclearName, match="fits 4 records"):
        resolve(database, "OTC juin 2023", ("meeting",), guesses=[])


@pytest.mark.parametrize("day", ["2023-06-20", "20/06/2023", "20 juin 2023"])
def test_a_day_is_of_the_forum_or_process_that_is_asked_for_beside_it(database: Connection, day: str) -> None:
    for beside, meant in (
        ({"forum": "OTC"}, "wto-tbt-2023-06-20-cybersecurity"),
        ({"process": "AHC"}, "un-ahc-cybercrime-isc5"),
    ):
        guesses: list[str] = []
        settled = read_values(database, STATEMENTS.parameters, {"meeting": day, **beside}, guesses=guesses)
        assert settled["meeting"] == [meant]
        assert f"({meant})" in guesses[-1]


def test_records_of_one_name_are_told_apart_in_the_language_of_the_reader(cyberdiplo: Run) -> None:
    done = cyberdiplo("statements", "--country", "Corée", "--lang", "fr")
    two = "KOR (pays\xa0: République de Corée)\xa0; PRK (pays\xa0: République populaire démocratique de Corée)"
    assert two in done.stderr
    assert "Republic of Korea" in cyberdiplo("statements", "--country", "Korea", "--lang", "en").stderr


@pytest.mark.parametrize(
    "name", ["OEWG", "GTCNL", "open-ended working group", "groupe de travail à composition non limitée"]
)
def test_a_group_without_its_years_is_the_newest_and_the_other_is_told(database: Connection, name: str) -> None:
    guesses: list[str] = []
    settled = read_values(database, STATEMENTS.parameters, {"process": name}, guesses=guesses)
    assert settled == {"process": ["un-oewg-2021-2025"]}
    assert "un-oewg-2019-2021" in guesses[0]


@pytest.mark.parametrize(
    ("name", "kinds", "hint"),
    [
        ("ANSSI", (), "the texts have it: cyberdiplo search ANSSI"),  # and no name is like it
        ("ransomware", ("topic",), "the texts have it: cyberdiplo search ransomware"),
        ("standards", ("topic",), "did you mean International technical standards or"),
        ("Cybercrimme", ("topic",), "did you mean Cybercrime?"),  # in one language, once
        ("zzyzx", ("topic",), "look it up with 'cyberdiplo search', or list what there is."),
    ],
)
def test_what_no_name_fits_is_told_where_it_may_be(
    database: Connection, name: str, kinds: tuple[str, ...], hint: str
) -> None:
    with pytest.raises(UnclearName) as raised:
        resolve(database, name, kinds)
    assert raised.value.hint.startswith(hint)


def test_a_topic_with_the_word_comes_before_another_option(database: Connection) -> None:
    question = catalogue.find("positions-by-capacity")
    with pytest.raises(UnclearName) as raised:
        run.ask(database, question, {"topic": "standards"})
    assert raised.value.hint.startswith("did you mean International technical standards")
