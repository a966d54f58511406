"""The words by which a report or press release tells whose words it reports: at a sentence's head, before, behind."""

from __future__ import annotations

import re

from cyberdiplo.drafts.people.appositions import FARTHEST
from cyberdiplo.drafts.people.introduced import NAME
from cyberdiplo.drafts.people.leading import ARTICLE
from cyberdiplo.drafts.posts.words import POST
from cyberdiplo.drafts.words import (
    ANY_VERB,
    AUXILIARY,
    FOR_PART,
    GOVERNS,
    PARTICLES,
    SOURCE,
    WHEN,
    join,
    read_words,
    speech,
    speech_within,
)

LEAD_IN = re.compile(
    r"^(?:\d{1,3}\.\s+)?(?:[^.;]{0,80},\s*|(?:selon|pour|d'après|comme|according to|for|según|para|after|après)\s+"
    rf"|(?:the speakers? were|les orateurs étaient|los oradores fueron)\s*:?\s*)?{ARTICLE}$",
    re.IGNORECASE,
)
# « opened by », also before a title that is no form of address: « by Federal Councillor Mr Roe ».
BY = re.compile(rf"\b(?i:par|by|por|de la part de|from)\s*(?i:{ARTICLE})(?:[A-ZÀ-Þ]\w+\s+){{0,2}}$")
JOINT = r"(?:,|\bet\b|\band\b|\by\b|\be\b|&|ainsi que|as well as)"
CHAIN = re.compile(rf"^(?:.{{0,160}}?{JOINT})?\s*{ARTICLE}$", re.DOTALL | re.IGNORECASE)
# « The Committee took note »: whoever spoke before has ended.
BODY_ACTS = re.compile(
    r"^(?:(?:The|Le|La|El|L['’])\s*)?(?:[A-Z]{2,}[\w-]*|(?i:committee|group|working group|council|commission|comité"
    r"|groupe|conseil|commission|grupo|consejo|comisión))\s+(?i:also |then |further )?"
    r"(?i:took note|takes note|adopted|decided|reviewed|agreed|approved|prend note|a pris note|a adopté|a décidé|adopte"
    r"|décide|tomó nota|aprobó|decidió|adoptó)\b"
)
# By what a paragraph of a press release says that it goes on with whoever spoke before.
GOES_ON = re.compile(
    r"^[“\"«]|\b(?:he|she|they)\s+\w+(?:ed|aid)\b|\b(?:said|added|a-t-il|a-t-elle|ajoute-t-il"
    r"|ont-ils)\b|\b(?:dijo|añadió|agregó)\b",
    re.IGNORECASE,
)
# « Mr Roe (Chile), who recalled »: what somebody said in a sentence that begins with another.
VERBS = rf"{AUXILIARY}(?:{join([row[0] for row in read_words('speech')])})"
RELATIVE = re.compile(rf"(?:,[^.;]{{3,200}})?\s*,?\s*(?:qui|who|quien|quienes)\s+(?i:{VERBS})\b")
POST_OR_WORK = re.compile(
    rf"{POST.pattern.removeprefix('^')}|\b(?:journalist|ambassador|commissioner)\b", re.IGNORECASE
)
PRONOUN = re.compile(
    r"(?:[^,.;“«\"]{0,120},\s*)?(?:il|elle|ils|elles|he|she|they|él|ella|ellos|ellas)\b", re.IGNORECASE
)
# « The Ambassador added », « La Embajadora aclaró »: whoever spoke before, by the office alone.
OFFICE_AGAIN = re.compile(
    r"(?:[^,.;“«\"]{0,120},\s*)?(?:the|le|la|el|l['’])\s*(?:[\w-]+\s)?(?:ambassador|minister"
    r"|secretary-general|diplomat|official"
    r"|representative|delegate|observer|commissioner|director|president|chair\w*|speaker|expert"
    r"|ambassad(?:eur|rice)|ministre|responsable"
    r"|diplomate|représentante?|déléguée?|observat(?:eur|rice)|directeur|directrice|présidente?|embajadora?|ministr[oa]|diplomátic[oa]|delegad[oa]|representante"
    r"|president[ea]|funcionari[oa]|directora?|canciller|secretari[oa])\s+"
    r"(?:(?:of|for|de|du|d['’]|del)\s?(?:the\s|la\s|l['’])?\S+\s){0,2}(?=(?P<rest>\S.*))",
    re.IGNORECASE | re.DOTALL,
)
# What an office that speaks again does, whichever verb it is.
OFFICE_ACTS = re.compile(rf"(?:se\s)?(?:also\s|también\s|[a-zà-ÿ]+ly\s)?{ANY_VERB}\b", re.IGNORECASE)
QUOTED_ALONE = re.compile(rf"[“«\"][^”»\"]{{3,}}[”»\"]\s*,?\s*{ANY_VERB}\s*[,.]")
CLOSING = re.compile(
    r"\b(?:intervenants|participants|orateurs|panélistes|délégations|speakers|panellists|panelists|delegations"
    r"|oradores|panelistas|delegaciones)\b",
    re.I,
)


AGAIN = re.compile(rf"(?:[^,;:“”«»]{{3,160}},\s+)?(?P<name>(?:(?:{PARTICLES})\s)?{NAME})(?=\s)")
# « ” said Roe », « according to Roe »: the family name behind the verb, at the end of a part of the sentence.
AGAIN_BEHIND = re.compile(
    rf"(?:[”»\"]\s*,?\s*{ANY_VERB}|,\s(?i:{VERBS}|{SOURCE}))\s+{FOR_PART}"
    rf"(?P<name>(?:(?:{PARTICLES})\s)?{NAME})(?=\s*[,.;:“«\"]|\s[a-zà-ÿ]|$)"
)
# « ” del Castillo concluded »: the family name before the verb, behind what is quoted.
AGAIN_BEFORE = re.compile(rf"[”»\"]\s*,?\s*(?P<name>(?:(?:{PARTICLES})\s)?{NAME})\s+{ANY_VERB}\b")
# « According to Roe, »: the family name at the head of the sentence.
AGAIN_SOURCE = re.compile(rf"(?i:{SOURCE}|pour|para|for)\s+(?P<name>(?:(?:{PARTICLES})\s)?{NAME}),\s")
ONE_OF = re.compile(r"(?:an?|une?|una)\s+[a-zà-ÿ]", re.IGNORECASE)


# « Dr Roe from the Ministry of Trade presented », « Ambassador Roe of Chile, »: of whom somebody is, without a comma.
OF_BODY = re.compile(
    r"(?:from|of|with|at|du|de la|de l['’]|del|de|à|chez)\s*(?:the\s|la\s|el\s)?(?=[^\W\d_a-zà-ÿ])"
    rf"[^,.;:()]{{2,110}}?(?=,|\s(?:{VERBS}\b|{GOVERNS}))\s?"
)
SOURCE_AHEAD = re.compile(rf"\s*(?i:{SOURCE}|para|for)\s+{ARTICLE}$")


# « One participant asked », « Un intervenant »: somebody else again, whom nobody names.
INDEFINITE = re.compile(
    r"(?:[^,.;]{3,60},\s)?(?:an?|one|another|other|some|un|une|otro|otra|une? autre|d['’]autres)\s(?:other\s)?"
    r"(?:participants?|speakers?|delegat\w+|members?|panell?ists?|representatives?|experts?|intervenante?s?|orat\w+"
    r"|délégations?|délégués?|panélistes?|oradora?e?s?|panelistas?|delegad[oa]s?|delegaci\w+)\b",
    re.IGNORECASE,
)


# A record of a sitting tells in every paragraph what whoever begins it said, whichever the verb is.
RECORD = re.compile(
    r"\b(?:summary records?|provisional record|minutes of|comptes? rendus? (?:analytiques?|sommaires?)|procès-verbal"
    r"|actas? (?:resumidas?|de la (?:sesión|reunión))|actas? aprobadas?)\b",
    re.IGNORECASE,
)
# What somebody does there who says nothing by it.
IN_ROOM = re.compile(
    r"\s*,?\s*(?:(?:was|were|is|had been) (?:elected|invited|appointed|absent|present)|took (?:the chair|over"
    r"|(?:a )?(?:seats?|places?))|resumed the chair|(?:withdrew|left|entered|joined)(?=[.,;]|$| the room)"
    r"|presided|in the chair"
    r"|(?:re)?prend (?:la présidence|place)|prennent place|assume la présidence|est (?:élue?|invitée?|nommée?)"
    r"|se retire|préside|a (?:pris place|pris la présidence|été élue?)"
    r"|(?:asume|ocupa|vuelve a ocupar) la presidencia|toma asiento|se retira|(?:es|fue) elegid[oa]|preside)\b",
    re.IGNORECASE,
)


# What a sitting did: nobody says it.
SO_DECIDED = re.compile(
    r"(?:It was (?:so )?(?:decided|agreed)|The (?:draft|meeting|agenda|report|text|session|sitting|motion)\b[^.;]{0,80}"
    r"\b(?:was|were|rose|is)\b|Il en est ainsi décidé|Il est décidé|La séance est|Le (?:projet|rapport|texte)"
    r"\b[^.;]{0,80}\b(?:est|a été)\s\w+é|Así queda acordado|Se levanta|Queda aprobad[oa])",
)


OF_SOME_BODY = re.compile(r"(?:of|from|de|du|del)\s?(?:the\s|la\s|l['’])?(?=[^\W\d_a-zà-ÿ])")


def turn_post(words: str) -> str:
    """« OSCE Secretary General » as it would stand behind a name: « Secretary General, OSCE »."""
    body, _, post = words.partition(" ")
    return f"{post}, {body.replace('.', '')}" if body.isupper() and post else words


def is_speaking(rest: str) -> bool:
    """Whether a verb of speaking follows: at once, or behind what stands between commas."""
    rest = OF_BODY.sub("", WHEN.sub("", rest.lstrip(), count=1), count=1)
    if rest.startswith(","):
        return any(speech().match(part.strip()) for part in rest[:FARTHEST].split(",")[1:]) or bool(
            speech_within().search(rest[:FARTHEST])
        )
    return speech().match(rest) is not None


def is_recorded(rest: str) -> bool:
    """Whether a record has somebody speak before these words: a verb follows, and none of what is done in the room."""
    return re.match(r"\s*[a-zà-ÿ]", rest) is not None and IN_ROOM.match(rest) is None


def is_office_again(text: str) -> bool:
    """Whether a paragraph begins with the office of whoever spoke before, or a bare verb behind what is quoted."""
    again = OFFICE_AGAIN.match(text)
    return bool(again and OFFICE_ACTS.match(again["rest"])) or QUOTED_ALONE.match(text) is not None


def goes_on(text: str) -> bool:
    """Whether a paragraph of a press release goes on with whoever spoke before; in Spanish by the bare verb."""
    behind = re.sub(r"^[^,.;]{3,60},\s", "", text)
    return GOES_ON.search(text) is not None or any(speech().match(part) for part in (text, behind))
