"""States whose voice a sentence tells behind « by »: « echoed by Chile and Peru », « statements were made by »."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cyberdiplo.drafts.gathering import BETWEEN

if TYPE_CHECKING:
    from cyberdiplo.drafts.known import Mention

# What is made by speaking, and what others take up by speaking.
SAID = (
    r"statements?|interventions?|remarks|comments?|views?|proposals?|positions?|suggestions?|concerns?|questions?"
    r"|points?|calls?|support|reservations?|opposition|presentations?|explanations?|sentiments?|idea|amendments?"
    r"|requests?|motion|opinions?|objections?|wording|language|paragraphs?|text"
    r"|déclarations?|observations?|vues?|propositions?|préoccupations?|point de vue|avis|exposés?|demandes?|idée"
    r"|amendements?|réserves?|explications?"
    r"|declaraci(?:ón|ones)|intervenci(?:ón|ones)|observaci(?:ón|ones)|propuestas?|opini(?:ón|ones)"
    r"|preocupaci(?:ón|ones)|preguntas?|solicitud|enmiendas?|posici(?:ón|ones)|reservas?"
)
DONE = (
    r"supported|shared|reiterated|raised|expressed|made|delivered|voiced|proposed|suggested|welcomed|opposed"
    r"|introduced|given|heard|offered|put forward|endorsed|joined"
    r"|appuyée?s?|soutenue?s?|partagée?s?|reprise?s?|faites?|formulée?s?|exprimée?s?|soulevée?s?|prononcée?s?"
    r"|présentée?s?"
    r"|(?:apoyad|secundad|respaldad|compartid|formulad|hech|expresad|plantead|pronunciad|realizad|presentad)[oa]s?"
)
OF = r"(?:\s*(?:the|les?|la|los|las|el|l['’]))?"
WHO = (
    r"(?:\s*(?:representatives?|delegat(?:es?|ions?)|observers?|représentante?s?|délégations?|déléguée?s?"
    r"|representantes?|delegaci(?:ón|ones)|delegad[oa]s?)\s+(?:of|from|de|du|des|del|d['’]))?"
)
BY = rf"\s+(?:by|par|por|from|de):?{OF}{WHO}{OF}\s*"
SECONDED = re.compile(
    # « This view was shared by »
    rf"^[^.;:]{{0,80}}?\b(?:{SAID})\b[^.;]{{0,80}}?\b(?:{DONE}){BY}$"
    # « seconded by » has one meaning
    rf"|\b(?:echoed|seconded|co-?sponsored|secundad[oa]s?|secondée?s?){BY}$"
    # « , supported by Peru, » behind who speaks first
    rf"|^[^.;:]{{0,120}},\s(?:supported|joined|backed|appuyée?s?|soutenue?s?|rejointe?s?|apoyad[oa]s?|respaldad[oa]s?"
    rf"|con el apoyo){BY}$"
    # « heard statements from »
    rf"|\b(?:heard|entendu|escuchó)\s(?:[a-zà-ÿ]+\s)?(?:{SAID}){BY}$",
    re.IGNORECASE,
)
# « The following States took the floor: »
ROLL = re.compile(
    r"^(?=.{0,160}\b(?:floor|spoke|speakers|statements?|intervened|parole|prononcé|intervenants?|orateurs|palabra"
    r"|intervinieron|oradores)\b)(?=.{0,160}\b(?:following|suivante?s?|siguientes?|floor|parole|palabra)\b)"
    rf"[^.;]{{5,200}}?(?::|\bby|\bpar|\bpor|\bwere|\bétaient|\bfueron){OF}{WHO}{OF}\s*$",
    re.IGNORECASE,
)


def find_seconders(plain: str, mentions: list[Mention]) -> list[Mention]:
    """The States, one or a row of them, that stand behind such words."""
    for at, mention in enumerate(mentions):
        before = plain[: mention.start]
        if mention.kind == "country" and (SECONDED.search(before) or ROLL.search(before)):
            run = [mention]
            for other in mentions[at + 1 :]:
                if other.kind != "country" or not BETWEEN.fullmatch(plain[run[-1].end : other.start]):
                    break
                run.append(other)
            return run
    return []
