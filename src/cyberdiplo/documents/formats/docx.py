"""DOCX: paragraphs with the numbers that Word computes and writes nowhere, footnotes, tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyberdiplo.documents.formats.docx_numbers import Numbers, Style, read_styles, read_value
from cyberdiplo.documents.formats.lines import LABEL
from cyberdiplo.documents.formats.xml import Element, build_tree
from cyberdiplo.documents.passages import Block, write_mark
from cyberdiplo.errors import BadSeed
from cyberdiplo.files.archive import opening
from cyberdiplo.files.regular import open_regular
from cyberdiplo.messages import tr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from zipfile import ZipFile

LARGEST = 200_000_000  # bytes of all parts together, pictures too
KEPT = frozenset({"val", "id", "type", "numId", "abstractNumId", "ilvl", "styleId", "customMarkFollows", "default"})
SKIPPED = {"del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "rPr", "sectPr", "proofErr", "drawing", "pict"}
SPACES = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad", "ptab": " "}
DOCUMENT = "word/document.xml"


def read_blocks(path: Path, _: str) -> tuple[list[Block], list[str]]:
    """The paragraphs of a document, its notes after them."""
    with open_regular(path) as file, opening(path.name, file, kind="DOCX", size=LARGEST) as archive:
        parts = _open_parts(archive, path.name)
        body = parts(DOCUMENT)
        styles = read_styles(parts("word/styles.xml"))
        numbers = Numbers(parts("word/numbering.xml"), styles)
        notes = _Notes(parts("word/footnotes.xml"), parts("word/endnotes.xml"))
    reader = _Reader(styles, numbers, notes)
    blocks = [block for top in body.find("body") for block in reader.read(top)]
    return [*blocks, *notes.blocks], []


def _open_parts(archive: ZipFile, name: str) -> _Parts:
    if DOCUMENT not in archive.namelist():
        raise BadSeed(
            tr("{file} is an archive and no DOCX.", file=name),
            hint=tr("unpack it, and add the documents that are in it."),
        )
    return _Parts(archive, name)


class _Parts:
    """The XML in an archive, by its name there."""

    def __init__(self, archive: ZipFile, name: str) -> None:
        self.archive, self.name = archive, name

    def __call__(self, part: str) -> Element:
        if part not in self.archive.namelist():
            return Element("", {}, [])
        with self.archive.open(part) as file:
            return build_tree(f"{self.name} ({part})", file, KEPT)


class _Notes:
    """Footnotes and endnotes, numbered in the order of their marks."""

    def __init__(self, footnotes: Element, endnotes: Element) -> None:
        self.texts = {
            (kind, note.attributes.get("id", "")): note
            for kind, top in (("footnote", footnotes), ("endnote", endnotes))
            for note in top.find(kind)
            if note.attributes.get("type", "normal") == "normal"
        }
        self.blocks: list[Block] = []
        self.count = 0

    def mark(self, reference: Element) -> str:
        note = self.texts.get((reference.name.removesuffix("Reference"), reference.attributes.get("id", "")))
        if note is None:
            return ""
        self.count += 1
        text = " ".join(" ".join(_read_words(paragraph, None) for paragraph in note.find("p")).split())
        self.blocks.append(Block(text, "note", str(self.count)))
        return write_mark(str(self.count))


class _Reader:
    """The body of a document, paragraph by paragraph."""

    def __init__(self, styles: dict[str, Style], numbers: Numbers, notes: _Notes) -> None:
        self.styles, self.numbers, self.notes = styles, numbers, notes

    def read(self, element: Element) -> Iterator[Block]:
        for child in element.elements():
            if child.name == "p":
                yield from self.read_paragraph(child)
            elif child.name == "tbl":
                yield from self.read_table(child)
            elif child.name not in SKIPPED:
                yield from self.read(child)

    def read_paragraph(self, paragraph: Element) -> Iterator[Block]:
        properties = next((child for child in paragraph.elements() if child.name == "pPr"), Element("", {}, []))
        label = self.numbers.number(properties)
        text = _read_words(paragraph, self.notes).strip()
        if text:
            if not label and (numbered := LABEL.match(text)):  # typed by hand
                label, text = numbered["label"] or numbered["glued"], text[numbered.end() :]
            kind = "heading" if self._is_heading(properties) or _is_bold(paragraph, text) else "paragraph"
            if label == "•":
                kind = "item"
            elif label and not label[0].isdigit() and not label.startswith("(") and len(label) > 4:
                text, label = f"{label} {text}", ""  # "Article 5"
            yield Block(text, kind, label)
        for box in paragraph.find("txbxContent"):
            yield from self.read(box)

    def _is_heading(self, properties: Element) -> bool:
        style = self.styles.get(read_value(properties, "pStyle"))
        return bool(style and style.heading) or bool(read_value(properties, "outlineLvl").isdecimal())

    def read_table(self, table: Element) -> Iterator[Block]:
        for row in (child for child in table.elements() if child.name == "tr"):
            cells = [cell for cell in row.elements() if cell.name == "tc"]
            if len(cells) == 1:
                yield from self.read(cells[0])
                continue
            texts = [" ".join(_read_words(p, self.notes) for p in cell.find("p")) for cell in cells]
            if joined := " | ".join(" ".join(text.split()) for text in texts if text.strip()):
                yield Block(joined, "cell")


def _read_words(element: Element, notes: _Notes | None) -> str:
    """The words of a paragraph as they are shown, with the marks of its notes."""
    words = []
    for child in element.elements():
        if child.name == "t":
            words.append("".join(part for part in child.children if isinstance(part, str)))
        elif child.name in SPACES:
            words.append(SPACES[child.name])
        elif child.name in ("footnoteReference", "endnoteReference"):
            words.append(notes.mark(child) if notes else "")
        elif child.name not in SKIPPED and child.name != "txbxContent":
            words.append(_read_words(child, notes))
    return "".join(words)


def _is_bold(paragraph: Element, text: str) -> bool:
    """Whether all of a short paragraph is bold, and so a title."""
    runs = [run for run in paragraph.find("r") if any(child.name == "t" for child in run.elements())]
    return 0 < len(text) < 150 and bool(runs) and all(_has_bold(run) for run in runs) and text[-1] not in ".;,:"


def _has_bold(run: Element) -> bool:
    return any(
        mark.name == "b" and mark.attributes.get("val", "1") not in ("0", "false")
        for properties in run.elements()
        if properties.name == "rPr"
        for mark in properties.elements()
    )
