"""A passage is found again whatever a printer, a page break or a keyboard has done to it."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, strategies as st

from cyberdiplo.documents.formats.lines import clean_lines, read_lines
from cyberdiplo.documents.index import Places, index
from cyberdiplo.documents.read import read_document
from cyberdiplo.documents.structure.assemble import assemble
from cyberdiplo.text.printed import SPLIT, count_occurrences, normalise, split_words

if TYPE_CHECKING:
    from cyberdiplo.documents.passages import Passage

HERE = Path(__file__).parent / "files"
CASES = list(csv.DictReader((HERE / "anchors.csv").read_text("utf-8").splitlines()))


def document(name: str) -> Places:
    return index(read_document(HERE / name).passages)


def read_passages(text: str, *, markdown: bool = False) -> list[Passage]:
    return assemble(clean_lines(read_lines(text, markdown=markdown), markdown=markdown))[0]


def read(text: str) -> Places:
    return index(read_passages(text))


@pytest.mark.parametrize("case", CASES, ids=[f"{case['locator']}: {case['why']}" for case in CASES])
def test_an_anchor_is_found_as_often_as_a_reader_finds_it(case: dict[str, str]) -> None:
    passage = document(case["document"]).passage(case["locator"])
    assert passage is not None
    assert count_occurrences(case["anchor"], passage) == int(case["times"])


def test_places_are_in_reading_order_with_paragraph_ten_after_two() -> None:
    assert document("report.txt").order == (
        *("preamble", "sec. 1", "par. 1.1", "par. 1.2", "sec. 2", "par. 2.1", "par. 2.1 item 1", "par. 2.1 item 2"),
        *("par. 2.10", "note 1", "note 2", "note 3", "note 4"),
    )


def test_where_paragraphs_have_no_numbers_the_lines_are_the_places() -> None:
    assert document("keyboards.txt").order == ("line 1", "line 3", "line 5")


def test_one_numbered_title_does_not_make_a_document_numbered() -> None:
    assert read("3.2. Autres enceintes\n\nLe G20 en parle.\n").order == ("line 1", "line 3")


def test_each_footnote_mark_stands_beside_the_words_before_it() -> None:
    marks = {number: [mark.before for mark in found] for number, found in document("report.txt").marks.items()}
    assert marks == {
        "1": ["Rapport de la présidence"],
        "2": ["M. Jean Leroy (France)"],
        "3": ["et Mme Eva Müller (Allemagne)"],
        "4": ["ont proposé un code"],
    }


def test_a_footnote_itself_is_no_mark() -> None:
    assert {n: [m.locator for m in found] for n, found in document("marks.md").marks.items()} == {
        "1": ["line 1", "line 3"],
        "2": ["line 1", "line 3"],
    }


@pytest.mark.parametrize("locator", ["par. 1.3", "note 9", "line 2", "line 9-900", "page 1", ""])
def test_a_place_that_the_document_does_not_have_is_none(locator: str) -> None:
    assert document("report.txt").passage(locator) is None


def test_nothing_cites_what_no_locator_names_and_a_title_needs_no_citation() -> None:
    cited = ["preamble", "par. 1.1", "par. 1.2", "par. 2.1 item 2", "note 1", "note 2", "note 3"]
    assert document("report.txt").find_uncited(cited) == ["par. 2.1 item 1", "par. 2.10", "note 4"]


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    once = normalise(text).replace(SPLIT, "")
    assert normalise(once) == normalise(normalise(once))


@given(st.lists(st.text("abcdefghijklmnopqrstuvwxyzàéèêçôûœ", min_size=1), min_size=1, max_size=8))
def test_any_words_of_a_line_are_found_in_it(said: list[str]) -> None:
    passage = read(" ".join(["Avant", *said, "après."])).passage("line 1")
    assert passage is not None
    assert count_occurrences(" ".join(said), passage) >= 1
    assert split_words(" ".join(said)) == said


@given(st.text(max_size=300))
def test_any_text_is_a_document(text: str) -> None:
    made = read(text)
    assert all(made.passage(place) is not None for place in made.order)
