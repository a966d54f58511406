"""Tables that a team keeps: memberships and statements, under its own headings, as CSV or a workbook."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date
from typing import TYPE_CHECKING

import openpyxl  # type: ignore[import-untyped]
import pytest

from cyberdiplo.errors import BadSeed, BadUsage
from cyberdiplo.imports.importers import find_importer
from cyberdiplo.imports.mapping import read_mapping
from cyberdiplo.load.build import remove
from tests.imports.steps import ask, bring_in, counts

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

MEMBERS = (
    "Member;Group;Role;Start Date;Attested on;URL\n"
    "République de Corée;OTC;observateur;2021-03;;https://example.org/a\n"
    "Kenya;paris-call;signatory;;12 November 2018;\n"
    "Atlantis;OTC;;2020;;\n"
    "Kenya;no such body;member;31/02/2020;;\n"
    "Japan;OTC;emperor;2020;;\n"
    "Kenya;OTC;member;;;\n"
)


def test_memberships_are_cited_by_their_line_and_the_rest_is_told(own_database: str, tmp_path: Path) -> None:
    path = tmp_path / "members.csv"
    path.write_text(MEMBERS, encoding="utf-8")
    before = counts(own_database)
    report = bring_in(own_database, "memberships", path)
    sql = (
        "select member_id, group_id, role, start_date, memberships.attested_on, source_id, locator, citations.url"
        " from memberships join citations on citations.record_id = memberships.id"
        " where source_id = 'memberships-members' order by 1"
    )
    assert ask(own_database, sql) == [
        ("KEN", "paris-call", "signatory", None, "2018-11-12", "memberships-members", "line 3", None),
        ("KOR", "wto-tbt", "observer", "2021-03", None, "memberships-members", "line 2", "https://example.org/a"),
    ]
    assert [(reject.line, reject.column) for reject in report.outcome.rejects] == [
        ("4", "member"),
        ("5", "group"),
        ("5", "start_date"),
        ("5", "start_date"),
        ("6", "role"),
        ("7", "start_date"),
    ]
    assert list(bring_in(own_database, "memberships", path).loaded.folders.values()) == [None]
    remove(own_database, ["members.csv"])
    assert counts(own_database) == before


def test_a_membership_that_is_there_stays_and_another_day_is_told(own_path: str, tmp_path: Path) -> None:
    path = tmp_path / "members.csv"
    path.write_text("member,group,start_date\nIndonesia,ASEAN,1967\nBrunei,ASEAN,1999\nLaos,ASEAN,1990\n", "utf-8")
    report = bring_in(own_path, "memberships", path)
    assert report.outcome.counts["known"] == 3
    assert [reject.value for reject in report.outcome.rejects] == ["1999", "1990"]


def test_a_mapping_says_what_a_team_calls_its_columns(own_path: str, tmp_path: Path) -> None:
    table, mapping = tmp_path / "membres.csv", tmp_path / "map.toml"
    table.write_text("Pays\tInstance\tDepuis\nKenya\tOTC\t2 mars 2021\n", encoding="utf-8")
    mapping.write_text('[columns]\nmember = "pays"\ngroup = "INSTANCE"\nstart_date = "Depuis"\n', encoding="utf-8")
    names = read_mapping(mapping, find_importer("memberships"))
    report = bring_in(own_path, "memberships", table, mapping=names)
    assert report.outcome.rejects == []
    assert ask(own_path, "select start_date from memberships where member_id = 'KEN' and group_id = 'wto-tbt'") == [
        ("2021-03-02",)
    ]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("[columns", BadSeed),
        ("member = 'x'", BadSeed),
        ("[columns]\nmember = 3", BadSeed),
        ("[columns]\nmembre = 'x'", BadSeed),
        ("[columns]\nx = " + "[" * 50_000, BadSeed),
        ("[columns]\nmember = 'x'\n" + "#" * 100_000, BadSeed),  # of which the beginning would be one
    ],
)
def test_a_mapping_that_is_none_is_refused(tmp_path: Path, text: str, error: type[Exception]) -> None:
    path = tmp_path / "map.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(error):
        read_mapping(path, find_importer("memberships"))
    with pytest.raises(BadUsage):
        read_mapping(path, find_importer("un-ga-resolutions"))


def test_a_column_that_the_mapping_names_must_be_there(own_path: str, tmp_path: Path) -> None:
    path = tmp_path / "members.csv"
    path.write_text(MEMBERS, encoding="utf-8")
    with pytest.raises(BadSeed, match="columns are missing: Pays"):
        bring_in(own_path, "memberships", path, mapping={"member": "Pays"})


POINTS = [
    ["date", "meeting", "process", "forum", "speaker", "country", "organisation", "capacity", "summary_en", "topics"],
    ["2030-05-02", "Tea with the chair", "", "OTC", "Jane Doe", "Kenya", "", "", "Kenya asks for tea.", "iot; cooking"],
    ["2030-05-02", "Tea with the chair", "", "OTC", "Jane Doe", "Kenya", "", "", "Kenya asks for more.", ""],
    ["2030-05-02", "", "un-poa", "", "", "France", "", "", "France supports it.", ""],
    ["2030-05-02", "Unknown", "", "", "", "France", "", "", "No forum.", ""],
    ["2030-05-02", "", "", "", "", "France", "", "", "No place.", ""],
    ["2030-05-02", "", "un-poa", "", "", "", "ISO", "", "No capacity.", ""],
    ["2030-05-02", "", "un-poa", "", "", "", "ISO", "standards body", "ISO offers its help.", ""],
    ["tomorrow", "", "un-poa", "", "", "Atlantis", "", "", "", ""],
]


def as_csv(rows: list[list[str]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()


def test_statements_have_a_voice_a_place_and_words_to_find_them(own_database: str, tmp_path: Path) -> None:
    path = tmp_path / "points.csv"
    path.write_text(as_csv(POINTS), encoding="utf-8")
    report = bring_in(own_database, "statements", path)
    sql = (
        "select statements.id, statements.meeting_id, statements.process_id, participations.country_id,"
        " participations.organisation_id, participations.name_as_recorded, participations.capacity, citations.anchor"
        " from statements join statement_participations on statement_participations.statement_id = statements.id"
        " join participations on participations.id = statement_participations.participation_id"
        " join citations on citations.record_id = statements.id where citations.source_id = 'statements-points'"
        " order by 1"
    )
    tea = "statements-points-tea-with-the-chair-2030-05-02"
    assert ask(own_database, sql) == [
        ("statements-points-2", tea, None, "KEN", None, "Jane Doe", "state", "Kenya asks for tea."),
        ("statements-points-3", tea, None, "KEN", None, "Jane Doe", "state", "Kenya asks for more."),
        ("statements-points-4", None, "un-poa", "FRA", None, None, "state", "France supports it."),
        ("statements-points-8", None, "un-poa", None, "iso", None, "standards_body", "ISO offers its help."),
    ]
    assert ask(own_database, "select count(*) from participations where name_as_recorded = 'Jane Doe'") == [(1,)]
    assert ask(own_database, f"select forum_id, start_date from meetings where id = '{tea}'") == [
        ("wto-tbt", "2030-05-02")
    ]
    assert {(reject.line, reject.column) for reject in report.outcome.rejects} == {
        ("2", "topics"),
        ("5", "meeting"),
        ("6", "meeting"),
        ("7", "capacity"),
        ("9", "country"),
        ("9", "date"),
        ("9", "summary_en"),
    }


def test_what_an_id_does_not_tell_apart_has_a_number_in_it(own_path: str, tmp_path: Path) -> None:
    rows = [
        ["2030-05-02", name, "", "OTC", "", country, "", "", f"{country} asks.", ""]
        for name, country in (("网络安全", "China"), ("サイバー", "Japan"), ("网络安全", "Kenya"))
    ]
    paths = [tmp_path / "reunion.csv", tmp_path / "réunion.csv"]
    paths[0].write_text(as_csv([POINTS[0], *rows[:1]]), encoding="utf-8")
    paths[1].write_text(as_csv([POINTS[0], *rows]), encoding="utf-8")
    report = bring_in(own_path, "statements", *paths)
    assert report.outcome.counts["statements"] == 4
    names = ask(own_path, "select name_en from meetings where start_date = '2030-05-02' order by 1")
    assert names == [("サイバー",), ("网络安全",)]
    assert ask(own_path, "select count(*) from sources where id like 'statements-reunion%'") == [(2,)]


# --- workbooks -------------------------------------------------------------------------------------------


def workbook(path: Path, rows: list[list[object]]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def test_a_workbook_reads_as_the_same_table_with_its_days(own_path: str, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["member", "group", "start_date", "note"],
        ["Kenya", "OTC", date(2021, 3, 2), "Ünïcode & <b>"],
        ["Japan", "Paris Call", 2020, None],
        [None, None, None, None],
        ["Ghana", "OTC", "3 April 2022"],
    ]
    report = bring_in(own_path, "memberships", workbook(tmp_path / "members.xlsx", rows))
    assert report.outcome.rejects == []
    sql = (
        "select member_id, start_date, citations.note from memberships"
        " join citations on citations.record_id = memberships.id where source_id = 'memberships-members' order by 1"
    )
    assert ask(own_path, sql) == [
        ("GHA", "2022-04-03", None),
        ("JPN", "2020", None),
        ("KEN", "2021-03-02", "Ünïcode & <b>"),
    ]


def packed(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return file.getvalue()


BOOK = b'<workbook xmlns:r="r"><sheets><sheet r:id="a"/></sheets></workbook>'
RELATIONS = b'<Relationships><Relationship Id="a" Target="sheet1.xml"/></Relationships>'
PARTS = {"xl/workbook.xml": BOOK, "xl/_rels/workbook.xml.rels": RELATIONS}
BOMB = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'
HOSTILE = {
    "zip bomb": (packed({**PARTS, "xl/sheet1.xml": b"0" * 70_000_000}), "unpacks to more than 60 MB"),
    "many parts": (packed({str(number): b"" for number in range(5001)}), "more than 5,000 parts"),
    "entity bomb": (packed({**PARTS, "xl/sheet1.xml": BOMB}), "a document type"),
    "deep": (packed({**PARTS, "xl/sheet1.xml": b"<a>" * 100_000}), "more than 100 elements"),
    "no sheet": (packed({"xl/workbook.xml": BOOK}), "has no sheet"),
    "cut off": (packed({**PARTS, "xl/sheet1.xml": b"<a/>"})[:-40], "no sound workbook"),
    "packed as no workbook is": (packed({**PARTS, "xl/sheet1.xml": b"<a/>"}, zipfile.ZIP_LZMA), "no sound workbook"),
    "a cell far to the right": (
        packed({**PARTS, "xl/sheet1.xml": b'<row><c r="A1" t="str"><v>a</v></c><c r="XFD1"><v>1</v></c></row>'}),
        "more than 1,000 cells",
    ),
    "another zip": (packed({"a.txt": b"a"}), "has no sheet"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_workbook_that_is_not_sound_is_refused(own_path: str, tmp_path: Path, kind: str) -> None:
    before = counts(own_path)
    path = tmp_path / "members.xlsx"
    raw, sentence = HOSTILE[kind]
    path.write_bytes(raw)
    with pytest.raises(BadSeed) as caught:
        bring_in(own_path, "memberships", path)
    assert str(path) in str(caught.value)
    assert sentence in str(caught.value)
    assert counts(own_path) == before


def test_the_command_prints_the_columns_that_are_expected(cyberdiplo: Run) -> None:
    done = cyberdiplo("import", "memberships", "--headers")
    assert done.stdout.splitlines()[:3] == ["member*", "group*", "role"]
    assert cyberdiplo("import", "un-treaty-participants", "--headers").returncode == 2
