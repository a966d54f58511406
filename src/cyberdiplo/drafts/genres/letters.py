"""Who writes or speaks by one word at the head: « Roe to the President of the Council », « ROE (interpreted): »."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cyberdiplo.drafts.genres.labels import write_small
from cyberdiplo.drafts.people.introduced import NAME, NO_PEOPLE, Introduction, has_other_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyberdiplo.documents.passages import Passage
    from cyberdiplo.drafts.people.taking_part import TakingPart

WRITER = re.compile(
    rf"(?:(?:From|De)\s?:\s(?=(?P<name>{NAME}))|(?P<name2>{NAME}) (?:to|à|au|a|al) (?:the |la |le |l['’]|el )?"
    r"(?:President|Secretary|Minister|Chair|Department|Director|Ambassador|Commissioner|Président|Secrétaire|Ministre"
    r"|Presidente|Secretari[oa]|Ministr[oa])\b)"
)
LABELLED = re.compile(
    r"(?P<name>[A-ZÀ-Þ][A-ZÀ-Þ'’.-]{2,}(?: [A-ZÀ-Þ'’.-]{2,}){0,3})(?:\s*\([^()]{3,60}\))?\s?:(?:\s|$)"
)


def find_writer(taking: TakingPart, head: Sequence[Passage]) -> str:
    """« Roe to the President of the Council », « From: Jane Roe »: who wrote a letter."""
    for passage in head:
        match = WRITER.match(passage.text)
        group = match.lastgroup if match and match.lastgroup else "name"
        name = match[group] if match else ""
        if match and not any(taking.known.find(name, kind) for kind in NO_PEOPLE) and not has_other_words(name):
            who = Introduction("", name, "", *match.span(group), *match.span(group))
            return taking.introduce(who, passage, "speaker", "delivered", shown="family_name")
    return ""


def find_label(taking: TakingPart, passages: Sequence[Passage]) -> str:
    """« ROE (through an interpreter): »: who speaks, before the first words."""
    if not passages:
        return ""
    first = passages[0]
    match = LABELLED.match(first.text)
    label = first.speaker or (match["name"] if match else "")
    name = write_small(re.sub(r"\s*\(.*\)", "", label))
    if not name or has_other_words(name) or any(taking.known.find(name, kind) for kind in NO_PEOPLE):
        return ""
    who = Introduction("", name, "", 0, len(name), 0, len(name))
    return taking.introduce(who, first, "speaker", "turn", shown="family_name")
