"""A body by its printed name: what sort it is, of which State, its acronym; in brackets behind it or in its words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.drafts.posts.of_states import PLACE
from cyberdiplo.drafts.words import find_demonym, read_words

if TYPE_CHECKING:
    from cyberdiplo.drafts.known import Known

LAST_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*[.;]?\s*$")
ACRONYM = re.compile(r"^[A-Z][A-Z0-9&-]{1,9}$")
NATIONAL = ("ministry", "government", "agency")  # bodies of one State
OF_STATE = re.compile(r"\s(?:of the|of|to|de la|de l['’]|de los|des|du|del|de|d['’])\s*(?=[^\W\d_a-zà-ÿ])")
# « Permanent Representative of Chile to the United Nations », « in Geneva »
TO_BODY = re.compile(rf"\s+(?:to the|to|auprès|ante)\s.*$|\s+(?:in|à|en|at)\s+(?:{PLACE})\b.*$")


class Body(NamedTuple):
    """A body as printed: its name, acronym, country, and of which type and capacity its name shows it to be."""

    name: str
    acronym: str
    country: str  # id of a country, where it stands behind the name
    type: str
    capacity: str


@cache
def _read_heads() -> list[tuple[re.Pattern[str], str, str]]:
    """What a body's name begins with or holds, its type, the capacity of who speaks for it; the first that fits."""
    return [(re.compile(words, re.IGNORECASE), type_, capacity) for words, type_, capacity in read_words("bodies")]


def find_heads(text: str) -> list[re.Match[str] | None]:
    """Where a text has the words by which bodies are named."""
    return [head.search(text) for head, _, _ in _read_heads()]


def take_brackets(text: str, known: Known) -> tuple[str, str, str]:
    """The text without the brackets at its end, the acronym and the country that stood in them."""
    acronym = country = ""
    while match := LAST_BRACKETS.search(text):
        inside = match[1].strip()
        if place := known.country(inside):
            country = place
        elif ACRONYM.match(inside):
            acronym = inside
        else:
            break
        text = text[: match.start()].rstrip()
    return text, acronym, country


def make_body(name: str, acronym: str, country: str, known: Known) -> Body:
    """A body by its printed name, with the type that its name shows."""
    name, inner, place = take_brackets(name, known)
    known_id = known.body(name) or (known.body(acronym) if acronym else None)
    type_, capacity = classify(name)
    if known_id:
        type_ = known.types.get(known_id, type_)
        capacity = find_capacities().get(type_, capacity)
    if not (country or place) and type_ in NATIONAL:
        place = _find_state(name, known)
    return Body(name, acronym or inner, country or place, type_, capacity)


def _find_state(name: str, known: Known) -> str:
    """The State in the name of one of its bodies: « Permanent Mission of Chile », « Swiss Federal Office »."""
    if by_adjective := find_demonym(name.partition(" ")[0], known.ids):
        return by_adjective
    for match in OF_STATE.finditer(TO_BODY.sub("", name)):
        if state := known.country(TO_BODY.sub("", name)[match.end() :]):
            return state
    return ""


def classify(name: str) -> tuple[str, str]:
    """Type and capacity of a body by its name; « other » and « unknown » where it does not show them."""
    for head, type_, capacity in _read_heads():
        if head.search(name):
            return type_, capacity
    return "other", "unknown"


@cache
def find_capacities() -> dict[str, str]:
    """For whom somebody speaks who is of a body of that type."""
    told = {type_: capacity for _, type_, capacity in reversed(_read_heads())}
    return told | {
        "media": "media",
        "political_group": "state",
        "parliament": "state",
        "court": "state",
        "partnership": "partnership",
        "secretariat": "intergovernmental",
        "technical_committee": "standards_body",
    }


def is_body_name(text: str, known: Known) -> bool:
    """Whether a text is a body's name from its first word on."""
    return bool(known.body(text) or ACRONYM.match(text)) or any(
        match and match.start() == 0 for match in find_heads(text)
    )


def begins_body_name(text: str) -> bool:
    """Whether a text begins as a body's name does: with a capital, or with the word for what the body is."""
    first = re.sub(r"^(?:the|le|la|les|el|l['’])\s*", "", text)[:1]
    return first.isupper() or any(match and match.start() == 0 for match in find_heads(text))
