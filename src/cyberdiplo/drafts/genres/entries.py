"""The rows that every genre proposes: the source, a person with post and employer, a body."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from cyberdiplo.drafts.certainty import mark
from cyberdiplo.drafts.genres.head import find_language, find_title, read_front_matter
from cyberdiplo.drafts.people.introduced import split_name
from cyberdiplo.drafts.posts.bodies import find_capacities
from cyberdiplo.drafts.posts.words import POST_WORD
from cyberdiplo.drafts.proposal import Draft, both, make_id, pick
from cyberdiplo.load.drafted import TO_WRITE
from cyberdiplo.messages import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cyberdiplo.documents.passages import Document, Passage
    from cyberdiplo.drafts.known import Known
    from cyberdiplo.drafts.people.introduced import Introduction
    from cyberdiplo.drafts.posts.bodies import Body
    from cyberdiplo.drafts.posts.reading import Post

LANGUAGES = ("fr", "en")  # in which the tables hold texts


def begin(document: Document, known: Known, genre: str, source_id: str, **cells: str) -> Draft:
    """A draft with the row of its source. What nobody can take from a file, such as rights, is to be written."""
    source_id = source_id or make_id(PurePath(document.name).name.partition(".")[0])
    lang = document.lang or find_language(document)
    draft = Draft(source_id, genre, lang)
    draft.remember(document.passages)
    if other := known.documents.get(document.sha256):
        draft.remarks.append(tr("This very file is the source {source} already.", source=other))
    elif source_id in known.ids:
        draft.remarks.append(tr("There is a record {source} already: give the draft another name.", source=source_id))
    front = read_front_matter(document.passages)
    cells = {"published": front.get("date", "")[:10], "url": front.get("source_url", "")} | cells
    title = cells.pop("title", "") or find_title(document.passages, known) or document.name
    draft.add(
        "sources", "", "", {"title": tr("read from the first lines")}, id=source_id, title=title, lang=lang,
        file_name=document.name, sha256=document.sha256, rights_fr=TO_WRITE, rights_en=TO_WRITE, **cells,
    )  # fmt: skip
    return draft


def add_person(draft: Draft, known: Known, who: Introduction, passage: Passage, later: Iterable[str]) -> str:
    """The speaker of that name: the one who is there, else a new one, with the doubt on how the name is divided."""
    anchor = draft.widen(passage, who.name_start, who.name_end)
    if there := known.find(who.name, "speaker"):
        draft.cite(there, passage.place, anchor)
        return there
    person = split_name(who.name, later)
    speaker_id = make_id(person.family_name, person.given_name)
    doubt = {} if person.sure else {"family_name": tr("which of the names is the family's is not printed")}
    draft.add(
        "speakers", passage.place, anchor, doubt, id=speaker_id, given_name=person.given_name,
        family_name=person.family_name, sort_name=", ".join(filter(None, (person.family_name, person.given_name))),
    )  # fmt: skip
    return speaker_id


def add_body(draft: Draft, known: Known, body: Body, passage: Passage) -> str:
    """The organisation of that name: the one who is there, else a new one."""
    at = passage.text.find(body.name)
    place = (at, at + len(body.name)) if at >= 0 else (0, len(passage.text))
    anchor = draft.widen(passage, *place) or draft.anchor(passage, *place)
    there = known.body(body.name) or (known.body(body.acronym) if body.acronym else None)
    if there and body.country and known.homes.get(there, body.country) != body.country:
        there = None  # a ministry of that name, but of another country
        labels = known.labels.get(body.country, ("", ""))
        body = body._replace(name=f"{body.name} ({pick(draft.lang, labels)})")
    if there:
        draft.cite(there, passage.place, anchor)
        return there
    new_id = make_id(body.acronym) if body.acronym else make_id(" ".join(body.name.split()[:6]))
    if new_id in known.ids:
        new_id = make_id(new_id, "org")
    doubts = {"type": tr("told by its name alone")}
    is_proper = body.type == "company" or body.type == "other" or draft.lang not in LANGUAGES
    acronyms = {"acronym_fr": body.acronym, "acronym_en": body.acronym}
    draft.add(
        "organisations", passage.place, anchor, doubts, id=new_id, type=body.type, country_id=body.country,
        **both("name", draft.lang, body.name, proper=is_proper), **acronyms,
    )  # fmt: skip
    return new_id


def add_post(
    draft: Draft, known: Known, speaker: str, post: Post, passage: Passage, day: str
) -> tuple[str, str]:  # affiliation, organisation
    """Post and employer of a person, as attested on the day of the meeting; either may be empty."""
    if post.employer is None:
        return "", ""
    body = add_body(draft, known, post.employer, passage)
    if post.above:
        add_body(draft, known, post.above, passage)
    if not day or not post.position:
        return "", body
    at = passage.text.find(post.position)
    anchor = draft.anchor(passage, max(at, 0), max(at, 0) + len(post.position)) or draft.widen(
        passage, max(at, 0), max(at, 0) + len(post.position)
    )
    if there := known.affiliations.get((speaker, body)):
        draft.cite(there, passage.place, anchor)
        return there, body
    affiliation = make_id(speaker, body)
    row = draft.add(
        "affiliations", passage.place, anchor, None, id=affiliation, speaker_id=speaker, organisation_id=body,
        attested_on=day, **both("position", draft.lang, post.position),
    )  # fmt: skip
    mark(row, "organisation_id", *post.rules, *(() if POST_WORD.search(post.position) else ("no_office",)))
    return affiliation, body


def find_capacity(known: Known, post: Post | None, organisation: str, country: str) -> tuple[str, str]:
    """For whom somebody takes part, and the doubt about it: told by the employer; a country alone says nothing."""
    if post and post.employer:
        capacity = find_capacities().get(known.types.get(organisation, post.employer.type), post.employer.capacity)
        if capacity == "state" and not (country or post.employer.country):
            return "unknown", tr("the employer is public, but no country is printed")
        return capacity, tr("told by the employer's name") if capacity != "unknown" else tr(
            "the employer does not show it"
        )
    if post and post.country:
        return "state", tr("told by the post")
    if organisation:
        return find_capacities().get(known.types.get(organisation, ""), "unknown"), tr("told by the body's type")
    return "unknown", tr("the text does not say for whom")
