"""A resolution in Akoma Ntoso has each paragraph under its place, and a stranger's file does no harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from cyberdiplo.proof import akoma_ntoso, documents
from cyberdiplo.proof.akoma_ntoso import DEPTH, NotSound

RESOLUTION = (Path(__file__).parent / "documents" / "resolution.xml").read_text("utf-8")
PLACES = {
    "preamb. 1": "recalling its resolution 1/2 on cables,",
    "preamb. 2": "concerned at the number of cuts,",
    "op. 1": "decides to convene a second round;",
    "op. 2": "calls upon states: to mark their cables; to report cuts;",
    "op. 2 (a)": "to mark their cables;",
    "op. 2 (b)": "to report cuts;",
    "op. 3": "invites: a) the board to meet;",
    "op. 3 (a)": "a) the board to meet;",
    "note 1": "cable records, annex i.",
    "art. 1": "purpose this code protects cables.",
    "art. 2": "each party shall mark its cables. on land; it may ask for help.",
    "art. 2, par. 1": "each party shall mark its cables. on land;",
    "art. 2, par. 2": "it may ask for help.",
}


def test_each_paragraph_stands_under_the_place_by_which_it_is_cited() -> None:
    read = documents.read(RESOLUTION)
    assert {place: " ".join(words.casefold().split()) for place, words in read.passages.items()} == {
        place: " ".join(words.split()) for place, words in PLACES.items()
    }


def test_an_anchor_is_found_at_its_narrowest_place() -> None:
    read = documents.read(RESOLUTION)
    assert "op. 2 (b)" in read.find_anchor("report cuts")
    assert read.passage("op. 9") is None


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE a [<!ENTITY x "y">]><akomaNtoso>&x;</akomaNtoso>',
        "<akomaNtoso><p></akomaNtoso>",
        "<akomaNtoso>" + "<p>" * (DEPTH + 1) + "</p>" * (DEPTH + 1) + "</akomaNtoso>",
        "",
    ],
    ids=["document type", "not sound", "too deep", "empty"],
)
def test_what_is_no_sound_resolution_is_refused(text: str) -> None:
    with pytest.raises(NotSound):
        akoma_ntoso.read_tree(text)


def test_a_file_that_is_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(akoma_ntoso, "SIZE", len(RESOLUTION) - 1)
    with pytest.raises(NotSound, match="longer than"):
        documents.read(RESOLUTION)
