"""The status of a treaty as the Treaty Collection's XML has it, made here after its elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cyberdiplo.errors import BadSeed
from tests.imports.steps import ask, bring_in

if TYPE_CHECKING:
    from pathlib import Path

TREATY = """<?xml version="1.0" encoding="ISO-8859-1"?>
<MTDSG><Treaty><ExternalData><Chapter><Header>CHAPTER XVIII</Header></Chapter>
<Titlesect>{title}</Titlesect><Conclusion>New York, 24 December 2029</Conclusion>
<EIF><Labeltext>{in_force}</Labeltext></EIF></ExternalData>
<Participants><Table><TGroup>
<Thead><Row><Entry>Participant</Entry><Entry>Signature</Entry><Entry>Ratification, Accession(a)</Entry></Row></Thead>
<Tbody><Rows>{rows}</Rows></Tbody></TGroup></Table></Participants></Treaty></MTDSG>
"""
ROWS = [
    ("Côte d'Ivoire", "25 Oct\t 2030", ""),
    ("France&lt;superscript&gt;2,3&lt;/superscript&gt;", "25 Oct 2030", "2 Mar 2031"),
    ("United Kingdom of Great Britain and Northern Ireland<superscript>4</superscript>", "", "3 Apr 2031 a"),
    ("Atlantis", "25 Oct 2030", ""),
    ("Japan", "[25 Oct 2030]", "soon"),
]


def write(path: Path, title: str, in_force: str = "Not yet in force.") -> Path:
    rows = "".join(f"<Row>{''.join(f'<Entry>{cell}</Entry>' for cell in row)}</Row>" for row in ROWS)
    path.write_text(TREATY.format(title=title, in_force=in_force, rows=rows), encoding="iso-8859-1")
    return path


def test_participants_of_a_new_treaty_are_signatories_and_parties(own_database: str, tmp_path: Path) -> None:
    path = write(tmp_path / "XVIII-99.en.xml", "Convention on Widgets", "1 June 2031, in accordance with article 9.")
    report = bring_in(own_database, "un-treaty-participants", path)
    assert ask(own_database, "select type, force, status from measures where id = 'convention-on-widgets'") == [
        ("treaty", "binding", "in_force")
    ]
    assert ask(
        own_database,
        "select type, event_date from measure_events where measure_id = 'convention-on-widgets' order by 1",
    ) == [("adopted", "2029-12-24"), ("entered_into_force", "2031-06-01")]
    sql = (
        "select member_id, role, start_date, locator, note from memberships"
        " join citations on citations.record_id = memberships.id where group_id = 'convention-on-widgets' order by 1, 2"
    )
    assert ask(own_database, sql) == [
        ("CIV", "signatory", "2030-10-25", "row 1", None),
        ("FRA", "party", "2031-03-02", "row 2", "Ratification; the day is that of the deposit."),
        ("FRA", "signatory", "2030-10-25", "row 2", None),
        ("GBR", "party", "2031-04-03", "row 3", "Accession; the day is that of the deposit."),
    ]
    assert [(reject.line, reject.value) for reject in report.outcome.rejects] == [
        ("row 4", "Atlantis"),
        ("row 5", "[25 Oct 2030]"),
        ("row 5", "soon"),
    ]


def test_a_treaty_that_is_there_gets_what_it_lacks(own_path: str, tmp_path: Path) -> None:
    before = ask(own_path, "select count(*) from measures")
    path = write(tmp_path / "XVIII-16.en.xml", "United Nations Convention against Cybercrime")
    report = bring_in(own_path, "un-treaty-participants", path)
    assert ask(own_path, "select count(*) from measures") == before
    sql = "select member_id from memberships where group_id = 'un-cybercrime-convention' and role = 'party' order by 1"
    assert ask(own_path, sql) == [("FRA",), ("GBR",)]
    assert any("2025-10-25" in reject.reason for reject in report.outcome.rejects)


def test_treaties_whose_titles_begin_alike_are_two_and_one_in_two_files_is_one(own_path: str, tmp_path: Path) -> None:
    title = "Optional Protocol to the Convention on the Treatment of Widgets on the {what}"
    paths = [
        write(tmp_path / "XVIII-97.xml", title.format(what="export of widgets")),
        write(tmp_path / "XVIII-98.xml", title.format(what="import of widgets")),
        write(tmp_path / "copy.xml", title.format(what="import of widgets"), "1 June 2031"),
    ]
    report = bring_in(own_path, "un-treaty-participants", *paths)
    assert report.outcome.counts["measures"] == 2
    sql = (
        "select name_en from measures where id like 'optional-protocol-to-the-convention-on-the-treatment%' order by 1"
    )
    assert ask(own_path, sql) == [(title.format(what=f"{what} of widgets"),) for what in ("export", "import")]


@pytest.mark.parametrize("text", ["<a/>", "<Treaty><Titlesect>A</Titlesect></Treaty>"])
def test_another_file_is_refused(own_path: str, tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.xml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadSeed, match="no treaty with participants"):
        bring_in(own_path, "un-treaty-participants", path)
