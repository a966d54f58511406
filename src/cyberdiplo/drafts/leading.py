"""Who led a meeting: beside the title of its report, by a footnote of it, or in a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cyberdiplo.drafts.people import find_addressed
from cyberdiplo.drafts.words import LEADER, LEADERS, speech

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyberdiplo.documents.passages import Passage
    from cyberdiplo.drafts.people import Introduction
    from cyberdiplo.drafts.taking_part import TakingPart

ARTICLE = r"(?:(?:el|la|los|las|le|l['’])\s*)?"  # Spanish puts one before a form of address
LED_BY = re.compile(
    r"\b(?:modérée?|animée?|présidée?|moderated|chaired|facilitated|presidida|moderada)\b"
    rf"(?:\s+[^\W\d_]+){{0,3}}?\s+(?:par|by|por)\s*{ARTICLE}$",
    re.IGNORECASE,
)
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
        return "chair" if re.match("prés|chair|presid", match[0].strip(), re.I) else "moderator"
    match = AFTER.match(after) or BEFORE.search(before)
    return find_role(match["word"]) if match else ""


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
