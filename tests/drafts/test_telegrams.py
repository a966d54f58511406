"""A delegation's telegram: whose « we » is, States before any verb, and lists of what somebody said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cyberdiplo.drafts.states.telegrams import find_terse
from tests.drafts.test_genres import read, whose_places

if TYPE_CHECKING:
    from pathlib import Path

    from cyberdiplo.drafts.known import Known

TERSE = (
    ("We supported the text on kettles.", "NOR"),
    ("After lunch we said that kettles were safe.", ""),
    ("2. Chile, in view of the hour, withdrew its draft.", "CHL"),
    ("Chilean reply referred to kettles.", "CHL"),
    ("At noon Peru moved an amendment.", "PER"),
    ("After a talk on the size of kettles the French Delegation got its way.", "FRA"),
    ("Chile and Peru abstained.", ""),
    ("Chile was elected.", ""),
)


@pytest.mark.parametrize(("text", "state"), TERSE)
def test_few_words_tell_which_state_speaks(known: Known, text: str, state: str) -> None:
    terse = find_terse(text, known, "NOR")
    assert (terse.mentions[0].record_id if terse else "") == state


TELEGRAM = """\
Norwegian Delegation, Kettle Union, to Ministry of Trade

Cablegram 12 OSLO, 7 March 1951

Committee on kettles.

Chile gave two reasons:-

(A) Norwegian kettles were of no use to anybody there;

(B) Norway had made no attempt to better any of them.

Committee then adjourned until the next day in the morning.
"""


def test_a_list_below_a_colon_is_of_whoever_opened_it(tmp_path: Path, known: Known) -> None:
    places = whose_places(read(tmp_path, known, "moderator-report", TELEGRAM))
    assert len(places) == 1
    assert len(next(iter(places.values()))) == 3
