"""Resolutions in Akoma Ntoso, as the United Nations mark them up: each paragraph under the place that it is cited by.

``preamb. 3`` is the third paragraph of the preamble, ``op. 2`` an operative paragraph and ``op. 2 (a)`` a part of it,
``note 1`` a footnote; of an annexed text that has articles, ``art. 17`` and ``art. 17, par. 2``, of another ``annex``.
See the mark-up's own description, AKN4UN.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cyberdiplo.documents.numbering import nest_letter
from cyberdiplo.documents.passages import Block, write_mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cyberdiplo.documents.xml import Element

ARTICLE = re.compile(r"Article (\d+|premier)\.?", re.IGNORECASE)
ANNEX = re.compile(r"Annexe?", re.IGNORECASE)
PREAMBLE = re.compile(r"Preamble|Préambule", re.IGNORECASE)
CHAPTER = re.compile(r"(?:Chapter|Chapitre)\b")
LETTER = re.compile(r"\(?([a-z]{1,2}|[ivx]{1,5})\)\s*")
TEXT = {"p", "intro", "content", "wrapUp", "span"}
HEADS = {"heading", "subheading"}
NOTE = "authorialNote"


def looks_like_it(head: bytes) -> bool:
    """Whether a file is Akoma Ntoso, by its beginning."""
    return b"<akomaNtoso" in head or b":akomaNtoso" in head


def read_blocks(top: Element) -> list[Block]:
    """Every paragraph of a resolution under its place."""
    notes = _Notes()
    return [
        *_read_preface(top),
        *_read_preamble(top, notes),
        *_read_operative(top, notes),
        *_read_attachments(top, notes),
        *notes.blocks,
    ]


class _Notes:
    """The footnotes met so far, numbered as they come."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []

    def text(self, element: Element) -> str:
        """The words in an element, with marks where its footnotes stand."""
        return " ".join("".join(self._words(element)).split())

    def _words(self, element: Element) -> Iterator[str]:
        for child in element.children:
            if isinstance(child, str):
                yield child
            elif child.name == NOTE:
                number = str(len(self.blocks) + 1)
                self.blocks.append(Block(child.text(), "note", number, place=f"note {number}"))
                yield write_mark(number)
            else:
                yield from self._words(child)


def _read_preface(top: Element) -> Iterator[Block]:
    for title in top.find("docTitle"):
        if text := title.text(frozenset({NOTE})):
            yield Block(text, "heading", place="title")
            return


def _read_preamble(top: Element, notes: _Notes) -> Iterator[Block]:
    for preamble in top.find("preamble"):
        number = 0
        for child in preamble.elements():
            if child.name in ("container", "p"):
                number += 1
                yield Block(notes.text(child), place=f"preamb. {number}")
            elif child.name == "formula":
                yield Block(notes.text(child), place="preamble")
        return


def _read_operative(top: Element, notes: _Notes) -> Iterator[Block]:
    """The paragraphs of the first main body; that of an annex has articles, if anything."""
    for body in top.find("mainBody"):
        place = ""
        for child in body.elements():
            if child.name != "paragraph":
                continue
            number = _number(child)
            if number:
                place = f"op. {number}"
            heads = [head.text(frozenset({NOTE})) for head in child.elements() if head.name in HEADS]
            if heads and not number:
                yield from (Block(head, "heading", place=place or "heading") for head in heads)
                continue
            if place:
                yield from _read_paragraph(child, place, notes, numbered=bool(number))
        return


def _read_paragraph(paragraph: Element, place: str, notes: _Notes, *, numbered: bool) -> Iterator[Block]:
    text = _own_text(paragraph, notes)
    letter = None if numbered else LETTER.match(text)
    if letter:
        yield Block(text, "item", place=f"{place} ({letter[1]})")
    elif text:
        yield Block(text, place=place)
    yield from _read_points(paragraph, place, notes)


def _read_points(paragraph: Element, place: str, notes: _Notes) -> Iterator[Block]:
    for point in paragraph.find("point"):
        yield Block(_own_text(point, notes), "item", place=f"{place} ({_number(point).strip('()')})")


def _read_attachments(top: Element, notes: _Notes) -> Iterator[Block]:
    """The annexed texts: by articles where they have these, else by their numbered paragraphs."""
    attachments = list(top.find("attachment"))
    for count, attachment in enumerate(attachments, 1):
        annex = "annex" if len(attachments) == 1 else f"annex {count}"
        yield from _Attachment(annex, notes).read(attachment)


class _Attachment:
    def __init__(self, annex: str, notes: _Notes) -> None:
        self.annex, self.notes = annex, notes
        self.article = self.paragraph = ""
        self.letters: list[str] = []
        self.preambular = -1  # paragraphs of its preamble so far, -1 outside

    def read(self, attachment: Element) -> Iterator[Block]:
        for element in attachment.find("paragraph"):
            heads = [self.notes.text(child) for child in element.elements() if child.name in HEADS]
            if heads and (opening := ARTICLE.match(heads[0])):
                number = "1" if opening[1].lower() == "premier" else opening[1]
                within = f"{self.annex}, " if self.annex.endswith(", annex") else ""
                self.article, self.paragraph, self.letters = f"{within}art. {number}", "", []
                heads[0] = heads[0][opening.end() :].strip()
                self.preambular = -1
            elif heads and CHAPTER.match(heads[0]):
                self.article = self.paragraph = ""
                self.preambular = -1
            elif heads and self.article and ANNEX.fullmatch(heads[0]):
                self.annex, self.article, self.paragraph = f"{self.annex}, annex", "", ""
            elif heads and PREAMBLE.fullmatch(heads[0]):
                self.preambular = 0
            if heading := " ".join(filter(None, heads)):
                yield Block(heading, "heading", place=self.article or self.annex)
            yield from self.read_body(element, headed=bool(heads))

    def read_body(self, element: Element, *, headed: bool) -> Iterator[Block]:
        number = _number(element)
        text = _own_text(element, self.notes)
        base = self.article or self.annex
        letter = LETTER.fullmatch(number) or (None if number else LETTER.match(text))
        if letter and not number:
            text = text[letter.end() :]
        if number.isdecimal():
            self.paragraph, self.letters = f"{base}, par. {number}", []
        place = self.paragraph or base
        if letter:
            self.letters = nest_letter(self.letters, letter[1])
            place += "".join(f" ({part})" for part in self.letters)
        if self.preambular >= 0 and text and not number and not letter:
            place = (
                f"{base}, preamb. {self.preambular}" if self.preambular and text.endswith(",") else f"{base}, preamble"
            )
            self.preambular += 1
        if text and (not headed or not self.article):
            yield Block(text, "item" if letter else "paragraph", place=place)
        yield from _read_points(element, place, self.notes)


def _number(element: Element) -> str:
    """What stands before a paragraph, without its full stop: ``12``, ``(a)``."""
    for child in element.elements():
        if child.name == "num":
            return child.text().strip(" .\t")
    return ""


def _own_text(paragraph: Element, notes: _Notes) -> str:
    """The text of a paragraph before its points, without its number."""
    parts = []
    for child in paragraph.elements():
        if child.name in TEXT:
            parts.append(notes.text(child))
        elif child.name == "list":
            parts += [notes.text(part) for part in child.elements() if part.name in TEXT]
    return " ".join(filter(None, parts))
