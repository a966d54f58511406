"""A resolution in Akoma Ntoso has each paragraph under its place, and a stranger's file does no harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from cyberdiplo.documents.formats import xml
from cyberdiplo.documents.index import index
from cyberdiplo.documents.read import read_document
from cyberdiplo.errors import BadSeed
from cyberdiplo.files.xml import DEPTH

RESOLUTION = Path(__file__).parent / "files" / "resolution.xml"
PARTS = RESOLUTION.with_name("parts.xml")
PARTS_PLACES = [
    ("title", "Resolutions adopted by the Cable Assembly"),
    ("part A", "Short cables"),
    ("part A, preamble", "The Cable Assembly,"),
    ("part A, preamb. 1", "Recalling its resolution 1/2,"),
    ("part A, op. 1", "Urges all States:"),  # the only one has no number
    ("part A, op. 1 (a)", "(a) To mark their cables;"),
    ("part B", "Long cables"),
    ("part B, preamble", "The Cable Assembly,"),
    ("part B, sec. I", "I"),
    ("part B, sec. I", "Repair"),
    ("part B, sec. I, op. 1", "Decides to repair:"),
    ("part B, sec. I, op. 2", "Invites:"),
    ("part B, sec. I, op. 2 (a)", "States:"),
    ("part B, sec. I, op. 2 (a) (i)", "To pay;"),
    ("part B, sec. II", "II"),
    ("part B, sec. II", "Money"),
    ("part B, sec. II, op. 1", "Decides to pay."),
    ("part B, annex I", "Annex I"),
    ("part B, annex I", "Compact"),
    ("part B, annex I, par. 1", "We meet."),
    ("part B, annex I, par. 2", "We have these aims:"),
    ("part B, annex I, par. 2 item 1", "Close the gaps;"),
    ("part B, annex I, par. 2 item 2", "Share."),
    ("part B, annex I, par. 3", "We will return."),
    ("part B, annex II", "Annex II"),
    ("part B, annex II, principle 1", "A cable is shared."),
    ("part B, annex II, art. 5, par. 1", "It is marked."),
    ("part B, annex II, appendix", "Appendix"),
    ("part B, annex II, appendix", "A list."),
    ("note 1", "Cable Records."),
]
PLACES = [
    ("preamble", "The Cable Assembly,"),
    ("preamb. 1", "Recalling its resolution 1/2 on cables,"),
    ("preamb. 2", "Concerned at the number of cuts,"),
    ("op. 1", "Decides to convene a second round;"),
    ("op. 2", "Calls upon States:"),
    ("op. 2 (a)", "To mark their cables;"),
    ("op. 2 (b)", "To report cuts;"),
    ("op. 3", "Invites:"),
    ("op. 3 (a)", "a) the Board to meet;"),
    ("annex", "Chapter I"),
    ("art. 1", "Purpose"),
    ("art. 1", "This Code protects cables."),
    ("art. 2, par. 1", "Each Party shall mark its cables."),
    ("art. 2, par. 1 (a)", "on land;"),
    ("art. 2, par. 2", "It may ask for help."),
    ("note 1", "Cable Records, annex I."),
]


def test_each_paragraph_stands_under_the_place_by_which_it_is_cited() -> None:
    assert [(passage.place, passage.text) for passage in read_document(RESOLUTION).passages] == PLACES


def test_parts_sections_and_annexes_are_in_the_place_by_their_own_numbers() -> None:
    assert [(passage.place, passage.text) for passage in read_document(PARTS).passages] == PARTS_PLACES
    places = index(read_document(PARTS).passages)
    assert places.passage("part B, annex I, par. 2") == "We have these aims: Close the gaps; Share."
    assert places.passage("annex II, art. 5") == "It is marked."  # the part may be left out where one has such a place
    assert places.passage("op. 1") is None  # two parts have one
    assert places.passage("par. 1") is None  # what is meant may be an operative paragraph
    treaty = index(read_document(RESOLUTION).passages)
    assert treaty.passage("annex, art. 2") == treaty.passage("art. 2")


def test_a_footnote_is_bound_to_the_words_before_its_mark() -> None:
    marked = next(passage for passage in read_document(RESOLUTION).passages if passage.marks)
    assert [(number, marked.text[:offset]) for number, offset in marked.marks] == [
        ("1", "Recalling its resolution 1/2")
    ]


def test_a_paragraph_has_its_parts_and_the_old_word_for_a_preamble_is_known() -> None:
    places = index(read_document(RESOLUTION).passages)
    assert places.passage("op. 2") == "Calls upon States: To mark their cables; To report cuts;"
    assert places.passage("art. 2") == "Each Party shall mark its cables. on land; It may ask for help."
    assert places.passage("pp. 2") == places.passage("preamb. 2") == "Concerned at the number of cuts,"
    assert places.find_anchor("report cuts") == ["op. 2 (b)"]
    assert places.passage("op. 9") is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('<!DOCTYPE a [<!ENTITY x "y">]><akomaNtoso>&x;</akomaNtoso>', "document type or an entity"),
        ('<!DOCTYPE akomaNtoso SYSTEM "http://127.0.0.1:9/x.dtd"><akomaNtoso/>', "document type or an entity"),
        ("<akomaNtoso><p></akomaNtoso>", "no sound XML"),
        ("<akomaNtoso><p>cut off", "no sound XML"),
        ("<akomaNtoso>" + "<p>" * (DEPTH + 1) + "</p>" * (DEPTH + 1) + "</akomaNtoso>", "within each other"),
        ("<akomaNtoso>" + "<p>" * 200_000, "within each other"),
    ],
    ids=["entity", "fetches", "not sound", "cut off", "too deep", "200,000 levels"],
)
def test_what_is_no_sound_resolution_is_refused(text: str, why: str, tmp_path: Path) -> None:
    (tmp_path / "resolution.xml").write_text(text, "utf-8")
    with pytest.raises(BadSeed, match=why) as error:
        read_document(tmp_path / "resolution.xml")
    assert error.value.hint


def test_a_file_that_is_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml, "SIZE", RESOLUTION.stat().st_size - 1)
    with pytest.raises(BadSeed, match="longer than"):
        read_document(RESOLUTION)


def test_both_languages_of_a_resolution_have_the_same_places(documents: Path) -> None:
    texts = sorted((documents.parent / "data" / "un-ga-resolutions" / "akn").glob("*.xml"))
    if not texts:
        pytest.skip(f"the resolutions are not beside {documents}")
    places = [
        [passage.place for passage in read_document(path).passages if not passage.place.startswith("note ")]
        for path in texts
    ]
    differ = [english.name for english, (left, right) in zip(texts[::2], zip(places[::2], places[1::2], strict=True),
              strict=True) if left != right]  # fmt: skip
    assert differ == ["A_RES_79_243-2424621E.xml"]  # the French title of the convention is one line, not two
    assert set(places[texts.index(next(path for path in texts if path.name == differ[0]))]) > {"art. 17, par. 1"}
