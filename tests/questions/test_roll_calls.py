"""A measure may have several roll calls: lists and totals take the final one, unless another is asked for."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

import pytest

from cyberdiplo.load.build import build
from cyberdiplo.questions import catalogue
from cyberdiplo.questions.run import ask
from cyberdiplo.records.record import read_record
from cyberdiplo.store.address import database_at
from tests.expect import CANNED
from tests.load.mini import copy_mini

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cyberdiplo.store.connection import Connection

# id, measure, step, stage, part, date, what it corrects: the votes of France and Kenya
CALLS = {
    ("code-committee", "cable-code", "", "committee", "", "2020-04-01", ""): ("no", "no"),
    ("code-committee-par", "cable-code", "", "committee", "par. 9", "2020-02-01", ""): ("absent", "no"),
    ("code-par", "cable-code", "cable-code-adopted", "plenary", "par. 9", "", ""): ("abstain", "no"),
    ("code-as-read-out", "cable-code", "cable-code-adopted", "plenary", "", "", ""): ("yes", "abstain"),
    ("code-amended", "cable-code", "cable-code-adopted", "plenary", "", "", "code-as-read-out"): ("yes", "yes"),
    ("annex-committee", "cable-code-annex", "", "committee", "", "2020-02-02", ""): ("no", "yes"),
    ("mandate-par-1", "cable-mandate", "", "plenary", "par. 1", "2019", ""): ("yes", "no"),
    ("mandate-par-2", "cable-mandate", "", "plenary", "par. 2", "2019", ""): ("no", "no"),
}


def write(path: Path, rows: list[list[str]]) -> None:
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


@pytest.fixture
def several(any_new_database: str, tmp_path: Path) -> Iterator[Connection]:
    folder = copy_mini(tmp_path) / "sources" / "report"
    for name in ("roll_calls", "votes", "former_ids"):
        path = folder / f"{name}.csv"
        path.write_text(path.read_text("utf-8").splitlines()[0] + "\n", encoding="utf-8")
    cited = [line for line in (folder / "citations.csv").read_text("utf-8").splitlines() if "roll-call" not in line]
    (folder / "citations.csv").write_text("\n".join(cited) + "\n", encoding="utf-8")
    write(folder / "roll_calls.csv", [list(call) for call in CALLS])
    votes = [[call[0], who, vote] for call, two in CALLS.items() for who, vote in zip(("FRA", "KEN"), two, strict=True)]
    write(folder / "votes.csv", votes)
    write(
        folder / "citations.csv",
        [[call[0], "", "report", "par. 1", "", "states", "high", "", "", ""] for call in CALLS],
    )
    build(any_new_database, [folder.parents[1]], shipped=False)
    with database_at(any_new_database).asking() as connection:
        yield connection


def votes(connection: Connection, **given: str) -> list[tuple[Any, ...]]:
    result = ask(connection, catalogue.read_list("votes"), given)
    names = [result.columns.index(name) for name in ("resolution", "country", "vote")]
    return [tuple(row[place] for place in names) for row in result.rows]


def test_a_list_gives_the_final_roll_call_on_the_whole_text_or_the_only_one(several: Connection) -> None:
    annex = [("cable-code-annex", "FRA", "no"), ("cable-code-annex", "KEN", "yes")]
    assert [row[1:] for row in votes(several, resolution="cable-code")] == [("FRA", "yes"), ("KEN", "yes")]
    assert votes(several, resolution="cable-code-annex") == annex
    assert len(votes(several)) == 4
    assert votes(several, resolution="cable-mandate") == []  # of two paragraphs, neither is the text


def test_another_roll_call_is_given_where_it_is_asked_for(several: Connection) -> None:
    def cast(**given: str) -> list[str]:
        return [row[2] for row in votes(several, resolution="cable-code", **given)]

    assert cast(roll_call="code-par") == ["abstain", "no"]
    assert cast(roll_call="code-as-read-out") == ["yes", "abstain"]
    assert cast(stage="committee") == ["no", "no"]
    assert cast(stage="plenary") == ["yes", "yes"]
    assert cast(stage="committee", vote="yes") == []
    assert cast(roll_call="mandate-par-1") == []


def test_totals_are_of_the_final_roll_call_and_every_other_has_its_own(several: Connection) -> None:
    totals = ask(several, catalogue.read(CANNED["vote-totals"]), {})
    shown = [totals.columns.index(name) for name in ("date", "yes", "no", "abstain")]
    assert (
        sorted([tuple(row[place] for place in shown) for row in totals.rows], key=str)
        == [
            ("2020-03-03", 2, 0, 0),
            ("2020-02-02", 1, 1, 0),
        ][::-1]
    )
    every = ask(several, catalogue.read(CANNED["roll-calls"]), {})
    shown = [
        every.columns.index(name) for name in ("id", "date", "yes", "no", "abstain", "absent", "final", "corrects")
    ]
    assert {row[shown[0]]: tuple(row[place] for place in shown[1:]) for row in every.rows} == {
        "code-committee": ("2020-04-01", 0, 2, 0, 0, 0, None),
        "code-committee-par": ("2020-02-01", 0, 1, 0, 1, 0, None),
        "code-par": ("2020-03-03", 0, 1, 1, 0, 0, None),
        "code-as-read-out": ("2020-03-03", 1, 0, 1, 0, 0, None),
        "code-amended": ("2020-03-03", 2, 0, 0, 0, 1, "code-as-read-out"),
        "annex-committee": ("2020-02-02", 1, 1, 0, 0, 1, None),
        "mandate-par-1": ("2019", 1, 1, 0, 0, 0, None),
        "mandate-par-2": ("2019", 0, 2, 0, 0, 0, None),
    }


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_record_says_each_of_its_roll_calls(several: Connection, lang: str) -> None:
    sections = {one.key: one for one in read_record(several, "cable-code", "measure", lang).sections}
    assert [row[:2] for row in sections["votes"].rows] == [("yes", 2)]
    listed = [(row[0], *row[4:7]) for row in sections["roll-calls"].rows]
    assert ("code-par", 0, 1, 1) in listed
    assert len(listed) == 5
    assert "roll-calls" not in {one.key for one in read_record(several, "cable-code-annex", "measure", lang).sections}
    call = {one.key: one for one in read_record(several, "code-par", "roll_call", lang).sections}
    assert call["totals"].rows == [("no", 1), ("abstain", 1)]
    assert [(row[0], row[2]) for row in call["votes"].rows] == [("FRA", "abstain"), ("KEN", "no")]


def test_a_state_has_as_many_votes_as_texts(several: Connection) -> None:
    counted = ask(several, catalogue.read_list("countries"), {})
    place = counted.columns.index("votes")
    assert {row[0]: row[place] for row in counted.rows} == {"FRA": 2, "KEN": 2}
