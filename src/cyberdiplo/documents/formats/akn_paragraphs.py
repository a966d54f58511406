"""Paragraphs in Akoma Ntoso: their numbers, their own words, their points, and the footnotes met on the way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cyberdiplo.documents.passages import Block, write_mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cyberdiplo.documents.formats.xml import Element

LETTER = re.compile(r"\(?([a-z]{1,2}|[ivx]{1,5})\)\s*")
TEXT = {"p", "intro", "content", "wrapUp", "span"}
HEADS = {"heading", "subheading"}
NOTE = "authorialNote"


class Notes:
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


def read_number(element: Element) -> str:
    """What stands before a paragraph, without its full stop: ``12``, ``(a)``."""
    for child in element.elements():
        if child.name == "num":
            return child.text().strip(" .\t")
    return ""


def read_own_text(paragraph: Element, notes: Notes) -> str:
    """The text of a paragraph before its points, without its number."""
    parts = []
    for child in paragraph.elements():
        if child.name in TEXT:
            parts.append(notes.text(child))
        elif child.name == "list":
            parts += [notes.text(part) for part in child.elements() if part.name in TEXT]
    return " ".join(filter(None, parts))


def read_heads(paragraph: Element) -> list[str]:
    """The headings that stand as a paragraph, the words of one that is all in bold too."""
    heads = [text for child in paragraph.elements() if child.name in HEADS and (text := child.text(frozenset({NOTE})))]
    if heads or read_number(paragraph):
        return heads
    text = paragraph.text(frozenset({NOTE}))
    bold = " ".join(span.text() for span in paragraph.find("span") if span.attributes.get("class") == "bold")
    return [text] if text and bold == text else []


def read_points(paragraph: Element, place: str, notes: Notes) -> Iterator[Block]:
    """The points of a paragraph, and those within them: ``op. 2 (a)``, ``op. 2 (a) (i)``."""
    for child in paragraph.elements():
        if child.name == "point":
            own = f"{place} ({read_number(child).strip('()')})"
            yield Block(read_own_text(child, notes), "item", place=own)
            yield from read_points(child, own, notes)
        else:
            yield from read_points(child, place, notes)
