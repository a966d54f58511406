"""States whose voice a sentence tells behind « by »: « echoed by Chile and Peru », « statements were made by »."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cyberdiplo.drafts.states.gathering import BETWEEN
from cyberdiplo.drafts.words import speech

if TYPE_CHECKING:
    from cyberdiplo.drafts.known import Mention

# What is made by speaking, and what others take up by speaking.
SAYING = (
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
    r"|introduced|given|heard|offered|put forward|endorsed|joined|presented|tabled|moved|submitted"
    r"|appuyée?s?|soutenue?s?|partagée?s?|reprise?s?|faites?|formulée?s?|exprimée?s?|soulevée?s?|prononcée?s?"
    r"|présentée?s?"
    r"|(?:apoyad|secundad|respaldad|compartid|formulad|hech|expresad|plantead|pronunciad|realizad|presentad)[oa]s?"
)
AND_OTHERS = re.compile(
    r"^,?\s(?:and|et|y)\s(?:many |several |some )?(?:others?|d['’]autres|otros|otras)(?:\s[a-z]+)?,?", re.I
)
OF = r"(?:\s*(?:the|les?|la|los|las|el|l['’]))?"
WHO = (
    r"(?:\s*(?:representatives?|delegat(?:es?|ions?)|observers?|représentante?s?|délégations?|déléguée?s?"
    r"|representantes?|delegaci(?:ón|ones)|delegad[oa]s?)\s+(?:of|from|de|du|des|del|d['’]))?"
)
BY = rf"\s+(?:by|par|por|from|del?):?{OF}{WHO}{OF}\s*"
SECONDED = re.compile(
    # « This view was shared by »
    rf"^[^.;:]{{0,160}}?\b(?:{SAYING})\b[^.;]{{0,200}}?\b(?:{DONE}){BY}$"
    # « seconded by » has one meaning
    rf"|\b(?:echoed|seconded|co-?sponsored|secundad[oa]s?|secondée?s?){BY}$"
    # « , supported by Peru, » behind who speaks first
    rf"|^[^.;:]{{0,120}},\s(?:supported|joined|backed|appuyée?s?|soutenue?s?|rejointe?s?|apoyad[oa]s?|respaldad[oa]s?"
    rf"|con el apoyo){BY}$"
    # « heard statements from »
    rf"|\b(?:heard|entendu|escuchó)\s(?:[a-zà-ÿ]+\s)?(?:{SAYING}){BY}$",
    re.IGNORECASE,
)
# « The following States took the floor: »
ROLL = re.compile(
    r"^(?=.{0,160}\b(?:floor|spoke|speakers|statements?|intervened|parole|prononcé|intervenants?|orateurs|palabra"
    r"|intervinieron|oradores)\b)(?=.{0,160}\b(?:following|suivante?s?|siguientes?|floor|parole|palabra)\b)"
    rf"[^.;]{{5,200}}?(?::|\bby|\bpar|\bpor|\bwere|\bétaient|\bfueron){OF}{WHO}{OF}\s*$",
    re.IGNORECASE,
)


# « Countries such as Chile and Peru », « some delegations (Chile, Peru) », before what they said.
SUCH_AS = re.compile(
    r"\b(?:countries|states|delegations|members|member states|participants|speakers|others|representatives|governments"
    r"|pays|états|délégations|membres|participants|orateurs|intervenants|autres"
    r"|países|estados|delegaciones|miembros|participantes|oradores|otros|otras)"
    r"(?:,?\s(?:such as|including|like|among (?:them|which)|notably|in particular|namely|tels? que"
    r"|telles que|comme|dont"
    r"|notamment|parmi lesquels|tales como|como|entre (?:ellos|ellas|otros)|incluid[oa]s?)"
    r"|,?\s(?:e\.g\.|for example),?|\s?[(—–:])\s*"
    r"(?:the\s|la\s|le\s|les\s|l['’]|el\s|los\s)?$",
    re.IGNORECASE,
)
# « As highlighted by Chile, », « Comme l'a souligné le Chili, ».
AS_SAID_BY = re.compile(
    r"\b(?:as|comme|como)\s(?:also\s|already\s|previously\s)?(?:(?:was|has been|l['’]a(?: également)?|lo)\s)?"
    r"(?:raised|highlighted|noted|pointed out|mentioned|stressed|suggested|stated|emphasi[sz]ed|underlined|explained"
    r"|proposed|indicated|observed|reported|argued"
    r"|souligné|indiqué|relevé|rappelé|noté|mentionné|proposé|expliqué|dit"
    r"|señaló|indicó|subrayó|destacó|mencionó|propuso|explicó|dijo)(?:\sby)?\s(?:the\s|la\s|le\s"
    r"|les\s|l['’]|el\s|los\s)?$",
    re.IGNORECASE,
)
# « India was supported by », « Le Chili a été appuyé par »: a State as what others took up.
WAS_SECONDED = re.compile(
    r"^\s(?:was|were|a été|ont été|fue|fueron)\s(?:(?:also|strongly|fully|également)\s)?(?:supported"
    r"|seconded|backed|joined"
    r"|opposed|appuyée?s?|soutenue?s?|rejointe?s?|apoyad[oa]s?|respaldad[oa]s?|secundad[oa]s?)"
    r"\s(?:by|par|por)\s(?:the\s|la\s|le\s|l['’]|el\s)?$",
    re.IGNORECASE,
)


def find_examples(plain: str, mentions: list[Mention]) -> list[Mention]:
    """The States that a sentence names as some of those that spoke, or as whose view something is."""
    for at, mention in enumerate(mentions):
        before = plain[: mention.start]
        if mention.kind != "country" or not (SUCH_AS.search(before) or AS_SAID_BY.search(before)):
            continue
        run = follow(mentions[at:], plain)
        rest = AND_OTHERS.sub("", plain[run[-1].end :], count=1)
        if AS_SAID_BY.search(before) or speech().match(rest.lstrip(" ,;)—–")):
            return run
    return []


def follow(mentions: list[Mention], plain: str) -> list[Mention]:
    """The first State and those that follow it in a row: « Japan, Chile and Peru »."""
    run = mentions[:1]
    for mention in mentions[1:]:
        if not BETWEEN.fullmatch(plain[run[-1].end : mention.start]):
            break
        run.append(mention)
    return run


def find_seconders(plain: str, mentions: list[Mention]) -> list[Mention]:
    """The States, one or a row of them, that stand behind such words."""
    for at, mention in enumerate(mentions):
        before = plain[: mention.start]
        is_second = at > 0 and WAS_SECONDED.match(plain[mentions[at - 1].end : mention.start])
        if mention.kind == "country" and (is_second or SECONDED.search(before) or ROLL.search(before)):
            return [item for item in follow(mentions[at:], plain) if item.kind == "country"]
    return []
