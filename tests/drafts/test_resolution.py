"""A resolution: its record, steps, sponsors and votes, and each paragraph with the verb that opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cyberdiplo.documents.read import read_document
from cyberdiplo.drafts.genres.resolution import draft_resolution
from cyberdiplo.drafts.genres.verbs import CLASS_OF, find_opening
from cyberdiplo.store.words import read_vocabulary
from tests.drafts.conftest import TEXTS

if TYPE_CHECKING:
    from pathlib import Path

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


PARTS = """\
A/RES/91/8 A-B

Resolutions adopted by the General Assembly

91/8. Teapots

A

Short teapots

The General Assembly,

Recalling its resolution 74/28 of 12 December 2019,

Urges all States:

(a) To label their short teapots.

46th plenary meeting
12 December 2036

B

Long teapots

The General Assembly,

1. Requests all makers to heed the elements annexed hereto;

2. Decides to return to long teapots.

46th plenary meeting
12 December 2036

Annex

Elements of a culture of teapots

The elements are these:

(a) Awareness. Know your long teapot well;

(b) Response. Mend what is broken.

Article 1

Lids

1. A lid closes the teapot.

2. No lid is glued.
"""


def test_parts_and_annexed_texts_give_points_under_their_places(known: Known, tmp_path: Path) -> None:
    path = tmp_path / "parts.txt"
    path.write_text(PARTS, "utf-8")
    draft = draft_resolution(read_document(path), known, "teapots", path)
    points = {row.place: (row.cells.get("verb"), row.cells["attribution"]) for row in draft.of("statements")}
    assert points == {
        "part A, preamb. 1": ("recalls", "collective"),
        "part A, op. 1 (a)": ("urges", "collective"),  # of the only paragraph, which has no number
        "part B, op. 1": ("requests", "collective"),
        "part B, op. 2": ("decides", "collective"),
        "part B, annex (a)": (None, "document"),  # nobody says an annexed text
        "part B, annex (b)": (None, "document"),
        "part B, annex, art. 1, par. 1": (None, "document"),  # a point for the article
    }
    assert [row.cells["value"] for row in draft.of("identifiers")] == ["A/RES/91/8 A-B"]
    assert [(row.cells["event_date"], row.place) for row in draft.of("measure_events")] == [("2036-12-12", "line 3")]
    assert not any("A/RES/91/8" in remark for remark in draft.remarks)  # its own symbol has a record now


def test_points_of_an_annexed_text_that_has_a_record_are_its_own(known: Known, tmp_path: Path) -> None:
    path = tmp_path / "annex.txt"
    text = "The General Assembly,\n\n1. Adopts the text;\n\nAnnex\n\nUnited Nations Convention against Cybercrime\n\n"
    path.write_text(f"{text}Article 1\n\nAims are said here.\n\nArticle 99\n\nNothing follows this article.\n", "utf-8")
    draft = draft_resolution(read_document(path), known, "convention", path)
    cited = {row.cells["record_id"]: row.place for row in draft.of("citations")}
    assert cited["un-cybercrime-convention-art-1"] == "annex, art. 1"
    (new,) = (row for row in draft.of("statements") if "art" in row.id)
    assert (new.id, new.cells["measure_id"]) == ("un-cybercrime-convention-art-99", "un-cybercrime-convention")


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
