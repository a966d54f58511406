"""The voting data of the UN Digital Library, made here after its columns: one row a State and resolution."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.errors import BadSeed
from tests.imports.steps import ask, bring_in, counts

if TYPE_CHECKING:
    from pathlib import Path

HEADER = [
    *("undl_id", "ms_code", "ms_name", "ms_vote", "date", "session", "resolution", "draft"),
    *("committee_report", "meeting", "title", "agenda_title", "subjects", "vote_note"),
    *("total_yes", "total_no", "total_abstentions", "total_non_voting", "total_ms", "undl_link"),
]
TEXT = {
    "undl_id": "4000000",
    "date": "2030-12-07",
    "session": "90",
    "resolution": "A/RES/90/7",
    "draft": "A/C.1/90/L.3/Rev.1",
    "committee_report": "A/90/380",
    "meeting": "A/90/PV.30",
    "title": "Widgets in outer space : resolution / adopted by the General Assembly",
    "subjects": "OUTER SPACE|DISARMAMENT",
    "vote_note": "RECORDED - No machine generated vote",
    "total_yes": "2.0",
    "total_no": "0.0",
    "total_abstentions": "1.0",
    "total_non_voting": "1.0",
    "total_ms": "4.0",
}
VOTES = [("FRA", "FRANCE", "Y"), ("BFA", "UPPER VOLTA", "Y"), ("CIV", "CÔTE D'IVOIRE", "A"), ("TUV", "TUVALU", "X")]


def row(code: str, name: str, vote: str, **cells: str) -> dict[str, str]:
    return {**TEXT, "ms_code": code, "ms_name": name, "ms_vote": vote, **cells}


def write(path: Path, rows: list[dict[str, str]], header: list[str] = HEADER, separator: str = ",") -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, delimiter=separator, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.fixture
def votes(tmp_path: Path) -> Path:
    return write(tmp_path / "votes.csv", [row(*vote) for vote in VOTES])


def test_votes_stand_under_a_roll_call_of_a_measure(own_database: str, votes: Path) -> None:
    report = bring_in(own_database, "un-ga-votes", votes)
    assert report.outcome.rejects == []
    sql = "select country_id, vote from votes where roll_call_id = 'a-res-90-7-roll-call' order by 1"
    assert ask(own_database, sql) == [("BFA", "yes"), ("CIV", "abstain"), ("FRA", "yes"), ("TUV", "absent")]
    assert ask(own_database, "select name_en from measures where id = 'a-res-90-7'") == [
        ("Widgets in outer space (resolution 90/7)",)
    ]
    assert ask(own_database, "select meeting_id, method from measure_events where id = 'a-res-90-7-adopted'") == [
        ("unga-90-pv-30", "recorded_vote")
    ]
    assert ask(
        own_database, "select source_id, locator, note from citations where record_id = 'a-res-90-7-roll-call'"
    ) == [("un-ga-votes-votes", "line 2", TEXT["vote_note"])]
    assert ask(own_database, "select record_id from names where name = 'A/C.1/90/L.3/Rev.1'") == [("a-res-90-7",)]


def test_every_edition_reads_the_same(own_path: str, votes: Path) -> None:
    bring_in(own_path, "un-ga-votes", votes)
    first = counts(own_path)
    older = [name for name in HEADER if name != "vote_note"]
    other = [{"ms_code": "ms_codes", "ms_vote": "ms_votes"}.get(name, name) for name in HEADER]
    rows = [row(*vote) for vote in VOTES]
    for cells in rows:
        cells |= {"ms_codes": cells["ms_code"], "ms_votes": cells["ms_vote"]}
    for header, separator in ((older, ","), (other, ","), ([" MS_Name ", *other], ";"), (list(reversed(HEADER)), "\t")):
        if header[0] == " MS_Name ":
            header.remove("ms_name")
            for cells in rows:
                cells[" MS_Name "] = cells["ms_name"]
        write(votes, rows, header, separator)
        bring_in(own_path, "un-ga-votes", votes)
        assert counts(own_path) == first


def test_what_cannot_be_taken_is_told_with_its_line(own_path: str, tmp_path: Path) -> None:
    rows = [
        row("FRA", "FRANCE", "Y"),
        row("RUR", "RURITANIA", "N"),
        row("DEU", "GERMANY", "maybe"),
        row("FRA", "FRANCE", "Y"),
        row("FRA", "FRANCE", "N"),
        row("ITA", "ITALY", "Y", resolution="Decision 90/401"),
        row("ITA", "ITALY", "Y", resolution="A/RES/90/8", date="soon"),
    ]
    report = bring_in(own_path, "un-ga-votes", write(tmp_path / "votes.csv", rows))
    assert [(reject.line, reject.column) for reject in report.outcome.rejects] == [
        ("3", "ms_name"),
        ("4", "ms_vote"),
        ("6", "ms_vote"),
        ("7", "resolution"),
        ("8", "resolution"),
        ("2", "totals"),
    ]
    assert report.outcome.counts["twice"] == 1
    assert any("RURITANIA" in remark for remark in report.outcome.remarks)
    assert ask(own_path, "select vote from votes where roll_call_id = 'a-res-90-7-roll-call'") == [("yes",)]
    note = str(ask(own_path, "select note from citations where record_id = 'a-res-90-7-roll-call'")[0][0])
    assert note.endswith("The source counts 2-0-1-1 and lists 1-0-0-0 (for, against, abstaining, not voting).")


def test_states_that_are_no_more_are_entered_as_the_table_names_them(own_path: str, tmp_path: Path) -> None:
    rows = [
        row("SUN", "USSR", "N"),
        row("DDR", "GERMAN DEMOCRATIC REPUBLIC", "N"),
        row("LKA", "CEYLON", "Y"),
        row("BYS", "BYELORUSSIAN SSR", "N"),
        row("ZAR", "ZAIRE", "Y"),
        row("SUN", "USSR", "Y", resolution="A/RES/90/8"),
    ]
    path = write(tmp_path / "votes.csv", rows)
    report = bring_in(own_path, "un-ga-votes", path)
    assert [reject.column for reject in report.outcome.rejects] == ["totals", "totals"]
    assert report.outcome.remarks[:4] == [
        "USSR (SUN): entered as a former State, as the file names it; 2 votes",
        "German Democratic Republic (DDR): entered as a former State, as the file names it; 1 vote",
        "CEYLON: taken as LKA, by its code; 1 vote",
        "BYELORUSSIAN SSR: taken as BLR, by its code; 1 vote",
    ]
    votes = ask(own_path, "select country_id, vote from votes where roll_call_id = 'a-res-90-7-roll-call' order by 1")
    assert votes == [("BLR", "no"), ("COD", "yes"), ("DDR", "no"), ("LKA", "yes"), ("SUN", "no")]
    assert ask(own_path, "select type, name_en from countries where id = 'SUN'") == [("former_state", "USSR")]
    again = bring_in(own_path, "un-ga-votes", path)
    assert list(again.loaded.folders.values()) == [None]  # its own former States are not there before it
    other = write(tmp_path / "other.csv", [row("SUN", "USSR", "A", resolution="A/RES/90/9")])
    bring_in(own_path, "un-ga-votes", other)
    assert ask(own_path, "select vote from votes where roll_call_id = 'a-res-90-9-roll-call'") == [("abstain",)]


def test_a_resolution_whose_votes_are_there_is_left_as_it_is(own_path: str, tmp_path: Path) -> None:
    before = ask(own_path, "select count(*) from votes")
    rows = [row("FRA", "FRANCE", "N", resolution="A/RES/77/37")]
    report = bring_in(own_path, "un-ga-votes", write(tmp_path / "votes.csv", rows))
    assert report.outcome.counts["known"] == 1
    assert ask(own_path, "select count(*) from votes") == before


def test_a_second_run_changes_nothing(own_path: str, votes: Path) -> None:
    bring_in(own_path, "un-ga-votes", votes)
    assert list(bring_in(own_path, "un-ga-votes", votes).loaded.folders.values()) == [None]


def test_two_spellings_of_a_symbol_are_one_text(own_path: str, tmp_path: Path) -> None:
    rows = [
        row("FRA", "FRANCE", "Y", resolution="A/RES/1514(XV)", date="1960-12-14", meeting=""),
        row("ITA", "ITALY", "Y", resolution="A/RES/1514 (XV)", date="14 Dec. 1960", meeting=""),
    ]
    report = bring_in(own_path, "un-ga-votes", write(tmp_path / "votes.csv", rows))
    assert (report.outcome.counts["measures"], report.outcome.counts["votes"]) == (1, 2)
    assert ask(own_path, "select record_id from identifiers where value = 'A/RES/1514(XV)'") == [("a-res-1514-xv",)]


GOOD = ",".join(HEADER).encode() + b"\n"
HOSTILE = {
    "nothing": (b"", ": the file is empty"),
    "no columns": (b"a,b\n1,2\n", ":1: columns are missing: ms_name, ms_vote"),
    "twice a column": (GOOD.replace(b"session", b"date"), ":1: the column 'date' is there twice"),
    "cut off": (GOOD + b"4,FRA,FRA", ":2: the row has 3 cells"),
    "open quote": (GOOD + b'"x' + b"y" * 1000, ":2: this is not CSV"),
    "huge cell": (GOOD + b'"' + b"y" * 200_000 + b'"', ":2: a cell has more than 131,072 characters"),
    "long line": (GOOD + b"y" * 5_000_000, ":2: the line is longer"),
    "many cells": (GOOD + b"," * 5000, ":2: the row has more than"),
    "cp1252": (GOOD + "é".encode("cp1252"), ":2: this is not UTF-8"),
    "nul": (GOOD + b"\0" * 30, ":2: "),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_table_that_is_not_sound_is_refused_with_its_line(own_path: str, tmp_path: Path, kind: str) -> None:
    before = counts(own_path)
    raw, sentence = HOSTILE[kind]
    path = tmp_path / "votes.csv"
    path.write_bytes(raw)
    with pytest.raises(BadSeed) as caught:
        bring_in(own_path, "un-ga-votes", path)
    assert f"{path}{sentence}" in str(caught.value)
    assert counts(own_path) == before
