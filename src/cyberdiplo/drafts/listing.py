"""People in a list: « speakers were: Jane Doe, Minister of Trade of Chile, John Roe, Director, Firm Ltd »."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.drafts.gathering import add_participants, find_lists
from cyberdiplo.drafts.people import NAME, Introduction, find_addressed, is_personal
from cyberdiplo.drafts.post_words import POST
from cyberdiplo.drafts.posts import split_segments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cyberdiplo.documents.passages import Document
    from cyberdiplo.drafts.known import Known
    from cyberdiplo.drafts.sitting import Sitting
    from cyberdiplo.drafts.taking_part import TakingPart

ANNOUNCED = re.compile(
    r"\b(?:orateurs?|oratrices?|intervenants?|intervenantes?|panélistes|participants?|speakers?|panell?ists?"
    r"|oradores|panelistas|ponentes)\b"
    r"[^.;:]{0,60}?(?:étaient|sont|were|are|included?|fueron|son)?\s*:\s*",
    re.IGNORECASE,
)
# « Speaking were Jane Roe, Minister of Trade of Chile; …», « Ont pris la parole : », « heard from … ».
TAKES_PART = re.compile(
    r"(?i:\b(?:speaking|(?:took|taking) the floor|intervening|spoke|heard|addressed by"
    r"|statements?|remarks"
    r"|presentations?|pris la parole|intervenus?|entendu|intervinieron|participaron|tomaron la palabra"
    r"|hicieron uso de la palabra)\b"
    r"[^.;]{0,80}?(?:\b(?:was|were|from|by|par|de|por)\b|:)?\s*:?\s*)(?=[^\W\d_a-zß-öø-ÿ])"
)
NEAR = 12  # characters before the first name, such as a form of address
FEWEST = 3  # people with posts in a row behind such words
WHOLE_NAME = re.compile(NAME)


class Entry(NamedTuple):
    """One person of a list, and the words behind the name up to the next one."""

    who: Introduction
    rest: str


def find_entries(text: str, known: Known) -> list[Entry]:
    """The people of a list that its sentence announces; of a text without such a list none."""
    if match := ANNOUNCED.search(text):
        return list(read_entries(text, known, match.end()))
    for match in TAKES_PART.finditer(text):
        entries = list(read_entries(text, known, match.end()))
        if len(entries) >= FEWEST and entries[0].who.start <= match.end() + NEAR:
            return entries
    return []


def read_entries(text: str, known: Known, start: int = 0) -> Iterator[Entry]:
    """People from a place of a text on, to the end of the sentence: each is a name before a comma and a post."""
    at, pending, behind = start, None, 0
    last = start
    segments = split_segments(_to_full_stop(text[start:]))
    for number, segment in enumerate(segments):
        place = text.find(segment, at)
        at = place + len(segment)
        after = segments[number + 1] if number + 1 < len(segments) else ""
        who = _as_person(segment, place, after, known)
        if who is not None:
            if pending:
                yield Entry(pending, text[behind:last].strip(" ,;"))
            pending, behind = who, at
        last = at
    if pending:
        yield Entry(pending, text[behind:last].strip(" ,;"))


def _to_full_stop(text: str) -> str:
    """A list up to the full stop that ends it, not one within a form of address or a name."""
    match = re.search(r"\.(?:\s+[^\W\d_a-zà-ÿ]|\s*$)", text)
    return text[: match.start()] if match else text


def _as_person(segment: str, place: int, after: str, known: Known) -> Introduction | None:
    """Somebody, where a part of a list is a name and a post follows it."""
    segment = re.sub(r"^(?:et|and|y)\s+", "", segment)
    for who in find_addressed(segment):
        if not segment[: who.start].strip():
            return _shift(who, place)
    name = segment.partition(" (")[0]
    if not WHOLE_NAME.fullmatch(name) or not is_personal(name) or not POST.match(after):
        return None
    if known.find(name, "country", "organisation", "forum"):
        return None
    return Introduction("", name, "", place, place + len(name), place, place + len(name))


def _shift(who: Introduction, by: int) -> Introduction:
    places = {name: getattr(who, name) + by for name in ("start", "end", "name_start", "name_end")}
    return who._replace(**places)


def read_lists(taking: TakingPart, document: Document, sitting: Sitting | None) -> None:
    """The people and the States that a sentence lists."""
    for passage in document.passages:
        if passage.kind in ("note", "cell"):
            continue
        for entry in find_entries(passage.text, taking.known):
            if not taking.find(entry.who.name):
                taking.introduce(entry.who, passage, "speaker", "listed", told=entry.rest)
        if sitting:
            for listed in find_lists(passage, taking.known):
                add_participants(taking.draft, taking.known, passage, sitting, listed, whole=False)
