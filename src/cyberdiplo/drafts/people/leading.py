"""Who led a meeting: beside the title of its report, by a footnote of it, or in a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cyberdiplo.drafts.people.introduced import find_addressed
from cyberdiplo.drafts.people.rows import find_row
from cyberdiplo.drafts.points.cutting import cut
from cyberdiplo.drafts.words import LEADER, LEADERS, speech, speech_within

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cyberdiplo.documents.passages import Passage
    from cyberdiplo.drafts.known import Known
    from cyberdiplo.drafts.people.introduced import Introduction
    from cyberdiplo.drafts.people.posted import Posted
    from cyberdiplo.drafts.people.taking_part import TakingPart

ARTICLE = r"(?:(?:el|la|los|las|le|l['’])\s*)?"  # Spanish puts one before a form of address
LED = r"(?:co-?)?(?:modérée?|animée?|présidée?|moderated|chaired|facilitated|presided over|presidid[oa]|moderad[oa])s?"
LED_BY = re.compile(rf"\b(?:{LED})\b(?:\s+[^\W\d_]+){{0,3}}?\s+(?:par|by|por)\s*{ARTICLE}$", re.IGNORECASE)
# A president may be that of a firm: the word alone, or of a meeting or of who meets.
MEETS = (
    r"(?:\s+(?:of the|of|du|de la|de l['’]|del)\s+(?:[\w-]+\s+){0,2}?(?:session|meeting|séance|réunion"
    r"|(?:working )?group|groupe"
    r"|committee|comité|commission|sesión|reunión|grupo|panel|assembly|assemblée|conference|conférence)\b[^.;,]{0,60})?"
)
BEFORE = re.compile(rf"(?P<word>{LEADER.pattern}){MEETS},\s*$", re.IGNORECASE)
TWICE = 2  # paragraphs, from which the first person is no quotation
UNDER = re.compile(
    r"\b(?:sous la (?:co-?)?présidence d[eu]|under the (?:co-?)?chair(?:man|woman|person)?ship of"
    r"|bajo la (?:co-?)?presidencia del?)\s*(?:la\s+)?$",
    re.IGNORECASE,
)
IN_CHAIR = re.compile(r"\s*(?:in the chair|presiding)\b", re.IGNORECASE)
AFTER = re.compile(rf",?\s*(?:the |le |la |el )?(?P<word>{LEADER.pattern}){MEETS}\s*(?:[,.;)]|$)", re.IGNORECASE)
# Behind a row of people at the head of a sentence: « co-chaired the meeting », « ont présidé l'atelier ».
LEAD = re.compile(
    r"\b(?:jointly\s)?(?:(?:co-?)?(?:chaired|moderated|facilitated|presided over)\s(?:the|this|both|all)\b"
    r"|(?:a|ont)\s(?:conjointement\s)?(?:co-?)?(?:présidé|modéré|animé)\s(?:l['’]|(?:la|le|les|cette|ce)\s)"
    r"|(?:co-?)?(?:presid|moder)(?:ó|aron|ieron)\s(?:la|el|las|los|esta|este)\s)",
    re.IGNORECASE,
)
# Before such a row: « co-chaired by », « under the chairmanship of », « The Co-Chairs, ».
LED_BEFORE = re.compile(
    rf"\b(?P<word>(?:{LED}))\b(?:\s+(?!by\b|par\b|por\b)[^\W\d_]+){{0,3}}?\s+(?:par|by|por):?\s"
    r"|\b(?:sous la (?P<word2>(?:co-?)?présidence) (?:conjointe )?d(?:e|u|(?=['’]))"
    r"|under the (?:joint )?(?P<word3>(?:co-?)?chair)\w*ship of"
    r"|bajo la (?P<word4>(?:co-?)?presidencia) (?:conjunta )?de)\b"
    r"|(?:^|\b[Tt]he |\b[Ll]es |\b[Ll]os )(?P<word5>[Cc]o-?(?:[Cc]hairs?|[Mm]oderators?|[Ff]acilitators?"
    r"|[Pp]résidente?s|[Pp]residentes))"
    rf"{MEETS}\s?[,:]\s",
    re.IGNORECASE,
)


def find_leader(taking: TakingPart, passages: Sequence[Passage], head: Sequence[Passage]) -> str:
    """The participation of who led: beside the title, by its footnote, or « moderated by » in the text; or empty."""
    for passage in head:
        if not (match := LEADER.search(passage.text)):
            continue
        role = find_role(match[0])
        for who in find_addressed(passage.text[match.end() :]):
            return taking.introduce(shift(who, match.end()), passage, role, "led")
        for note in filter(None, (taking.notes.get(number) for number, _ in passage.marks)):
            for who in find_addressed(note.text):
                taking.bound.add(note.place)
                return taking.introduce(who, note, role, "led")
    named = [(passage, who) for passage in (*head, *passages) for who in find_addressed(passage.text)]
    for passage, who in named:
        if len(who.name.split()) > 1:
            is_author = passage in head and REPORT_BY.search(passage.text[: who.start])
            if role := "chair" if is_author else _find_led(passage.text, who):
                return taking.introduce(who, passage, role, "led")
    return ""


def _find_led(text: str, who: Introduction) -> str:
    """The role of somebody who led, as a sentence says: « moderated by X », « X, Chair », « the Chair, X, »."""
    before, after = text[: who.start], text[who.end : who.end + 60]
    if UNDER.search(before) or IN_CHAIR.match(after):
        return "chair"
    if match := LED_BY.search(before):
        return "chair" if re.search("prés|chair|presid", match[0].strip(), re.I) else "moderator"
    match = AFTER.match(after) or BEFORE.search(before)
    return find_role(match["word"]) if match else ""


def read_leaders(taking: TakingPart, passages: Sequence[Passage]) -> list[str]:
    """The participations of all who led together, or one after the other, by sentences that say so."""
    leaders: list[str] = []
    for passage in passages:
        if passage.kind in ("note", "cell"):
            continue
        for point in cut(passage.text):
            offset = passage.text.find(point.text, point.start)
            role, row = find_leaders(point.text, taking.known)
            leaders += [_lead(taking, passage, posted, offset, role) for posted in row]
    return list(dict.fromkeys(leader for leader in leaders if leader))


def _lead(taking: TakingPart, passage: Passage, posted: Posted, offset: int, role: str) -> str:
    """The participation of one of those who led."""
    who, told = shift(posted.who, offset), posted.title or None
    there = taking.find(who.name)
    return there or taking.introduce(who, passage, role, "led_together", told=told, where="before_name")


def find_leaders(sentence: str, known: Known) -> tuple[str, list[Posted]]:
    """The role and the people of a sentence that says who led: a row behind « co-chaired by », or before the verb."""
    for match in LED_BEFORE.finditer(sentence):
        word = next(group for group in match.groups() if group)
        if row := find_row(sentence, match.end(), known):
            return _role_of(word), row
    verb = LEAD.search(sentence)
    row = list(_find_ahead(sentence, verb.start(), known)) if verb else []
    return (_role_of(verb[0]), row) if verb and row else ("", [])


def says_who_led(sentence: str, known: Known) -> bool:
    """Whether a sentence says of those at its head that they led, and nothing that they said."""
    match = LEAD.search(sentence)
    return match is not None and next(_find_ahead(sentence, match.start(), known), None) is not None


def _find_ahead(sentence: str, end: int, known: Known) -> Iterator[Posted]:
    """The row of people that stands between the head of a sentence and its verb, where nobody speaks between."""
    start = 0
    if opening := re.match(r"[^,.;:]{3,80},\s+", sentence[:end]):
        start = 0 if find_row(sentence[:end], 0, known) else opening.end()
    row = find_row(sentence[:end], start, known)
    if row and not speech_within().search(sentence[row[-1].who.end : end]):
        yield from row


def _role_of(word: str) -> str:
    return "chair" if re.search("prés|chair|presid", word, re.IGNORECASE) else "moderator"


LEADER_SPEAKS = re.compile(
    rf"^(?:[^.;:,]{{0,60}},\s*)?(?:the |le |la |l['’]|el )(?:{LEADER.pattern}){MEETS}\s+(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)


def is_leader_speaking(sentence: str) -> bool:
    """Whether a sentence reports what whoever led said, by the role alone: « The Chair welcomed »."""
    match = LEADER_SPEAKS.match(sentence)
    return bool(match and speech().match(match["rest"]))


REPORT_BY = re.compile(
    r"\b(?:report|rapport|informe)\s+(?:by|of|de|du|del|par|por)\s*(?:the |la |l['’]|el )?$", re.IGNORECASE
)
FIRST_PERSON = re.compile(
    r"\b(?:I (?:have|held|am|would|met)|my (?:consultations|own|responsibility)|j['’]ai|je (?:suis|me)"
    r"|he (?:seguido|mantenido|celebrado)|mantuve|presento|celebré|observé|mi (?:condición|responsabilidad))\b"
)


def is_in_first_person(passages: Sequence[Passage]) -> bool:
    """Whether a report is whoever led's own words: several paragraphs have them in the first person."""
    return sum(FIRST_PERSON.search(passage.text) is not None for passage in passages) >= TWICE


def find_role(word: str) -> str:
    """The role that a word says: moderator, chair, rapporteur."""
    return next((role for role, words in LEADERS.items() if re.match(words, word, re.I)), "chair")


def shift(who: Introduction, by: int) -> Introduction:
    """The same person, so many characters further on."""
    return who._replace(
        start=who.start + by, end=who.end + by, name_start=who.name_start + by, name_end=who.name_end + by
    )
