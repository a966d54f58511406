"""What a document is here: passages in reading order, and what a reader of it should know."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Passage:
    """One paragraph, heading, list item, note, table row or part of a turn, as it is printed."""

    place: str  # the document's own locator: "par. 3.5", "op. 2 (a)", "art. 26, par. 1", "note 7", "page 398", "line 9"
    kind: str  # heading, paragraph, item, note, turn, cell
    text: str  # on one line, words that a line end cut made whole, without mark-up and marks of footnotes
    lang: str | None = None
    speaker: str | None = None  # as the document marks it
    marks: tuple[tuple[str, int], ...] = ()  # number of a footnote, and the offset in text after which its mark stands
    heading: str | None = None  # the heading under which it stands
    page: int | None = None  # of a PDF, from 1
    lines: tuple[int, int] | None = None  # of a text file: the first and the last, from 1


@dataclass(frozen=True)
class Document:
    """A file as it was read."""

    name: str
    format: str  # text, markdown, html, pdf, docx, akn, tei
    lang: str | None
    sha256: str
    passages: tuple[Passage, ...]
    remarks: tuple[str, ...] = ()  # keys of ``caveats.CAVEATS``


@dataclass
class Block:
    """One paragraph as a reader of a format hands it on, before its place is known.

    Marks of footnotes stand in ``text`` as ``write_mark`` writes them.
    """

    text: str
    kind: str = "paragraph"  # paragraph, heading, item, note, cell
    label: str = ""  # its printed number or letter: "3.5", "12", "(a)", "•"; of a note its number
    lines: tuple[int, int] | None = None
    page: int | None = None
    speaker: str | None = None  # where a tag names it; "" ends a turn
    place: str = ""  # where the format itself says it
    follows_break: bool = False  # a page, a note or a rule stands between it and the block before


MARK_OPEN, MARK_CLOSE = "\ue000", "\ue001"


def write_mark(number: str) -> str:
    """The mark of a footnote within the text of a block."""
    return f"{MARK_OPEN}{number}{MARK_CLOSE}"
