"""People in a list: « speakers were: Jane Doe, Minister of Trade of Chile, John Roe, Director, Firm Ltd »."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.drafts.people.introduced import NAME, Introduction, find_addressed, is_personal
from cyberdiplo.drafts.people.leading import shift
from cyberdiplo.drafts.people.posted import blank_quotes
from cyberdiplo.drafts.people.rows import find_row
from cyberdiplo.drafts.points.cutting import cut
from cyberdiplo.drafts.posts.reading import split_segments
from cyberdiplo.drafts.posts.words import POST
from cyberdiplo.drafts.states.gathering import add_participants, find_lists

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cyberdiplo.documents.passages import Passage
    from cyberdiplo.drafts.genres.sitting import Sitting
    from cyberdiplo.drafts.known import Known
    from cyberdiplo.drafts.people.posted import Posted
    from cyberdiplo.drafts.people.taking_part import TakingPart

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
# What is done by speaking, and by whom: « with opening remarks by », « a presentation by », « was opened by ».
SPEECH_BY = re.compile(
    r"\b(?:remarks|address(?:es)?|speech(?:es)?|statements?|presentations?|interventions?|introductions?|briefings?"
    r"|keynotes?|lectures?|talks?|opened|closed|inaugurated|delivered|introduced|presented|addressed|given|made"
    r"|allocutions?|discours|exposés?|présentations?|mots?|déclarations?|ouverte?s?|close|clôturée?s?|prononcée?s?"
    r"|présentée?s?|faites?"
    r"|palabras|discursos?|intervenci(?:ón|ones)|presentaci(?:ón|ones)|declaraci(?:ón|ones)|inaugurad[oa]s?"
    r"|clausurad[oa]s?|pronunciad[oa]s?|presentad[oa]s?|abiert[oa]s?|a cargo)"
    r"(?:\s(?:were|was)\s(?:made|given|delivered))?\s+(?:by|from|par|por|de|del)\s+(?:the\s|la\s|le\s|el\s|l['’])?",
    re.IGNORECASE,
)
DELEGATION = re.compile(r"\b(?:delegation|délégation|delegación|consultations|consultas)\b", re.IGNORECASE)
HEADED_BY = re.compile(
    r"\b(?:delegation|délégation|delegación|consultations|consultas)\b[^.;:]{0,80}?\b(?:led|headed"
    r"|dirigée?s?|conduite?s?|menée?s?"
    r"|encabezad[oa]s?|presidid[oa]s?|liderad[oa]s?)\s(?:by|par|por)\s(?:the\s|la\s|le\s|el\s|l['’])?",
    re.IGNORECASE,
)
HEADS = re.compile(
    r",?\s(?:led|headed|a (?:conduit|dirigé|mené)|encabezó|lideró|presidió)\s(?:the|la|l['’]|a)\s?(?:[\w-]+\s){0,3}?"
    r"(?:delegation|délégation|delegación)\b",
    re.IGNORECASE,
)
# Before them, where what was said is only spoken of.
ONLY_TOLD = re.compile(
    r"\b(?:recall\w*|took note|tak\w+ note|noted|noting|cit(?:ed|ing)|referr\w+|referenc\w+|welcom(?:ed|ing)|quot\w+"
    r"|follow(?:ed|ing) up|based|based on|pursuant|according|rappel\w+|prend note|pris note|se référ\w+|citant"
    r"|salu\w+|recordando|tomó nota|refirió|citó)\b",
    re.IGNORECASE,
)


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
            return shift(who, place)
    name = segment.partition(" (")[0]
    if not WHOLE_NAME.fullmatch(name) or not is_personal(name) or not POST.match(after):
        return None
    if known.find(name, "country", "organisation", "forum"):
        return None
    return Introduction("", name, "", place, place + len(name), place, place + len(name))


def read_list(taking: TakingPart, passage: Passage, sitting: Sitting | None) -> None:
    """The people that a sentence lists, and the States, where there is a ``sitting`` in which they take part."""
    if passage.kind in ("note", "cell"):
        return
    for entry in find_entries(passage.text, taking.known):
        if not taking.find(entry.who.name):
            taking.introduce(entry.who, passage, "speaker", "listed", told=entry.rest)
    if sitting:
        for listed in find_lists(passage, taking.known):
            add_participants(taking.draft, taking.known, passage, sitting, listed, whole=False)


def read_speeches(taking: TakingPart, passages: Iterable[Passage]) -> None:
    """Those of whom a sentence tells that they spoke, and not what they said: « with remarks by Ms Roe and Mr Doe »."""
    for passage in passages:
        if passage.kind in ("note", "cell"):
            continue
        for point in cut(passage.text):
            offset = passage.text.find(point.text, point.start)
            for posted in find_speeches(point.text, taking.known):
                if not taking.find(posted.who.name):
                    taking.introduce(
                        shift(posted.who, offset), passage, "speaker", "said_by", told=posted.title or None,
                        where="before_name",
                    )  # fmt: skip


def read_heads(taking: TakingPart, passages: Iterable[Passage]) -> None:
    """Those who led a delegation: « the delegation of Chile was led by », « Ms Roe led the delegation »."""
    for passage in passages:
        if passage.kind in ("note", "cell") or not DELEGATION.search(passage.text):
            continue
        for point in cut(passage.text):
            offset = passage.text.find(point.text, point.start)
            behind = HEADED_BY.search(point.text)
            row = find_row(point.text, behind.end(), taking.known)[:1] if behind else []
            if not row and (before := HEADS.search(point.text)):
                row = find_row(point.text[: before.start()], 0, taking.known)[:1]
            for posted in row:
                if not taking.find(posted.who.name):
                    taking.introduce(
                        shift(posted.who, offset), passage, "participant", "headed", told=posted.title or None,
                        where="before_name",
                    )  # fmt: skip


def find_speeches(sentence: str, known: Known) -> list[Posted]:
    """The people behind words that say that somebody spoke."""
    plain = blank_quotes(sentence)
    row_posts: list[Posted] = []
    for match in SPEECH_BY.finditer(plain):
        if not ONLY_TOLD.search(plain[: match.start()]):
            row = find_row(plain, match.end(), known)
            row_posts += [posted for posted in row if posted.who.start >= (row_posts[-1].who.end if row_posts else 0)]
    return row_posts
