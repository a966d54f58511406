"""Every format gives the same passages: paragraphs with their places, notes with their marks, no debris of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cyberdiplo.documents.index import index
from cyberdiplo.documents.read import find_format, read_document
from tests.documents.making import Words, level, make_docx, make_pdf, paragraph, write_lines

if TYPE_CHECKING:
    from pathlib import Path

LISTS = (
    f'<w:abstractNum w:abstractNumId="5">{level(0, "%1", style="H1")}{level(1, "%1.%2.")}'
    f"{level(2, '(%3)', 'lowerLetter')}{level(3, '(%4)', 'lowerRoman')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="6">{level(0, "", "bullet")}'
    f'</w:abstractNum><w:abstractNum w:abstractNumId="7">{level(0, "Article %1")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="6"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="1">'
    '<w:startOverride w:val="7"/></w:lvlOverride>'
    "</w:num>"
)
STYLES = (
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr>'
    '<w:numId w:val="1"/></w:numPr>'
    '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="P2"><w:name w:val="Numbered"/><w:pPr><w:numPr>'
    '<w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="P3"><w:basedOn w:val="P2"/><w:name w:val="Numbered, kept"/></w:style>'
)
NOTES = (
    '<w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote>'
    '<w:footnote w:id="2"><w:p><w:r><w:t>Director, Cables.</w:t></w:r></w:p></w:footnote>'
)
MARK = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t> spoke of it.</w:t></w:r>'


def read(path: Path) -> list[tuple[str, str]]:
    return [(passage.place, passage.text) for passage in read_document(path).passages]


def test_the_numbers_that_word_computes_are_the_places(tmp_path: Path) -> None:
    body = (
        paragraph("OPENING", style="H1")
        + paragraph("The meeting dealt with cables.", style="P2")
        + paragraph("Mr Leroy (France)", style="P3", more=MARK)
        + paragraph("a first letter", number="1", level=2)
        + paragraph("a figure", number="1", level=3)
        + paragraph("a second letter", number="1", level=2)
        + paragraph("a point", number="2", level=0)
        + paragraph("NEXT", style="H1")
        + paragraph("It is closed.", style="P2")
        + paragraph("It goes on elsewhere.", number="4", level=1)
        + paragraph("no number here", style="P2", number="0")
    )
    document = read_document(make_docx(tmp_path / "a.docx", body, numbering=LISTS, styles=STYLES, footnotes=NOTES))
    assert [(passage.place, passage.text) for passage in document.passages] == [
        ("sec. 1", "OPENING"),
        ("par. 1.1", "The meeting dealt with cables."),
        ("par. 1.2", "Mr Leroy (France) spoke of it."),
        ("par. 1.2 (a)", "a first letter"),
        ("par. 1.2 (a) (i)", "a figure"),
        ("par. 1.2 (b)", "a second letter"),
        ("par. 1.2 item 1", "a point"),
        ("sec. 2", "NEXT"),
        ("par. 2.1", "It is closed."),
        ("par. 2.7", "It goes on elsewhere."),
        ("par. 2.7", "no number here"),
        ("note 1", "Director, Cables."),
    ]
    assert document.passages[2].marks == (("1", len("Mr Leroy (France)")),)


def test_articles_of_a_docx_that_are_numbered_by_machine(tmp_path: Path) -> None:
    body = "".join(paragraph(text, number="3", level=0) + paragraph("Its text is here.") for text in ("Scope", "Use"))
    assert read(make_docx(tmp_path / "a.docx", body, numbering=LISTS)) == [
        ("art. 1", "Article 1 Scope"),
        ("art. 1", "Its text is here."),
        ("art. 2", "Article 2 Use"),
        ("art. 2", "Its text is here."),
    ]


def test_what_is_deleted_in_a_docx_is_not_read_and_a_row_is_one_passage(tmp_path: Path) -> None:
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("France", "Yes"))
    struck = "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t> now</w:t></w:r></w:ins>"
    body = paragraph("It is so", more=struck) + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    assert read(make_docx(tmp_path / "a.docx", body)) == [("paragraph 1", "It is so now"), ("row 1", "France | Yes")]


def test_numbers_that_were_typed_into_a_docx_count_as_well(tmp_path: Path) -> None:
    body = "".join(paragraph(text) for text in ("1.1. It is one.", "1.2. It is two.", "THE END", "No number here."))
    assert read(make_docx(tmp_path / "a.docx", body)) == [
        ("par. 1.1", "It is one."),
        ("par. 1.2", "It is two."),
        ("heading 1", "THE END"),
        ("paragraph 3", "No number here."),
    ]


def test_columns_of_a_pdf_are_read_one_after_the_other(tmp_path: Path) -> None:
    def column(left: float, lines: list[str]) -> list[Words]:
        return [Words(left, 700 - at * 12, line, 9) for at, line in enumerate(lines) if line]

    left = [
        "The meeting was called to",
        "order by the Pres-",
        "ident, who spoke.",
        "",
        "Mr. Diop (Kenya): I thank",
        "you for the",
    ]
    right = ["work that was done.", "", "Mr. Leroy (France): We are", "of one mind."]
    document = read_document(make_pdf(tmp_path / "a.pdf", [column(60, left) + column(320, right)]))
    assert [(passage.speaker, passage.text) for passage in document.passages] == [
        (None, "The meeting was called to order by the President, who spoke."),
        ("Mr. Diop (Kenya)", "I thank you for the work that was done."),
        ("Mr. Leroy (France)", "We are of one mind."),
    ]


def pages() -> list[list[Words]]:
    def head(number: int) -> list[Words]:
        return [Words(72, 800, "G/CAB/1", 9), Words(290, 40, f"- {number} -", 9)]

    first = [
        *head(1),
        Words(200, 770, "REPORT OF THE CHAIR", 14, bold=True),
        Words(200.3, 770, "REPORT OF THE CHAIR", 14, bold=True),  # bold by printing twice
        *write_lines(
            [
                "1.1. The meeting dealt with cables under the sea, their repara-",
                "tion and the upkeep of stations, in the whole of the Asia-",
                "Pacific region, where New",
                "Zealand reported 40 cuts in a year.",
                "",
                "1.2. Mr Leroy (France) proposed a code. Delegations have approved what was",
                "proposed",
            ],
            top=730,
        ),
        Words(120, 650, "1", 6),
        Words(126, 646, "and then"),
        Words(72, 80, "1", 5),
        Words(76, 77, "Secretary, Office of Cables. He spoke on behalf of a group of States", 8),
        Words(72, 67, "and of three companies.", 8),
    ]
    second = [
        *head(2),
        *write_lines(
            ["went on to the second part of the agenda, about stations.", "", "1.3. The second meeting was short."],
            top=770,
        ),
        Words(72, 60, "2", 5),
        Words(76, 57, "Another note.", 8),
    ]
    return [first, second, [*head(3), *write_lines(["1.4. The third meeting was longer."], top=770)]]


def test_a_pdf_is_read_without_debris_of_its_pages(tmp_path: Path) -> None:
    document = read_document(make_pdf(tmp_path / "a.pdf", pages()))
    assert [(passage.place, passage.text, passage.page) for passage in document.passages] == [
        ("page 1", "REPORT OF THE CHAIR", 1),
        (
            "par. 1.1",
            "The meeting dealt with cables under the sea, their reparation and the upkeep of stations, in the whole of"
            " the Asia-Pacific region, where New Zealand reported 40 cuts in a year.",
            1,
        ),
        (
            "par. 1.2",
            "Mr Leroy (France) proposed a code. Delegations have approved what was proposed and then went on to the"
            " second part of the agenda, about stations.",
            1,
        ),
        (
            "note 1",
            "Secretary, Office of Cables. He spoke on behalf of a group of States and of three companies.",
            1,
        ),
        ("par. 1.3", "The second meeting was short.", 2),
        ("note 2", "Another note.", 2),
        ("par. 1.4", "The third meeting was longer.", 3),
    ]
    marked = document.passages[2]
    assert [(number, marked.text[:offset].rpartition(" ")[2]) for number, offset in marked.marks] == [("1", "proposed")]
    assert index(document.passages).find_anchor("second meeting was short") == ["par. 1.3"]
    assert "second meeting" in (index(document.passages).passage("page 2") or "")


def test_a_pdf_without_text_is_told(tmp_path: Path) -> None:
    assert read_document(make_pdf(tmp_path / "a.pdf", [[], []])).remarks == ("no_text_layer",)
    some = read_document(make_pdf(tmp_path / "b.pdf", [[], write_lines(["There are words here."])]))
    assert some.remarks == ("some_pages_without_text",)
    assert [passage.place for passage in some.passages] == ["page 2"]


PAGE = """<!DOCTYPE html><html><head><title>x</title><script>bad()</script></head><body><nav>Home | About</nav>
<header>The site</header><main><h1>Programme</h1><p>The meeting was held in <b>New
Zealand</b>.<sup><a href="#n1">1</a></sup> It went on.</p><ul><li>Mr Leroy (France)</li><li>Ms Diop (Kenya)</li></ul>
<p>An old page<br>has lines<br><br>and paragraphs</p><table><tr><th>State</th><th>Vote</th></tr>
<tr><td><p>France</p></td><td><p>Yes</p></td></tr></table><div>Loose <i>words</i><p>inside</p>after</div>
<p id="n1"><sup>1</sup> Chaired by Ms Diop.</p></main><footer>Contact</footer></body></html>"""


def test_a_page_is_read_without_what_stands_on_every_page(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    document = read_document(tmp_path / "a.html")
    assert [(passage.place, passage.kind, passage.text) for passage in document.passages] == [
        ("heading 1", "heading", "Programme"),
        ("paragraph 1", "paragraph", "The meeting was held in New Zealand. It went on."),
        ("paragraph 2", "item", "Mr Leroy (France)"),
        ("paragraph 3", "item", "Ms Diop (Kenya)"),
        ("paragraph 4", "paragraph", "An old page has lines"),
        ("paragraph 5", "paragraph", "and paragraphs"),
        ("row 1", "cell", "State | Vote"),
        ("row 2", "cell", "France | Yes"),
        ("paragraph 6", "paragraph", "Loose words"),
        ("paragraph 7", "paragraph", "inside"),
        ("paragraph 8", "paragraph", "after"),
        ("note 1", "note", "Chaired by Ms Diop."),
    ]
    assert document.passages[1].marks == (("1", len("The meeting was held in New Zealand.")),)


def test_an_old_page_has_the_characters_of_windows(tmp_path: Path) -> None:
    text = '<html><meta http-equiv="Content-Type" content="charset=iso-8859-1"><p>l’état “à” œuvre</p></html>'
    (tmp_path / "a.htm").write_bytes(text.encode("cp1252"))
    document = read_document(tmp_path / "a.htm")
    assert document.passages[0].text == "l’état “à” œuvre"
    assert document.remarks == ()


TEI = """<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><person xml:id="L">
<persName>Jean Leroy</persName></person></teiHeader><text><body><head>Sitting</head><u who="#L"><seg>We met.</seg>
<seg>We left.</seg></u><note>Applause</note><sp><speaker>THE CHAIR:</speaker><p>Thank you.</p></sp></body></text>
</TEI>"""


def test_a_transcript_in_tei_has_its_speakers(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(TEI, "utf-8")
    assert [
        (passage.kind, passage.speaker, passage.text) for passage in read_document(tmp_path / "a.xml").passages
    ] == [
        ("heading", None, "Sitting"),
        ("turn", "Jean Leroy", "We met."),
        ("turn", "Jean Leroy", "We left."),
        ("paragraph", None, "Applause"),
        ("turn", "THE CHAIR", "Thank you."),
    ]


@pytest.mark.parametrize(
    ("head", "name", "format"),
    [
        (b"%PDF-1.7", "a.txt", "pdf"),
        (b"PK\x03\x04", "a.bin", "docx"),
        (b'<?xml version="1.0"?><akomaNtoso>', "a.txt", "akn"),
        (b"\xef\xbb\xbf<!DOCTYPE HTML>", "a", "html"),
        (b"plain", "a.HTM", "html"),
        (b"plain", "a.md", "markdown"),
        (b"plain", "a.pdf", "text"),
        (b'<?xml version="1.0"?><rss>', "a.xml", "xml"),
    ],
)
def test_the_first_bytes_tell_a_format_before_the_name_does(head: bytes, name: str, format: str) -> None:
    assert find_format(head, name) == format
