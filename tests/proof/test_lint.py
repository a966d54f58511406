"""What is probably meant otherwise is told by file and line, and what is right is left alone."""

from __future__ import annotations

import csv
import hashlib
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.documents.index import index
from cyberdiplo.documents.read import read_document
from cyberdiplo.load.build import build
from cyberdiplo.load.rules import read_rules
from cyberdiplo.proof.check import check
from cyberdiplo.proof.lint import find_repeated, guess_language
from tests.conftest import ROOT, SEEDS
from tests.proof.proven import DOCUMENT, DOCUMENTS, add, change, proven

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


PACKAGE = ROOT / "src" / "cyberdiplo"


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    return proven(tmp_path)


def cite(collection: Path, record_id: str, **cells: str) -> None:
    row = {"source_id": "report", "locator": "par. 1.1", "support": "states", "confidence": "high"} | cells
    add(collection, "citations", record_id=record_id, **row)


def person_twice(seeds: Path) -> None:
    add(seeds, "speakers", id="leroy-j", given_name="JEAN", family_name="Léroy", sort_name="Léroy, JEAN")
    cite(seeds, "leroy-j")


def person_turned_round(seeds: Path) -> None:
    add(seeds, "speakers", id="jean-leroy", given_name="Leroy", family_name="Jean", sort_name="Jean, Leroy")
    cite(seeds, "jean-leroy")


def body_twice(seeds: Path) -> None:
    add(seeds, "organisations", id="zz-club", type="ngo", name_fr="Association Z", name_en="cable club")
    cite(seeds, "zz-club")


def alias_of_two(seeds: Path) -> None:
    add(seeds, "names", record_id="cablecorp", name="kabelclub", lang="de", type="alias", weak="0")


def name_again(seeds: Path) -> None:
    add(seeds, "names", record_id="club", name="Club Des Câbles", lang="fr", type="alias", weak="0")


def posts_at_once(seeds: Path) -> None:
    add(
        seeds,
        "affiliations",
        id="diop-chair",
        speaker_id="diop-awa",
        organisation_id="cablecorp",
        position_fr="Présidente",
        position_en="Chair",
        start_date="2020-05",
    )
    cite(seeds, "diop-chair")


def company_as_state(seeds: Path) -> None:
    change(seeds, "participations", "talks-1-diop", capacity="state")


def no_topic(seeds: Path) -> None:
    change(seeds, "record_topics", "report-1", record_id="report-2")


def topic_in_words_alone(seeds: Path) -> None:
    add(seeds, "topics", id="encryption", sort="9", name_fr="Cryptage", name_en="Encryption")
    change(seeds, "statements", "report-2", summary_en="The delegations want encryption in cables.")


def act_dated_by_one_legislator(seeds: Path) -> None:
    add(seeds, "countries", id="EU", type="union", name_fr="Union européenne", name_en="European Union")
    cite(seeds, "EU")
    change(seeds, "measures", "cable-mandate", issuer_id="EU", type="directive", status="adopted")
    add(seeds, "measure_events", id="mandate-vote", measure_id="cable-mandate", type="adopted", event_date="2019-05")
    cite(seeds, "mandate-vote")


def joint_with_one_voice(seeds: Path) -> None:
    change(seeds, "statements", "report-1", attribution="joint")


def individual_with_two_voices(seeds: Path) -> None:
    add(seeds, "statement_participations", statement_id="report-1", participation_id="talks-1-france", sort="2")


def individual_without_voice(seeds: Path) -> None:
    change(seeds, "statements", "report-2", attribution="individual")


def moderator_with_two_voices(seeds: Path) -> None:
    individual_with_two_voices(seeds)
    change(seeds, "statements", "report-1", attribution="moderator")


def figure_without_unit(seeds: Path) -> None:
    change(seeds, "figures", "cables-cut", unit="")


def no_english(seeds: Path) -> None:
    change(seeds, "statements", "report-2", summary_en="")


def english_in_french(seeds: Path) -> None:
    change(seeds, "statements", "report-2", summary_fr="The delegations endorse the code of the chair.")


def same_in_both(seeds: Path) -> None:
    text = "Les délégations approuvent le code de la présidence."
    change(seeds, "statements", "report-2", summary_fr=text, summary_en=text)


def copied_words(seeds: Path) -> None:
    change(seeds, "statements", "report-2", summary_fr="Des délégations ont approuvé CE code sans vote, selon lui.")


def curly_apostrophe(seeds: Path) -> None:
    change(seeds, "names", "club", name="Club de l’Atlantique")


def anothers_source(seeds: Path) -> None:
    report, other = seeds / "sources" / "report", seeds / "sources" / "other"
    other.mkdir()
    header, row = (report / "sources.csv").read_text("utf-8").splitlines()
    row = row.replace("report,report", "other,report", 1).replace(hashlib.sha256(DOCUMENT.read_bytes()).hexdigest(), "")
    (other / "sources.csv").write_text(f"{header}\n{row}\n", encoding="utf-8")
    cite(seeds, "FRA", source_id="other")


def written_nowhere(seeds: Path) -> None:
    add(seeds, "speakers", id="okoye-ada", given_name="Ada", family_name="Okoye", sort_name="Okoye, Ada")


def statement_at_no_words(seeds: Path) -> None:
    change(seeds, "citations", "report-1", anchor="")


def figure_at_no_words(seeds: Path) -> None:
    change(seeds, "citations", "cables-cut", anchor="")


def beside_and_in(seeds: Path) -> None:
    days = {"start_date": "2020-03-02", "status": "held"}
    names = {"name_fr": "Dîner des câbles", "name_en": "Cable dinner"}
    add(seeds, "meetings", id="cable-dinner", type="side_event", forum_id="club-board", **days, **names)
    cite(seeds, "cable-dinner")
    cells = {"subject_id": "cable-dinner", "predicate": "beside", "object_id": "cable-talks-1"}
    add(seeds, "relations", id="dinner-beside-talks", attested_on="2020", **cells)
    cite(seeds, "dinner-beside-talks")


def year_as_figure(seeds: Path) -> None:
    change(seeds, "figures", "cables-cut", unit="year")


def mention_of_a_source(seeds: Path) -> None:
    change(seeds, "mentions", "report-1", mentioned_id="report")


def named_and_not_mentioned(seeds: Path) -> None:
    change(seeds, "statements", "report-2", summary_en="The delegations follow the Cable mandate.")


def only_contradicted(seeds: Path) -> None:
    change(seeds, "citations", "cable-mandate", support="contradicts")


def said_by_what_it_speaks_of(seeds: Path) -> None:
    change(seeds, "statements", "report-1", measure_id="cable-code")


def step_twice(seeds: Path) -> None:
    add(seeds, "measure_events", id="code-2020", measure_id="cable-code", type="adopted", event_date="2020-03")
    cite(seeds, "code-2020")


def succeeded_and_in_force(seeds: Path) -> None:
    change(seeds, "measures", "cable-mandate", status="in_force")
    change(seeds, "relations", "code-builds-on-mandate", predicate="succeeds")


def named_and_no_voice(seeds: Path) -> None:
    change(seeds, "statements", "report-2", attribution_text_fr="la France et le Kenya", attribution_text_en="France")


def list_not_whole(seeds: Path) -> None:
    change(seeds, "rosters", "club", whole="1")


def list_of_long_ago(seeds: Path) -> None:
    change(seeds, "rosters", "club", as_of="2020")


def plan_of_long_ago(seeds: Path) -> None:
    change(seeds, "meetings", "cable-talks-1", status="planned")


def plan_of_nothing(seeds: Path) -> None:
    add(seeds, "measure_events", id="mandate-2999", measure_id="cable-mandate", type="planned", event_date="2999")
    cite(seeds, "mandate-2999")


def noted_consensus(seeds: Path) -> None:
    change(seeds, "measure_events", "cable-code-adopted", method="")
    change(seeds, "citations", "cable-code-adopted", note="Adopted by consensus.")


def noted_count(seeds: Path) -> None:
    change(seeds, "measure_events", "cable-code-adopted", method="")
    change(seeds, "citations", "cable-code-adopted", note="Draft C.1/L.4: 161-10-8.")


def announced_speaker(seeds: Path) -> None:
    for table, record_id, days in (
        ("sources", "report", {"published": "2020-03-01"}),
        ("meetings", "cable-talks-1", {"start_date": "2020-03-02"}),
    ):
        change(seeds, table, record_id, date_note="", date_reason_fr="", date_reason_en="", **days)


def cites_what_came_later(seeds: Path) -> None:
    change(seeds, "relations", "code-builds-on-mandate", predicate="references")
    change(seeds, "measures", "cable-mandate", status="adopted")
    add(seeds, "measure_events", id="mandate-2021", measure_id="cable-mandate", type="adopted", event_date="2021-05")
    cite(seeds, "mandate-2021")


def made_by_what_it_makes(seeds: Path) -> None:
    cells = {"subject_id": "cable-code", "predicate": "establishes", "object_id": "cable-talks"}
    add(seeds, "relations", id="code-establishes-talks", attested_on="2020", **cells)
    cite(seeds, "code-establishes-talks")


CASES: list[tuple[Callable[[Path], None], str, str, str, str]] = [
    (person_twice, "speakers.csv", "id", "person-twice", "error"),
    (person_turned_round, "speakers.csv", "id", "person-twice", "error"),
    (body_twice, "organisations.csv", "id", "body-twice", "error"),
    (alias_of_two, "names.csv", "name", "name-of-two", "error"),
    (name_again, "names.csv", "name", "name-said-twice", "warning"),
    (posts_at_once, "affiliations.csv", "start_date", "posts-overlap", "warning"),
    (company_as_state, "participations.csv", "capacity", "capacity-of-employer", "warning"),
    (no_topic, "statements.csv", "id", "statement-without-topic", "warning"),
    (act_dated_by_one_legislator, "measure_events.csv", "type", "act-of-two-legislators", "error"),
    (topic_in_words_alone, "statements.csv", "summary_en", "topic-of-its-words", "warning"),
    (joint_with_one_voice, "statements.csv", "attribution", "voices-of-statement", "error"),
    (individual_with_two_voices, "statements.csv", "attribution", "voices-of-statement", "error"),
    (individual_without_voice, "statements.csv", "attribution", "voices-of-statement", "error"),
    (moderator_with_two_voices, "statements.csv", "attribution", "voices-of-statement", "error"),
    (figure_without_unit, "figures.csv", "unit", "missing", "error"),
    (no_english, "statements.csv", "summary_en", "missing", "error"),
    (english_in_french, "statements.csv", "summary_fr", "language", "error"),
    (same_in_both, "statements.csv", "summary_en", "language", "error"),
    (copied_words, "statements.csv", "summary_fr", "copied", "error"),
    (curly_apostrophe, "names.csv", "name", "apostrophe", "error"),
    (anothers_source, "citations.csv", "source_id", "other-source", "warning"),
    (written_nowhere, "speakers.csv", "id", "record-without-citation", "error"),
    (statement_at_no_words, "statements.csv", "id", "statement-without-anchor", "error"),
    (figure_at_no_words, "figures.csv", "id", "figure-without-anchor", "error"),
    (beside_and_in, "meetings.csv", "forum_id", "beside-is-not-in", "error"),
    (year_as_figure, "figures.csv", "unit", "figure-of-time", "error"),
    (mention_of_a_source, "mentions.csv", "mentioned_id", "mention-of-a-statement", "error"),
    (named_and_not_mentioned, "statements.csv", "summary_en", "named-not-mentioned", "error"),
    (only_contradicted, "measures.csv", "id", "only-contradicted", "error"),
    (said_by_what_it_speaks_of, "statements.csv", "measure_id", "said-by-a-measure", "error"),
    (step_twice, "measure_events.csv", "event_date", "step-twice", "error"),
    (succeeded_and_in_force, "measures.csv", "status", "superseded-in-force", "error"),
    (named_and_no_voice, "statements.csv", "attribution_text_en", "voice-not-linked", "error"),
    (list_not_whole, "rosters.csv", "total", "whole-list", "error"),
    (list_of_long_ago, "rosters.csv", "as_of", "list-out-of-date", "warning"),
    (plan_of_long_ago, "meetings.csv", "status", "plan-passed", "warning"),
    (plan_of_nothing, "measure_events.csv", "of_en", "planned-without-of", "error"),
    (noted_consensus, "measure_events.csv", "method", "method-in-note", "warning"),
    (noted_count, "measure_events.csv", "method", "method-in-note", "warning"),
    (announced_speaker, "participations.csv", "id", "written-before", "error"),
    (cites_what_came_later, "relations.csv", "object_id", "cites-a-later-text", "warning"),
    (made_by_what_it_makes, "measures.csv", "process_id", "made-by-what-it-makes", "error"),
]


def test_every_rule_has_its_wrong_row() -> None:
    rules = {path.stem for path in (PACKAGE / "load" / "rules").glob("*.sql")}
    with (ROOT / "tests" / "load" / "wrong_cells.csv").open(encoding="utf-8", newline="") as file:
        covered = {row["rule"] for row in csv.DictReader(file)}
    covered |= {"parents-in-a-ring", "refinement-without-citation"}  # load/test_sound.py, load/test_refinements.py
    assert rules - covered - {rule for *_, rule, _ in CASES} == set()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0].__name__)
def test_a_mistake_of_meaning_is_told_where_it_is(
    collection: Path, case: tuple[Callable[[Path], None], str, str, str, str]
) -> None:
    make, *expected = case
    make(collection)
    _, problems = check([collection], shipped=False, documents=DOCUMENTS)
    told = {(m.path.name, m.column, m.rule, m.level) for m in problems if m.line and m.rule != "sorted"}
    assert tuple(expected) in told
    assert {rule for _, _, rule, _ in told} == {expected[2]}


def test_what_is_right_is_left_alone(collection: Path) -> None:
    assert check([collection], shipped=False, documents=DOCUMENTS)[1] == []


@pytest.mark.parametrize(
    "note", ["No recorded vote was found.", "There was no consensus.", "Printed on 2020-03-03.", "Of the last day."]
)
def test_a_note_that_does_not_say_how_a_text_was_adopted_is_left_alone(collection: Path, note: str) -> None:
    noted_consensus(collection)
    change(collection, "citations", "cable-code-adopted", note=note)
    assert check([collection], shipped=False, documents=DOCUMENTS)[1] == []


def test_who_is_announced_to_speak_is_implied(collection: Path) -> None:
    announced_speaker(collection)
    change(collection, "citations", "talks-1-diop", support="implies")
    assert check([collection], shipped=False, documents=DOCUMENTS)[1] == []


def test_a_text_may_lead_to_a_later_one(collection: Path) -> None:
    cites_what_came_later(collection)
    change(collection, "citations", "code-builds-on-mandate", support="implies")
    assert {problem.rule for problem in check([collection], shipped=False, documents=DOCUMENTS)[1]} == {"sorted"}


@pytest.mark.parametrize(("part", "told"), [(("", ""), {"status-of-measure"}), (("une partie", "a part"), set())])
def test_the_rest_of_what_was_replaced_in_part_may_be_unknown(
    collection: Path, part: tuple[str, str], told: set[str]
) -> None:
    change(collection, "measures", "cable-code", status="unknown")
    replaced = {
        "measure_id": "cable-code",
        "type": "replaced",
        "event_date": "2022",
        "of_fr": part[0],
        "of_en": part[1],
    }
    add(collection, "measure_events", id="code-replaced", **replaced)
    cite(collection, "code-replaced")
    problems = check([collection], shipped=False, documents=DOCUMENTS)[1]
    assert {problem.rule for problem in problems} - {"sorted"} == told


@pytest.mark.parametrize(("first", "second"), [("1", "1"), ("1", "0"), ("0", "1"), ("0", "0")])
def test_two_people_of_one_name_are_told_apart_when_both_are_marked(collection: Path, first: str, second: str) -> None:
    person_twice(collection)
    for record_id, weak in (("leroy-jean", first), ("leroy-j", second)):
        add(collection, "names", record_id=record_id, name="Jean Leroy", lang="fr", type="alias", weak=weak)
    _, problems = check([collection], shipped=False)
    assert ("person-twice" in {problem.rule for problem in problems}) == ("0" in (first, second))


def test_one_title_of_two_resolutions_is_no_mistake(collection: Path) -> None:
    cells = {"type": "code_of_practice", "force": "voluntary", "status": "unknown"}
    add(collection, "measures", id="second-code", name_fr="Code des câbles", name_en="Cable code", **cells)
    cite(collection, "second-code")
    add(collection, "identifiers", scheme="un", value="A/CC/2", record_id="second-code")
    rules_told = {problem.rule for problem in check([collection], shipped=False)[1]}
    assert "body-twice" not in rules_told


def test_one_post_after_the_other_is_no_mistake(collection: Path) -> None:
    posts_at_once(collection)
    change(collection, "affiliations", "diop-chair", start_date="2021")  # the earlier one ends in 2021
    assert "posts-overlap" not in {problem.rule for problem in check([collection], shipped=False)[1]}


def test_a_reason_allows_to_cite_another_source(collection: Path) -> None:
    anothers_source(collection)
    cite(collection, "KEN", source_id="other", note="sert de contrôle")
    lines = [problem.line for problem in check([collection], shipped=False)[1] if problem.rule == "other-source"]
    assert len(lines) == 1


def test_a_folder_may_have_several_sources(collection: Path) -> None:
    anothers_source(collection)
    other = collection / "sources" / "other" / "sources.csv"
    with (collection / "sources" / "report" / "sources.csv").open("a", encoding="utf-8") as file:
        file.write(other.read_text("utf-8").splitlines()[1] + "\n")
    other.unlink()
    assert "other-source" not in {problem.rule for problem in check([collection], shipped=False)[1]}


def test_what_only_the_check_looks_for_does_not_stop_a_load(collection: Path, tmp_path: Path) -> None:
    person_twice(collection)
    build(tmp_path / "loaded.sqlite", [collection], shipped=False)


def test_every_rule_says_how_grave_it_is_and_what_would_be_right() -> None:
    for rule in read_rules():
        assert rule.level in ("error", "check", "warning")
        assert rule.says
        assert rule.hint.endswith(".")


def test_a_proper_name_may_have_one_form_in_both_languages(collection: Path) -> None:
    name = "Commission nationale de l'informatique et des libertés"
    change(collection, "organisations", "cablecorp", name_fr=name, name_en=name)
    assert check([collection], shipped=False)[1] == []


@pytest.mark.parametrize(
    ("text", "tongue"),
    [
        ("Les délégations approuvent le code de la présidence.", "fr"),
        ("The delegations endorse the code of the chair.", "en"),
        ("Global Forum on Cyber Expertise", None),
        ("Computer & Communications Industry Association (CCIA)", None),
        ("Chargée de mission, Bureau principal", None),  # too few of the small words
        ("Le programme Partners for the Americas est lancé", None),  # a French sentence with an English name
        ("", None),
    ],
)
def test_a_language_is_told_only_where_it_is_plain(text: str, tongue: str | None) -> None:
    assert guess_language(text) == tongue


@pytest.mark.parametrize(
    ("summary", "copied"),
    [
        ("Elle dit que la région a compté quarante coupures.", ""),
        ("Le Comité s'est réuni à Genève.", "le comité s est réuni à genève"),
        ("Le Comité s'est réuni hier.", ""),  # five words in a row
        ("La réparation de câbles sous-marins, leur entretien.", ""),
        ("Il parle de l'entretien des stations.", ""),
        ("Selon le Bureau des câbles d'eau douce profonde, rien.", ""),  # a name counts for nothing
        ("Le Bureau des câbles d'eau douce profonde a tort.", ""),  # nor does the word before it
    ],
)
def test_six_words_in_a_row_are_copied_unless_they_are_a_name(summary: str, copied: str, tmp_path: Path) -> None:
    from cyberdiplo.proof.lint import collect_runs

    text = (DOCUMENTS / "report.txt").read_text("utf-8") + "\n2.11. Le Bureau des câbles d'eau douce profonde.\n"
    (tmp_path / "report.txt").write_text(text, "utf-8")
    document = index(read_document(tmp_path / "report.txt").passages)
    known = {"bureau": [["bureau", "des", "câbles", "d", "eau", "douce", "profonde"]]}
    assert find_repeated(summary, collect_runs(document), known) == copied


def test_the_shipped_seeds_have_no_mistake(documents: Path) -> None:
    _, problems = check([SEEDS], documents=documents)
    assert [str(problem) for problem in problems if problem.level == "error"] == []
