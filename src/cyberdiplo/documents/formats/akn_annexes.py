"""Texts annexed to a resolution in Akoma Ntoso: by their articles or principles, else by their paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cyberdiplo.documents.formats.akn_paragraphs import (
    LETTER,
    Notes,
    read_heads,
    read_number,
    read_own_text,
    read_points,
)
from cyberdiplo.documents.passages import Block
from cyberdiplo.documents.structure.numbering import nest_letter
from cyberdiplo.documents.structure.titles import ANNEX, ARTICLE, RULE, match_head, name_annex, name_article, name_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cyberdiplo.documents.formats.xml import Element

PREAMBLE = re.compile(r"Preamble|Préambule", re.IGNORECASE)
CHAPTER = re.compile(r"(?:Chapter|Chapitre)\b")


def read_attachments(top: Element, within: str, notes: Notes) -> Iterator[Block]:
    """The annexed texts of a resolution, or of the part of one that stands ``within``."""
    attachments = list(top.find("attachment"))
    for count, attachment in enumerate(attachments, 1):
        annex = "annex" if len(attachments) == 1 else f"annex {count}"
        yield from _Attachment(f"{within}{annex}", within, notes).read(attachment)


class _Attachment:
    def __init__(self, annex: str, within: str, notes: Notes) -> None:
        self.annex, self.within, self.notes = annex, within, notes
        self.article = self.paragraph = ""
        self.letters: list[str] = []
        self.last = self.nested = 0
        self.preambular = -1  # paragraphs of its preamble so far, -1 outside

    def read(self, attachment: Element) -> Iterator[Block]:
        for element in attachment.find("paragraph"):
            heads = read_heads(element)
            if heads:
                heads[0] = self._open(heads[0])
            if heading := " ".join(filter(None, heads)):
                yield Block(heading, "heading", place=self.article or self.annex)
            yield from self.read_body(element, headed=bool(heads))

    def _open(self, head: str) -> str:
        """Enter what a heading opens; what is left of it as a title."""
        if opening := match_head(ARTICLE, head) or match_head(RULE, head):
            name = name_article(opening) if opening.re is ARTICLE else name_rule(opening)
            self._enter(name if self.annex == "annex" else f"{self.annex}, {name}")
            return head[opening.end() :].strip()
        if CHAPTER.match(head):
            self._enter("")
        elif opening := match_head(ANNEX, head):
            self._open_annex(opening)
        elif PREAMBLE.fullmatch(head):
            self.preambular = 0
        return head

    def _open_annex(self, opening: re.Match[str]) -> None:
        """An annex by its own number; one that has none, below articles, is an annex to the annex."""
        name = name_annex(opening, self.annex)
        if "appendix" in name:
            self.annex = name
        elif opening[2]:
            self.annex = f"{self.within}{name}"
        elif self.article:
            self.annex = f"{self.annex}, annex"
        self._enter("")

    def _enter(self, article: str) -> None:
        self.article, self.paragraph, self.letters, self.preambular = article, "", [], -1
        self.last = self.nested = 0

    def read_body(self, element: Element, *, headed: bool) -> Iterator[Block]:
        """A paragraph with its points, under its place."""
        number = read_number(element)
        text = "" if headed and not number else read_own_text(element, self.notes)
        base = self.article or self.annex
        letter = LETTER.fullmatch(number) or (None if number else LETTER.match(text))
        if letter and not number:
            text = text[letter.end() :]
        if number.isdecimal():
            self._count(base, int(number))
        place = self.paragraph or base
        if letter:
            self.letters = nest_letter(self.letters, letter[1])
            place += "".join(f" ({part})" for part in self.letters)
        if self.preambular >= 0 and text and not number and not letter:
            place = (
                f"{base}, preamb. {self.preambular}" if self.preambular and text.endswith(",") else f"{base}, preamble"
            )
            self.preambular += 1
        if text:
            yield Block(text, "item" if letter else "paragraph", place=place)
        yield from read_points(element, place, self.notes)

    def _count(self, base: str, number: int) -> None:
        """The place of a paragraph by its number; a list within one counts from 1 again."""
        if self.last and number <= self.last and number in (1, self.nested + 1):
            self.nested = number
            self.paragraph = f"{self.paragraph.partition(' item ')[0]} item {number}"
        else:
            self.last, self.nested = number, 0
            self.paragraph = f"{base}, par. {number}"
        self.letters = []
