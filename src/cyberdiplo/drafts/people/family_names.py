"""Somebody whom a sentence has speak by the family name alone: behind an office, or bare."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cyberdiplo.drafts.people.introduced import NO_PEOPLE, TOKEN, Introduction, has_other_words
from cyberdiplo.drafts.people.reporting import AGAIN, AGAIN_BEFORE, AGAIN_BEHIND, AGAIN_SOURCE, is_speaking
from cyberdiplo.drafts.posts.words import POST_WORD

if TYPE_CHECKING:
    from cyberdiplo.drafts.known import Known

OFFICE_AND_NAME = re.compile(
    rf"(?:[^,;:“”«»]{{3,80}},\s)?(?:[\w.-]+\s){{0,3}}?(?i:{POST_WORD.pattern})"
    rf"(?:[- ](?:[Gg]eneral|[Gg]énéral))?\s(?P<name>{TOKEN})(?=\s[a-zà-ÿ])"
)


def find_family_name(text: str, known: Known) -> Introduction | None:
    """« Secretary-General Roe said »: a family name behind an office, before its verb."""
    match = OFFICE_AND_NAME.match(text)
    if match is None or not is_speaking(text[match.end() :]) or has_other_words(match["name"]):
        return None
    if any(known.find(match["name"], kind) for kind in NO_PEOPLE) or match["name"].isupper():
        return None
    start, end = match.span("name")
    return Introduction("", match["name"], "", start, end, start, end)


def find_again(text: str) -> str:
    """A bare name that a sentence has before its verb of speaking, or behind what is quoted."""
    match = AGAIN.match(text)
    if match and is_speaking(text[match.end() :]):
        return match["name"]
    if source := AGAIN_SOURCE.match(text):
        return source["name"]
    match = AGAIN_BEHIND.search(text) or AGAIN_BEFORE.search(text)
    return match["name"] if match else ""
