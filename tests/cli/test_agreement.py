"""``agreement``: how often a State voted as others did, and on which texts they differed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.questions import catalogue
from cyberdiplo.questions.run import ask
from tests.expect import CANNED

if TYPE_CHECKING:
    from cyberdiplo.store.connection import Connection
    from tests.conftest import Run


def test_the_members_of_a_group_with_the_texts_on_which_they_differed(cyberdiplo: Run) -> None:
    done = cyberdiplo("agreement", "FRA", "--with", "G7", "--since", "2018", "--format", "json")
    members = {row["id"]: row for row in json.loads(done.stdout)}
    assert set(members) == {"DEU", "ITA", "JPN", "CAN", "GBR", "USA"}
    assert (members["DEU"]["voted"], members["DEU"]["alike"], members["DEU"]["differed"]) == (13, 13, None)
    assert (members["GBR"]["percent"], members["GBR"]["differed"]) == (92, "A/RES/74/29")
    assert "members on the day of the vote" in done.stderr  # what is counted
    quiet = cyberdiplo("agreement", "FRA", "--with", "G7", "--quiet", "--format", "csv")
    assert quiet.stderr == ""


def test_a_state_may_stand_beside_a_group(cyberdiplo: Run) -> None:
    done = cyberdiplo("agreement", "Brazil", "--with", "CANZ", "--with", "Inde", "--format", "json")
    assert {row["id"] for row in json.loads(done.stdout)} == {"AUS", "CAN", "NZL", "IND"}


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("FRA", "--with", "OEWG"), 3, "No members of OEWG"),
        (("FRA", "--with", "Braz1lia"), 3, "There is no group or State 'Braz1lia'"),
        (("FRA", "--since", "2030", "--to", "2020"), 2, "before it begins"),
        ((), 2, "STATE"),
    ],
)
def test_what_makes_no_sense_is_told(cyberdiplo: Run, words: tuple[str, ...], code: int, said: str) -> None:
    done = cyberdiplo("agreement", *words)
    assert done.returncode == code
    assert said in done.stderr


@pytest.mark.parametrize("other", ["GBR", "CHN", "BRA"])
def test_two_states_are_told_alike_as_by_the_texts(database: Connection, other: str) -> None:
    neighbours = ask(database, catalogue.read(CANNED["voting-neighbours"]), {"country": "FRA", "group": other})
    (found,) = (dict(zip(neighbours.columns, row, strict=True)) for row in neighbours.rows)
    texts = ask(database, catalogue.read(CANNED["voted-alike"]), {"first": "FRA", "second": other})
    *compared, total = (dict(zip(texts.columns, row, strict=True)) for row in texts.rows)
    assert (found["voted"], found["alike"], found["percent"]) == (total["voted"], total["alike"], total["percent"])
    differed = [row["resolution"] for row in compared if not row["alike"]]
    assert (found["differed"] or "").split("; ") == (differed or [""])
