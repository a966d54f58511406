"""What a brief is made of: sections of blocks, blocks of columns, and in them sentences, each with its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from cyberdiplo.messages import tr
from cyberdiplo.records.cited import encode_address, passage_link
from cyberdiplo.records.pages import PAGE
from cyberdiplo.schema.vocabulary import label
from cyberdiplo.text.locators import say_locator

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cyberdiplo.records.cited import CitedSource


WITHIN = re.compile(r"(?:art|par|section|annex|point|note|line|table|recital|chapter|title|entry|p)\b")


class Place(NamedTuple):
    """Where a sentence is written; ``locator`` as a reader has it, with what is to be known of how sure it is.

    It is empty where the source is one page, and no more is known.
    """

    key: str  # by which the source is cited
    locator: str
    link: str | None = None


class Sentence(NamedTuple):
    """What is told of the record of that id, where it is written; empty where the entry's lead says it all.

    ``named``: words in the text that name who says it, and the lead is not said; ``aside`` stands behind them.
    """

    record_id: str
    text: str
    place: Place | None = None
    named: str = ""
    aside: str = ""


class Entry(NamedTuple):
    """Sentences of or about one person, measure, figure: ``lead`` names it, ``more`` says what is not told of it."""

    lead: str
    sentences: list[Sentence]
    more: str = ""


class Group(NamedTuple):
    """Entries that make a paragraph; ``label`` says what they have in common, empty where nothing."""

    label: str
    entries: list[Entry]


class Column(NamedTuple):
    """Groups under each other, under a title that may be empty."""

    title: str
    groups: list[Group]


class Block(NamedTuple):
    """Columns side by side, under a title that may be empty."""

    title: str
    columns: list[Column]


class Section(NamedTuple):
    """A part of a brief. ``left_out``: how many of ``what`` there are beside these; ``command`` lists them all."""

    title: str
    blocks: list[Block]
    left_out: int = 0
    command: str = ""


class Brief(NamedTuple):
    """A brief whole: ``sources`` in the order of their numbers, from 1; ``missing``: sections with nothing in them."""

    title: str
    lang: str
    sections: list[Section]
    sources: list[CitedSource]
    missing: list[str]
    day: str

    @property
    def numbers(self) -> dict[str, int]:
        """The number of each source."""
        return {source.key: number for number, source in enumerate(self.sources, 1)}


def read_place(row: Mapping[str, Any], source: CitedSource, lang: str) -> Place:
    """The place in a row with the columns of ``first_citations``."""
    locator = say_locator(row["locator"], lang)
    address = row["url"] or source.url
    if row["locator"].startswith(PAGE) and address:
        # The source is that page, and the mark opens it: what is told is where on it, if that is known.
        within = row["locator"].rpartition(", ")[2]
        locator = say_locator(within, lang) if WITHIN.match(within) else ""
    if row["support"] != "states":
        locator = f"{locator} ({label('citations.support', row['support'], lang)})".lstrip()
    if row["confidence"] != "high":
        doubt = tr("confidence: {sure}", lang, sure=label("citations.confidence", row["confidence"], lang))
        locator = ", ".join(filter(None, [locator, doubt]))
    return Place(source.key, locator, passage_link(encode_address(address), row["anchor"]) if address else None)


def list_sentences(sections: list[Section]) -> Iterator[Sentence]:
    """Every sentence, in reading order."""
    for section in sections:
        for block in section.blocks:
            for column in block.columns:
                for group in column.groups:
                    for entry in group.entries:
                        yield from entry.sentences
