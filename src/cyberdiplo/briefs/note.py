"""What a brief is made of: sections of blocks, blocks of columns, and in them sentences, each with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from cyberdiplo.messages import tr
from cyberdiplo.records.cited import encode_address, passage_link
from cyberdiplo.schema.vocabulary import label
from cyberdiplo.text.locators import say_locator

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cyberdiplo.records.cited import CitedSource


class Place(NamedTuple):
    """Where a sentence is written; ``locator`` as a reader has it, with what is to be known of how sure it is."""

    source_id: str
    locator: str
    link: str | None = None


class Sentence(NamedTuple):
    """What is told of the record of that id, where it is written; empty where the entry's lead says it all."""

    record_id: str
    text: str
    place: Place | None = None


class Entry(NamedTuple):
    """Sentences of or about one person, measure, figure: ``lead`` names it."""

    lead: str
    sentences: list[Sentence]


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
        return {source.id: number for number, source in enumerate(self.sources, 1)}


def read_place(row: Mapping[str, Any], page: str | None, lang: str) -> Place | None:
    """The place in a row with the columns of ``first_citations``; ``page`` is the address of its source."""
    if not row["source_id"]:
        return None
    locator = say_locator(row["locator"], lang)
    if row["support"] != "states":
        locator += f" ({label('citations.support', row['support'], lang)})"
    if row["confidence"] != "high":
        sure = label("citations.confidence", row["confidence"], lang)
        locator = tr("{place}, confidence: {sure}", lang, place=locator, sure=sure)
    address = row["url"] or page
    return Place(row["source_id"], locator, passage_link(encode_address(address), row["anchor"]) if address else None)


def list_sentences(sections: list[Section]) -> Iterator[Sentence]:
    """Every sentence, in reading order."""
    for section in sections:
        for block in section.blocks:
            for column in block.columns:
                for group in column.groups:
                    for entry in group.entries:
                        yield from entry.sentences
