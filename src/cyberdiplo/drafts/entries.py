"""The rows that every genre proposes: the source, a meeting, a person with post and employer, who took part."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.drafts.dates import find_dates, find_hours
from cyberdiplo.drafts.people import find_addressed, split_name
from cyberdiplo.drafts.points import find_anchor, widen
from cyberdiplo.drafts.posts import find_capacities
from cyberdiplo.drafts.proposal import Draft, both, make_id
from cyberdiplo.load.drafted import TO_WRITE
from cyberdiplo.messages import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cyberdiplo.documents.passages import Document, Passage
    from cyberdiplo.drafts.known import Known
    from cyberdiplo.drafts.people import Introduction
    from cyberdiplo.drafts.posts import Body, Post

DATED = 40  # characters, above which a line that has a date is more than that
SHORTEST = 12  # characters of a title
LANGUAGES = ("fr", "en")  # in which the tables hold texts
# Words by which a title tells what sort of meeting it is of; the first that fits.
MEETINGS = (
    ("thematic_session", r"séance thématique|thematic (?:session|discussion)|sesión temática"),
    ("round_table", r"table ronde|round ?table|mesa redonda"),
    ("ministerial", r"ministériel|ministerial|ministros"),
    ("summit", r"\bsommet|\bsummit|\bcumbre"),
    ("intersessional", r"intersession|inter-session|entre períodos"),
    ("organisational_session", r"session d'organisation|organi[sz]ational session"),
    ("substantive_session", r"session de fond|substantive session|período de sesiones sustantiv"),
    ("consultation", r"consultation|consulta"),
    ("side_event", r"manifestation parallèle|side event|en marge|evento paralelo"),
    ("press", r"conférence de presse|press (?:conference|briefing|call)|point de presse|rueda de prensa"),
    ("plenary", r"séance plénière|plenary|plenaria"),
    ("conference", r"conférence|conference|conferencia"),
    ("session", r"\bsession|\bsesión|período de sesiones|séance"),
)


class Place(NamedTuple):
    """Where something is written, and the words by which it is found there."""

    locator: str
    anchor: str


class Sitting(NamedTuple):
    """The meeting that a document tells of: its id, and its day as far as the document prints it."""

    id: str
    day: str
    new: bool


def begin(document: Document, known: Known, genre: str, source_id: str, **cells: str) -> Draft:
    """A draft with the row of its source. What nobody can take from a file, such as rights, is to be written."""
    source_id = source_id or make_id(PurePath(document.name).name.partition(".")[0])
    lang = document.lang or find_language(document)
    draft = Draft(source_id, genre, lang)
    if other := known.documents.get(document.sha256):
        draft.remarks.append(tr("This very file is the source {source} already.", source=other))
    elif source_id in known.ids:
        draft.remarks.append(tr("There is a record {source} already: give the draft another name.", source=source_id))
    title = cells.pop("title", "") or find_title(document.passages, known) or document.name
    draft.add(
        "sources", "", "", {"title": tr("read from the first lines")}, id=source_id, title=title, lang=lang,
        file_name=document.name, sha256=document.sha256, rights_fr=TO_WRITE, rights_en=TO_WRITE, **cells,
    )  # fmt: skip
    return draft


def find_language(document: Document) -> str:
    """The language of most passages of which one can be told."""
    counts = Counter(passage.lang for passage in document.passages if passage.lang)
    return counts.most_common(1)[0][0] if counts else "en"


def find_title(passages: Sequence[Passage], known: Known) -> str:
    """The title of a document: of the lines at its head the one that says what it is, else the longest.

    A date, a line with a person's name and the name of a body are no titles.
    """
    head = [passage.text for passage in find_head(passages) if not next(find_addressed(passage.text), None)]
    undated = [text for text in head if not find_dates(text) or len(text) > DATED]
    titles = [text for text in undated if not known.find(text, "forum", "organisation")] or undated or head
    telling = [text for text in titles if any(re.search(words, text, re.I) for _, words in MEETINGS)]
    longest = max(telling or titles, key=len, default="")
    return (longest if len(longest) > SHORTEST else " – ".join(head))[:250]


def find_head(passages: Sequence[Passage]) -> list[Passage]:
    """What stands before the running text: headings and short lines, up to the first whole sentence."""
    head = []
    for passage in passages:
        if passage.kind == "note":
            continue
        if passage.kind != "heading" and (len(passage.text) > 160 or re.search(r"\.\s", passage.text)):
            break
        head.append(passage)
        if len(head) == 12:
            break
    return head


def add_sitting(draft: Draft, known: Known, head: Sequence[Passage]) -> Sitting | None:
    """The meeting of a document by its head: title, forum, day, hours. The one that is there already, where it is."""
    dated = [(passage, span) for passage in head for span in find_dates(passage.text)]
    if not dated:
        return None
    where, span = dated[0]
    forum = next(
        (mention.record_id for passage in head for mention in known.mentions(passage.text, kinds=("forum",))), ""
    )
    if not forum:
        forum = next((record for passage in head if (record := known.find(passage.text, "forum"))), "")
    if there := _find_meeting(draft, known, span.first, forum, head):
        return Sitting(there, span.first, new=False)
    hours = next((hours for passage in head if (hours := find_hours(passage.text))), ("", ""))
    title = draft.of("sources")[0].cells["title"]
    type_ = next((code for code, words in MEETINGS if re.search(words, title, re.I)), "meeting")
    meeting_id = make_id(forum or draft.source_id, span.first)
    if meeting_id in known.ids:
        meeting_id = make_id(draft.source_id, "meeting")
    doubts = {"name_fr": tr("taken from the title"), "name_en": tr("taken from the title")}
    if type_ == "meeting":
        doubts["type"] = tr("the title does not say what sort of meeting it is")
    if not forum:
        doubts["forum_id"] = tr("no forum that is known stands at its head")
    draft.add(
        "meetings", where.place, widen(where.text, span.start, span.end), doubts,
        id=meeting_id, type=type_, forum_id=forum, start_date=span.first, end_date=span.last, status="held",
        start_time=hours[0], end_time=hours[1], **both("name", draft.lang, title),
    )  # fmt: skip
    return Sitting(meeting_id, span.first, new=True)


def _find_meeting(draft: Draft, known: Known, day: str, forum: str, head: Sequence[Passage]) -> str:
    """The meeting of that day and forum, or of that title, which the database has already."""
    for passage in head:
        if record := known.find(passage.text, "meeting"):
            draft.remarks.append(tr("This meeting is {meeting} already.", meeting=record))
            return record
    same = [record for record, where in known.meetings.get(day, ()) if forum and where == forum]
    if len(same) == 1:
        draft.remarks.append(
            tr("A meeting of that forum on {day} is there already: {meeting}.", day=day, meeting=same[0])
        )
        return same[0]
    vague = [record for record, where in known.meetings.get(day[:4], ()) if forum and where == forum]
    if len(vague) == 1 and len(day) > 4:
        draft.remarks.append(
            tr("The meeting may be {meeting}: there the date is {year}, the document gives {day}.",
               meeting=vague[0], year=day[:4], day=day)
        )  # fmt: skip
    return ""


def add_person(draft: Draft, known: Known, who: Introduction, passage: Passage, later: Iterable[str]) -> str:
    """The speaker of that name: the one who is there, else a new one, with the doubt on how the name is divided."""
    anchor = widen(passage.text, who.name_start, who.name_end)
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
    anchor = widen(passage.text, *place) or find_anchor(passage.text, *place)
    there = known.body(body.name) or (known.body(body.acronym) if body.acronym else None)
    if there and body.country and known.homes.get(there, body.country) != body.country:
        there = None  # a ministry of that name, but of another country
        labels = known.labels.get(body.country, ("", ""))
        body = body._replace(name=f"{body.name} ({labels[0 if draft.lang == 'fr' else 1]})")
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
    anchor = find_anchor(passage.text, max(at, 0), max(at, 0) + len(post.position)) or widen(
        passage.text, max(at, 0), max(at, 0) + len(post.position)
    )
    if there := known.affiliations.get((speaker, body)):
        draft.cite(there, passage.place, anchor)
        return there, body
    doubt = (
        {} if post.sure else {"organisation_id": tr("the words do not show where the post ends and the body begins")}
    )
    affiliation = make_id(speaker, body)
    draft.add(
        "affiliations", passage.place, anchor, doubt, id=affiliation, speaker_id=speaker, organisation_id=body,
        attested_on=day, **both("position", draft.lang, post.position),
    )  # fmt: skip
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
