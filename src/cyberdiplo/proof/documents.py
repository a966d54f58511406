"""Source documents as passages: where each locator begins and ends, and after which words a footnote's mark stands.

Two ways of naming a place are understood in any text document: ``line 9`` is a line of the file (``line 8-9`` are
several), and where paragraphs are numbered ``par. 3.5``, ``par. 5.1 item 2``, ``sec. 2.1 item 1`` and ``preamble``
(all that stands before the first section) follow the document's own numbering; so does ``note 7``. A resolution in
Akoma Ntoso has the places that ``akoma_ntoso`` says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cyberdiplo.proof import akoma_ntoso
from cyberdiplo.text.locators import natural
from cyberdiplo.text.printed import FOOTNOTE_MARK, count_occurrences, normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PARAGRAPH = re.compile(r"^(\d+(?:\.\d+)+)\.\s+(.*)")
SECTION = re.compile(r"^(?:#+\s*|\*\*)(\d+(?:\.\d+)*)\s+(.*)")
NOTE = re.compile(r"^(?:<sup>\s*(\d+)\s*</sup>|\[\^(\d+)\]:)\s*(.*)")
ITEM = re.compile(r"^[-•]\s+(.*)")
RULE = re.compile(r"^\s*(?:-{3,}|\*{3,}|_{3,}|-\s*\d+\s*-|\f)\s*$")  # where a page ends, with its number or without
LINES = re.compile(r"lines? (\d+)\s*-\s*(\d+)")
BESIDE = 12  # words before a footnote's mark, as far as a name and what stands in brackets behind it may reach
SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True)
class Mark:
    """The mark of a footnote in the running text: where it stands, and the words before it, folded."""

    locator: str
    before: str


@dataclass(frozen=True)
class Document:
    """A document by its places: locator -> folded text; footnote number -> its marks."""

    passages: dict[str, str]
    marks: dict[str, list[Mark]] = field(default_factory=dict)
    headings: frozenset[str] = frozenset()  # sections that have no text of their own, but a title

    @property
    def numbered(self) -> bool:
        """Whether its paragraphs have numbers."""
        return any(locator.startswith("par. ") for locator in self.passages)

    def passage(self, locator: str) -> str | None:
        """The folded text of a place, None where the document has no such place."""
        if span := LINES.fullmatch(locator):
            first, last = int(span[1]), int(span[2])
            lines = [self.passages.get(f"line {number}") for number in range(first, last + 1)]
            return normalise("\n".join(line for line in lines if line)) if lines and lines[0] and lines[-1] else None
        return self.passages.get(locator)

    def places(self) -> list[str]:
        """Its locators in reading order: paragraphs and notes where these have numbers, else lines."""
        named = [locator for locator in self.passages if not (self.numbered and locator.startswith("line "))]
        return sorted(named, key=natural)

    def find_anchor(self, anchor: str) -> list[str]:
        """The places where an anchor stands, the narrowest of each."""
        places = [locator for locator in self.places() if count_occurrences(anchor, self.passages[locator])]
        return [place for place in places if not any(other.startswith(f"{place} item ") for other in places)]

    def find_uncited(self, cited: Iterable[str]) -> list[str]:
        """The places that have text and are not named: neither themselves nor, of a paragraph, a part of it."""
        named = set(cited)
        for locator in list(named):
            named.add(locator.split(" item ")[0])
            if span := LINES.fullmatch(locator):
                named |= {f"line {number}" for number in range(int(span[1]), int(span[2]) + 1)}
        return [place for place in self.places() if place not in named and place not in self.headings]


def read(text: str) -> Document:
    """A document from the text of its file. Raises NotSound for XML that is none."""
    if akoma_ntoso.looks_like_it(text):
        return Document(akoma_ntoso.read_passages(text))
    by_locator: dict[str, list[str]] = {}
    titles: set[str] = set()
    for locator, line, title in _read_lines(text):
        if title:
            titles.add(locator)
        elif locator in titles:
            titles.discard(locator)
        by_locator.setdefault(locator, []).append(line)
    raw = {locator: "\n".join(lines) for locator, lines in by_locator.items()}
    passages = {locator: normalise(text) for locator, text in raw.items()}
    return Document(passages, _find_marks(raw), frozenset(titles))


def read_passages(document: str) -> dict[str, str]:
    """Every locator of a document with its folded text."""
    return read(document).passages


def split_lines(text: str) -> list[str]:
    """The lines of a document as an editor counts them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _read_lines(document: str) -> Iterator[tuple[str, str, bool]]:
    """Each line under each locator that it belongs to, and whether it is a section's title."""
    place, item, note = "preamble", 0, ""
    numbered = sum(PARAGRAPH.match(line) is not None for line in split_lines(document)) > 1  # one is a numbered title
    for number, line in enumerate(split_lines(document), 1):
        if not line.strip() or RULE.match(line):
            note = ""
            continue
        yield f"line {number}", line, False
        if footnote := NOTE.match(line):  # at the foot of a page: the paragraph goes on after it
            note, line = f"note {footnote[1] or footnote[2]}", footnote[3]
        if note:
            yield note, line, False
            continue
        if not numbered:
            continue
        title = False
        if paragraph := PARAGRAPH.match(line):
            place, item, line = f"par. {paragraph[1]}", 0, paragraph[2]
        elif section := SECTION.match(line):
            place, item, line, title = f"sec. {section[1]}", 0, section[2], True
        elif ITEM.match(line):
            item += 1
        yield place, line, title
        if item:
            yield f"{place} item {item}", line, False


def _find_marks(raw: dict[str, str]) -> dict[str, list[Mark]]:
    """Where the mark of each footnote stands in the running text, and the words between it and the mark before."""
    by_lines = not any(locator.startswith("par. ") for locator in raw)
    marks: dict[str, list[Mark]] = {}
    for locator, text in raw.items():
        if locator.startswith("note ") or " item " in locator or locator.startswith("line ") != by_lines:
            continue
        after = 0
        for mark in re.finditer(FOOTNOTE_MARK, text):
            number = mark[1] or mark[2] or mark[3].translate(SUPERSCRIPT)
            before = normalise(text[after : mark.start()]).split(" ")[-BESIDE:]
            if mark.start() or not by_lines:  # at the head of a line it is the footnote itself
                marks.setdefault(number, []).append(Mark(locator, " ".join(before)))
            after = mark.end()
    return marks
