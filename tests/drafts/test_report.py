"""A moderator's report: who led, who spoke where, for whom, and nobody else."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pytest
from benchmarks.drafts import score_report

from cyberdiplo.documents.read import read_document
from cyberdiplo.drafts.genres.report import draft_report
from tests.conftest import DOCUMENTS
from tests.drafts.conftest import TEXTS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cyberdiplo.drafts.known import Known
    from cyberdiplo.drafts.proposal import Draft

WTO = DOCUMENTS / "001_e3b16da5a9779a70.txt"


def who_took_part(draft: Draft) -> list[tuple[str, ...]]:
    """(name, role, country, post, employer) of each participation, in the order of the document."""
    posts = {row.id: row.cells for row in draft.of("affiliations")}
    bodies = {row.id: row.cells for row in draft.of("organisations")}
    rows = []
    for row in draft.of("participations"):
        post = posts.get(row.cells.get("affiliation_id", ""), {})
        employer = bodies.get(post.get("organisation_id", ""), {})
        lang = "fr" if draft.lang == "fr" else "en"
        position = post.get(f"position_{lang}", "")
        cells = [row.cells.get(name, "") for name in ("name_as_recorded", "role", "country_id")]
        rows.append((*cells, position, employer.get(f"name_{lang}", "")))
    return rows


def whose_paragraphs(draft: Draft) -> dict[str, set[str]]:
    """The paragraphs in which each of those who are named has a point."""
    names = {row.id: row.cells["name_as_recorded"] for row in draft.of("participations")}
    places = {row.id: row.place for row in draft.of("statements")}
    paragraphs: dict[str, set[str]] = defaultdict(set)
    for row in draft.of("statement_participations"):
        paragraphs[names[row.cells["participation_id"]]].add(places[row.cells["statement_id"]])
    return dict(paragraphs)


def test_an_english_report_with_posts_between_commas_and_in_brackets(report: Callable[[str], Draft]) -> None:
    draft = report("en")
    assert who_took_part(draft) == [
        ("Ana Ruiz Soto", "moderator", "CHL", "", ""),
        ("Mary O'Brien-Smith", "speaker", "IRL", "Head of Digital Trade", "Department for Enterprise"),
        (
            "Jean-Pierre de la Tour",
            "speaker",
            "LUX",
            "Senior Policy Officer",
            "Ministry of Economy, Trade and Industry",
        ),
        ("Li WANG", "speaker", "", "", ""),
        ("Pedro Gómez", "speaker", "", "Director", "LabelTech Inc"),
        ("Japan", "speaker", "JPN", "", ""),
        ("Canada", "speaker", "CAN", "", ""),
    ]
    assert whose_paragraphs(draft) == {
        "Mary O'Brien-Smith": {"par. 1.2", "par. 1.5"},
        "Jean-Pierre de la Tour": {"par. 1.3"},
        "Li WANG": {"par. 1.4"},
        "Pedro Gómez": {"par. 1.4"},
        "Japan": {"par. 1.5"},
        "Canada": {"par. 1.5"},
    }


def test_a_spanish_report_with_footnotes(report: Callable[[str], Draft]) -> None:
    draft = report("es")
    employers = {row.cells["speaker_id"]: row.cells["organisation_id"] for row in draft.of("affiliations")}
    assert [row[:3] for row in who_took_part(draft)] == [
        ("María Duarte", "moderator", "URY"),
        ("Pedro Gómez Ibarra", "speaker", "MEX"),
        ("Ana Lobo", "speaker", "CHL"),
        ("Luis Prado", "speaker", "PER"),
        ("Japón", "speaker", "JPN"),
    ]
    assert employers == {
        "gomez-ibarra-pedro": "secretaria-de-economia",  # the family's names by how he is called later on
        "lobo-ana": "subrei",
        "prado-luis": "universidad-del-pacifico",
    }


def test_a_french_report_of_a_chair_without_footnotes(report: Callable[[str], Draft]) -> None:
    draft = report("fr")
    assert who_took_part(draft) == [
        ("Paul Durand", "chair", "CAN", "", ""),
        ("Léa Martin", "speaker", "CHE", "Ambassadrice, Représentante permanente", "Mission permanente de la Suisse"),
        ("Jean Petit", "speaker", "BEL", "Directeur de la politique numérique", "Ministère de l'économie"),
        ("Brésil", "speaker", "BRA", "", ""),
        ("Japon", "speaker", "JPN", "", ""),
        ("Yves Blanc", "speaker", "", "", ""),
    ]


def test_speakers_are_introduced_in_many_ways_and_helpers_are_none(newcomer: Known) -> None:
    draft = draft_report(read_document(TEXTS / "report-marks.md"), newcomer)
    assert who_took_part(draft) == [
        ("Anders Holm", "moderator", "NOR", "", ""),
        ("Lucia Ortega", "speaker", "MEX", "Director of International Affairs", "Mexican Accreditation Entity"),
        ("Kwame Mensah", "speaker", "", "Secretary General", "African Organisation for Standardisation"),
        ("Yuki Sato", "speaker", "JPN", "Deputy Manager, Trade Policy Division",
         "Ministry of Economy, Trade and Industry"),
        ("Rahul Mehta", "speaker", "IND", "Deputy Director", "Bureau of Indian Standards"),
        ("Anne-Marie Dupont", "speaker", "", "Head of Unit", "European Commission"),
        ("John Smith", "speaker", "USA", "Senior Standards Advisor", "National Institute of Standards and Technology"),
        ("China", "speaker", "CHN", "", ""),
        ("European Union", "speaker", "EU", "", ""),
        ("United States", "speaker", "USA", "", ""),
        ("Canada", "speaker", "CAN", "", ""),
    ]  # fmt: skip
    assert whose_paragraphs(draft)["Lucia Ortega"] == {"par. 2.1", "par. 3.1", "par. 4.1"}  # the last: all speakers
    told = [remark for remark in draft.remarks if "is named and has no row" in remark]
    assert [remark.partition(" (")[0] for remark in told] == ["Peter Hall", "Taro Ito"]


def test_a_chairs_summary_of_states(newcomer: Known) -> None:
    draft = draft_report(read_document(TEXTS / "summary-fr.txt"), newcomer)
    assert [row[:3] for row in who_took_part(draft)] == [
        ("Jürg Lauber", "chair", "CHE"),
        ("Izumi Nakamitsu", "speaker", ""),
        ("France", "speaker", "FRA"),
        ("Fédération de Russie", "speaker", "RUS"),
        ("Égypte", "speaker", "EGY"),
        ("Inde", "speaker", "IND"),
        ("Brésil", "speaker", "BRA"),
        ("Tobias Feakin", "speaker", "AUS"),
        ("Ana Kuzmanović", "speaker", "HRV"),
    ]
    groups = {row.cells["attribution_text_en"] for row in draft.of("statements") if "attribution_text_en" in row.cells}
    assert groups == {"many delegations", "some States"}


def test_the_president_of_a_firm_leads_no_meeting(tmp_path: Path, newcomer: Known) -> None:
    text = (
        "Thematic session on teapots\n\n3 May 2031\n\n"
        "1.1. Mr. Karl Braun, President of Teapots Inc., said that labels cost money.\n\n"
        "1.2. The President of Kettles Ltd, Ms. Ana Ruiz, agreed. Ms. Ina Berg, Chair of the session, thanked both.\n"
    )
    (tmp_path / "teapots.txt").write_text(text, encoding="utf-8")
    draft = draft_report(read_document(tmp_path / "teapots.txt"), newcomer)
    assert [row[:2] for row in who_took_part(draft) if row[1] != "speaker"] == [("Ina Berg", "chair")]


def test_a_paragraph_in_which_nobody_is_named_is_not_sure(newcomer: Known) -> None:
    draft = draft_report(read_document(TEXTS / "summary-fr.txt"), newcomer)
    doubts = {
        row.place: "attribution" in row.doubts
        for row in draft.of("statements")
        if row.cells["attribution"] == "individual"
    }
    assert doubts["par. 5"]
    assert not doubts["par. 4"]


def test_a_press_release_has_names_in_capitals_and_rights_of_reply(newcomer: Known) -> None:
    draft = draft_report(read_document(TEXTS / "press-en.txt"), newcomer, genre="press-release")
    speakers = [row[0] for row in who_took_part(draft) if row[1] == "speaker"]
    assert speakers == ["MARIA LOPEZ", "JOHN O’DONNELL", "Democratic People’s Republic of Korea", "Holy See"]
    names = {(row.cells["given_name"], row.cells["family_name"]) for row in draft.of("speakers")}
    assert ("Maria", "Lopez") in names
    assert {row.place for row in draft.of("statements") if row.cells["attribution"] == "individual"} == {
        "line 11", "line 13", "line 15", "line 19",
    }  # fmt: skip
    assert not draft.of("affiliations")  # « Chair of the Committee » is a role


@pytest.mark.parametrize(("lang", "name"), [("en", "Karl Marx"), ("fr", "Alan Turing")])
def test_somebody_who_is_only_spoken_of_is_told_and_gets_no_row(
    report: Callable[[str], Draft], lang: str, name: str
) -> None:
    draft = report(lang)
    assert name not in {row[0] for row in who_took_part(draft)}
    assert any(name in remark for remark in draft.remarks)


def test_a_ministry_of_another_country_is_not_the_one_that_is_known(known: Known) -> None:
    draft = draft_report(read_document(TEXTS / "report-en.txt"), known)
    post = next(row.cells for row in draft.of("affiliations") if row.cells["speaker_id"] == "de-la-tour-jean-pierre")
    body = next(row.cells for row in draft.of("organisations") if row.id == post["organisation_id"])
    assert known.body("Ministry of Economy, Trade and Industry") == "meti"
    assert (body["country_id"], body["name_en"]) == ("LUX", "Ministry of Economy, Trade and Industry (Luxembourg)")


def test_the_meeting_has_day_hours_kind_and_forum(report: Callable[[str], Draft]) -> None:
    (meeting,) = report("en").of("meetings")
    expected = {
        "type": "thematic_session",
        "forum_id": "wto-tbt",
        "start_date": "2031-03-14",
        "start_time": "10:00",
        "end_time": "13:00",
        "name_en": "THEMATIC SESSION ON DIGITAL LABELS",
        "name_fr": "[…]",
    }
    assert expected.items() <= meeting.cells.items()


@pytest.mark.skipif(not WTO.is_file(), reason="the source documents are not there")
def test_the_report_of_the_wto_gives_what_is_curated_of_it(newcomer: Known, known: Known) -> None:
    document = read_document(WTO)
    for names in (newcomer, known):
        scores = {score.name: score for score in score_report(draft_report(document, names), document, names)}
        for name in ("people and roles", "countries", "honorifics", "posts", "symbols", "figures"):
            assert (scores[name].precision, scores[name].recall) == (1, 1), name
        assert min(scores["paragraphs of each"].precision, scores["paragraphs of each"].recall) > 0.97


@pytest.mark.skipif(not WTO.is_file(), reason="the source documents are not there")
def test_a_footnote_belongs_to_the_name_before_its_mark_and_to_nobody_else(newcomer: Known) -> None:
    draft = draft_report(read_document(WTO), newcomer)
    notes = {row.cells["speaker_id"]: row.place for row in draft.of("affiliations")}
    assert notes["dholiwar-veena"] == "note 13"
    assert notes["polverino-fabio"] == "note 15"
    assert "note 14" not in notes.values()  # it explains the British rules


def test_what_is_there_already_is_told_and_not_proposed_again(known: Known) -> None:
    if not WTO.is_file():
        pytest.skip("the source documents are not there")
    draft = draft_report(read_document(WTO), known)
    assert {"speakers", "meetings", "participations"}.isdisjoint(row.table for row in draft.rows)
    assert "This meeting is wto-tbt-2023-06-20-cybersecurity already." in draft.remarks
