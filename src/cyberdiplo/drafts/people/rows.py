"""People in a row in one sentence: « Ms. Jane Roe, Head of Trade of Chile, Mr. John Doe (Peru) and Ida Lund »."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cyberdiplo.drafts.people.introduced import find_addressed
from cyberdiplo.drafts.people.posted import Posted, find_named, find_title
from cyberdiplo.drafts.words import speech_within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cyberdiplo.drafts.known import Known

NEAR = 60  # characters before the first name of a row, such as an office
FARTHEST = 250  # characters between two names of a row: the post of the first, and what leads to the second
JOINT = re.compile(
    r"(?:[,;]|\b(?:and|et|y|e|&|as well as|along(?:side)? with|together with|ainsi que|así como|junto con"
    r"|followed by|suivie?s? (?:par|de))\b)"
    r"[\s,]*(?:by\s|par\s|por\s|de\s|from\s)?(?:the\s|la\s|le\s|l['’]|el\s|los\s|les\s)?$",
    re.IGNORECASE,
)
OF_POST = re.compile(
    r"\b(?:section|division|unit|unité|program(?:me)?|project|projet|group|groupe|de|du|des|of|of the|de la|del)\s$",
    re.IGNORECASE,
)
WHO_DID = re.compile(r"\b(?:who|which|whose|qui|dont|quien|quienes)\b", re.IGNORECASE)


def find_row(sentence: str, start: int, known: Known) -> list[Posted]:
    """Those who stand in a row from a place of a sentence on; none where nobody stands there."""
    row: list[Posted] = []
    at = start
    for posted in _find_people(sentence, known):
        if posted.who.start < at:
            continue
        between = sentence[at : max(posted.start, at)]
        if row and not posted.who.honorific and OF_POST.search(sentence[: posted.who.start]):
            continue  # « Chair of the section New Kettles »: no name, but what the post is of
        if row and not JOINT.search(between.rstrip() + " " if between.strip() else between):
            break
        is_far = len(between) > (FARTHEST if row else NEAR)
        if is_far or speech_within().search(between) or (row and WHO_DID.search(between)):
            break
        row.append(posted)
        at = posted.who.end
    return row


def _find_people(sentence: str, known: Known) -> Iterator[Posted]:
    """Everybody whom a sentence names, by a form of address or with a post, in its order."""
    people = [
        Posted(who, "", _begin(sentence, who.start)) for who in find_addressed(sentence) if len(who.name.split()) > 1
    ]
    for posted in find_named(sentence, known):
        if not any(posted.who.start < other.who.end and other.who.start < posted.who.end for other in people):
            people.append(posted)
    yield from sorted(people, key=lambda posted: posted.who.start)


def _begin(sentence: str, start: int) -> int:
    """Where the words for a post begin that stand before a name, or the name itself."""
    title = find_title(sentence[:start])
    return title[0] if title else start
