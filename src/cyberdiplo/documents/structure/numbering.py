"""Blocks under the places by which their document is cited: paragraphs, articles, annexes, items, notes, lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cyberdiplo.documents.structure.titles import (
    ANNEX,
    ARTICLE,
    CHAPTER,
    LONGEST,
    PART,
    RULE,
    SECTION,
    follows,
    is_short,
    is_title,
    match_head,
    name_annex,
    name_article,
    name_rule,
)
from cyberdiplo.documents.structure.wordings import (
    CLOSING,
    DAY,
    OPENER,
    PRESENT,
    RULE_TEXT,
    ends_preambular,
    is_operative,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cyberdiplo.documents.passages import Block

LEVELS = re.compile(r"\d+(?:\.\d+)+")
SINGLE = re.compile(r"\d{1,3}")
GAP = 3  # numbers that may be missing between two paragraphs
RUN = 3  # numbers in a row that make a numbering
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
    untitled: bool = False  # an article, annex or part has begun, and its title may follow
    letter: str = ""  # of the last part of a resolution in several
    sections: bool = False  # paragraphs are counted anew in each section
    guessed: bool = False  # operative paragraphs have no numbers, and are counted
    closed: bool = False  # the sitting has been named, and its day may follow

    @property
    def numbered(self) -> bool:
        """Whether paragraphs have numbers."""
        return self.levels or self.singles

    def locate(self, block: Block) -> str:
        """The place of the next block. A label that is no number of the document goes back into its text."""
        if block.kind == "note":
            return f"note {block.label}"
        untitled, self.untitled = self.untitled, False
        if untitled and block.kind == "paragraph" and not block.label and is_short(block.text):
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
        if annex := match_head(ANNEX, text):
            within = self.part if "annex" in self.part else ""
            name = name_annex(annex, within)
            self.part = f"part {self.letter}, {name}" if self.letter and not within else name
            self._begin(operative=False, alone=annex.end() == len(text))
            return self.part
        if article := match_head(ARTICLE, text):
            self._begin(article=name_article(article), operative=False, alone=article.end() == len(text))
            return self._join("")
        if rule := match_head(RULE, text):
            self._begin(article=name_rule(rule), operative=False, alone=rule.end() == len(text))
            return self._join("")
        if (part := PART.fullmatch(text)) and self._is_part(part[1]):
            self.part, self.letter = f"part {part[1]}", part[1]
            self._begin(operative=False, alone=True)
            return self.part
        if SECTION.fullmatch(text) and block.kind != "note":
            return self._open_section(block, text)
        return self._title(block, text)

    def _is_part(self, letter: str) -> bool:
        """Whether a letter that stands alone opens a part of the resolution: the first, or the one that comes next."""
        return follows(letter, self.letter) and (bool(self.letter) or self.operative or not self.last)

    def _begin(self, *, article: str = "", operative: bool, alone: bool) -> None:
        """A new annex, article or part, whose title follows where its number stands alone."""
        self._enter(article=article)
        self.operative, self.untitled, self.guessed = operative, alone, False

    def _open_section(self, block: Block, number: str) -> str:
        """A Roman number between paragraphs: a heading, and of a text that counts anew below each a place."""
        if self.sections:
            self._begin(article=f"sec. {number}", operative=self.operative or self.preambular > 0, alone=True)
        self.untitled = True
        return self._join("") or self.elsewhere(block)

    def _title(self, block: Block, text: str) -> str | None:
        """The place of a chapter's heading or of one without a word of its own."""
        if (chapter := CHAPTER.match(text)) and len(text) < LONGEST:
            self._enter()
            self.untitled = chapter.end() == len(text)
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
            opens = self.preambular > 0 or (self.preambular == 0 and PRESENT.match(block.text.lstrip()))
            self.operative = self.operative or bool(opens)
            self.current = self._join(f"{'op.' if self.operative else 'par.'} {number}")
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
        if CLOSING.fullmatch(text) or (self.closed and DAY.fullmatch(text)):
            self.closed, self.current = not self.closed, ""
            return self.elsewhere(block)
        if OPENER.fullmatch(text) and not self.last and not self.article:
            self.preambular = 0
            return self._join("preamble") if self.part else self.elsewhere(block)
        if self.preambular >= 0 and not self.last:
            if self.preambular and is_operative(text):
                return self._guess()
            if ends_preambular(text) or (self.preambular and text.endswith(":")):
                self.preambular += 1
                return self._join(f"preamb. {self.preambular}")
            if self.preambular:
                self.operative, self.preambular = True, -1
        if self.guessed and PRESENT.match(text):
            return self._guess()
        if rule := RULE_TEXT.match(text):
            self._begin(article=name_rule(rule), operative=False, alone=False)
            return self._join("")
        return ""

    def _guess(self) -> str:
        """An operative paragraph that has no number: it is counted."""
        self.operative, self.preambular, self.guessed = True, -1, True
        self.last += 1
        self._restart()
        self.current = self._join(f"op. {self.last}")
        return self.current

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
    return Numbering(
        levels=levels > 1,
        singles=longest >= RUN or _has_opener(blocks),
        elsewhere=elsewhere,
        sections=_has_sections(blocks),
    )


def _has_sections(blocks: Sequence[Block]) -> bool:
    """Whether paragraphs are counted anew in each section: a 1 comes first below two Roman numbers that stand alone."""
    anew, below = 0, False
    for block in blocks:
        if SECTION.fullmatch(block.text.strip()) and not block.label:
            below = True
        elif below and (label := block.label.strip(".() ")).isdecimal():
            anew, below = anew + (label == "1"), False
    return anew > 1


def nest_letter(letters: list[str], label: str) -> list[str]:
    """The letters by which a part is named: ``i`` under ``a`` is ``a, i``; after ``h`` it is a letter itself."""
    follows = bool(letters) and len(label) == 1 and ord(label) == ord(letters[0][0]) + 1
    is_roman = ROMAN.fullmatch(label) and not follows and letters and (label == "i" or len(letters) > 1)
    return [letters[0], label] if is_roman else [label]


def _has_opener(blocks: Sequence[Block]) -> bool:
    """Whether a body begins to speak: "The Assembly," and paragraphs that end with a comma."""
    return any(
        OPENER.fullmatch(" ".join(block.text.split())) and ends_preambular(blocks[at + 1].text.rstrip())
        for at, block in enumerate(blocks[:-1])
        if len(block.text) < LONGEST
    )
