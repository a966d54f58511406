"""A programme: who is announced. They are participants, not speakers, until a report says that they spoke."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cyberdiplo.drafts.closing import close
from cyberdiplo.drafts.entries import begin
from cyberdiplo.drafts.head import find_head
from cyberdiplo.drafts.leading import find_role
from cyberdiplo.drafts.listing import find_entries, read_entries
from cyberdiplo.drafts.naming import collect_names
from cyberdiplo.drafts.people import (
    NAME,
    NO_PEOPLE,
    Introduction,
    find_addressed,
    find_apposed,
    find_plain,
    is_personal,
)
from cyberdiplo.drafts.post_words import POST
from cyberdiplo.drafts.posts import read_post
from cyberdiplo.drafts.sitting import add_sitting
from cyberdiplo.drafts.taking_part import TakingPart
from cyberdiplo.drafts.words import LEADER
from cyberdiplo.messages import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cyberdiplo.documents.passages import Document, Passage
    from cyberdiplo.drafts.known import Known
    from cyberdiplo.drafts.proposal import Draft

LONGEST_BODY = 6  # words of a body behind a name
LONGEST = 160  # characters of a line that says who somebody is
NAME_AND_BODY = re.compile(rf"(?P<name>{NAME}),\s+(?P<rest>[^;]{{2,160}})$")
ROLE_BEFORE = re.compile(
    rf"^\s*(?:\d{{1,2}}[.:h]\d{{2}}(?:\s*[-–—]\s*\d{{1,2}}[.:h]\d{{2}})?\s+)?(?:(?:{LEADER.pattern}"
    rf"|speakers?|panell?ists?|intervenante?s?"
    r"|oradora?e?s?|ponentes?|panélistes?|keynote(?: address| speech| speaker)?s?|(?:welcome"
    r"|welcoming|opening|closing|introductory)"
    r"(?: and opening)?(?: remarks?| address| speech)?|discussants?|respondents?|(?:mots?"
    r"|allocutions?|discours)(?: d['’][^:–—]{3,30})?"
    r"|palabras de [^:–—]{3,30})\s*(?:[:–—]\s*|by\s))+",
    re.IGNORECASE,
)


def draft_programme(document: Document, known: Known, source_id: str = "") -> Draft:
    """Propose those who are announced."""
    draft = begin(document, known, "programme", source_id, type="text")
    passages = [passage for passage in document.passages if passage.kind != "note"]
    sitting = add_sitting(draft, known, find_head(passages) or passages[:1], document.name, passages)
    if sitting.new:
        row = draft.of("meetings")[0]
        row.cells["status"] = "planned"
        row.doubts["status"] = tr("a programme says what is planned")
    notes = {passage.place.removeprefix("note "): passage for passage in document.passages if passage.kind == "note"}
    taking = TakingPart(draft, known, sitting.id, sitting.day, notes, collect_names(passages))
    under = ""  # the role that a heading gives to those under it
    for at, passage in enumerate(passages):
        match = LEADER.search(passage.text)
        if passage.kind == "heading":
            under = find_role(match[0]) if match else ""
        for who, told in find_people(passage, known) or find_alone(passage, passages[at + 1 : at + 2], known):
            role = find_role(match[0]) if match and passage.kind != "heading" else under or "participant"
            if not taking.find(who.name):
                behind = told if told is not None else find_below(who, passage, passages[at + 1 : at + 2], known)
                taking.introduce(
                    who,
                    passage,
                    role,
                    "announced",
                    told=behind,
                    where="body_on_line",
                    shown="post_line" if behind else "",
                )
    close(draft, taking, document)
    return draft


def find_below(who: Introduction, passage: Passage, below: Sequence[Passage], known: Known) -> str | None:
    """Post and body on the line below a name that stands alone; None where the next line tells of neither."""
    text = below[0].text if below else ""
    if who.end < len(passage.text.rstrip()) or len(text) > LONGEST or text.endswith((".", "?", ":")):
        return None
    post = read_post(text, known)
    return text if post and (post.employer or POST.match(text)) else None


def find_alone(passage: Passage, below: Sequence[Passage], known: Known) -> list[tuple[Introduction, str | None]]:
    """A bare name that has a line of its own, where the next line says who that is."""
    name = " ".join(passage.text.split())
    if not re.fullmatch(NAME, name) or not is_personal(name) or any(known.find(name, kind) for kind in NO_PEOPLE):
        return []
    who = Introduction("", name, "", 0, len(passage.text), 0, len(passage.text))
    told = find_below(who, passage, below, known)
    return [(who, told)] if told else []


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
    words = match["rest"].split()
    is_body = len(words) <= LONGEST_BODY and words[0][0].isupper() and "," not in match["rest"]
    if not is_body or POST.match(match["rest"]) or known.country(match["rest"]) or text.endswith((".", "?", ":")):
        return None
    start = text.find(match["name"].split()[0])
    end = start + len(match["name"])
    return Introduction("", match["name"], "", start, end, start, end), match["rest"]


def find_people(passage: Passage, known: Known) -> list[tuple[Introduction, str | None]]:
    """Everybody whom a line names, and what a list says behind the name."""
    return list(_find_people(passage, known))


def _find_people(passage: Passage, known: Known) -> Iterator[tuple[Introduction, str | None]]:
    """Everybody whom a line names, with a form of address, brackets or a post, and what a list says behind the name."""
    addressed = [who for who in find_addressed(passage.text) if len(who.name.split()) > 1]
    if addressed:
        yield from ((who, None) for who in addressed)
        return
    start = match.end() if (match := ROLE_BEFORE.match(passage.text)) else 0
    plain = find_plain(passage.text[start:], start)
    if plain and is_personal(plain.name):
        yield plain, None
        return
    if start and (named := _find_behind_role(passage.text, start, known)):
        yield named
        return
    if start == 0 and (named := _find_on_line(passage.text, known)):
        yield named
        return
    bare = next(find_apposed(passage.text), None) if passage.kind == "item" else None
    if bare and bare.start == 0 and not any(known.find(bare.name, kind) for kind in NO_PEOPLE):
        yield bare, passage.text[bare.end + 1 :].partition(";")[0].strip()
        return
    for entry in find_entries(passage.text, known) or read_entries(passage.text, known, start):
        yield entry.who, entry.rest
