"""A post and its employer, as a footnote, brackets or an apposition print them: « Directrice, VizStrat (Afrique du Sud) »."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.drafts.words import BODIES, UNITS

if TYPE_CHECKING:
    from cyberdiplo.drafts.known import Known

LAST_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*[.;]?\s*$")
ACRONYM = re.compile(r"^[A-Z][A-Z0-9&-]{1,9}$")
WITHIN = re.compile(
    r"\s+(?:at the|at|of the|of|for the|chez|auprès de la|auprès de l['’]|auprès du|à la|à l['’]|au|de la|de l['’]|du|del|de la|en la|en el|de)\s*(?=[A-ZÀ-Þ])"
)
HEADS = [re.compile(rf"(?:{pattern})", re.IGNORECASE) for pattern, _, _ in BODIES]
TYPES = [(type_, capacity) for _, type_, capacity in BODIES]
POST = re.compile(
    r"^(?:(?:the|le|la|l['’]|el)\s*)?(?:\w+[- ])?(?:direct(?:eur|rice|ors?|ora)|head|chef|cheffe|jef[ea]|responsable|ministr[eoa]s?|minister"
    r"|secretar(?:y|io|ia)|secrétaire|ambassad(?:or|eur|rice)|embajador(?:a)?|chargée?s?|counsel(?:l?or)?|conseill(?:er|ère)|consejer[oa]"
    r"|attachée?|agregad[oa]|presidente?a?|présidente?|vice|deputy|adjointe?|manager|gérante?|gerente|officer|expert[eoa]?|professor"
    r"|professeure?|profesora?|specialist|spécialiste|especialista|analyste?|engineer|ingénieure?|ingenier[oa]|coordinator|coordinat(?:eur|rice)"
    r"|coordonnat(?:eur|rice)|coordinadora?|delegate|déléguée?|delegad[oa]|representa(?:tive|nte)|représentante?|chair\w*|ceo|cto|ciso"
    r"|fellow|partner|founder|fondat(?:eur|rice)|lead|senior|principal|rapporteure?|advis[eo]r|assistante?|under-secretary|sous-secrétaire"
    r"|assesora?|permanent representative|premier ministre|prime minister)\b",
    re.IGNORECASE,
)


class Body(NamedTuple):
    """A body as printed: its name, acronym, country, and of which type and capacity its name shows it to be."""

    name: str
    acronym: str
    country: str  # id of a country, where it stands behind the name
    type: str
    capacity: str


class Post(NamedTuple):
    """What somebody is: the post as printed, the employer; ``sure`` where the words leave no choice."""

    position: str
    employer: Body | None
    above: Body | None  # the body of which the employer is a part, where it is printed behind it
    sure: bool


def read_post(text: str, known: Known) -> Post | None:
    """Post and employer from « post, employer (ACRONYM) (Country) »; None where it says neither."""
    text = " ".join(text.split()).strip(" .;,")
    text, acronym, country = _take_brackets(text, known)
    segments = split_segments(text)
    if len(segments) > 1 and (place := known.country(segments[-1])):
        country = country or place
        segments.pop()
        text = ", ".join(segments)
        text, other, _ = _take_brackets(text, known)
        acronym, segments = acronym or other, split_segments(text)
    if not segments:
        return None
    if len(segments) == 1:
        return _split_within(segments[0], acronym, country, known)
    heads = [at for at in range(1, len(segments)) if _is_body(segments, at, known)]
    sure = bool(heads)
    if not heads:
        capitals = [at for at in range(1, len(segments)) if segments[at][0].isupper()]
        if not capitals:
            return Post(text, None, None, sure=False)
        heads = capitals[-1:]
    first = heads[0]
    ends = [*heads[1:], len(segments)]
    names = [", ".join(segments[start:end]) for start, end in zip(heads, ends, strict=True)]
    bodies = [
        make_body(name, acronym if at == len(names) - 1 else "", country, known) for at, name in enumerate(names)
    ]
    return Post(", ".join(segments[:first]), bodies[0], bodies[-1] if len(bodies) > 1 else None, sure=sure)


def split_segments(text: str) -> list[str]:
    """The parts between commas that stand outside brackets."""
    parts, depth, start = [], 0, 0
    for at, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if letter in ",;" and depth <= 0:
            parts.append(text[start:at].strip())
            start = at + 1
    return [part for part in (*parts, text[start:].strip()) if part]


def _take_brackets(text: str, known: Known) -> tuple[str, str, str]:
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


def _is_body(segments: list[str], at: int, known: Known) -> bool:
    """Whether a body begins with this part: by its first words, or because it is known or an acronym."""
    segment = segments[at]
    if UNITS.match(segment) or POST.match(segment):
        return False
    if ACRONYM.match(segment) or any(known.body(", ".join(segments[at:end])) for end in range(at + 1, len(segments) + 1)):
        return True
    if not segment[0].isupper():
        return False
    return any(match and match.start() == 0 or (match and "," not in segment) for match in _heads(segment))


def _heads(text: str) -> list[re.Match[str] | None]:
    return [head.search(text) for head in HEADS]


def _split_within(text: str, acronym: str, country: str, known: Known) -> Post | None:
    """« Director of the National Centre », « Ministre des affaires étrangères »: a post alone, or with its body."""
    for match in WITHIN.finditer(text):
        rest = text[match.end() :]
        if POST.match(text) and (known.body(rest) or any(found and found.start() == 0 for found in _heads(rest))):
            return Post(text[: match.start()], make_body(rest, acronym, country, known), None, sure=bool(known.body(rest)))
    if POST.match(text):
        return Post(text, None, None, sure=True)
    if known.body(text) or ACRONYM.match(text) or any(_heads(text)):
        return Post("", make_body(text, acronym, country, known), None, sure=True)
    return None


def make_body(name: str, acronym: str, country: str, known: Known) -> Body:
    """A body by its printed name, with the type that its name shows."""
    name, inner, place = _take_brackets(name, known)
    known_id = known.body(name) or (known.body(acronym) if acronym else None)
    type_, capacity = classify(name)
    if known_id:
        type_ = known.types.get(known_id, type_)
        capacity = CAPACITIES.get(type_, capacity)
    return Body(name, acronym or inner, country or place, type_, capacity)


def classify(name: str) -> tuple[str, str]:
    """Type and capacity of a body by its name; « other » and « unknown » where it does not show them."""
    return next((TYPES[at] for at, match in enumerate(_heads(name)) if match), ("other", "unknown"))


CAPACITIES = {type_: capacity for type_, capacity in reversed(TYPES)} | {
    "media": "media", "political_group": "state", "parliament": "state", "court": "state",
    "partnership": "partnership", "secretariat": "intergovernmental", "technical_committee": "standards_body",
}  # fmt: skip
