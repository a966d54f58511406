"""Posts of a State, and the body that such a post is one of: a permanent mission, a ministry, the government.

The post itself says of whom it is; which body that is by name stands nowhere beside it, so it is never sure.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cyberdiplo.drafts.posts.words import POST, POST_WORD
from cyberdiplo.drafts.proposal import pick
from cyberdiplo.drafts.words import find_demonym

if TYPE_CHECKING:
    from cyberdiplo.drafts.known import Known

PLACE = (
    "Geneva|New York|Vienna|Genève|Vienne|Ginebra|Nueva York|Viena|Brussels|Bruxelles|The Hague|La Haye|Nairobi|Paris"
    "|Rome"
)
MISSION = re.compile(
    r"(?P<post>(?:(?:deputy|acting|alternate)\s)?permanent representative"
    r"|représentante? permanente?(?: adjointe?| par intérim)*"
    r"|representante permanente?(?: adjunt[oa]| altern[oa])*)",
    re.IGNORECASE,
)
MISSIONS = (
    ("permanent rep", "Permanent Mission"),
    ("représentant", "Mission permanente"),
    ("representante", "Misión Permanente"),
)
AMBASSADOR = re.compile(r"\b(?:ambassad|embajador)", re.IGNORECASE)
UNITED_NATIONS = re.compile(r"\b(?:United Nations|UN|U\.N\.|Nations [Uu]nies|ONU|Naciones Unidas)(?!\w)")
FRENCH = re.compile(
    r"minist(?:re|ère)|représentant|président|ambassad(?:eur|rice)|secrétaire|chancel|premier", re.IGNORECASE
)
SPANISH = re.compile(r"ministr[oa]|representante\b|presidenta|embajador|secretari[oa]|canciller", re.IGNORECASE)
OF_GROUP = re.compile(r"(?:Group|Council|Committee|Commission|Secretariat|Board|Network|Alliance|Institute|Agency)$")
BODY_NOUN = re.compile(
    r"\b(?:Institute|University|Foundation|Council|Association|Agency|Authority|Centre|Center|Bank|Group|Commission"
    r"|Union|Federation|Society|Network|Alliance|Organi[sz]ation|Ministry|Department|Office|College|School|Forum|Company"
    r"|Corporation|Committee|Programme|Fund|Secretariat)$"
)
GOVERNMENT = {"en": "Government ({state})", "fr": "Gouvernement ({state})", "es": "Gobierno ({state})"}


def read_front(text: str, known: Known) -> tuple[str, str]:
    """A post without the State before it or within it, and that State; a body before it goes behind it.

    « US Ambassador to the United Nations », « ministre français du commerce », « UN Special Envoy ».
    """
    words = text.split()
    for length in (2, 1):
        ahead, rest = " ".join(words[:length]), " ".join(words[length:])
        if not POST.match(rest):
            continue
        place = re.sub(r"['’]s?$", "", ahead)  # « Chile's permanent representative »
        if state := find_demonym(ahead, known.ids) or (known.country(place) if ahead[:1].isupper() else ""):
            return rest, state
    ahead, rest = (words[0].replace(".", ""), " ".join(words[1:])) if words else ("", "")
    is_acronym = re.fullmatch(r"[A-Z]{2,8}|[A-Z]+[a-z]{0,2}[A-Z]+", ahead) and not POST.match(ahead)
    is_acronym = is_acronym and not text.isupper()  # « FIRST SECRETARY » among capitals
    behind = " ".join(words[2:])
    if is_acronym and behind and OF_GROUP.match(words[1]) and POST.match(behind):  # « ABC Group Spokeswoman »
        return f"{behind}, {words[0]} {words[1]}", ""
    if is_acronym and POST.match(rest):
        return f"{rest}, {ahead}", ""
    if at := _find_body_ahead(words, known):
        return f"{' '.join(words[at:])}, {' '.join(words[:at])}", ""
    for at, word in enumerate(words[1:4], 1):
        if word.islower() and (state := find_demonym(word, known.ids)) and POST.match(" ".join(words[:at])):
            return " ".join([*words[:at], *words[at + 1 :]]), state
    return text, ""


def _find_body_ahead(words: list[str], known: Known) -> int:
    """How many words before a post are a body's name: « Kettle Institute director », « World Bank President »."""
    for at in range(min(6, len(words) - 1), 0, -1):
        name, rest = " ".join(words[:at]), " ".join(words[at:])
        is_name = words[0][0].isupper() and not POST.match(name) and not name.isupper()
        if is_name and POST_WORD.match(rest) and (known.body(name) or (words[at].islower() and has_body_word(name))):
            return at
    return 0


def has_body_word(name: str) -> bool:
    """Whether a name of capitalised words has one that tells a body: « Kettle Institute »."""
    return all(word[0].isupper() for word in name.split()) and BODY_NOUN.search(name) is not None


def find_state_body(position: str, text: str, state: str, known: Known) -> tuple[str, str]:
    """Name and type of the body that a post of a State is one of: the database's, or made of the post's words."""
    if ministry := known.find_ministry(position, state):
        return ministry, "ministry"
    mission = MISSION.search(text)
    is_there = mission or (AMBASSADOR.search(text) and UNITED_NATIONS.search(text))
    if is_there and (name := _find_mission(text, state, known)):
        return name, "government"
    if mission:
        kind = next(word for start, word in MISSIONS if start in mission[0].casefold())
        return f"{kind}{text[mission.end() :]}".strip(" ,"), "government"
    lang = "fr" if FRENCH.search(text) else "es" if SPANISH.search(text) else "en"
    labels = known.labels.get(state, (state, state))
    english = GOVERNMENT["en"].format(state=labels[1])
    if known.body(english):
        return english, "government"
    return GOVERNMENT[lang].format(state=pick(lang, labels)), "government"


def _find_mission(text: str, state: str, known: Known) -> str:
    """The mission of a State to the United Nations that the database has, in the city that the post names."""
    place = re.search(rf"\b(?:{PLACE})\b", text)
    names = [
        label
        for body, home in known.homes.items()
        if home == state and known.types.get(body) == "government"
        for label in known.labels.get(body, ())[1:2]
        if label.startswith("Permanent Mission") and UNITED_NATIONS.search(label)
    ]
    if place:
        names = [name for name in names if place[0][:5] in name]
    else:
        names = [name for name in names if "Geneva" not in name]
    return names[0] if len(names) == 1 else ""
