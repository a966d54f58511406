"""A post and its employer, as a footnote, brackets or an apposition print them: « Directrice, VizStrat (Chili) »."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.drafts.posts.bodies import (
    ACRONYM,
    OF_STATE,
    TO_BODY,
    Body,
    begins_body_name,
    classify,
    find_heads,
    is_body_name,
    make_body,
    take_brackets,
)
from cyberdiplo.drafts.posts.occasions import cut_occasion
from cyberdiplo.drafts.posts.of_states import find_state_body, read_front
from cyberdiplo.drafts.posts.words import AT, EXECUTIVE, LEADING, OF, PART, POST, POSTS, WITHIN
from cyberdiplo.drafts.words import UNITS

if TYPE_CHECKING:
    from cyberdiplo.drafts.known import Known


GOES_ON = re.compile(
    r"(?:Jr|Sr)\.$|(?:of|de la|de l['’]|du|des|de|d['’]|del|et de|and of|y de)\s*[^\W\d_A-ZÀ-Þ]"
)  # the same body


class Post(NamedTuple):
    """What somebody is: the post as printed, the employer, and by which rules it was read (``certainty``)."""

    position: str
    employer: Body | None
    above: Body | None  # the body of which the employer is a part, where it is printed behind it
    rules: tuple[str, ...] = ()
    country: str = ""  # of a post that is one of a State: « Permanent Representative of Chile »


# « Président de la République », « Prime Minister of the Government »: of which State stands elsewhere.
OF_REPUBLIC = re.compile(
    r"^[^,]{4,60}\s(?:of the|de la|du|del|de l['’])\s?(?:Republic|République|República|Government"
    r"|[Gg]ouvernement|Gobierno"
    r"|State|État|Nation|Kingdom|Royaume)$"
)
# « Director Kettle Museum », « CEO Kettle Systems »: nothing between the post and the body.
TITLE_AND_BODY = re.compile(
    r"(?P<post>(?:(?:Deputy|Vice|Executive|Managing|General|Former)[- ])*"
    r"(?:Director|CEO|CTO|CISO|COO|President|Founder|Co-founder|Chairman|Professor|Directeur"
    r"|Directrice|Directora?|Presidente?"
    r"|Président|Présidente|Secretary[- ]General|Director[- ]General))\s"
    rf"(?P<body>(?!(?:{POSTS}|General|Affairs|Policy|Emeritus|Adjunct"
    rf"|Executive)\b)[A-ZÀ-Þ][\w.&’'-]*(?:\s[A-ZÀ-Þ][\w.&’'-]*){{0,4}})"
)
ENVOY = re.compile(
    r"(?:[\w-]+\s){0,2}?(?:ambassad\w+|embajador\w*|representative|représentante?|representante|envoy|observer|delegate"
    r"|delegad[oa]|déléguée?)\b",
    re.IGNORECASE,
)
TO_ANOTHER = re.compile(
    r"\s(?:at the|to the|to|en la|en el|ante la|ante el|ante|auprès d\w*|à l['’]|à)\s?(?=[^\W\d_a-zà-ÿ])"
)
ABOUT = re.compile(r"\s(?:sur|pour|lors|dans|sobre|para|durante)\s")  # behind a body: what was spoken of
SECOND_POST = re.compile(r",?\s(?:and|et|y)\s+")
# « Head of the Delegation of Chile »: a post of that State.
OF_DELEGATION = re.compile(
    r"(?:deputy |vice[- ]|alternate )?(?:head|leader|chair\w*|chef(?:fe)?(?: adjointe?)?|jef[ea](?: adjunt[oa])?)"
    r"\s(?:of|de)\s(?:the |la )?(?:delegation|délégation|delegación)\b",
    re.IGNORECASE,
)
STATE_POST = re.compile(
    rf"{OF_DELEGATION.pattern}|\b(?:(?:vice-?)?minist(?:re|er|ro|ra)|ambassad\w+|embajador\w*|représentante?|representative"
    r"|representante|envoy|envoyée?"
    r"|secretary of state|secrétaire d['’]état|sous-secrétaire|under-?secretary|(?:foreign|permanent"
    r"|parliamentary|state) secretary"
    r"|subsecretari[oa]|secretari[oa] de estado|chargée? d['’]affaires|encargad[oa] de negocios"
    r"|delegate|déléguée?|delegad[oa]"
    r"|high commissioner|haut[- ]commissaire|alt[oa] comisionad[oa]|consul"
    r"|canciller|chancellor|chancelière?|premier|présidente?|president[ea]?)\b",
    re.IGNORECASE,
)


def read_post(text: str, known: Known) -> Post | None:
    """Post and employer from « post, employer (ACRONYM) (Country) »; None where it says neither."""
    text = cut_occasion(text)
    text = _take_first(text)
    if OF_REPUBLIC.search(text):
        return Post(text, None, None)
    text, acronym, country = take_brackets(text, known)
    text, front = read_front(text, known)
    country = country or front
    segments = split_segments(text)
    if len(segments) > 1 and (place := known.country(segments[-1])):
        country = country or place
        segments.pop()
        text = ", ".join(segments)
        text, other, _ = take_brackets(text, known)
        acronym, segments = acronym or other, split_segments(text)
    if not segments:
        return None
    if OF_DELEGATION.match(segments[0]):
        return _read_state_post(segments[0], country, known)
    if len(segments) == 1:
        return _split_within(segments[0], acronym, country, known)
    heads = [at for at in range(1, len(segments)) if _is_body(segments, at, known)]
    rule = "body_last" if len(heads) == 1 and heads[0] == len(segments) - 1 else "body_several"
    first = None if heads else _split_within(segments[0], acronym, country, known)
    if first and first.position and first.employer:  # « Head of Trade at the Institute, London »
        return first._replace(rules=("body_within",))
    if not heads:
        capitals = [at for at in range(1, len(segments)) if segments[at][0].isupper() and not POST.match(segments[at])]
        if not capitals:
            return _read_state_post(text, country, known)
        heads, rule = capitals[-1:], "body_capitals"
    ends = [*heads[1:], len(segments)]
    names = [", ".join(segments[start:end]) for start, end in zip(heads, ends, strict=True)]
    bodies = [make_body(name, acronym if at == len(names) - 1 else "", country, known) for at, name in enumerate(names)]
    return Post(", ".join(segments[: heads[0]]), bodies[0], bodies[-1] if len(bodies) > 1 else None, (rule,))


def _take_first(text: str) -> str:
    """The first of two posts: « President, Firm; Member of the Agency », « Head of Firm and Chair of the Agency »."""
    first, _, second = text.partition(";")
    if POST.match(second.strip()):
        return first.strip()
    for match in SECOND_POST.finditer(text):
        if WITHIN.search(text[: match.start()]) and POST.match(text[match.end() :]):
            return text[: match.start()].strip(" ,")
    return text


PORTFOLIO = re.compile(
    r"(?:[\w-]+ ){0,4}?(?:minist(?:er|re|ro|ra)|secretary|secrétaire d['’]état|secretari[oa])\s"
    r"(?:of|for|d[eu]|des|del?|chargée? d)\b(?!.*\s(?:and|et|y)\s)",
    re.IGNORECASE,
)
SHORT_MATTER = re.compile(r"(?:[^\W\d_][\w'’-]*\s?|&\s){1,8}")
LAST_MATTER = re.compile(r"\s(?:and|et|y|&)\s")


def split_segments(text: str) -> list[str]:
    """The parts between commas that stand outside brackets."""
    parts, depth, start = [], 0, 0
    for at, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if letter in ",;" and depth <= 0:
            parts.append(text[start:at].strip())
            start = at + 1
    whole: list[str] = []
    for part in (part for part in (*parts, text[start:].strip()) if part):
        if whole and GOES_ON.match(part):  # « Directorate of dignity, of equality and governance »
            whole[-1] += f", {part}"
        else:
            whole.append(part)
    return _join_portfolio(whole)


def _join_portfolio(parts: list[str]) -> list[str]:
    """« Minister of Trade, Labour and Tourism » is one post: up to the part in which « and » stands."""
    if len(parts) <= 1 or not PORTFOLIO.match(parts[0]):
        return parts
    for at, part in enumerate(parts[1:4], 1):
        if not SHORT_MATTER.fullmatch(part) or classify(part)[0] != "other" or POST.match(part):
            break
        if LAST_MATTER.search(part):
            return [", ".join(parts[: at + 1]), *parts[at + 1 :]]
    return parts


def _is_body(segments: list[str], at: int, known: Known) -> bool:
    """Whether a body begins with this part: by its first words, or because it is known or an acronym."""
    segment = segments[at]
    if UNITS.match(segment) or POST.match(segment):
        return False
    if ACRONYM.match(segment) or any(
        known.body(", ".join(segments[at:end])) for end in range(at + 1, len(segments) + 1)
    ):
        return True
    if not segment[0].isupper():
        return False
    return any((match and match.start() == 0) or (match and "," not in segment) for match in find_heads(segment))


def _split_within(text: str, acronym: str, country: str, known: Known) -> Post | None:
    """« Director of the National Centre », « Ministre des affaires étrangères »: a post alone, or with its body."""
    state_post = _read_state_post(text, country, known)
    if country and ENVOY.match(text) and state_post.position == text and (to := TO_ANOTHER.search(text)):
        short = _read_state_post(text[: to.start()], country, known)
        return short._replace(position=text)  # « ambassador at the UN » of the State beside the name
    splits = [match for match in WITHIN.finditer(text) if not POST.match(text[match.end() :])]  # « to the Director »
    is_in_body = any(is_body_name(text[match.end() :], known) for match in splits)
    if state_post.country and POST.match(text) and state_post.position != text and not is_in_body:
        return state_post
    # First where a body's name begins, then at « at »; of equals the first in the text.
    for match in sorted(splits, key=lambda each: (not is_body_name(text[each.end() :], known), not AT.match(each[0]))):
        rest = text[match.end() :]
        is_at = AT.match(match[0]) is not None
        if (is_at and not known.country(rest)) or (
            POST.match(text) and (known.body(rest) or any(find_heads(rest)) or _is_proper(rest))
        ):
            return Post(
                text[: match.start()],
                make_body(rest, acronym, country, known),
                None,
                ("body_known" if known.body(rest) else "body_within",),
            )
    for match in splits:
        position, rest = text[: match.start()], text[match.end() :]
        has_article = match[0].strip() not in ("of", "de")
        is_foreign = (
            POST.match(position)
            and has_capital(rest)
            and re.match(r"\s+(?:d['’]|(?:de|du|del)\b)", match[0])
            and not STATE_POST.search(text)
        )
        if (
            OF.match(match[0])
            and not known.country(rest)
            and (
                is_foreign
                or EXECUTIVE.match(position)
                or (has_article and LEADING.search(position) and not PART.search(rest))
            )
        ):  # « CEO of Firm », « Vice Chair of the Network »
            name = ABOUT.split(rest)[0] if is_foreign else rest
            return Post(position, make_body(name, acronym, country, known), None, ("body_within",))
    if (beside := TITLE_AND_BODY.fullmatch(text)) and not known.country(beside["body"]):
        return Post(beside["post"], make_body(beside["body"], acronym, country, known), None, ("body_beside",))
    if POST.match(text):
        return _read_state_post(text, country, known)
    if known.body(text) or ACRONYM.match(text) or (any(find_heads(text)) and begins_body_name(text)):
        rule = "body_alone" if is_body_name(text, known) else "body_capitals"
        return Post("", make_body(text, acronym, country, known), None, (rule,))
    return None


def has_capital(text: str) -> bool:
    """Whether a text begins with a capital or a digit: in French and Spanish a name, and no matter of a post."""
    return text[:1].isupper() or text[:1].isdigit()


def _is_proper(text: str) -> bool:
    """Whether a text is a name by its letters alone: an acronym, a word with a digit or two capitals."""
    return (
        len(text.split()) == 1 and re.fullmatch(r"[A-Z]{3,10}|\w*(?:\d\w*[a-zA-Z]|[a-z]\w*[A-Z])\w*", text) is not None
    )


def _read_state_post(text: str, country: str, known: Known) -> Post:
    """A post alone; with a State's name at its end one of that State, a minister's in the ministry of that name."""
    for match in OF_STATE.finditer(text):
        if state := known.country(TO_BODY.sub("", text[match.end() :])):
            position = text[: match.start()].strip()
            state = country or state if match[0].strip() == "to" else state  # « Ambassador to Kenya » of somebody else
            break
    else:
        state, position = country, text
    if not state or not STATE_POST.search(text):
        return Post(text, None, None, country=country)
    name, type_ = find_state_body(position, text, state, known)
    return Post(position, Body(name, "", state, type_, "state"), None, ("body_of_state",), country=state)
