"""A brief in each format, read back by a reader that is not ours: every reference leads into the database."""

from __future__ import annotations

import html.parser
import io
import re
import sys
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.oxml.ns import qn

from cyberdiplo.briefs.gather import gather
from cyberdiplo.briefs.note import Block, Brief, Column, Entry, Group, Place, Section, Sentence, list_sentences
from cyberdiplo.errors import BadUsage
from cyberdiplo.records.cited import CitedSource
from cyberdiplo.render.brief.writers import ENDINGS, WRITERS, share_width
from cyberdiplo.render.style import Style
from cyberdiplo.text.locators import say_locator
from cyberdiplo.text.typography import typeset
from tests.briefs.printed import count_pages

if TYPE_CHECKING:
    from pathlib import Path

    from cyberdiplo.store.sqlite_reading import Reading

SESSION = {"meeting": ["wto-tbt-2023-06-20-cybersecurity"]}
MARK = re.compile(r"\[(\d+)(?:, ([^\]]+))?\]")
READERS = ["docx", "html", "markdown", "text"]


class Page(html.parser.HTMLParser):
    """The text of a page, a line for what stands on a line of its own, and what its links lead to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.lines, self.links, self.tags, self.ids = [""], list[str](), list[str](), list[str]()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.links += [value for name, value in attrs if name == "href" and value]
        if tag in ("p", "li", "h1", "h2", "h3", "h4"):
            self.lines.append("")
        if tag == "li":
            self.lines[-1] = f"[{sum(1 for seen in self.tags if seen == 'li')}] "

    def handle_data(self, data: str) -> None:
        if self.tags[-1:] != ["style"]:
            self.lines[-1] += data


def document(brief: Brief) -> Any:
    out = io.BytesIO()
    WRITERS["docx"](brief, out, Style())
    return docx.Document(io.BytesIO(out.getvalue()))


def paragraphs(made: Any) -> list[Any]:
    cells = [cell for table in made.tables for cell in table.rows[0].cells]
    return [*made.paragraphs, *(paragraph for cell in cells for paragraph in cell.paragraphs)]


def text_of(brief: Brief, format: Any) -> str:
    out = io.StringIO()
    WRITERS[format](brief, out, Style())
    return out.getvalue()


def read_back(brief: Brief, format: Any) -> list[str]:
    """The paragraphs that a reader has, sources as ``[n] …``."""
    if format == "docx":
        lines = [paragraph.text for paragraph in paragraphs(document(brief))]
    elif format == "html":
        lines = Page(text_of(brief, format)).lines
    elif format == "markdown":
        text = re.sub(r"\\([\[*`|])", r"\1", html.unescape(text_of(brief, format)))
        lines = re.split(r"\n+|<br><br>|\|", re.sub(r"^(\d+)\. ", r"[\1] ", text, flags=re.MULTILINE))
    else:  # lines are filled: what stands in several is one
        lines = re.split(r"\n\n|\n(?=\[\d+\] )|\n  (?! )", text_of(brief, format))
    return [" ".join(line.split()) for line in lines if line.strip()]


@pytest.mark.parametrize("format", READERS)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_each_reference_of_a_note_is_in_the_database(database: Reading, lang: str, format: Any) -> None:
    brief = gather(database, SESSION, lang)
    assert brief
    lines = read_back(brief, format)
    numbers = [match[1] for line in lines if (match := re.match(r"\[(\d+)\] (?![.;])", line))]
    assert numbers == [str(number) for number in range(1, len(brief.sources) + 1)]
    sources = {str(number): source.id for number, source in enumerate(brief.sources, 1)}
    rows = database.execute(f"select id, summary_{lang} from statements", {})
    summaries = {str(row[0]): typeset(str(row[1]), lang) for row in rows}
    cited: dict[tuple[str, str], list[str]] = {}
    for record_id, source, locator in database.execute("select record_id, source_id, locator from citations", {}):
        place = say_locator(str(locator), lang)
        shorter = ["", place.rpartition(", ")[2]] if place.startswith("page ") else []
        for printed in (place, *shorter):
            cited.setdefault((str(source), " ".join(typeset(printed, lang).split())), []).append(str(record_id))
    marks = told = 0
    for line in (line for line in lines if not re.match(r"\[\d+\] ", line)):
        pieces = MARK.split(line)
        for sentence, number, place in zip(pieces[::3], pieces[1::3], pieces[2::3], strict=False):
            locator = re.sub(r" ?\([^)]*\)$|(?:, |^)(?:confidence: |confiance ).*", "", place or "")
            assert (sources[number], locator) in cited, line
            marks += 1
            here = [summaries[id] for id in cited[sources[number], locator] if id in summaries]
            sentence = sentence.replace("**", "")
            told += any(" ".join(str(summary).split()) in sentence for summary in here)
    assert marks > 60
    points = next(section for section in brief.sections if section.title == "Positions")
    assert told >= len(list(list_sentences([points]))) >= 20  # each with its place behind it


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_session_of_20_june_2023_prints_on_two_pages(database: Reading, tmp_path: Path, lang: str) -> None:
    brief = gather(database, SESSION, lang)
    assert brief
    path = tmp_path / "note.docx"
    with path.open("wb") as file:
        WRITERS["docx"](brief, file, Style())
    assert 1 < count_pages(path) <= 2


def test_a_document_says_its_title_and_language_and_has_headings(database: Reading) -> None:
    brief = gather(database, SESSION, "fr")
    assert brief
    made = document(brief)
    assert made.core_properties.title == typeset(brief.title, "fr") == made.paragraphs[0].text
    assert made.core_properties.language == "fr-FR"
    assert {tongue.get(qn("w:val")) for tongue in made.styles.element.iter(qn("w:lang"))} == {"fr-FR"}
    headings = [paragraph.text for paragraph in made.paragraphs if paragraph.style.name == "Heading 1"]
    assert headings == [*(section.title for section in brief.sections), "Sources"]
    (sides,) = made.tables
    assert [cell.paragraphs[0].text for cell in sides.rows[0].cells] == [
        column.title for section in brief.sections for block in section.blocks if len(block.columns) == 2
        for column in block.columns
    ]  # fmt: skip
    assert all(paragraph.text for cell in sides.rows[0].cells for paragraph in cell.paragraphs)


def test_a_page_fetches_nothing_and_each_mark_leads_somewhere(database: Reading) -> None:
    brief = gather(database, {"process": ["OEWG"], "country": ["FRA"]}, "en")
    assert brief
    page = Page(text_of(brief, "html"))
    assert not {"script", "img", "link", "iframe"} & set(page.tags)
    assert all(link.startswith(("https://", "http://")) or link[1:] in page.ids for link in page.links)
    assert any("#:~:text=" in link for link in page.links)  # opens at the passage
    addresses = {relation.target_ref for relation in document(brief).part.rels.values() if relation.is_external}
    assert addresses == {link for link in page.links if not link.startswith("#")}


HOSTILE = "<script>alert(1)</script> | *a* `b` [c](javascript:d) & \x1b[31m \u202e \x00"


def hostile(text: str, link: str = "javascript:alert(1)") -> Brief:
    source = CitedSource(
        "s", "s", "report", "report", text, None, text, None, None, None, "en", ("anglais", "English"), link, None,
        None, None,
    )  # fmt: skip
    group = Group(text, [Entry(text, [Sentence(text, text, Place("s", text, link))])])
    column = Column(text, [group])
    return Brief(text, "en", [Section("Positions", [Block(text, [column, column])])], [source], [], "2026-11-28")


@pytest.mark.parametrize("format", ["html", "markdown", "text"])
def test_nothing_in_the_data_is_obeyed(format: Any) -> None:
    text = text_of(hostile(HOSTILE), format)
    assert not set("\x1b\x00\u202e") & set(text)
    assert format == "text" or "<script" not in text
    assert 'href="javascript' not in text
    assert format != "markdown" or re.search(r"(?<!\\)[|`]", text.replace("| --- |", "")) is None or "\\|" in text
    assert format != "markdown" or "[c](" not in text.replace("\\[c](", "")


def test_a_document_holds_what_no_xml_may_hold() -> None:
    assert "\\x1b[31m" in document(hostile(HOSTILE)).paragraphs[0].text


@pytest.mark.parametrize("start", ["# no heading", "- no list", "1. no list", "> no quotation", "2023 is a year"])
def test_what_begins_like_markup_stays_text(start: str) -> None:
    brief = hostile("x")
    group = Group("", [Entry("", [Sentence("r", start)])])
    brief = brief._replace(sections=[Section("S", [Block("", [Column("", [group])])])])
    line = text_of(brief, "markdown").split("## S\n\n")[1].splitlines()[0]
    assert line.replace("\\", "") == f"{start}."
    assert line.startswith("2023 " if start[0] == "2" else "\\" if start[0] != "1" else "1\\")


def test_columns_get_width_by_what_they_say_but_none_too_little() -> None:
    def column(length: int) -> Column:
        return Column("", [Group("", [Entry("", [Sentence("r", "x" * length)])])])

    brief = hostile("x")
    assert share_width(Block("", [column(500), column(500)]), brief) == [0.5, 0.5]
    wide, narrow = share_width(Block("", [column(5000), column(5)]), brief)
    assert narrow == pytest.approx(1 / 4, abs=0.01)
    assert wide + narrow == pytest.approx(1)


def test_without_the_library_the_command_for_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(BadUsage, match="docx") as error:
        WRITERS["docx"](hostile("x"), io.BytesIO(), Style())
    assert 'pip install "cyberdiplo[brief]"' in error.value.hint


def test_every_ending_has_a_writer() -> None:
    assert set(ENDINGS.values()) == set(WRITERS)
