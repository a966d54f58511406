"""Blocks under the places by which their document is cited: paragraphs, articles, annexes, items, notes, lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cyberdiplo.documents.speakers import is_stage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cyberdiplo.documents.passages import Block

LEVELS = re.compile(r"\d+(?:\.\d+)+")
SINGLE = re.compile(r"\d{1,3}")
ARTICLE = re.compile(
    r"(?:Article|Art\.|Artículo|Artikel)\s+(\d+(?:\s*(?:bis|ter|quater))?|premier|first|primero|[IVXLC]+)\b[.:]?\s*",
    re.I,
)
ANNEX = re.compile(r"(Annex|Annexe|Appendix|Appendice|Anexo|Attachment)(?:\s+([IVXLC]+|\d+|[A-Z]))?\b[.:]?\s*", re.I)
PART = re.compile(r"(?:Part\s+|Partie\s+)?([A-D])")  # of a resolution in several parts: a letter that stands alone
CHAPTER = re.compile(
    r"(?:Chapter|Chapitre|Capítulo|Title|Titre|Section|Part|Partie)\s+(?:[IVXLC]+|\d+|premier)\b", re.I
)
OPENER = re.compile(r"(?:The|La|Le|L['’]|Les|El|Los|We, the|Nous,)\s?[^.;:?!]{3,160},")
MARKED = re.compile(r",(?:\s*\d{1,2})?$")  # the comma that ends a paragraph of a preamble, with a footnote's bare mark
PARTICIPLE = re.compile(r"(?:Se |Having )?[^\W\d_]+(?:ant|ing|ndo|ed|ée?s?)\b")
OPERATIVE = re.compile(r"(?:[A-Z][a-z]+(?:es|ts|ds|ns|ls|rs)(?: upon)?|Décide|Prie|Invite|Decide|Pide|Solicita)\s?[,:]")
FIRST = {"premier": "1", "first": "1", "primero": "1"}
GAP = 3  # numbers that may be missing between two paragraphs
RUN = 3  # numbers in a row that make a numbering
LONGEST = 200  # characters of a heading
ROMAN = re.compile(r"[ivx]+")


@dataclass
class Numbering:
    """Where a reader is in a document, block by block."""

    levels: bool  # paragraphs have numbers of two levels
    singles: bool  # of one
    elsewhere: Callable[[Block], str]  # the place of what has no number
    part: str = ""
    article: str = ""
    current: str = ""  # the numbered paragraph or section that goes on
    last: int = 0
    nested: int = 0
    letters: list[str] = field(default_factory=list)
    items: int = 0
    preambular: int = -1  # paragraphs of a preamble so far, -1 outside
    operative: bool = False
    untitled: bool = False  # an article has begun, and its title may follow

    @property
    def numbered(self) -> bool:
        """Whether paragraphs have numbers."""
        return self.levels or self.singles

    def locate(self, block: Block) -> str:
        """The place of the next block. A label that is no number of the document goes back into its text."""
        if block.kind == "note":
            return f"note {block.label}"
        untitled, self.untitled = self.untitled, False
        if untitled and block.kind == "paragraph" and not block.label and _is_short(block.text):
            block.kind = "heading"
        if block.kind == "heading" or is_title(block):
            place = self._head(block)
            if place is not None:
                block.kind = "heading"
                return place
        place = self._count(block, block.label.strip(".() "))
        if not place:
            if block.label and block.label != "•":
                block.kind = "item" if SINGLE.fullmatch(block.label.strip(".() ")) else block.kind
                block.text, block.label = f"{block.label} {block.text}", ""
            place = self._continue(block)
        return place

    def _count(self, block: Block, label: str) -> str:
        """The place of a paragraph by its own number or mark, empty where it has none that counts."""
        if block.kind == "item" and label == "•":
            return self._count_item()
        if LEVELS.fullmatch(label):
            return self._number_levels(block, label)
        if SINGLE.fullmatch(label):
            return self._number_single(block, int(label))
        return self._letter(block, label) if label else self._unnumbered(block)

    def _join(self, local: str) -> str:
        return ", ".join(filter(None, (self.part, self.article, local)))

    def _enter(self, *, article: str = "") -> None:
        self.article, self.current = article, ""
        self.last = self.nested = self.items = 0
        self.letters = []
        self.preambular = -1

    def _head(self, block: Block) -> str | None:
        """The place of a heading; None for what only looks like one."""
        text = " ".join(block.text.split())
        if annex := _match_head(ANNEX, text):
            number = annex[2] or ""
            self.part, self.operative = " ".join(filter(None, ("annex", number))), False
            self._enter()
            return self.part
        if article := _match_head(ARTICLE, text):
            number = FIRST.get(article[1].lower(), " ".join(article[1].split()))
            self._enter(article=f"art. {number}")
            self.operative, self.untitled = False, article.end() == len(text)
            return self._join("")
        if PART.fullmatch(text) and (self.operative or not self.last):
            self.part, self.operative = f"part {PART.fullmatch(text)[1]}", False  # type: ignore[index]
            self._enter()
            return self.part
        if CHAPTER.match(text) and len(text) < LONGEST:
            self._enter()
            return self._join("") or self.elsewhere(block)
        if block.kind != "heading":
            return None
        if self.article and not self.current:
            return self._join("")  # the title of an article
        if self.numbered and re.fullmatch(r"\d+(?:\.\d+)*", block.label.rstrip(".")):
            self._enter()
            self.current = self._join(f"sec. {block.label.rstrip('.')}")
            return self.current
        if block.label:
            block.text, block.label = f"{block.label} {block.text}", ""
        if self.preambular < 0:
            self.current, self.items, self.letters = "", 0, []
        return self._join("") if self.part else self.elsewhere(block)

    def _number_levels(self, block: Block, label: str) -> str:
        if not self.levels:
            return ""
        self.current = self._join(f"par. {label}")
        self._restart()
        return self.current

    def _number_single(self, block: Block, number: int) -> str:
        if self.levels and not self.article:
            if len(block.text) < LONGEST and not re.search(r"[.;:]\s*$", block.text) and block.label.endswith("."):
                block.kind = "heading"
                self.current = self._join(f"sec. {number}")
                self._restart()
                return self.current
            return self._nest(number)
        goes_on = self.last < number <= self.last + GAP or not self.last
        if self.singles and goes_on and not (self.nested and number == self.nested + 1 and number != self.last + 1):
            self.last, self.nested = number, 0
            self.current = self._join(f"{'op.' if self.operative or self.preambular > 0 else 'par.'} {number}")
            self.operative = self.operative or self.preambular > 0
            self.preambular = -1
            self._restart()
            return self.current
        return self._nest(number)

    def _nest(self, number: int) -> str:
        """A numbered list within a paragraph."""
        if not self.current or (number != 1 and number != self.nested + 1):
            return ""
        self.nested = number
        return f"{self.current} item {number}"

    def _restart(self) -> None:
        self.items, self.letters, self.nested = 0, [], 0

    def _letter(self, block: Block, label: str) -> str:
        opens_list = self._join(f"preamb. {self.preambular}") if self.preambular > 0 and not self.last else ""
        base = self.current or opens_list or self._join("")
        if not base:
            return ""
        if (label == "i" and " ii)" in block.text) or (label == "a" and " b)" in block.text):
            return ""  # a list within one paragraph
        self.letters = nest_letter(self.letters, label)
        block.kind = "item"
        return base + "".join(f" ({letter})" for letter in self.letters)

    def _count_item(self) -> str:
        if not self.current:
            return ""
        self.items += 1
        return f"{self.current} item {self.items}"

    def _unnumbered(self, block: Block) -> str:
        text = " ".join(block.text.split())
        if OPENER.fullmatch(text) and not self.last and not self.article:
            self.preambular = 0
            return self._join("preamble") if self.part else self.elsewhere(block)
        if self.preambular >= 0 and not self.last:
            if self.preambular and OPERATIVE.fullmatch(text):
                self.operative, self.preambular, self.last = True, -1, 1
                self.current = self._join("op. 1")
                return self.current
            if _ends_preambular(text) or (self.preambular and text.endswith(":")):
                self.preambular += 1
                return self._join(f"preamb. {self.preambular}")
            if self.preambular:
                self.operative, self.preambular = True, -1
        return ""

    def _continue(self, block: Block) -> str:
        if self.current and (self.numbered or self.operative):
            return self.current
        return self._join("") or self.elsewhere(block)


def read_numbering(blocks: Sequence[Block], elsewhere: Callable[[Block], str]) -> Numbering:
    """How the paragraphs of a document are numbered, seen from all of them."""
    labels = [block.label.strip(".() ") for block in blocks if block.kind == "paragraph" and block.label]
    levels = sum(LEVELS.fullmatch(label) is not None for label in labels)
    longest = run = last = 0
    for label in labels:
        if SINGLE.fullmatch(label):
            number = int(label)
            run = run + 1 if number == last + 1 else 1
            last, longest = number, max(longest, run)
    return Numbering(levels=levels > 1, singles=longest >= RUN or _has_opener(blocks), elsewhere=elsewhere)


def nest_letter(letters: list[str], label: str) -> list[str]:
    """The letters by which a part is named: ``i`` under ``a`` is ``a, i``; after ``h`` it is a letter itself."""
    follows = bool(letters) and len(label) == 1 and ord(label) == ord(letters[0][0]) + 1
    is_roman = ROMAN.fullmatch(label) and not follows and letters and (label == "i" or len(letters) > 1)
    return [letters[0], label] if is_roman else [label]


def _ends_preambular(text: str) -> bool:
    """Whether a paragraph ends as those of a preamble do: with a comma, after a participle also with a semicolon."""
    return bool(MARKED.search(text) or (text.endswith(";") and PARTICIPLE.match(text)))


def _has_opener(blocks: Sequence[Block]) -> bool:
    """Whether a body begins to speak: "The Assembly," and paragraphs that end with a comma."""
    return any(
        OPENER.fullmatch(" ".join(block.text.split())) and _ends_preambular(blocks[at + 1].text.rstrip())
        for at, block in enumerate(blocks[:-1])
        if len(block.text) < LONGEST
    )


def is_title(block: Block) -> bool:
    """Whether a paragraph stands like a heading: short, in capitals or by its word, and ends like none."""
    text = block.text.strip()
    if block.kind != "paragraph" or block.label or len(text) > LONGEST or text.count("\n") > 2:
        return False
    if _match_head(ARTICLE, text) or _match_head(ANNEX, text) or PART.fullmatch(text):
        return True
    if CHAPTER.match(text) and not re.search(r"[.;,:]\s*$", text):
        return True
    letters = re.sub(r"[\W\d_]", "", text)
    is_capitals = len(letters) > 3 and letters.isupper() and len(letters) * 2 > len(text)
    if is_capitals and not re.search(r"[.;,:]$", text) and not is_stage(text):
        block.kind = "heading"
        return True
    return False


def _is_short(text: str) -> bool:
    """Whether a text is as short as a title, and ends like one."""
    return len(text) < 120 and not re.search(r"[.;,:]\s*$", text)


def _match_head(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """ "Article 5", alone or before a short title; not a sentence that begins so."""
    match = pattern.match(text)
    if not match:
        return None
    rest = text[match.end() :].strip()
    is_short = len(rest) < 100 and not re.search(r"[.;,:]$", rest) and not re.match(r"[a-zà-ÿ(]", rest)
    return match if is_short and (text[:1].isupper() or not rest) else None
