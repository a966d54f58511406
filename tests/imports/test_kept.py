"""What was imported lives on: at upgrades, beside a user's folders, until it is taken out."""

from __future__ import annotations

import csv
import shutil
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.errors import BadSeed
from cyberdiplo.load.build import remove, upgrade
from tests.conftest import SEEDS
from tests.imports.steps import ask, bring_in, counts
from tests.imports.test_ga_resolutions import PLAIN, ROW, write

if TYPE_CHECKING:
    from pathlib import Path


def test_an_upgrade_keeps_what_was_imported(own_database: str, tmp_path: Path) -> None:
    bring_in(own_database, "un-ga-resolutions", write(tmp_path / "90.jsonl", ROW, PLAIN))
    before = counts(own_database)
    upgrade(own_database, SEEDS)
    assert counts(own_database) == before


def test_what_now_ships_replaces_what_was_imported_and_the_rest_stays(own_path: str, tmp_path: Path) -> None:
    session = write(tmp_path / "90.jsonl", ROW, PLAIN)
    bring_in(own_path, "un-ga-resolutions", session)
    newer = tmp_path / "newer"
    shutil.copytree(SEEDS, newer)
    for table, row in (
        (
            "measures",
            ["a-res-90-5", "resolution", "unknown", "adopted", "unga", "", "", "", "", "Ours", "Ours", "", ""],
        ),
        ("identifiers", ["un", "A/RES/90/5", "a-res-90-5"]),
    ):
        with (newer / "reference" / f"{table}.csv").open("a", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerow(row)
    source = newer / "sources" / "un-ga-resolutions-data" / "citations.csv"
    with source.open("a", encoding="utf-8") as file:
        file.write("a-res-90-5,,un-ga-resolutions-data,record A/RES/90/5,,states,high,,,\n")
    promise = source.parent / "expect.toml"
    promise.write_text(promise.read_text("utf-8").replace("citations = 908", "citations = 909"), encoding="utf-8")
    votes = "select count(*) from votes where roll_call_id = 'a-res-90-5-roll-call'"
    assert ask(own_path, votes) == [(3,)]
    loaded = upgrade(own_path, newer)
    assert loaded is not None
    assert loaded.handed_over == ["a-res-90-5"]
    assert ask(own_path, "select name_en from measures where id = 'a-res-90-5'") == [("Ours",)]
    assert ask(own_path, "select name_en from measures where id = 'a-res-es-12-1'") != []
    assert ask(own_path, votes) == [(3,)]  # which do not ship: they stay
    report = bring_in(own_path, "un-ga-resolutions", session, replace=True)
    assert report.outcome.counts["known"] == 1
    assert ask(own_path, "select name_en from measures where id = 'a-res-90-5'") == [("Ours",)]
    assert ask(own_path, votes) == [(3,)]


def test_what_was_imported_and_cannot_stand_beside_what_ships_is_told_with_what_to_do(
    own_path: str, tmp_path: Path
) -> None:
    bring_in(own_path, "un-ga-resolutions", write(tmp_path / "90.jsonl", ROW, PLAIN))
    newer = tmp_path / "newer"
    shutil.copytree(SEEDS, newer)
    with (newer / "reference" / "identifiers.csv").open("a", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerow(["un", "A/RES/90/5", "a-res-75-240"])  # another record's
    before = ask(own_path, "select * from measures order by id")
    with pytest.raises(BadSeed) as caught:
        upgrade(own_path, newer)
    assert "load --remove FILE" in caught.value.hint
    assert ask(own_path, "select * from measures order by id") == before


def test_two_files_of_one_name_are_not_taken_in_one_run(own_path: str, tmp_path: Path) -> None:
    from cyberdiplo.errors import BadUsage

    (tmp_path / "a").mkdir()
    first, second = write(tmp_path / "90.jsonl", ROW), write(tmp_path / "a" / "90.jsonl", PLAIN)
    with pytest.raises(BadUsage, match="have one name"):
        bring_in(own_path, "un-ga-resolutions", first, second)
    assert bring_in(own_path, "un-ga-resolutions", first, first).outcome.counts["rows"] == 1


def test_files_that_came_one_by_one_are_taken_out_one_by_one(own_path: str, tmp_path: Path) -> None:
    before = counts(own_path)
    bring_in(own_path, "un-ga-resolutions", write(tmp_path / "90.jsonl", ROW))
    between = counts(own_path)
    report = bring_in(own_path, "un-ga-resolutions", write(tmp_path / "more.jsonl", ROW, PLAIN))
    assert report.outcome.counts["known"] == 1
    remove(own_path, ["more.jsonl"])
    assert counts(own_path) == between
    remove(own_path, ["un-ga-resolutions/90.jsonl"])
    assert counts(own_path) == before
