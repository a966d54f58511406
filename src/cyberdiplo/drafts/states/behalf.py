"""For whom else somebody speaks, where the text says it: « Fiji, on behalf of the Pacific Islands Forum, said »."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from cyberdiplo.drafts.points.cutting import widen
from cyberdiplo.drafts.proposal import both
from cyberdiplo.drafts.words import join, read_words
from cyberdiplo.messages import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cyberdiplo.drafts.people.taking_part import TakingPart
    from cyberdiplo.drafts.points.cutting import Point
    from cyberdiplo.drafts.points.statements import Voice

FOR = (
    r"(?:[Oo]n behalf of|ON BEHALF OF|[Ss]peaking (?:also )?for|[Aa]u nom d(?:e la|e l['’]|u|es|['’]|e)"
    r"|[Ee]n (?:nombre|representación) d(?:e la|e las|e los|el|e))"
    r"\s*(?:the\s+|THE\s+|les\s+)?"
    # « the ten (10) Member States of the », where a body's own name follows
    r"(?:(?:(?:[a-zà-ÿ]+|\d+)\s(?:\(\d+\)\s)?)?(?:[Mm]embers?(?: States| countries)?|États membres"
    r"|countries|pays|miembros)"
    r"\s(?:of|de la|de l['’]|du|des|del|de)\s*(?:the\s)?(?=[^\W\d_a-zà-ÿ]))?"
)
# A name, or how many: « 68 States », « a group of countries »; not « my delegation ».
WHOM = r"(?:(?:an?|une?)\s[^\W\d_][^,.;:()]{2,80}?|\d+\s[^,.;:()]{2,80}?|[^\W\d_a-zà-ÿ][^,.;:()]{1,80}?)"
AFTER = (
    r"and (?:its|my|our|(?:to |also |would |fully )*(?:align|associate|wish|like|thank|welcome|add|support|make)|I|we)"
    r"|as (?:the|it|we)|or|et (?:de )?(?:ses|mon|notre)|y (?:sus|mi)|on|to|at|in|today|this|aujourd['’]hui|hoy"
    r"|I|je|we|nous"
)


# « the statement made by the representative of Chile on behalf of »: somebody else speaks so.
OF_OTHER = re.compile(
    r"\b(?:(?:made|delivered|given|read|presented|prononcée?|faite?|pronunciad[oa]|realizada|hecha|leída)\b[^.;]{0,30}"
    r"\b(?:by|par|por)\b|(?:statement|declaration|intervention|remarks|déclaration|declaración|intervención)s?"
    r" (?:of|from|d[eu]|del?)\b)[^.;]{0,120}$",
    re.IGNORECASE,
)
# Of whom somebody is anyway: « on behalf of the Government and people of Norway ».
OWN = re.compile(
    r"(?:Government|People|Delegation|Cabinet|President|Prime Minister|Minister|Gouvernement|Peuple|Délégation"
    r"|Président|Gobierno|Pueblo|Delegación|Presidente)\b(?! Group)",
    re.IGNORECASE,
)


@cache
def on_behalf() -> re.Pattern[str]:
    """The words, with ``whom``; they end before a comma, a bracket, a verb of speaking, or what goes on otherwise."""
    verbs = join([row[0] for row in read_words("speech")])
    return re.compile(
        rf"\b{FOR}(?P<whom>{WHOM})(?=\s+(?:{AFTER})\b|\s+(?:a |ont |has |have |ha |s['’]est )?(?:{verbs})\b|[,.;:()]|$)"
    )


@cache
def aside() -> re.Pattern[str]:
    """The same between commas or in brackets behind who speaks."""
    return re.compile(
        rf"^\s*[,(]?\s*(?:(?:also )?speaking |s['’]exprimant |(?:parlant|intervenant|hablando) )?{on_behalf().pattern}"
        r"(?:\s(?:and|et|y)\s[^,()]{2,60})?\s*[,)]?\s*"
    )


def say_on_behalf(taking: TakingPart, voice: Voice, points: Iterable[Point]) -> None:
    """Write beside the one who speaks for whom, where one of these sentences says it."""
    if voice.attribution != "individual" or not voice.participations:
        return
    row = taking.draft.find("participations", [voice.participations[0]])
    for point in points:
        match = on_behalf().search(point.text)
        if (
            not match
            or OWN.match(match["whom"])
            or OF_OTHER.search(point.text[: match.start()])
            or row is None
            or row.cells.get("on_behalf_of_id")
            or row.cells.get("on_behalf_of_en")
        ):
            continue
        whom = match["whom"].strip()
        record = taking.known.find(whom, "forum", "organisation", "country", "process")
        if record and record != row.cells.get("country_id"):
            row.cells["on_behalf_of_id"] = record
        elif not record:
            row.cells |= both("on_behalf_of", taking.draft.lang, whom)
        row.doubts["on_behalf_of_id"] = tr("as the turn says: {words!r}", words=widen(point.text, *match.span()))
