"""Places in a document are in the order in which a reader meets them."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, strategies as st

from cyberdiplo.text.locators import find_gaps, natural, say_locator

IN_ORDER = [
    *("preamble", "sec. 1", "par. 1.1", "par. 1.2", "sec. 2", "sec. 2.1 item 1", "par. 3.1", "par. 3.2", "par. 3.10"),
    *("par. 5.1", "par. 5.1 item 1", "par. 5.1 item 10", "par. 5.2", "art. 2", "art. 26", "note 2", "note 14"),
]


def test_paragraph_ten_comes_after_paragraph_two_and_notes_come_last() -> None:
    mixed = IN_ORDER.copy()
    random.Random(1).shuffle(mixed)
    numbered = [place for place in sorted(mixed, key=natural) if not place.startswith("art.")]
    assert numbered == [place for place in IN_ORDER if not place.startswith("art.")]
    assert sorted(["art. 26", "art. 3", "line 10", "line 9"], key=natural) == ["art. 3", "art. 26", "line 9", "line 10"]


def test_a_gap_is_a_number_between_two_that_are_named() -> None:
    named = ["par. 1.1", "par. 1.4 item 2", "par. 2.3", "note 2", "note 4", "line 3", "line 9", "art. 1", "art. 26"]
    assert find_gaps(named) == ["par. 1.2", "par. 1.3", "note 3"]


@given(st.text(), st.text())
def test_any_two_places_have_an_order(one: str, other: str) -> None:
    assert (natural(one) < natural(other)) or (natural(other) < natural(one)) or one == other


@pytest.mark.parametrize(
    ("locator", "french"),
    [
        ("par. 3.10", "par. 3.10"),
        ("line 12", "ligne 12"),
        ("preamble", "préambule"),
        ("preamb. 5", "préambule, alinéa 5"),
        ("op. 1 (a)", "dispositif, par. 1 (a)"),
        ("first preambular paragraph", "premier alinéa du préambule"),
        ("sec. 2.1 item 3", "sec. 2.1 point 3"),
        ("paragraph 4 of the page", "paragraphe 4 de la page"),
        ("record of A/RES/73/27", "notice de A/RES/73/27"),
        ("release AG/12259 in French", "communiqué AG/12259 en français"),
        ("page The line and the table, line 3", "page The line and the table, ligne 3"),
        ("outlined op.", "outlined op."),
    ],
)
def test_a_place_is_said_in_french_but_what_a_page_is_called_stays(locator: str, french: str) -> None:
    assert say_locator(locator, "fr") == french
    assert say_locator(locator, "en") == locator
