"""The head of a speech: who, for whom, where and when; what is no point; whom a speaker turns to is no speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cyberdiplo.documents.read import read_document
from cyberdiplo.drafts.genres.one_speech import propose_answers, propose_points
from cyberdiplo.drafts.genres.statement import draft_statement

if TYPE_CHECKING:
    from pathlib import Path

    from cyberdiplo.documents.passages import Document
    from cyberdiplo.drafts.genres.one_speech import Answers
    from cyberdiplo.drafts.known import Known

LINES_TOGETHER = """\
Statement by Ms Mathilde Vandenbroucke, Ambassador for Digital Affairs of Belgium
Open-ended Working Group on security of and in the use of ICTs (2021-2025), tenth substantive session
New York, 18 February 2025
Check against delivery

Mr Chair,

Belgium would like to stress two points.
"""
CAPITALS = """\
STATEMENT BY H.E. MS. MATHILDE VANDENBROUCKE,
PERMANENT REPRESENTATIVE OF BELGIUM

Check against delivery

18 February 2025

Mr Chair,

Belgium would like to stress two points.

Madam President,

The teapot needs a label, and so does the kettle.
"""
FRENCH = """\
Déclaration de Mme Mathilde Vandenbroucke, Ambassadrice pour le numérique de la Belgique
Groupe de travail à composition non limitée, dixième session de fond
New York, le 18 février 2025
Seul le prononcé fait foi

Monsieur le Président,

La Belgique souhaite souligner deux points.
"""


def write(tmp_path: Path, text: str) -> Document:
    path = tmp_path / "speech.txt"
    path.write_text(text, encoding="utf-8")
    return read_document(path)


def read_answers(answers: Answers) -> tuple[str, ...]:
    return answers.who, answers.whom, answers.where, answers.when


@pytest.mark.parametrize(
    ("text", "answers", "title"),
    [
        (
            LINES_TOGETHER,
            ("Mathilde Vandenbroucke", "Belgium", "un-oewg-2021-2025-s10", "2025-02-18"),
            "Statement by Ms Mathilde Vandenbroucke, Ambassador for Digital Affairs of Belgium",
        ),
        (
            CAPITALS,
            ("Mathilde Vandenbroucke", "Belgium", "", "2025-02-18"),
            "STATEMENT BY H.E. MS. MATHILDE VANDENBROUCKE, PERMANENT REPRESENTATIVE OF BELGIUM",
        ),
        (
            FRENCH,
            ("Mathilde Vandenbroucke", "Belgique", "un-oewg-2021-2025-s10", "2025-02-18"),
            "Déclaration de Mme Mathilde Vandenbroucke, Ambassadrice pour le numérique de la Belgique",
        ),
        ("18 February 2025\n\nMr Chair,\n\nWe stress two points.\n", ("", "", "", "2025-02-18"), ""),
    ],
)
def test_a_head_says_who_for_whom_where_and_when(
    tmp_path: Path, known: Known, text: str, answers: tuple[str, ...], title: str
) -> None:
    proposed = propose_answers(write(tmp_path, text), known)
    assert read_answers(proposed) == answers
    assert proposed.title == title


@pytest.mark.parametrize(
    ("text", "points"),
    [
        (LINES_TOGETHER, ["Belgium would like to stress two points."]),
        (
            CAPITALS,
            ["Belgium would like to stress two points.", "The teapot needs a label, and so does the kettle."],
        ),
        (FRENCH, ["La Belgique souhaite souligner deux points."]),
    ],
)
def test_titles_remarks_on_delivery_and_forms_of_address_are_no_points(
    tmp_path: Path, known: Known, text: str, points: list[str]
) -> None:
    assert [proposed.point.text for proposed in propose_points(write(tmp_path, text), known)] == points


def test_a_draft_files_the_speech_under_the_meeting_that_is_there(tmp_path: Path, known: Known) -> None:
    draft = draft_statement(write(tmp_path, LINES_TOGETHER), known)
    assert not draft.of("meetings")
    assert [row.cells["meeting_id"] for row in draft.of("participations")] == ["un-oewg-2021-2025-s10"]
    assert [row.cells["country_id"] for row in draft.of("participations")] == ["BEL"]


@pytest.mark.parametrize("address", ["Mr Chair,", "Madam President,", "Monsieur le Président,", "Señor Presidente,"])
def test_whom_a_speaker_turns_to_is_no_speaker(tmp_path: Path, address: str) -> None:
    text = "\n\n".join([address, "We stress two points today.", address, "We thank all who came here."])
    assert {passage.speaker for passage in write(tmp_path, text).passages} == {None}


def test_an_office_before_what_is_said_is_a_speaker(tmp_path: Path) -> None:
    text = "\n\n".join(["The President", "The meeting is open now.", "Ms. Ruiz", "We thank all who came here."])
    speakers = [passage.speaker for passage in write(tmp_path, text).passages]
    assert speakers == ["The President", "The President", "Ms. Ruiz", "Ms. Ruiz"]


@pytest.mark.parametrize(
    ("text", "process"),
    [
        ("the Open-ended Working Group on the use of ICTs (2021-2025) met", ["un-oewg-2021-2025"]),
        ("the Open-ended Working Group on the use of ICTs (2019-2021) met", ["un-oewg-2019-2021"]),
        ("the Open-ended Working Group on the use of ICTs (2031-2035) met", []),
        ("the Open-ended Working Group met", ["un-oewg-2021-2025"]),
    ],
)
def test_the_years_in_brackets_behind_a_name_must_agree(known: Known, text: str, process: list[str]) -> None:
    assert [mention.record_id for mention in known.mentions(text, kinds=("process",))] == process
