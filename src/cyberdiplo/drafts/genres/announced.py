"""The people whom a line of a programme announces: name and post on one line, or on those below the name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cyberdiplo.drafts.people.introduced import (
    BRACKETS,
    NAME,
    NO_PEOPLE,
    Introduction,
    find_addressed,
    find_apposed,
    is_personal,
    lower_capitals,
)
from cyberdiplo.drafts.people.leading import shift
from cyberdiplo.drafts.people.listing import find_entries, read_entries
from cyberdiplo.drafts.people.rows import find_row
from cyberdiplo.drafts.posts.bodies import classify
from cyberdiplo.drafts.posts.reading import read_post
from cyberdiplo.drafts.posts.words import POST
from cyberdiplo.drafts.words import LEADER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cyberdiplo.documents.passages import Passage
    from cyberdiplo.drafts.known import Known

BORDER = r"\b"
LONGEST_BODY = 6  # words of a body behind a name
LONGEST = 160  # characters of a line that says who somebody is
NAME_AND_BODY = re.compile(rf"(?P<name>{NAME})(?:,\s+|\s+[–—|-]\s+)(?P<rest>[^;]{{2,160}})$")
ROLE = (
    rf"(?:{LEADER.pattern}|co-?{LEADER.pattern.removeprefix(BORDER)}"
    r"|(?:guest |key(?:note)? |lead |main )?speakers?|panell?ists?|intervenante?s?|oradora?e?s?|ponentes?|panélistes?"
    r"|panelistas?|conférenci(?:ers?|ères?)|participants?|presenters?|presentations?|lecturers?|trainers?|experts?"
    r"|keynote(?: address| speech| speaker)?s?|(?:welcome|welcoming|opening|closing|introductory|concluding)"
    r"(?: and (?:opening|introduction|welcome))?(?: remarks?| address(?:es)?| speech(?:es)?| statements?| words)?"
    r"|introduction|inauguration|inauguración|clausura|apertura|clôture|ouverture|discussants?"
    r"|respondents?|commentators?"
    r"|interventions?|intervención|presentación|ponencia|présentation|exposé|modera|facilita|animation|modération"
    r"|(?:mots?|allocutions?|discours|propos)(?: (?:d['’]|de |introductifs?|liminaires?)[^:–—,;]{0,30})?"
    r"|palabras (?:de |inaugurales|introductorias)[^:–—,;]{0,30})"
)
CLOCK = r"\d{1,2}[.:h]\d{0,2}(?:\s*[ap]\.?m\.?)?"
TIME = rf"(?:{CLOCK}(?:\s*(?:[-–—]|to|à|a)\s*{CLOCK})?\s*(?:hrs?\.?)?\s*[-–—:|.]?\s*)"
ROLE_BEFORE = re.compile(
    rf"^\s*{TIME}?(?:{ROLE}(?:\s?\([^()]{{1,12}}\))?\s*(?:[:–—-]\s*|(?:by|par|por|de|given by|delivered by)\s))+",
    re.IGNORECASE,
)
# Where in a line another part begins: « … of States. Speakers: Jane Doe (ITU) ».
NEXT_PART = re.compile(rf"(?<=[.;?!)–—|])\s+(?={ROLE}\s?:\s)|\s*[|•●▪]\s*|\n", re.IGNORECASE)
# A name, with brackets behind it or without.
LISTED = re.compile(rf"(?<![\w.’'-])(?P<name>{NAME})(?:\s*{BRACKETS})?")
JOINED = re.compile(r"\s*(?:[,;]|,?\s(?:and|et|y|e|&))\s*(?:and\s|et\s|y\s)?")
SUCH_AS = re.compile(
    r"(?:\b(?:such as|like|including|notably|comme|tels que|notamment|como|tales como|incluyendo))\s$", re.IGNORECASE
)
ENDS_NAME = re.compile(r"\s*(?:[,;.]|$|(?:and|et|y|&)\s)")


def find_below(who: Introduction, passage: Passage, below: Sequence[Passage], known: Known) -> str | None:
    """Post and body on the lines below a name that stands alone; None where the next line tells of neither."""
    text = below[0].text if below else ""
    if who.end < len(passage.text.rstrip()) or _is_other(text):
        return None
    post = read_post(text, known)
    if post is None or not (post.employer or POST.match(text)):
        return None
    further = below[1].text if len(below) > 1 else ""
    if post.employer or _is_other(further) or POST.match(further) or not further[0].isupper():
        return text
    is_name = _is_name(further, known) and not known.body(further) and classify(further)[0] == "other"
    return text if is_name or ROLE_BEFORE.match(further) else f"{text}, {further}"


def _is_other(text: str) -> bool:
    """Whether a line tells of something else than who somebody is."""
    return not text or len(text) > LONGEST or text.endswith((".", "?", ":")) or re.match(CLOCK, text) is not None


def _is_name(text: str, known: Known) -> bool:
    """Whether a text is somebody's name, « Jane ROE » too, and nothing else that is known."""
    if not re.fullmatch(NAME, text) or any(known.find(text, kind) for kind in NO_PEOPLE):
        return False
    return is_personal(text) or (not text.isupper() and is_personal(_lower_family(text)))


def _lower_family(name: str) -> str:
    """« Jane ROE » with the family name as other words are written."""
    first, _, rest = name.partition(" ")
    return f"{first} {lower_capitals(rest)}" if first.istitle() and rest.isupper() else name


def find_alone(passage: Passage, below: Sequence[Passage], known: Known) -> list[tuple[Introduction, str | None]]:
    """A bare name that has a line of its own, where the next line says who that is."""
    name = " ".join(passage.text.split())
    if not _is_name(name, known):
        return []
    who = Introduction("", name, "", 0, len(passage.text), 0, len(passage.text))
    told = find_below(who, passage, below, known)
    return [(who, told)] if told and (is_personal(name) or POST.match(told)) else []


def _find_behind_role(text: str, start: int, known: Known) -> tuple[Introduction, str] | None:
    """« Keynote address: Jane Doe, ITU »: one name behind a role, then a body or a post."""
    match = NAME_AND_BODY.match(text[start:])
    if match is None or not is_personal(match["name"]) or any(known.find(match["name"], kind) for kind in NO_PEOPLE):
        return None
    post = read_post(match["rest"], known)
    if post is None or not (post.employer or POST.match(match["rest"])):
        return None
    places = [place + start for place in match.span("name")]
    return Introduction("", match["name"], "", *places, *places), match["rest"]


def _find_on_line(text: str, known: Known) -> tuple[Introduction, str] | None:
    """« Jane Roe, ITU », « Jane Roe, Tea Institute »: a line that has a name, and behind the comma a body's."""
    match = NAME_AND_BODY.match(" ".join(text.split()))
    if match is None or not is_personal(match["name"]) or any(known.find(match["name"], kind) for kind in NO_PEOPLE):
        return None
    if POST.match(match["rest"]) and match["rest"] != text[match.end("name") + 2 :] and not _is_other(text):
        start = text.find(match["name"].split()[0])
        places = (start, start + len(match["name"]))
        return Introduction("", match["name"], "", *places, *places), match["rest"]  # « Jane Roe – Director, ITU »
    words = match["rest"].split()
    is_body = len(words) <= LONGEST_BODY and words[0][0].isupper() and "," not in match["rest"]
    if not is_body or POST.match(match["rest"]) or known.country(match["rest"]) or text.endswith((".", "?", ":")):
        return None
    start = text.find(match["name"].split()[0])
    end = start + len(match["name"])
    return Introduction("", match["name"], "", start, end, start, end), match["rest"]


def _find_listed(text: str, start: int, known: Known) -> Iterator[Introduction]:
    """People with brackets, wherever a part has them, and the bare names in a row with them or in a list."""
    at = -1  # where the last person ended
    for match in LISTED.finditer(text, start):
        name, label = match["name"], " ".join((match["label"] or "").split())
        begin, end = match.span("name")
        is_next = at >= 0 and JOINED.fullmatch(text[at:begin]) is not None
        opens = begin == start > 0 or SUCH_AS.search(text[start:begin]) is not None
        is_named = tells_who(label, known) if label else (is_next or opens) and ENDS_NAME.match(text[end:]) is not None
        if not is_named or not _is_name(name, known) or classify(name)[0] != "other":
            continue
        at = match.end()
        yield Introduction("", name, label, begin, at if label else end, begin, end)


def tells_who(label: str, known: Known) -> bool:
    """Whether what stands in brackets says who somebody is: a State, a body, a post; no day and no room."""
    first = label.split(",")[0].strip()
    if known.country(label) or known.body(first) or POST.match(label):
        return True
    return label[:1].isupper() and not re.search(r"\d", label) and len(label.split()) <= LONGEST_BODY


def find_people(passage: Passage, known: Known) -> list[tuple[Introduction, str | None]]:
    """Everybody whom a line names, and what a list says behind the name."""
    introduced: list[tuple[Introduction, str | None]] = []
    starts = [0, *(match.end() for match in NEXT_PART.finditer(passage.text))]
    for start, end in zip(starts, [*starts[1:], len(passage.text)], strict=True):
        part = passage.text[start:end].rstrip(" |•●▪\n")
        introduced += [(shift(who, start), told) for who, told in _find_in_part(part, passage.kind, known)]
    return introduced


def _find_in_part(text: str, kind: str, known: Known) -> Iterator[tuple[Introduction, str | None]]:
    """Everybody in a part, with a form of address, brackets or a post, and what a list says behind the name."""
    start = match.end() if (match := ROLE_BEFORE.match(text)) else 0
    addressed = [who for who in find_addressed(text) if len(who.name.split()) > 1]
    if addressed:
        yield from ((who, None) for who in addressed)
        spans = [(who.start, who.end) for who in addressed]
        for posted in find_row(text, start, known):
            if not any(begin <= posted.who.start < end for begin, end in spans):
                yield posted.who, posted.title or None
        return
    row = list(_find_listed(text, start, known))
    if row:
        yield from ((who, None) for who in row)
        return
    if start and (named := _find_behind_role(text, start, known)):
        yield named
        return
    if start == 0 and (named := _find_on_line(text, known)):
        yield named
        return
    bare = next(find_apposed(text), None) if kind == "item" else None
    if bare and bare.start == 0 and not any(known.find(bare.name, other) for other in NO_PEOPLE):
        yield bare, text[bare.end + 1 :].partition(";")[0].strip()
        return
    entries = find_entries(text, known) or list(read_entries(text, known, start))
    yield from ((entry.who, entry.rest) for entry in entries)
    name = text[start:].strip(" .")
    if start and not entries and _is_name(name, known):
        yield Introduction("", name, "", start, start + len(name), start, start + len(name)), None
