"""The words by which a genre is read, in French, English and Spanish: data in ``data/``, no rules."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Container


@cache
def read_words(name: str) -> list[tuple[str, ...]]:
    """The rows of a file of words, without its header."""
    text = files("cyberdiplo.drafts").joinpath("data", f"{name}.csv").read_text(encoding="utf-8")
    return [tuple(row) for row in csv.reader(text.splitlines())][1:]


def join(words: list[str]) -> str:
    """A pattern for any of these patterns, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


PARTICLES = (
    "de|del|della|di|da|das|do|dos|du|des|van|von|der|den|ter|ten|zu|bin|bint|ibn|ben|al|el|le|la|las|los|y|e|af"
)

# Who leads: in a heading, in a title, beside the name.
LEADERS = {
    "moderator": r"modérat(?:eur|rice)|moderators?|moderador(?:a|es)?|animat(?:eur|rice)|facilitators?"
    r"|facilitat(?:eur|rice)",
    "chair": r"présidente?(?: de (?:la|cette) (?:séance|réunion|session))?|chair(?:man|woman|person)?|president(?:e"
    "|a)?",
    "rapporteur": r"rapporteur(?:e)?|relator(?:a)?",
}
LEADER = re.compile(rf"\b(?:{'|'.join(LEADERS.values())})\b", re.IGNORECASE)

# Parts of a body that are told with the post: « Unité responsable des machines ».
UNITS = re.compile(
    r"^(?:Unité|Unit\b|Unidad|Section|Sección|Division|División|Service des|Sous-direction|Branch|Team|Équipe)",
    re.IGNORECASE,
)
AUXILIARY = (
    r"(?:s'est |s'y est |se sont |s['’]étaient |se |lui a |a |ont |avait |has |have |had |ha |han )?"
    r"(?:ainsi |également |aussi |déjà |already |ya |often |again |later |both |all |mainly |simply "
    r"|explicitly |ensuite |enfin |conjointement |then |also |further |jointly |briefly |first "
    r"|finally "
    r"|también |conjuntamente |[^\W\d_]{3,}(?:ment|ly|mente) |(?:pour|de|à) (?:sa|son|leur) (?:part|côté|tour) "
    r"|quant à (?:elle|lui|eux|elles) |en outre |par ailleurs |(?:in turn|for (?:its|his|her|their) part) "
    r"|por su parte |a su vez |por último |además |asimismo )?"
)

# Behind what is quoted any verb is one of speaking: « ” mused », « » a renchéri », « » sentenció ».
ANY_VERB = (
    r"(?:(?:a|ont|avait|s['’]est) (?:[a-zà-ÿ]+ment )?[a-zà-ÿ]{2,}(?:é|ée|i|it|u)|(?:[a-z]+ly )?[a-z]{3,}ed|said|says"
    r"|told \w+|(?:ha )?[a-zà-ÿ]{3,}(?:ó|ado))"
)
# What stands between the verb and whoever speaks: « for his part », « pour sa part ».
FOR_PART = (
    r"(?:(?:on|sur|en) (?:X|Twitter|Facebook|LinkedIn"
    r"|Telegram) )?(?:ce \w+di(?: \d{1,2} [a-zûé]+)? )?(?:(?:for (?:his|her|its|their) part|in turn"
    r"|yesterday|today|(?:on )?\w+day|\w{2,5}di|hier|ayer|el \w{4,6}s|"
    r"pour sa part|de son côté|à son tour"
    r"|quant à (?:lui|elle)|por su parte|a su vez),?\s)?"
)
# What stands between somebody and the verb: « on Tuesday », « hier ».
WHEN = re.compile(
    r"^(?:(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|earlier today|last week|this week"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd['’]hui|ayer|hoy"
    r"|(?:el )?(?:lunes|martes|miércoles"
    r"|jueves|viernes|sábado|domingo)),?\s+"
)
SOURCE = r"according to|in the words of|selon|d['’]après|según|en palabras de"


@cache
def speech() -> re.Pattern[str]:
    """What says that a sentence reports what somebody said, in the third person: at its beginning."""
    return re.compile(rf"^{_speech()}", re.IGNORECASE)


@cache
def speech_within() -> re.Pattern[str]:
    """The same behind a blank or a comma."""
    return re.compile(rf"(?:^|[\s,])({_speech()})", re.IGNORECASE)


def _speech() -> str:
    return rf"(?:{AUXILIARY}(?:{join([row[0] for row in read_words('speech')])})\b|{GOVERNS})"


# A verb in the past that governs what somebody says, whichever: « mused that », « a martelé que », « alertó que ».
GOVERNS = (
    r"(?:[a-z]+ly )?[a-z]{3,}ed (?:that|how|why|whether)\b|t(?:old|ells) (?:the )?[a-z]+\b"
    r"|(?:a|ont) (?:[a-zà-ÿ]+ment )?[a-zà-ÿ]{2,}(?:é|i|it|u)\s"
    r"(?:que\b|qu['’])|[a-zà-ÿ]{3,}ó que\b"
)


@cache
def state_verbs() -> re.Pattern[str]:
    """What a State does by speaking, and a person does otherwise too: « favoured », « aligned itself »."""
    return re.compile(rf"^{AUXILIARY}(?:{join([row[0] for row in read_words('state_verbs')])})\b", re.IGNORECASE)


@cache
def point_types() -> list[tuple[str, re.Pattern[str]]]:
    """What sort of point a sentence makes, by words in it; the first that fits."""
    return [(type_, re.compile(pattern, re.IGNORECASE)) for type_, pattern in read_words("points")]


@cache
def _read_demonyms() -> dict[str, str]:
    return {fold(word): country for word, country in read_words("demonyms")}


def find_demonym(word: str, ids: Container[str]) -> str:
    """The id of the country that an adjective tells, of those that are known: « Brazilian », « française »."""
    country = _read_demonyms().get(fold(word), "")
    return country if country in ids else ""
