"""How much room a brief takes on paper, reckoned from its letters: what is told is as much as two pages hold.

It is reckoned as for the widest of the fonts that may stand in for ours, so that it fits wherever it is printed.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cyberdiplo.briefs.note import Block, Brief, Column, Group
    from cyberdiplo.records.cited import CitedSource

PAGES = 1.92  # of two: what is reckoned is a little wrong
# Points of a page; of a line of text, of small text, of headings from the title on, each with the space around it.
PAGE, LINE, SMALL, AROUND, HEADINGS = 760.0, 10.0, 8.75, 1.0, (18.0, 18.5, 13.6, 11.0)
LETTERS, SMALL_LETTERS, TITLE_LETTERS = 120, 136, 64  # in a line
MARK, LABELS = 8, 45  # letters of a mark beside its place; what is written of a source beside its names


def count_pages(brief: Brief) -> float:
    """The pages that a brief fills."""
    height = ceil(len(brief.title) / TITLE_LETTERS) * HEADINGS[0] + HEADINGS[1] + 3 * (SMALL + AROUND)
    for section in brief.sections:
        height += HEADINGS[1] + (SMALL + AROUND if section.left_out else 0)
        height += sum(map(_measure_block, section.blocks))
    return (height + sum(map(_measure_source, brief.sources))) / PAGE


def _measure_block(block: Block) -> float:
    """Columns side by side get width by what they say, so that the paper which they take is that of all of it."""
    title = HEADINGS[2] if block.title else 0
    return title + max(HEADINGS[3] if column.title else 0 for column in block.columns) + sum(
        map(_measure_column, block.columns)
    )  # fmt: skip


def _measure_column(column: Column) -> float:
    return sum(ceil(_count_letters(group) / LETTERS) * LINE + AROUND for group in column.groups)


def _count_letters(group: Group) -> int:
    count = len(group.label)
    for entry in group.entries:
        count += len(entry.more) + (0 if any(sentence.named for sentence in entry.sentences[:1]) else len(entry.lead))
        for sentence in entry.sentences:
            count += len(sentence.text) + len(sentence.aside) + 2
            count += len(sentence.place.locator) + MARK if sentence.place else 0
    return count


def _measure_source(source: CitedSource) -> float:
    names = [
        source.title,
        source.container,
        source.own_publisher,
        source.url,
        *(author.name for author in source.authors),
    ]
    return ceil((sum(len(name or "") for name in names) + LABELS) / SMALL_LETTERS) * SMALL + AROUND
