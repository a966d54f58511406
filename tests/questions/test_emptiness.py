"""An answer without rows says why: what each filter leaves by itself, and which one to drop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cyberdiplo.questions import catalogue
from cyberdiplo.questions.emptiness import explain_emptiness
from cyberdiplo.questions.run import ask

if TYPE_CHECKING:
    from cyberdiplo.store.connection import Connection
    from tests.conftest import Run

STATEMENTS = catalogue.read_list("statements")


def count(connection: Connection, **wishes: str) -> int:
    return len(list(ask(connection, STATEMENTS, wishes).rows))


def test_each_filter_is_told_with_what_it_leaves_by_itself(database: Connection) -> None:
    wishes = {"country": ["Brazil"], "topic": ["norms"]}
    assert count(database, country="Brazil", topic="norms") == 0
    brazil, norms = count(database, country="Brazil"), count(database, topic="norms")
    assert explain_emptiness(database, STATEMENTS, wishes, "en") == [
        f"Nothing fits all of these. Each by itself: --country Brazil: {brazil}; --topic norms: {norms}."
    ]


def test_of_three_the_one_to_drop_is_told(database: Connection) -> None:
    wishes = {"country": ["FRA"], "topic": ["norms"], "from": ["2030"]}
    both = count(database, country="FRA", topic="norms")
    assert both
    assert (
        explain_emptiness(database, STATEMENTS, wishes, "en")[1]
        == f"Leave one of them out: without --from 2030: {both}."
    )
    many = wishes | {"stance": ["neutral"]}
    assert explain_emptiness(database, STATEMENTS, many, "en")[1] == "Leave two or more of them out."


def test_another_that_has_the_name_too_is_counted(database: Connection) -> None:
    told = explain_emptiness(database, STATEMENTS, {"country": ["Congo"]}, "en")
    assert told[1] == f"Congo is also the name of COD: --country COD gives {count(database, country='COD')}."


def test_nothing_is_told_where_nothing_was_asked_for(database: Connection) -> None:
    assert explain_emptiness(database, STATEMENTS, {}, "en") == []


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (("statements", "--country", "BRA", "--topic", "norms"), 1),
        (("votes", "--matrix", "--country", "FRA", "--topic", "norms"), 1),
        (("compare", "BRA", "GHA", "--topic", "norms", "--format", "csv"), 1),
        (("statements", "--country", "BRA", "--limit", "0"), 0),
    ],
)
def test_in_a_pipe_the_header_stays_and_the_reason_is_beside_it(
    cyberdiplo: Run, words: tuple[str, ...], lines: int
) -> None:
    done = cyberdiplo(*words)
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr.count("Each by itself:") == lines
    assert done.returncode == 0
    assert cyberdiplo(*words, "--quiet").stderr == ""
