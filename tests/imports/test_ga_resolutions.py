"""Resolutions of the General Assembly: what rows of official files become, and what is told of the rest."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from cyberdiplo.errors import BadSeed, BadUsage
from cyberdiplo.imports import ga_jsonl
from cyberdiplo.load.build import remove
from tests.imports.steps import ask, bring_in, counts

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

ROW: dict[str, Any] = {
    "symbol": "A/RES/90/5",
    "title": "Widgets\u00a0in outer space: the States\u2019 view",
    "adoption_date": "13\u00a0October 2030",
    "adoption_type": "By a recorded vote",
    "pv": "A/90/PV.21",
    "committee": "First Committee",
    "agenda_item": "Agenda item 97 (a)",
    "originating_document": "A/90/380, para. 11",
    "MS_in_favour": ["FRANCE", "CONGO", "COTE D'IVOIRE"],
    "MS_against": ["ATLANTIS"],
    "MS_abstaining": [],
    "MS_in_favour_count": "3",
    "MS_against_count": "1",
    "MS_abstaining_count": "N.A.",
    "sponsors": ["Austria, Egypt (on behalf of the League of Arab States) and Trinidad and Tobago", "GE RMANY"],
    "additional_sponsors": ["THE PHILIPPINES", "AUSTRIA", "SOLOMON"],
    "subjects": [["OUTER SPACE", "UNBIS Thesaurus"]],
}
PLAIN = {**ROW, "symbol": "A/RES/ES-12/1", "adoption_type": "Without a vote", "pv": "A/ES-12/PV.3 (Resumption 1)",
         "adoption_date": "2030-12-01 00:00:00", "MS_in_favour": [], "MS_against": [], "MS_in_favour_count": "0",
         "MS_against_count": "0", "originating_document": "A/ES-12/L.4 and A/ES-12/L.4/Add.1",
         "committee": "Without reference to a Main Committee", "additional_sponsors": [],
         "sponsors": ["SUBMITTED BY THE PRESIDENT OF THE GENERAL ASSEMBLY"]}  # fmt: skip


def write(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def session(tmp_path: Path) -> Path:
    return write(tmp_path / "90.jsonl", ROW, PLAIN)


def test_a_row_becomes_a_measure_with_its_steps_and_votes_each_cited(own_database: str, session: Path) -> None:
    report = bring_in(own_database, "un-ga-resolutions", session)
    assert ask(own_database, "select issuer_id, agenda_item, name_en from measures where id = 'a-res-90-5'") == [
        ("unga", "97 (a)", "Widgets in outer space: the States' view (resolution 90/5)")
    ]
    assert ask(
        own_database, "select event_date, meeting_id, method from measure_events where id = 'a-res-90-5-adopted'"
    ) == [("2030-10-13", "unga-90-pv-21", "recorded_vote")]
    assert ask(
        own_database,
        "select votes.country_id, votes.vote from votes join roll_calls on roll_calls.id = votes.roll_call_id"
        " where roll_calls.measure_id = 'a-res-90-5' and roll_calls.event_id = 'a-res-90-5-adopted' order by 1",
    ) == [("CIV", "yes"), ("COG", "yes"), ("FRA", "yes")]
    assert ask(
        own_database,
        "select type, country_id, attested_on from measure_events where measure_id = 'a-res-90-5'"
        " and type <> 'adopted' order by 1, 2",
    ) == [("co_sponsored", "PHL", "2030-10-13")] + [
        ("introduced", country, "2030-10-13") for country in ("AUT", "DEU", "EGY", "TTO")
    ]
    assert ask(own_database, "select note from citations where record_id = 'a-res-90-5-introduced-egy'") == [
        ("As printed: Egypt (on behalf of the League of Arab States)",)
    ]
    assert ask(
        own_database, "select source_id, locator, note from citations where record_id = 'a-res-90-5-adopted'"
    ) == [
        (
            "un-ga-resolutions-90",
            "line 1",
            "By a recorded vote. On the report of the First Committee, A/90/380, par. 11.",
        )
    ]
    assert [(reject.column, reject.value) for reject in report.outcome.rejects] == [
        ("additional_sponsors", "SOLOMON"),
        ("MS_against", "ATLANTIS"),
    ]


def test_an_emergency_session_a_draft_and_an_officer_have_their_places(own_path: str, session: Path) -> None:
    bring_in(own_path, "un-ga-resolutions", session)
    assert ask(own_path, "select id, name_en from meetings where id like 'unga-es%'") == [
        (
            "unga-es-12-pv-3-resumption-1",
            "3rd plenary meeting of the General Assembly, 12th emergency special session (resumed)",
        )
    ]
    assert ask(own_path, "select record_id from names where name = 'A/ES-12/L.4' and weak = 0") == [("a-res-es-12-1",)]
    assert ask(
        own_path,
        "select measure_events.country_id, measure_events.of_en, citations.note from measure_events"
        " join citations on citations.record_id = measure_events.id where measure_events.id ="
        " 'a-res-es-12-1-introduced'",
    ) == [(None, "draft A/ES-12/L.4", "As printed: SUBMITTED BY THE PRESIDENT OF THE GENERAL ASSEMBLY")]


def test_a_second_run_changes_nothing_and_removal_leaves_nothing(own_database: str, session: Path) -> None:
    before = counts(own_database)
    bring_in(own_database, "un-ga-resolutions", session)
    after = counts(own_database)
    again = bring_in(own_database, "un-ga-resolutions", session)
    assert list(again.loaded.folders.values()) == [None]
    assert counts(own_database) == after
    remove(own_database, ["90.jsonl"])
    assert counts(own_database) == before


def test_a_dry_run_counts_and_keeps_nothing(own_database: str, session: Path) -> None:
    before = counts(own_database)
    report = bring_in(own_database, "un-ga-resolutions", session, dry=True)
    assert report.outcome.counts["measures"] == 2
    assert report.loaded.rows > 20
    assert counts(own_database) == before


def test_what_a_newer_file_lacks_is_not_taken_out_unless_that_is_wanted(own_path: str, session: Path) -> None:
    bring_in(own_path, "un-ga-resolutions", session)
    write(session, ROW)
    with pytest.raises(BadUsage, match="would take out"):
        bring_in(own_path, "un-ga-resolutions", session)
    bring_in(own_path, "un-ga-resolutions", session, replace=True)
    assert ask(own_path, "select id from measures where id = 'a-res-es-12-1'") == []


def test_repeated_rows_are_merged_and_told_and_the_first_word_on_a_vote_stays(own_path: str, tmp_path: Path) -> None:
    other = {**ROW, "MS_in_favour": ["JAPAN"], "MS_against": ["FRANCE"], "additional_sponsors": ["NORWAY"]}
    report = bring_in(own_path, "un-ga-resolutions", write(tmp_path / "90.jsonl", ROW, other))
    sql = "select country_id, vote from votes where roll_call_id = 'a-res-90-5-roll-call'"
    votes = {country: vote for country, vote in ask(own_path, sql)}  # noqa: C416  (mypy sees no pairs in the rows)
    assert (votes["FRA"], votes["JPN"]) == ("yes", "yes")
    reasons = {reject.column: reject.reason for reject in report.outcome.rejects}
    assert "90.jsonl:1" in reasons["symbol"]
    assert "additional_sponsors" in reasons["symbol"]
    assert "yes" in reasons["MS_against"]
    assert ask(own_path, "select country_id from measure_events where id = 'a-res-90-5-co-sponsored-nor'") == [("NOR",)]


def test_totals_that_differ_from_the_list_are_told_beside_the_roll_call(own_path: str, tmp_path: Path) -> None:
    row = {**ROW, "MS_against": [], "MS_in_favour_count": "4", "MS_against_count": "0"}
    report = bring_in(own_path, "un-ga-resolutions", write(tmp_path / "90.jsonl", row))
    assert any("4-0-0" in remark and "3-0-0" in remark for remark in report.outcome.remarks)
    note = ask(own_path, "select note from citations where record_id = 'a-res-90-5-roll-call'")[0][0]
    assert "4-0-0" in str(note)


def test_what_the_database_has_by_its_symbol_is_not_doubled(own_path: str, tmp_path: Path) -> None:
    before = counts(own_path)
    row = {**ROW, "symbol": "A/RES/77/37", "adoption_date": "7 December 2022", "pv": "A/77/PV.46"}
    report = bring_in(own_path, "un-ga-resolutions", write(tmp_path / "77.jsonl", row))
    assert report.outcome.counts["known"] == 1
    after = counts(own_path)
    assert {name for name in after if after[name] != before[name]} <= {"sources", "records", "name_index"}


@pytest.mark.parametrize(
    ("options", "measures"),
    [
        ({"symbols": ["90/5,A/RES/1/1"]}, 1),
        ({"subject": ["outer space"]}, 2),
        ({"subject": ["cooking"]}, 0),
        ({"match": ["space widgets", "cooking"]}, 2),
    ],
)
def test_a_choice_of_resolutions(own_path: str, session: Path, options: dict[str, list[str]], measures: int) -> None:
    report = bring_in(own_path, "un-ga-resolutions", session, dry=True, options=options)
    assert report.outcome.counts.get("measures", 0) == measures
    assert bool(report.outcome.rejects) == bool(measures)  # nothing is told of what was not asked for


# --- files that are not what they have to be -----------------------------------------------------------


def whole(*rows: object) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


AKN = b"<akomaNtoso xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0'>"
HOSTILE = {
    "cut-off": (whole(PLAIN) + whole(ROW)[:-200], ":2: the line is cut off"),
    "latin-1": (whole(PLAIN) + b'{"title": "d\xe9tente"}\n', ":2: this is not UTF-8"),
    "utf-16": ("{}".encode("utf-16"), ":1: this is UTF-16"),
    "deep": (b"[" * 200_000 + b"\n", ":1: "),
    "long line": (b'{"symbol": "' + b"x" * 5_000_000 + b'"}\n', ":1: the line is longer than"),
    "not json": (b"symbol,title\n", ":1: the line is no JSON"),
    "doctype": (b"<!DOCTYPE a [<!ENTITY b 'c'>]>\n" + AKN + b"&b;</akomaNtoso>", ":1: a document type"),
    "fetched": (b"<!DOCTYPE a SYSTEM 'file:///etc/passwd'>\n" + AKN + b"</akomaNtoso>", ":1: a document type"),
    "deep xml": (AKN + b"<p>" * 200_000, ":1: more than 100 elements"),
    "cut xml": (AKN + b"<p>", ":1: this is no sound XML"),
    "other xml": (b"<html><body/></html>", ": the file is no resolution"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_file_that_is_not_sound_is_refused_by_a_sentence_and_nothing_is_changed(
    own_path: str, tmp_path: Path, kind: str
) -> None:
    before = counts(own_path)
    raw, sentence = HOSTILE[kind]
    bad, good = tmp_path / "bad.jsonl", write(tmp_path / "good.jsonl", ROW)
    bad.write_bytes(raw)
    with pytest.raises(BadSeed) as caught:
        bring_in(own_path, "un-ga-resolutions", good, bad)
    assert f"{bad}{sentence}" in str(caught.value)
    assert counts(own_path) == before


def test_the_size_of_a_file_is_counted_in_bytes(own_path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = json.dumps(ROW | {"title": "é" * 1000}, ensure_ascii=False) + "\n"
    (tmp_path / "90.jsonl").write_text(text, "utf-8")
    monkeypatch.setattr(ga_jsonl, "SIZE", len(text))
    with pytest.raises(BadSeed, match=":1: the file is longer than"):
        bring_in(own_path, "un-ga-resolutions", tmp_path / "90.jsonl")


@pytest.mark.parametrize("row", [{}, [], 3, {"symbol": 7}, {"symbol": "S/RES/1"}, {**ROW, "adoption_date": "soon"}])
def test_a_row_that_is_no_resolution_is_told_and_the_others_are_taken(
    own_path: str, tmp_path: Path, row: object
) -> None:
    report = bring_in(own_path, "un-ga-resolutions", write(tmp_path / "90.jsonl", row, PLAIN))
    assert report.outcome.counts["measures"] == 1
    assert [reject.line for reject in report.outcome.rejects] == ["1"]


def test_cells_of_another_kind_than_expected_break_nothing(own_path: str, tmp_path: Path) -> None:
    odd: dict[str, Any] = {column: {"a": [None]} for column in ROW}
    odd |= {"symbol": "A/RES/90/9", "adoption_date": "2030-01-02"}
    report = bring_in(own_path, "un-ga-resolutions", write(tmp_path / "90.jsonl", odd))
    assert report.outcome.counts["measures"] == 1


def test_only_regular_files_are_read(own_path: str, tmp_path: Path) -> None:
    with pytest.raises(BadSeed, match="no regular file"):
        bring_in(own_path, "un-ga-resolutions", tmp_path)
    with pytest.raises(BadSeed, match="cannot be read"):
        bring_in(own_path, "un-ga-resolutions", tmp_path / "missing.jsonl")
    (tmp_path / "empty.jsonl").touch()
    with pytest.raises(BadSeed, match="the file is empty; nothing was imported"):
        bring_in(own_path, "un-ga-resolutions", tmp_path / "empty.jsonl")


# --- the files of six sessions -------------------------------------------------------------------------


def test_all_of_six_sessions_in_one_go(own_path: str, sessions: Path) -> None:
    """1,920 distinct resolutions, 556 recorded votes, 33 repeated symbols merged, three totals that differ."""
    report = bring_in(own_path, "un-ga-resolutions", *sorted(sessions.glob("7*.jsonl")))
    numbers = report.outcome.counts
    assert numbers["measures"] + numbers["known"] == 1920
    assert (numbers["recorded_votes"], numbers["repeated"]) == (556, 33)
    totals = [reject.record for reject in report.outcome.rejects if reject.column == "totals"]
    assert totals == ["A/RES/75/254 A-C", "A/RES/75/290 A", "A/RES/77/293"]
    assert numbers["votes"] > 90_000
    sql = "select count(distinct record_id) from identifiers where value like 'A/RES/7%' and substr(value, 8, 1) > '3'"
    assert int(str(ask(own_path, sql)[0][0])) >= 1920


def test_english_and_french_of_one_text_make_one_measure_with_both_titles(
    own_path: str, sessions: Path, tmp_path: Path
) -> None:
    names = []
    for letter in "EF":
        text = (sessions / "akn" / f"A_RES_77_37-2228102{letter}.xml").read_text("utf-8")
        names.append(tmp_path / f"{letter}.xml")
        names[-1].write_text(text.replace("A/RES/77/37", "A/RES/90/37"), encoding="utf-8")
    report = bring_in(own_path, "un-ga-resolutions", *names)
    assert report.outcome.counts["measures"] == 1
    english, french = ask(own_path, "select name_en, name_fr from measures where id = 'a-res-90-37'")[0]
    assert str(english).startswith("Programme of action to advance")
    assert str(french).startswith("Programme d'action destiné")
    ours, shipped = (
        ask(
            own_path,
            f"select country_id, vote from votes where roll_call_id = '{name}' and vote <> 'absent' order by 1",
        )
        for name in ("a-res-90-37-roll-call", "a-res-77-37-roll-call")
    )
    assert ours == shipped
    sponsors = "select type, country_id, event_date from measure_events where measure_id = '{}' and type = 'introduced'"
    assert sorted(ask(own_path, sponsors.format("a-res-90-37"))) == sorted(
        ask(own_path, sponsors.format("a-res-77-37"))
    )


# --- as a command ----------------------------------------------------------------------------------------


def test_the_command_tells_what_it_did_and_writes_the_rejects(
    cyberdiplo: Run, database_path: Path, session: Path, tmp_path: Path
) -> None:
    own = copy(database_path, tmp_path)
    rejects = tmp_path / "rejects.csv"
    done = cyberdiplo("import", "un-ga-resolutions", str(session), "--rejects", str(rejects), ask=own)
    assert (done.returncode, done.stdout) == (0, "")
    assert "2 measures" in done.stderr
    assert rejects.read_text("utf-8").splitlines()[0] == "file,line,record,column,value,reason"
    assert len(rejects.read_text("utf-8").splitlines()) == 3
    again = cyberdiplo("import", "un-ga-resolutions", str(session), ask=own)
    assert "nothing has changed" in again.stderr


def copy(database: Path, folder: Path) -> Path:
    own = folder / "command.sqlite"
    shutil.copy(database, own)
    return own


def test_the_command_lists_importers_and_knows_a_near_miss(cyberdiplo: Run) -> None:
    assert "un-ga-resolutions" in cyberdiplo("import").stdout
    wrong = cyberdiplo("import", "un-ga-resolution", "x.jsonl")
    assert wrong.returncode == 3
    assert "un-ga-resolutions" in wrong.stderr
    assert cyberdiplo("import", "un-ga-resolutions").returncode == 2
