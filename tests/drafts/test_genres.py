"""Each genre by its own rules: who is made a person of, who speaks for whom, what is a commitment."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.drafts.folder import merge, read_folder
from cyberdiplo.drafts.genres.registry import GENRES, draft_document
from cyberdiplo.drafts.writing import write_folder
from cyberdiplo.errors import BadSeed
from cyberdiplo.proof.check import check
from tests.documents.making import make_pdf

if TYPE_CHECKING:
    from pathlib import Path

    from cyberdiplo.drafts.known import Known
    from cyberdiplo.drafts.proposal import Draft

TRANSCRIPT = """\
Press call on teapots

Geneva, 14 March 2031

MODERATOR: Good morning to all of you. We begin with a few words of our guest.

SENIOR TEAPOT OFFICIAL: We want every teapot to have a label by next year. More than 30 countries have agreed to that.

Q: How many teapots are there in all of these countries?

JANE DOE (Ireland): On behalf of the European Union, I welcome the labels. They help all who pour tea.

Q: Will there be labels for coffee pots as well?

MODERATOR: That was all for today, and we close the call.
"""
STATEMENT = """\
Statement by H.E. Ms. Maeve Byrne, Permanent Representative of Ireland to the United Nations

Open debate on teapots

New York, 7 March 2031

Thank you, Chair.

I speak on behalf of the European Union and its member States. We call on all States to label teapots.
"""
DECLARATION = """\
---
title: "Joint Declaration on Teapots"
date: '2031-05-02'
---

The members of the Teapot Initiative—Australia, Belgium, the Republic of Korea, New
Zealand, the Netherlands and the European Union—met in Oslo on 30 April–1 May 2031.

We recognise that teapots break. We commit to the following:

- Label every teapot before it is sold;
- Share what was learned about labels with 40 other countries.
"""
PROGRAMME = """\
Workshop on teapot labels

Geneva, 14 March 2031, 10:00-12:30

Moderator: Ms. Ana Ruiz, Head of Trade, Ministry of Economy, Chile

Mr. Pedro Gómez, Director, LabelTech Inc.

Coffee Break and Group Photo

Jane Doe, Professor of Law, University of Oslo
"""
PRESS = """\
Réunion ministérielle sur les théières

Oslo, le 7 mars 2031

Les orateurs étaient : Ada Blanc, ministre des affaires étrangères de la Lettonie, Jean Petit, directeur, LabelTech. \
Des représentants du Canada, de la Colombie, du Danemark et de la République de Corée ont également participé.

Tous les participants ont souligné l'importance des étiquettes.
"""


def read(tmp_path: Path, known: Known, genre: str, text: str, ending: str = "txt") -> Draft:
    path = tmp_path / f"teapots-{genre}.{ending}"
    path.write_text(text, encoding="utf-8")
    return draft_document(path, genre, known)


def whose_places(draft: Draft) -> dict[str, set[str]]:
    voices: dict[str, set[str]] = defaultdict(set)
    places = {row.id: row.place for row in draft.of("statements")}
    for row in draft.of("statement_participations"):
        voices[row.cells["participation_id"]].add(places[row.cells["statement_id"]])
    return dict(voices)


@pytest.mark.parametrize("genre", GENRES)
def test_every_genre_tells_what_the_document_says_of_itself_and_what_was_not_used(
    genre: str, tmp_path: Path, known: Known
) -> None:
    text = "This automatically generated transcript is no verbatim record. Unofficial copy, not for attribution.\n\n"
    draft = read(tmp_path, known, genre, f"{STATEMENT}\n\n{text}See A/99/999.[^9]\n")
    assert draft.remarks[:3] == [
        "The document says that it is a transcript made by a machine.",
        "The document says that it is no official text.",
        "The document says that who spoke may not be named.",
    ]
    told = " ".join(draft.remarks)
    assert "A/99/999" in told
    assert "Marks of footnotes without a note: 9." in told


@pytest.mark.parametrize("genre", GENRES)
def test_a_scan_has_no_text_to_draft_from(genre: str, tmp_path: Path, known: Known) -> None:
    with pytest.raises(BadSeed, match=r"There is no text in scan\.pdf"):
        draft_document(make_pdf(tmp_path / "scan.pdf", [[]]), genre, known)


def test_an_office_in_capitals_is_no_person(tmp_path: Path, known: Known) -> None:
    draft = read(tmp_path, known, "transcript", TRANSCRIPT)
    assert [row.cells["name_as_recorded"] for row in draft.of("participations")] == [
        "MODERATOR", "SENIOR TEAPOT OFFICIAL", "Jane Doe",
    ]  # fmt: skip
    assert [row.id for row in draft.of("speakers")] == ["doe-jane"]
    assert "1 speaker is not named: SENIOR TEAPOT OFFICIAL." in draft.remarks


def test_the_turns_of_a_transcript_are_of_whoever_stands_before_them(tmp_path: Path, known: Known) -> None:
    draft = read(tmp_path, known, "transcript", TRANSCRIPT)
    attributions = {row.place: row.cells["attribution"] for row in draft.of("statements")}
    assert attributions == {
        "line 5": "moderator", "line 7": "individual", "line 9": "document", "line 11": "individual",
        "line 13": "document", "line 15": "moderator",
    }  # fmt: skip
    assert next(row for row in draft.of("statements") if row.place == "line 9").cells["type"] == "question"


@pytest.mark.parametrize(("genre", "text"), [("transcript", TRANSCRIPT), ("statement", STATEMENT)])
def test_who_speaks_on_behalf_of_others_says_so(tmp_path: Path, known: Known, genre: str, text: str) -> None:
    draft = read(tmp_path, known, genre, text)
    groups = {row.cells.get("name_as_recorded"): row.cells.get("on_behalf_of_id") for row in draft.of("participations")}
    assert [group for group in groups.values() if group] == ["EU"]


def test_a_statement_is_of_the_person_and_the_state_that_its_head_names(tmp_path: Path, known: Known) -> None:
    draft = read(tmp_path, known, "statement", STATEMENT)
    (row,) = draft.of("participations")
    expected = {"name_as_recorded": "Maeve Byrne", "country_id": "IRL", "capacity": "state", "honorific": "H.E. Ms."}
    assert expected.items() <= row.cells.items()
    assert whose_places(draft) == {row.id: {"line 9"}}
    (post,) = draft.of("affiliations")  # the mission is told by the post alone
    assert "organisation_id" in post.doubts


def test_a_declaration_lists_its_members_in_one_gesture_and_commits_in_its_list(tmp_path: Path, known: Known) -> None:
    draft = read(tmp_path, known, "declaration", DECLARATION, "md")
    countries = [row.cells["country_id"] for row in draft.of("participations")]
    assert countries == ["AUS", "BEL", "KOR", "NZL", "NLD", "EU"]
    assert [row.cells["total"] for row in draft.of("rosters")] == ["6"]
    (meeting,) = draft.of("meetings")
    assert (meeting.cells["start_date"], meeting.cells["end_date"]) == ("2031-04-30", "2031-05-01")
    types = {row.place: row.cells["type"] for row in draft.of("statements")}
    assert types["line 11"] == types["line 12"] == "commitment"
    assert {row.cells["attribution_text_en"] for row in draft.of("statements")} == {
        "the members of the Teapot Initiative"
    }
    assert draft.of("measures")[0].cells["name_en"] == "Joint Declaration on Teapots"


def test_an_anchor_occurs_once_under_its_locator_and_not_only_in_its_paragraph(tmp_path: Path, known: Known) -> None:
    repeated = "the urgent work of labelling every teapot in the world"
    text = (
        "Joint Declaration on Teapots\n\n1. We begin.\n\n2. We want many things for teapots.\n\n"
        f"3. We will advance, and we insist on this, {repeated}:\n\n- In the kitchens, {repeated}.\n"
    )
    draft = read(tmp_path, known, "declaration", text, "md")
    write_folder(merge(draft, read_folder(tmp_path / "mine" / "sources" / draft.source_id)))
    _, problems = check([tmp_path / "mine"], documents=tmp_path)
    assert [str(problem) for problem in problems if problem.rule == "verify"] == []
    assert {"par. 3", "par. 3 item 1"} <= {row.place for row in draft.of("statements")}


def test_who_is_announced_takes_part_and_does_not_speak(tmp_path: Path, known: Known) -> None:
    draft = read(tmp_path, known, "programme", PROGRAMME)
    roles = {row.cells["name_as_recorded"]: row.cells["role"] for row in draft.of("participations")}
    assert roles == {"Ana Ruiz": "moderator", "Pedro Gómez": "participant", "Jane Doe": "participant"}
    assert draft.of("meetings")[0].cells["status"] == "planned"
    assert not draft.of("statements")


def test_a_press_release_lists_people_with_their_posts_and_states(tmp_path: Path, known: Known) -> None:
    draft = read(tmp_path, known, "press-release", PRESS)
    people = [(row.cells["name_as_recorded"], row.cells["role"], row.cells.get("country_id")) for row in
              draft.of("participations")]  # fmt: skip
    assert people == [
        ("Ada Blanc", "speaker", "LVA"),
        ("Jean Petit", "speaker", None),
        ("Canada", "participant", "CAN"),
        ("Colombie", "participant", "COL"),
        ("Danemark", "participant", "DNK"),
        ("République de Corée", "participant", "KOR"),
    ]
    posts = {row.cells["speaker_id"]: row.cells["organisation_id"] for row in draft.of("affiliations")}
    assert posts == {"blanc-ada": "mfa-lva", "petit-jean": "labeltech"}


@pytest.mark.parametrize(
    ("genre", "text", "ending"),
    [
        ("transcript", TRANSCRIPT, "txt"),
        ("statement", STATEMENT, "txt"),
        ("declaration", DECLARATION, "md"),
        ("programme", PROGRAMME, "txt"),
        ("press-release", PRESS, "txt"),
    ],
)
def test_a_draft_passes_the_check_against_its_document(
    tmp_path: Path, known: Known, genre: str, text: str, ending: str
) -> None:
    draft = read(tmp_path, known, genre, text, ending)
    write_folder(merge(draft, read_folder(tmp_path / "mine" / "sources" / draft.source_id)))
    _, problems = check([tmp_path / "mine"], documents=tmp_path)
    assert [str(problem) for problem in problems if problem.level == "error"] == []


def test_every_genre_reads_a_text_of_any_other(tmp_path: Path, known: Known) -> None:
    """What is read as the wrong genre gives few rows or none, and no error."""
    for genre in GENRES:
        for text in (TRANSCRIPT, STATEMENT, DECLARATION, PROGRAMME, PRESS, "Nothing.\n"):
            draft = read(tmp_path, known, genre, text)
            assert {row.cells.get("family_name") for row in draft.of("speakers")} <= {
                "Doe", "Byrne", "Ruiz", "Gómez", "Blanc", "Petit", None,
            }  # fmt: skip
