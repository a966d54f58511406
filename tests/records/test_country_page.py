"""A State's page: what it introduced, what is said for it, how it voted; a part that is cut says how to get all."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.records.record import read_record

if TYPE_CHECKING:
    from cyberdiplo.store.connection import Connection
    from tests.conftest import Run

PARTS = ("introduced", "said", "votes-of-country", "votes-in-all", "measures", "member-of", "participations")


@pytest.mark.parametrize("country", ["FRA", "RUS", "USA"])
def test_the_page_has_what_the_state_did(database: Connection, country: str) -> None:
    found = {section.key: section for section in read_record(database, country, "country", "en").sections}
    assert set(PARTS) <= set(found)
    votes = dict(found["votes-in-all"].rows)
    assert sum(votes.values()) == len(found["votes-of-country"].rows)
    dates = [row[0] for row in found["votes-of-country"].rows]
    assert dates == sorted(dates, reverse=True)


def test_a_part_that_is_cut_gives_the_command_for_all_of_it(cyberdiplo: Run) -> None:
    page = cyberdiplo("show", "RUS").stdout
    told = [line for line in page.splitlines() if " more: cyberdiplo " in line]
    assert len(told) == 3
    for line in told:
        left, _, command = line.partition(" more: cyberdiplo ")
        rows = len(cyberdiplo(*shlex.split(command)).stdout.splitlines()) - 1
        assert rows == int(left) + 8, line


def test_what_a_state_introduced_is_told_where_it_is_looked_for(cyberdiplo: Run) -> None:
    rows = len(cyberdiplo("measures", "--introduced-by", "RUS").stdout.splitlines()) - 1
    for words in (["measures", "--country", "Russia"], ["query", "run", "proposals", "--country", "Russia"]):
        said = cyberdiplo(*words).stderr
        assert f"introduced or sponsored {rows} texts: cyberdiplo measures --introduced-by RUS" in said
