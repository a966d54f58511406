"""A resolution: its record, steps, sponsors and votes, and each paragraph with the verb that opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cyberdiplo.documents.read import read_document
from cyberdiplo.drafts.resolution import draft_resolution
from cyberdiplo.drafts.verbs import CLASS_OF, find_opening
from cyberdiplo.store.words import read_vocabulary
from tests.drafts.conftest import TEXTS

if TYPE_CHECKING:
    from cyberdiplo.drafts.known import Known
    from cyberdiplo.drafts.proposal import Draft


@pytest.fixture(scope="module")
def draft(known: Known) -> Draft:
    path = TEXTS / "resolution-en.xml"
    return draft_resolution(read_document(path), known, "teapots", path)


def test_its_record_has_symbol_body_item_and_title(draft: Draft) -> None:
    (measure,) = draft.of("measures")
    assert measure.id == "a-res-91-7"
    expected = {"issuer_id": "unga", "agenda_item": "94", "name_en": "Digital labels for teapots (resolution 91/7)"}
    assert expected.items() <= measure.cells.items()
    assert [row.cells["value"] for row in draft.of("identifiers")] == ["A/RES/91/7"]


def test_paragraphs_have_the_verb_that_opens_them_and_parts_that_of_their_head(draft: Draft) -> None:
    verbs = {row.place: row.cells["verb"] for row in draft.of("statements")}
    assert verbs == {
        "preamb. 1": "recalls",
        "preamb. 2": "expresses_concern",
        "preamb. 3": "notes_with_concern",
        "op. 1 (a)": "calls_upon",  # op. 1 itself only opens the list
        "op. 1 (b)": "calls_upon",
        "op. 2": "encourages",
        "op. 3": "decides",
    }


def test_steps_say_who_introduced_it_and_who_joined(draft: Draft) -> None:
    steps = [(row.cells["type"], row.cells.get("country_id", ""), row.cells["event_date"]) for row in
             draft.of("measure_events")]  # fmt: skip
    assert steps == [
        ("adopted", "", "2036-12-12"),
        ("introduced", "BIH", "2036-11-01"),
        ("introduced", "FRA", "2036-11-01"),
        ("introduced", "ESP", "2036-11-01"),
        ("co_sponsored", "CHL", "2036"),
    ]
    (roster,) = draft.of("rosters")
    assert (roster.cells["total"], roster.cells["whole"]) == ("4", "0")  # one name is no State


def test_votes_stand_under_a_roll_call_and_a_total_that_differs_is_told(draft: Draft) -> None:
    assert {(row.cells["country_id"], row.cells["vote"]) for row in draft.of("votes")} == {
        ("FRA", "yes"),
        ("CHL", "yes"),
        ("JPN", "no"),
    }
    assert "no: the total is 2, the list has 1 States." in draft.remarks
    assert "'Ruritania' is among the sponsors and no State by name." in draft.remarks


def test_references_to_other_resolutions_are_mentions(draft: Draft) -> None:
    mentioned = {row.cells["mentioned_id"] for row in draft.of("mentions") if row.place == "preamb. 1"}
    assert {"a-res-36-103", "a-res-74-28"} <= mentioned


@pytest.mark.parametrize(
    ("lang", "text", "verb"),
    [
        ("en", "Also welcomes the report", "welcomes"),
        ("en", "Noting with deep concern that", "notes_with_concern"),
        ("en", "Strongly convinced of the need", "is_convinced"),
        ("en", "Taking note with appreciation of the report", "notes_with_appreciation"),
        ("fr", "Se félicite également du rapport", "welcomes"),
        ("fr", "Prend note avec satisfaction du rapport", "notes_with_appreciation"),
        ("fr", "Constatant avec une profonde inquiétude que", "notes_with_concern"),
        ("fr", "Prie instamment les États", "urges"),
        ("fr", "Prie le Secrétaire général", "requests"),
        ("fr", "S’inspirant des rapports", "is_guided_by"),
        ("es", "Acoge con beneplácito el informe", "welcomes"),
        ("es", "Insta a los Estados", "urges"),
        ("en", "The teapot is round", None),
    ],
)
def test_a_verb_is_told_by_the_words_at_the_head(lang: str, text: str, verb: str | None) -> None:
    opening = find_opening(text, lang)
    assert (opening.verb if opening else None) == verb


def test_a_verb_that_stands_for_several_is_not_sure() -> None:
    assert [find_opening(text, lang).sure for lang, text in (("fr", "Soulignant que"), ("en", "Stressing that"))] == [  # type: ignore[union-attr]
        False,
        True,
    ]


def test_every_class_is_of_verbs_that_the_vocabulary_has() -> None:
    assert set(CLASS_OF) <= set(read_vocabulary("statements.verb"))
