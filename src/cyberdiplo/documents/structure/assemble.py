"""Blocks as passages: places, speakers, headings, footnotes' marks, language, each bound to its paragraph."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from cyberdiplo.documents.passages import MARK_CLOSE, MARK_OPEN, Passage
from cyberdiplo.documents.structure.joining import collect_words, join_lines
from cyberdiplo.documents.structure.language import guess_language
from cyberdiplo.documents.structure.numbering import read_numbering
from cyberdiplo.documents.structure.speakers import clean_name, cut_speaker, find_lines_of_names, find_ways, is_stage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyberdiplo.documents.passages import Block

ENDS = re.compile(r"""[.!?:;…]["'»”’)\]]*[\s\ue000\ue001\d]*$""")
HALF = 30  # characters: a shorter paragraph without a full stop is a line of a list, and none goes on after it
COUNTED = {"heading": "heading", "cell": "row"}  # by which word what has no number is counted
TAGS = ("speaker", "chapter")  # blocks that have no text
MARK = re.compile(rf"\s*{MARK_OPEN}(\w+){MARK_CLOSE}")


def assemble(blocks: Sequence[Block]) -> tuple[list[Passage], str | None]:
    """Every block that has text as a passage, and the language of them all."""
    whole = merge_broken(blocks)
    words = collect_words(block.text for block in whole)
    lang = guess_language(block.text for block in whole)
    counts: Counter[str] = Counter()

    def elsewhere(block: Block) -> str:
        if block.page:
            return f"page {block.page}"
        if block.lines:
            return f"line {block.lines[0]}"
        word = COUNTED.get(block.kind, "paragraph")
        return f"{word} {counts[word] + 1}"

    numbering, speakers = read_numbering(whole, elsewhere), _Speakers(whole)
    heading = None
    passages: list[Passage] = []
    for at, block in enumerate(whole):
        if block.kind in TAGS:
            speakers.follow_tag(at)
            continue
        speakers.follow(at)
        place = block.place or numbering.locate(block)
        counts[COUNTED.get(block.kind, "paragraph")] += block.kind != "note"
        text, marks = cut_marks(join_lines(block.text, words))
        if not text:
            continue
        if block.kind == "heading" and at not in speakers.names:
            heading = text
        spoken = speakers.of(at, text)
        kind = "turn" if spoken and block.kind == "paragraph" else block.kind
        under = None if heading == text or kind == "note" else heading
        passages.append(
            Passage(place, kind, text, guess_language([text], lang), spoken, marks, under, block.page, block.lines)
        )
    return passages, lang


class _Speakers:
    """Who speaks, block by block."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.ways = find_ways(blocks)
        self.names = find_lines_of_names(blocks)
        self.tagged = any(block.kind == "speaker" for block in blocks)
        self.speaker: str | None = None

    def follow_tag(self, at: int) -> None:
        """A tag that names who speaks, or begins a chapter, whose title follows."""
        block = self.blocks[at]
        self.speaker = block.speaker or None
        if block.kind == "chapter" and at + 1 < len(self.blocks) and self.blocks[at + 1].kind == "paragraph":
            self.blocks[at + 1].kind = "heading"

    def follow(self, at: int) -> None:
        """The next block: who begins to speak is cut from its text."""
        block = self.blocks[at]
        if block.kind in ("note", "cell"):
            return
        if block.speaker is not None:
            self.speaker = block.speaker or None
        elif at in self.names:
            self.speaker, block.kind = clean_name(join_lines(block.text)), "heading"
        elif block.kind == "heading":
            self.speaker = self.speaker if self.tagged else None
        else:
            begins, block.text = cut_speaker(block.text, self.ways)
            if begins is not None:
                self.speaker = begins or None

    def of(self, at: int, text: str) -> str | None:
        """Who says this text."""
        if at in self.names:
            return self.speaker
        return self.speaker if self.blocks[at].kind in ("paragraph", "item") and not is_stage(text) else None


def merge_broken(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, of which a page end, a note or a blank line cut some in two, made whole."""
    whole: list[Block] = []
    body: Block | None = None  # the last paragraph or item of the running text
    for block in blocks:
        if body and block.kind == "paragraph" and not block.label and _goes_on(body, block):
            body.text = f"{body.text.rstrip()}\n{block.text}"
            if body.lines and block.lines:
                body.lines = (body.lines[0], block.lines[1])
            continue
        whole.append(block)
        if block.kind != "note":
            body = block if block.kind in ("paragraph", "item") else None
    return whole


def _goes_on(body: Block, block: Block) -> bool:
    """Whether a paragraph is the second half of the one before."""
    before, after = body.text.rstrip(), block.text.lstrip()
    if not after or ENDS.search(before):
        return False
    if re.search(r"[^\W\d_][-\u00ad]$", before) and after[0].isalpha():
        return True
    return len(before) >= HALF and after[0].islower()


def cut_marks(text: str) -> tuple[str, tuple[tuple[str, int], ...]]:
    """The text without the marks of footnotes, and where each stood."""
    marks: list[tuple[str, int]] = []
    parts: list[str] = []
    length = end = 0
    for mark in MARK.finditer(text):
        part = text[end : mark.start()]
        parts.append(part)
        length += len(part)
        marks.append((mark[1], length))
        end = mark.end()
    plain = "".join([*parts, text[end:]])
    lead = len(plain) - len(plain.lstrip())
    return plain.strip(), tuple((number, max(offset - lead, 0)) for number, offset in marks)
