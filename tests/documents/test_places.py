"""A passage is a paragraph at the place by which its document is cited, with who speaks and in which language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cyberdiplo.documents.index import enclosing, index
from cyberdiplo.documents.read import read_document
from cyberdiplo.documents.structure.joining import collect_words, join_lines
from cyberdiplo.documents.structure.language import guess_language
from tests.documents.test_text import read_passages

if TYPE_CHECKING:
    from pathlib import Path

RESOLUTION = """\
Cables in the sea

The General Assembly,

Recalling its resolution 1/2,

Concerned at the number of cuts, which the
Secretary-General reported,

1. Decides to convene a second round;

2. Calls upon States:

(a) To mark their cables;

(b) To report cuts:

(i) within a day;

(ii) in writing;

3. Decides to meet again.

Annex

1. The first rule is short.

2. The second rule is not.
"""
TREATY = """\
PREAMBLE

The States Parties to this Treaty,

Recalling the Charter,

Have agreed as follows:

Chapter I

Article 1
Use of terms

1. A cable is a cable.

2. For the purposes of article 5:

(a) a ship is a ship.

Article 2

Each Party shall mark its cables.
"""
PARTS = """\
Resolutions adopted by the General Assembly

9/1. Cables

A

Short cables

The General Assembly,

Recalling its resolution 1/2,

Urges all States:

(a) To mark their cables.

48th plenary meeting
7 December 2018

B

Long cables

The General Assembly,

Recalling its resolution 1/3,

1. Decides to repair;

2. Decides to pay.

Annex

Elements of a culture of cables

Cables are shared, and so are these elements:

(a) Awareness. Know your cables;

(b) Response. Mend them.

Principle 1

Cables are marked.

Appendix

A list.
"""
SECTIONS = """\
The General Assembly,

Recalling its resolution 1/2,

I

Repair

1. Decides to repair;

2. Decides to return;

II

Money

1. Decides to pay.
"""
POINTS = """\
We met in Geneva.

1\\. We reaffirm our commitment.

Still the first.

2\\. We welcome:

- the report;
- the code.

3\\. We will meet in 2024. The number of
2024. is no paragraph, nor is

## NEXT

4\\. We thank the host.
"""


def places(text: str, *, markdown: bool = False) -> list[tuple[str, str]]:
    return [(passage.place, passage.text) for passage in read_passages(text, markdown=markdown)]


def test_preambular_and_operative_paragraphs_of_a_resolution() -> None:
    assert places(RESOLUTION) == [
        ("line 1", "Cables in the sea"),
        ("line 3", "The General Assembly,"),
        ("preamb. 1", "Recalling its resolution 1/2,"),
        ("preamb. 2", "Concerned at the number of cuts, which the Secretary-General reported,"),
        ("op. 1", "Decides to convene a second round;"),
        ("op. 2", "Calls upon States:"),
        ("op. 2 (a)", "To mark their cables;"),
        ("op. 2 (b)", "To report cuts:"),
        ("op. 2 (b) (i)", "within a day;"),
        ("op. 2 (b) (ii)", "in writing;"),
        ("op. 3", "Decides to meet again."),
        ("annex", "Annex"),
        ("annex, par. 1", "The first rule is short."),
        ("annex, par. 2", "The second rule is not."),
    ]


def test_parts_and_annexes_of_a_resolution() -> None:
    assert places(PARTS) == [
        ("line 1", "Resolutions adopted by the General Assembly"),
        ("line 3", "9/1. Cables"),
        ("part A", "A"),
        ("part A", "Short cables"),
        ("part A, preamble", "The General Assembly,"),
        ("part A, preamb. 1", "Recalling its resolution 1/2,"),
        ("part A, op. 1", "Urges all States:"),
        ("part A, op. 1 (a)", "To mark their cables."),
        ("line 17", "48th plenary meeting"),  # no paragraph of the resolution
        ("line 18", "7 December 2018"),
        ("part B", "B"),
        ("part B", "Long cables"),
        ("part B, preamble", "The General Assembly,"),
        ("part B, preamb. 1", "Recalling its resolution 1/3,"),
        ("part B, op. 1", "Decides to repair;"),
        ("part B, op. 2", "Decides to pay."),
        ("part B, annex", "Annex"),
        ("part B, annex", "Elements of a culture of cables"),
        ("part B, annex", "Cables are shared, and so are these elements:"),
        ("part B, annex (a)", "Awareness. Know your cables;"),
        ("part B, annex (b)", "Response. Mend them."),
        ("part B, annex, principle 1", "Principle 1"),
        ("part B, annex, principle 1", "Cables are marked."),
        ("part B, annex, appendix", "Appendix"),
        ("part B, annex, appendix", "A list."),
    ]


def test_sections_that_count_anew_are_in_the_place() -> None:
    assert [place for place, _ in places(SECTIONS)][2:] == [
        *("sec. I", "sec. I", "sec. I, op. 1", "sec. I, op. 2", "sec. II", "sec. II", "sec. II, op. 1"),
    ]


def test_articles_have_their_paragraphs_and_begin_their_numbers_anew() -> None:
    assert places(TREATY)[1:] == [
        ("line 3", "The States Parties to this Treaty,"),
        ("preamb. 1", "Recalling the Charter,"),
        ("preamb. 2", "Have agreed as follows:"),
        ("line 9", "Chapter I"),
        ("art. 1", "Article 1"),
        ("art. 1", "Use of terms"),
        ("art. 1, par. 1", "A cable is a cable."),
        ("art. 1, par. 2", "For the purposes of article 5:"),
        ("art. 1, par. 2 (a)", "a ship is a ship."),
        ("art. 2", "Article 2"),
        ("art. 2", "Each Party shall mark its cables."),
    ]


def test_paragraphs_of_one_level_and_their_points() -> None:
    assert [place for place, _ in places(POINTS, markdown=True)] == [
        *("line 1", "par. 1", "par. 1", "par. 2", "par. 2 item 1", "par. 2 item 2", "par. 3", "line 15", "par. 4"),
    ]


def test_two_names_over_a_line_end_are_one_text() -> None:
    (passage,) = read_passages("Australia, Austria, the Netherlands, New\nZealand, Nigeria and Norway met there.\n")
    assert "New Zealand" in passage.text
    assert passage.lines == (1, 2)
    assert index([passage]).passage("line 2") == index([passage]).passage("line 1")


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("CHAIR: Welcome.\n\nFRANCE: Thank you.\n\nWe agree.\n\nCHAIR: Next.", ["CHAIR", "FRANCE", "FRANCE", "CHAIR"]),
        ("Mr. Diop (Kenya): Welcome.\n\nThe Chair: Thank you.", ["Mr. Diop (Kenya)", "The Chair"]),
        ("M. Leroy (France) : Bonjour.\n\nLa Présidente : Merci.", ["M. Leroy (France)", "La Présidente"]),
        (">> FRANCE: Thank you.\n\n>> KENYA: We agree.\n\n>> No name here.", ["FRANCE", "KENYA", None]),
        ("Ms. Diop (Kenya)\n\nThank you.\n\nMr. Leroy (France)\n\nWe agree.",
         ["Ms. Diop (Kenya)", "Ms. Diop (Kenya)", "Mr. Leroy (France)", "Mr. Leroy (France)"]),
        ('<SPEAKER ID="1" NAME="Diop" AFFILIATION="X">\nWe agree.\n<P>\n(Applause)\n<SPEAKER ID="2" NAME="Leroy">\nNo.',
         ["Diop (X)", None, "Leroy"]),
        ("Ms Diop, Kenya\n\nMr Leroy, France\n\nThe Moderator\n\nEva Müller", [None, None, None, None]),
        ("NOTE: this is one.\n\nDATE: 3 May\n\nNothing else.", [None, None, None]),
    ],
    ids=["capitals", "honorific", "French", "arrows", "a line alone", "tag", "programme", "no speaker"],
)  # fmt: skip
def test_who_speaks_is_taken_from_the_marks_of_the_document(text: str, speakers: list[str | None]) -> None:
    assert [passage.speaker for passage in read_passages(text)] == speakers


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("their repara-\ntion", "their reparation"),
        ("Asia-\nPacific", "Asia-Pacific"),
        ("in 2017-\n2023", "in 2017-2023"),
        ("est-\nce", "est-ce"),
        ("the well-\nknown", "the well-known"),  # it stands so elsewhere
        ("soft\u00ad\nly", "softly"),
        ("cables -\nand ships", "cables - and ships"),
    ],
)
def test_a_word_that_a_line_end_cuts_is_made_whole(text: str, whole: str) -> None:
    assert join_lines(text, collect_words(["A well-known code."])) == whole


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Les délégations ont approuvé le code dans la salle.", "fr"),
        ("The delegations have approved the code in the room.", "en"),
        ("Las delegaciones aprobaron el código en la sala de la casa.", "es"),
        ("Делегации одобрили кодекс.", "ru"),
        ("ABC 123", None),
    ],
)
def test_the_language_is_that_of_the_commonest_words(text: str, lang: str | None) -> None:
    assert guess_language([text]) == lang


def test_a_quotation_in_another_language_keeps_its_own() -> None:
    french = "Les délégations ont approuvé le code dans la salle et dans les couloirs de la maison.\n\n" * 4
    quoted = "It is the task of the group to see that the code is kept by all of its members."
    assert [passage.lang for passage in read_passages(french + quoted)] == ["fr"] * 4 + ["en"]


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("This call is on background and not for attribution.", "not_for_attribution"),
        ("This is an automatically generated transcript.", "machine_transcript"),
        ("Unofficial translation", "unofficial_copy"),
        ("Check against delivery", "check_against_delivery"),
        ("Miros?aw and Bogdan P?k spoke, said Ga?a.", "lost_letters"),
    ],
)
def test_what_a_document_says_of_itself_is_remarked(text: str, remark: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text, "utf-8")
    assert read_document(tmp_path / "a.txt").remarks == (remark,)
    (tmp_path / "a.txt").write_text("The background of the record is official.", "utf-8")
    assert read_document(tmp_path / "a.txt").remarks == ()


def test_an_encoding_that_nobody_declared_is_remarked(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("l’état “à” œuvre".encode("cp1252"))
    document = read_document(tmp_path / "a.txt")
    assert (document.passages[0].text, document.remarks) == ("l’état “à” œuvre", ("guessed_encoding",))
    (tmp_path / "a.txt").write_text("l’état", "utf-16")
    assert read_document(tmp_path / "a.txt").passages[0].text == "l’état"


def test_a_place_lies_within_others() -> None:
    assert enclosing("annex, art. 2, par. 1 (a) (i)") == [
        *("annex, art. 2, par. 1 (a)", "annex, art. 2, par. 1", "annex, art. 2", "annex"),
    ]


@pytest.fixture
def real(documents: Path) -> Path:
    folder = documents.parent / "data" / "documents"
    if not folder.is_dir():
        pytest.skip(f"the documents of other genres are not at {folder}")
    return folder


def test_seventy_paragraphs_and_no_other_of_a_communique(real: Path) -> None:
    document = read_document(real / "g7-2021-carbis-bay-communique.md")
    numbers = [
        passage.place
        for passage in document.passages
        if passage.place.startswith("par. ") and " item " not in passage.place
    ]
    assert list(dict.fromkeys(numbers)) == [f"par. {number}" for number in range(1, 71)]


def test_a_name_over_a_line_end_of_a_statement_is_found(real: Path) -> None:
    places = index(read_document(real / "cri-2022-joint-statement.md").passages)
    assert places.find_anchor("New Zealand") == ["line 10"]
    assert places.passage("line 13") == places.passage("line 10")


def test_turns_of_a_call_in_which_nobody_may_be_named(real: Path) -> None:
    document = read_document(real / "press-call-2021-10-13.md")
    assert {passage.speaker for passage in document.passages if passage.kind == "turn"} == {
        *("MODERATOR", "SENIOR ADMINISTRATION OFFICIAL", "Q"),
    }
    assert document.remarks == ("not_for_attribution",)


def test_speakers_of_a_debate_with_their_groups(real: Path) -> None:
    document = read_document(real / "ep-2006-10-25-ch006-01.txt")
    speakers = {passage.speaker for passage in document.passages if passage.speaker}
    assert {"President", "Cristiana Muscardini (UEN)", "Martin Schulz (PSE)"} <= speakers
    assert all(passage.speaker is None for passage in document.passages if passage.text.startswith("(Applause"))
    assert (document.passages[0].kind, document.passages[0].text) == ("heading", "1. Peace process in Spain (vote)")
