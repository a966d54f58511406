"""The places of a document: which text stands at a locator, and after which words a footnote's mark stands.

A paragraph has the parts that are in it: ``par. 5.1`` has ``par. 5.1 item 2``, ``op. 2`` has ``op. 2 (a)``, ``page 8``
all that is on it. ``line 9`` is the paragraph that has this line of the file, ``line 8-9`` are those of several, and
``preamble`` is all that stands before the first number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cyberdiplo.text.printed import count_occurrences, normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cyberdiplo.documents.passages import Passage

LINES = re.compile(r"lines? (\d+)(?:\s*-\s*(\d+))?")
NUMBERED = ("par. ", "sec. ", "op. ", "art. ", "preamb. ", "annex", "part ")
OUTSIDE = ("line ", "page ", "paragraph ", "heading ", "row ")
PART = re.compile(r"(.+)(?: \([^()]*\)| item \d+|, (?:(?! item )[^,()])+)")
OTHER_WORDS = ((re.compile(r"\bpp\. (?=\d)"), "preamb. "), (re.compile(r"\bp\. (?=\d)"), "page "))
ANNEXED = re.compile(r"annex, (?=art\. )")
SHORTENED = re.compile(r"(?:annex|art\.|principle|rule|guideline|norm|op\.|preamb\.)(?:,? |$)")
BESIDE = 12  # words before a footnote's mark, as far as a name and what stands in brackets behind it may reach


@dataclass(frozen=True)
class Mark:
    """The mark of a footnote in the running text: where it stands, and the words before it, folded."""

    locator: str
    before: str


@dataclass(frozen=True)
class Places:
    """A document by its places: locator -> the passages there, in reading order."""

    passages: tuple[Passage, ...]
    by_place: dict[str, list[Passage]]
    order: tuple[str, ...]  # every place in reading order, notes last
    marks: dict[str, list[Mark]] = field(default_factory=dict)
    headings: frozenset[str] = frozenset()  # places that have no text of their own, but a title

    def find(self, locator: str) -> list[Passage]:
        """The passages at a place, none where the document has no such place."""
        for pattern, word in OTHER_WORDS:
            locator = pattern.sub(word, locator)
        if passages := self.by_place.get(locator):
            return passages
        if span := LINES.fullmatch(locator):
            return self._find_lines(int(span[1]), int(span[2] or span[1]))
        return self._find_shortened(locator)

    def _find_shortened(self, locator: str) -> list[Passage]:
        """Where one part or annex alone has such a place, it need not be named; where the text is the annex, it may."""
        if passages := self.by_place.get(ANNEXED.sub("", locator)):
            return passages
        wider = [place for place in self.by_place if place.endswith(f", {locator}")] if SHORTENED.match(locator) else []
        return self.by_place[wider[0]] if len(wider) == 1 else []

    def _find_lines(self, first: int, last: int) -> list[Passage]:
        covering = {line: self._narrowest(line) for line in (first, last)}
        if not all(covering.values()):
            return []
        if first == last:
            return [passage for passage in covering.values() if passage]
        return [
            passage
            for passage in self.passages
            if passage.lines and passage.lines[0] <= last and passage.lines[1] >= first
        ]

    def _narrowest(self, line: int) -> Passage | None:
        spans = [passage for passage in self.passages if passage.lines and passage.lines[0] <= line <= passage.lines[1]]
        return min(spans, key=lambda passage: passage.lines[1] - passage.lines[0] if passage.lines else 0, default=None)

    def passage(self, locator: str) -> str | None:
        """The folded text of a place, None where the document has no such place."""
        passages = self.find(locator)
        return normalise(" ".join(passage.text for passage in passages)) if passages else None

    def find_anchor(self, anchor: str) -> list[str]:
        """The places where an anchor stands, the narrowest of each."""
        places = [place for place in self.order if count_occurrences(anchor, self.passage(place) or "")]
        return [place for place in places if not any(_is_within(other, place) for other in places)]

    def find_uncited(self, cited: Iterable[str]) -> list[str]:
        """The places that have text and are not named: neither themselves nor, of a paragraph, a part of it."""
        named: set[str] = set()
        for locator in cited:
            named |= {locator, *enclosing(locator)}
            named |= {passage.place for passage in self.find(locator)} if LINES.fullmatch(locator) else set()
        return [place for place in self.order if place not in named and place not in self.headings]


def _is_within(place: str, other: str) -> bool:
    return place != other and other in enclosing(place)


def enclosing(place: str) -> list[str]:
    """The places that a place is a part of: ``art. 2, par. 1 (a)`` of ``art. 2, par. 1`` and of ``art. 2``."""
    wider = []
    while part := PART.fullmatch(place):
        place = part[1]
        wider.append(place)
    return wider


def index(passages: Sequence[Passage]) -> Places:
    """The places of a document by its passages."""
    numbered = any(passage.place.startswith(NUMBERED) for passage in passages)
    by_place: dict[str, list[Passage]] = {}
    order: dict[str, None] = {}
    texts: set[str] = set()
    begun = False
    for passage in passages:
        begun = begun or passage.place.startswith(NUMBERED)
        place = passage.place
        if numbered and not begun and place.startswith(OUTSIDE):
            by_place.setdefault(place, []).append(passage)
            place = "preamble"
        wider = enclosing(place)
        if passage.page and f"page {passage.page}" != place:
            wider.append(f"page {passage.page}")
        for locator in (place, *wider):
            by_place.setdefault(locator, []).append(passage)
        order |= dict.fromkeys((*reversed([name for name in wider if not name.startswith("page ")]), place))
        if passage.kind != "heading":
            texts |= {place, *wider}
    ordered = sorted(order, key=lambda place: place.startswith("note "))
    titles = frozenset(place for place in ordered if place not in texts and place != "preamble")
    return Places(tuple(passages), by_place, tuple(ordered), _find_marks(passages), titles)


def _find_marks(passages: Sequence[Passage]) -> dict[str, list[Mark]]:
    """Where the mark of each footnote stands in the running text, and the words between it and the mark before."""
    marks: dict[str, list[Mark]] = {}
    for passage in passages:
        after = 0
        for number, offset in passage.marks if passage.kind != "note" else ():
            before = normalise(passage.text[after:offset]).split(" ")[-BESIDE:]
            marks.setdefault(number, []).append(Mark(passage.place, " ".join(before)))
            after = offset
    return marks
