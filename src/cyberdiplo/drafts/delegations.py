"""States that speak without a person who is named: « Japan's representative », « said the delegate of Chile »."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.drafts.behalf import aside
from cyberdiplo.drafts.gathering import BETWEEN
from cyberdiplo.drafts.posted import blank_quotes, is_before_verb, is_behind_verb
from cyberdiplo.drafts.words import speech, speech_within

if TYPE_CHECKING:
    from collections.abc import Container

    from cyberdiplo.drafts.known import Known, Mention

LEAD_IN = 80  # characters before a State
FARTHEST = 400  # characters of a sentence among which the State stands that speaks
WHO = (
    r"(?:(?:permanent|deputy|special|foreign)\s)*(?:representatives?|delegat(?:es?|ions?)|observers?"
    r"|envoys?|speakers?|ambassadors?)"
    r"|représentante?s?(?: permanente?s?)?|délégations?|déléguée?s?|observateurs?|observatrice|porte-parole"
    r"|representantes?|delegaci(?:ón|ones)|delegad[oa]s?|observador(?:es|a)?"
)
GENITIVE = re.compile(rf"['’]s?\s+(?:{WHO})\b", re.IGNORECASE)
OF = re.compile(
    rf"(?P<phrase>(?:(?:the|les?|la|los|las|el|l['’])\s*)?\b(?:{WHO})\s+"
    r"(?:of|for|de|du|des|del|d['’])\s*(?:(?:the|la|l['’]|los|las|les?)\s*)?)$",
    re.IGNORECASE,
)
ACCORDING = re.compile(
    r"^(?:according to|selon|d'après|según|pour|para|for)(?:\s(?:the|les?|la|el))?\s*$|^(?:pour"
    r"|selon)\s+(?:les?|la|l['’])$",
    re.I,
)


class States(NamedTuple):
    """Who speaks in a sentence, as it names them, and whether the sentence says that they are delegations."""

    mentions: list[Mention]
    told: bool


def find_states(text: str, known: Known, *, alone: bool, own: Container[str] = ()) -> States | None:
    """The States whose words a sentence reports; ``alone`` where a bare State may be one that speaks."""
    plain = blank_quotes(text[:FARTHEST])
    mentions = list(known.mentions(plain, kinds=("country",)))
    for at, mention in enumerate(mentions):
        before, after = plain[: mention.start], plain[mention.end :]
        genitive, of = GENITIVE.match(after), OF.search(before)
        if not (genitive or of):
            continue
        run = [mention] if genitive else _follow(mentions[at:], plain)
        head = before[: of.start("phrase")] if of else re.sub(r"\b(?:the|The)\s$", "", before)
        rest = after[genitive.end() :] if genitive else plain[run[-1].end :]
        if is_behind_verb(head) or ACCORDING.match(head.strip()):
            return States(run, told=True)
        is_head = of is not None and _opens_sentence(head)
        if is_head or (is_before_verb(_skip_aside(rest)) and not speech_within().search(head)):
            return States(run, told=True)
    run = _follow(mentions, plain) if mentions else []
    if not alone or not run or {item.record_id for item in run if item.record_id in own}:
        return None
    head = plain[: run[0].start]
    if _opens_sentence(head) and speech().match(_skip_aside(plain[run[-1].end :]).lstrip()):
        return States(run, told=False)
    return None


def _skip_aside(rest: str) -> str:
    return aside().sub("", rest, count=1)


def _opens_sentence(head: str) -> bool:
    """Whether nothing stands before a State, or what a sentence opens with: « For its part, »."""
    head = re.sub(r"(?:^|(?<=\s))(?:the|la|le|l['’]|les|el|los|las)\s*$", "", head, flags=re.IGNORECASE).strip()
    return not head or (head.endswith(",") and len(head) < LEAD_IN and not speech_within().search(head))


def _follow(mentions: list[Mention], text: str) -> list[Mention]:
    """The first State and those that follow it in a row: « Japan, Chile and Peru »."""
    run = mentions[:1]
    for mention in mentions[1:]:
        if not BETWEEN.fullmatch(text[run[-1].end : mention.start]):
            break
        run.append(mention)
    return run
