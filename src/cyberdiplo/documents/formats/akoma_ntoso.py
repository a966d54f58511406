"""Resolutions in Akoma Ntoso, as the United Nations mark them up: each paragraph under the place that it is cited by.

``preamb. 3`` is the third paragraph of the preamble, ``op. 2`` an operative paragraph and ``op. 2 (a)`` a part of it,
``note 1`` a footnote; ``part B, op. 2`` where one file has several resolutions, ``sec. II, op. 3`` where each section
counts anew. Of an annexed text ``annex, par. 3`` or, where it has articles, ``art. 17`` and ``art. 17, par. 2``.
See the mark-up's own description, AKN4UN.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyberdiplo.documents.formats.akn_annexes import read_attachments
from cyberdiplo.documents.formats.akn_paragraphs import (
    LETTER,
    NOTE,
    Notes,
    read_heads,
    read_number,
    read_own_text,
    read_points,
)
from cyberdiplo.documents.passages import Block
from cyberdiplo.documents.structure.titles import PART, SECTION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cyberdiplo.documents.formats.xml import Element


def looks_like_it(head: bytes) -> bool:
    """Whether a file is Akoma Ntoso, by its beginning."""
    return b"<akomaNtoso" in head or b":akomaNtoso" in head


def read_blocks(top: Element) -> list[Block]:
    """Every paragraph of a resolution under its place, of each part where the file has several."""
    notes = Notes()
    blocks = [*_read_preface(top)]
    parts = [part for component in top.find("component") if (part := component.first("statement"))]
    for part in parts:
        blocks += _read_part(part, notes)
    return [*blocks, *([] if parts else _read_text(top, "", notes)), *notes.blocks]


def _read_part(part: Element, notes: Notes) -> Iterator[Block]:
    preface = part.first("preface") or part
    number, title = (preface.first(name) for name in ("docNumber", "docTitle"))
    letter = PART.search(number.text()) if number else None
    place = f"part {letter[1]}" if letter else "part"
    if title and (text := title.text(frozenset({NOTE}))):
        yield Block(text, "heading", place=place)
    yield from _read_text(part, f"{place}, ", notes)


def _read_text(top: Element, within: str, notes: Notes) -> Iterator[Block]:
    yield from _read_preamble(top, within, notes)
    for body in top.find("mainBody"):  # the first; those of annexes come after it
        yield from _Body(body, within, notes).read()
        break
    yield from read_attachments(top, within, notes)


def _read_preface(top: Element) -> Iterator[Block]:
    for title in top.find("docTitle"):
        if text := title.text(frozenset({NOTE})):
            yield Block(text, "heading", place="title")
            return


def _read_preamble(top: Element, within: str, notes: Notes) -> Iterator[Block]:
    for preamble in top.find("preamble"):
        number = 0
        for child in preamble.elements():
            if child.name in ("container", "p"):
                number += 1
                yield Block(notes.text(child), place=f"{within}preamb. {number}")
            elif child.name == "formula":
                yield Block(notes.text(child), place=f"{within}preamble")
        return


class _Body:
    """The operative paragraphs: numbered, or one that has no number."""

    def __init__(self, body: Element, within: str, notes: Notes) -> None:
        self.paragraphs = [child for child in body.elements() if child.name == "paragraph"]
        self.within, self.notes = within, notes
        self.place = self.section = ""
        self.last = self.nested = 0
        self.counts_anew = self._has_sections()

    def _has_sections(self) -> bool:
        """Whether a 1 comes first below two Roman numbers that stand alone."""
        anew, below = 0, False
        for paragraph in self.paragraphs:
            if any(SECTION.fullmatch(head) for head in read_heads(paragraph)):
                below = True
            elif below and (number := read_number(paragraph)):
                anew, below = anew + (number == "1"), False
        return anew > 1

    def read(self) -> Iterator[Block]:
        for paragraph in self.paragraphs:
            number = read_number(paragraph)
            heads = read_heads(paragraph)
            if heads and not number:
                yield from (Block(head, "heading", place=self._head(head)) for head in heads)
                continue
            if number:
                self._count(number)
            text = read_own_text(paragraph, self.notes)
            letter = None if number else LETTER.match(text)
            if not self.place and text and not letter:
                self._count("1")  # a resolution of one paragraph does not number it
            if not self.place:
                continue
            if letter:
                yield Block(text, "item", place=f"{self.place} ({letter[1]})")
            elif text:
                yield Block(text, place=self.place)
            yield from read_points(paragraph, self.place, self.notes)

    def _head(self, head: str) -> str:
        if self.counts_anew and SECTION.fullmatch(head):
            self.section, self.place, self.last = f"sec. {head}, ", "", 0
        return self.place or (self.within + self.section).strip(", ") or "heading"

    def _count(self, number: str) -> None:
        """The place of a paragraph by its number; a list within one counts from 1 again."""
        count = int(number) if number.isdecimal() else 0
        if self.last and 0 < count <= self.last and count in (1, self.nested + 1):
            self.nested = count
            self.place = f"{self.place.partition(' item ')[0]} item {count}"
            return
        self.last, self.nested = count or self.last, 0
        self.place = f"{self.within}{self.section}op. {number}"
