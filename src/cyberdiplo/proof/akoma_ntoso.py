"""Resolutions in Akoma Ntoso, as the United Nations mark them up: each paragraph under the place that it is cited by.

``preamb. 3`` is the third paragraph of the preamble, ``op. 2`` an operative paragraph and ``op. 2 (a)`` a part of it,
``note 1`` a footnote; of an annexed text that has articles, ``art. 17`` and ``art. 17, par. 2``. See the mark-up's own
description, AKN4UN. A file is a stranger's: whatever declares a document type or entities is refused, as is what is
nested or long beyond any resolution.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from xml.parsers import expat

from cyberdiplo.text.printed import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

DEPTH = 100  # elements within each other; resolutions have a dozen
SIZE = 20_000_000  # characters; the longest resolution has a third of a million
ARTICLE = re.compile(r"Article (\d+|premier)\.?", re.IGNORECASE)
CHAPTER = re.compile(r"(?:Chapter|Chapitre)\b")
LETTER = re.compile(r"\(?([a-z]{1,2}|[ivx]{1,5})\)")
TEXT = {"p", "intro", "content", "wrapUp"}


class NotSound(ValueError):
    """The file is no sound XML, or has what a resolution has no need of."""


class Element(NamedTuple):
    """One element: its name without a prefix, and what is in it, in order."""

    name: str
    children: list[Element | str]

    def find(self, name: str) -> Iterator[Element]:
        """Every element of that name in it, at any depth, in order."""
        for child in self.children:
            if isinstance(child, Element):
                if child.name == name:
                    yield child
                yield from child.find(name)

    def text(self) -> str:
        """The words in it but for footnotes, on one line."""
        return " ".join("".join(self._words()).split())

    def _words(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.name != "authorialNote":
                yield from child._words()


def looks_like_it(text: str) -> bool:
    """Whether a file is Akoma Ntoso, by its beginning."""
    return "<akomaNtoso" in text[:2000] or ":akomaNtoso" in text[:2000]


def read_tree(text: str) -> Element:
    """The elements of a file. Raises NotSound."""
    if len(text) > SIZE:
        raise NotSound(f"longer than {SIZE:,} characters")
    top = Element("", [])
    opened = [top]

    def start(name: str, _: dict[str, str]) -> None:
        if len(opened) > DEPTH:
            raise NotSound(f"more than {DEPTH} elements within each other")
        element = Element(name.rpartition(":")[2], [])
        opened[-1].children.append(element)
        opened.append(element)

    def refuse(*_: object) -> None:
        raise NotSound("a document type or an entity is declared")

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: opened.pop() and None
    parser.CharacterDataHandler = lambda words: opened[-1].children.append(words)
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(text.encode(), True)
    except expat.ExpatError as error:
        raise NotSound(str(error)) from None
    return top


def read_passages(text: str) -> dict[str, str]:
    """Every place of a resolution with its folded text. Raises NotSound."""
    places: dict[str, list[str]] = {}
    top = read_tree(text)
    for place, words in (*_read_preamble(top), *_read_operative(top), *_read_notes(top), *_read_articles(top)):
        if words:
            places.setdefault(place, []).append(words)
    return {place: normalise("\n".join(lines)) for place, lines in places.items()}


def _read_preamble(top: Element) -> Iterator[tuple[str, str]]:
    for preamble in top.find("preamble"):
        paragraphs = [
            child for child in preamble.children if isinstance(child, Element) and child.name in ("container", "p")
        ]
        for number, paragraph in enumerate(paragraphs, 1):
            yield f"preamb. {number}", paragraph.text()
        return


def _read_operative(top: Element) -> Iterator[tuple[str, str]]:
    """The paragraphs of the first main body; that of an annex has articles, if anything."""
    for body in top.find("mainBody"):
        place = ""
        for paragraph in (child for child in body.children if isinstance(child, Element) and child.name == "paragraph"):
            number = _number(paragraph)
            words = _own_text(paragraph)
            if number:
                place = f"op. {number}"
            elif not place:
                continue
            if not number and (letter := LETTER.match(words)):
                yield f"{place} ({letter[1]})", words
            yield place, words
            for point in paragraph.find("point"):
                part, words = _number(point).strip("()"), _own_text(point)
                yield f"{place} ({part})", words
                yield place, words
        return


def _read_notes(top: Element) -> Iterator[tuple[str, str]]:
    notes = [note for preface in ("preamble", "mainBody") for part in top.find(preface) for note in
             part.find("authorialNote")]  # fmt: skip
    for number, note in enumerate(notes, 1):
        yield f"note {number}", note.text()


def _read_articles(top: Element) -> Iterator[tuple[str, str]]:
    """The articles of an annexed text: their headings, and the paragraphs between them."""
    for attachment in top.find("attachment"):
        article = paragraph = ""
        for element in attachment.find("paragraph"):
            headings = [
                child.text()
                for child in element.children
                if isinstance(child, Element) and child.name in ("subheading", "heading")
            ]
            if headings and (opening := ARTICLE.match(headings[0])):
                article, paragraph = f"art. {'1' if opening[1].lower() == 'premier' else opening[1]}", ""
                headings[0] = headings[0][opening.end() :].strip()
            elif headings and CHAPTER.match(headings[0]):
                article = ""
            heading = " ".join(filter(None, headings))
            if not article:
                continue
            if (number := _number(element)).isdecimal():
                paragraph = f"{article}, par. {number}"
            words = heading or _own_text(element)
            yield article, words
            if paragraph and not headings:
                yield paragraph, words


def _number(element: Element) -> str:
    """What stands before a paragraph, without its full stop: ``12``, ``(a)``."""
    for child in element.children:
        if isinstance(child, Element) and child.name == "num":
            return child.text().strip(" .\t")
    return ""


def _own_text(paragraph: Element) -> str:
    """The text of a paragraph before its points, without its number."""
    parts = []
    for child in paragraph.children:
        if isinstance(child, Element):
            if child.name in TEXT:
                parts.append(child.text())
            elif child.name == "list":
                parts += [part.text() for part in child.children if isinstance(part, Element) and part.name in TEXT]
    return " ".join(parts)
