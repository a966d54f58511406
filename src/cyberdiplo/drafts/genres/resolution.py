"""A resolution: its record, steps, sponsors and votes, and each paragraph with the verb that opens it.

The rules of the genre: paragraphs of the preamble and operative ones are the body's own words, each a point; one that
only opens a list (« Calls upon Member States: ») is no point, and its verb is that of the list's parts. A text in
several parts is one record, as its symbol is one; its paragraphs have their part in their place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cyberdiplo.drafts.genres.annexed import add_annexed
from cyberdiplo.drafts.genres.closing import close
from cyberdiplo.drafts.genres.entries import begin
from cyberdiplo.drafts.genres.resolution_data import ADOPTED, ResolutionData, read_data, split_states
from cyberdiplo.drafts.genres.verbs import CLASS_OF, TYPES, Opening, find_opening
from cyberdiplo.drafts.people.taking_part import TakingPart
from cyberdiplo.drafts.points.cutting import Point
from cyberdiplo.drafts.points.statements import Voice, add_point
from cyberdiplo.drafts.proposal import Draft, both, make_id, pair_with, pick
from cyberdiplo.load.drafted import TO_WRITE
from cyberdiplo.messages import tr, tr_plural

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cyberdiplo.documents.passages import Document, Passage
    from cyberdiplo.drafts.known import Known

PARAGRAPH = re.compile(
    r"(?:part [A-Z], )?(?:sec\. \w+, )?(?P<part>preamb|op)\. (?P<number>\d+)(?P<letters>(?: \([a-z]+\)| item \d+)*)$"
)
FORMULA = re.compile(r"^(?:The|L['’]|La|Le|El)\s?(?P<body>[^,.]{3,80}),\s*$")
OPENS_LIST = 12  # words, up to which a paragraph that ends with a colon opens a list and says nothing itself
JOINED = (
    "Le jour n'est pas donné ; l'État s'est joint aux auteurs entre le projet et l'adoption.",
    "The day is not given; the State joined the sponsors between the draft and the adoption.",
)
WITHIN = re.compile(r"(?: \([a-z]+\)| item \d+)$")
LABEL = re.compile(r"^\(?[a-z]{1,4}\)\s*")
BODIES = (("A/HRC", "un-hrc"), ("A/", "unga"), ("E/", "ecosoc"), ("S/", "unsc"))


def draft_resolution(document: Document, known: Known, source_id: str = "", path: Path | None = None) -> Draft:
    """Propose the rows of a resolution."""
    marked_up = document.format == "akn" and path is not None
    data = read_data(path, document.passages, marked_up=marked_up) if path else ResolutionData()
    title = _title(data, document)
    draft = begin(document, known, "resolution", source_id, type="resolution", record_type="instrument", title=title)
    source = draft.of("sources")[0]
    source.cells |= {"published": data.adopted, "url": f"https://undocs.org/{data.symbol}" if data.symbol else ""}
    measure = add_measure(draft, known, data, document)
    head = find_head(document)
    add_steps(draft, known, data, measure, head)
    add_votes(draft, known, data, measure, head)
    add_paragraphs(draft, known, document, measure)
    taking = TakingPart(draft, known, "", "", {}, frozenset())
    taking.bound |= add_annexed(draft, known, document, measure)
    close(draft, taking, document)
    return draft


def _title(data: ResolutionData, document: Document) -> str:
    number = data.symbol.rpartition("RES/")[2]
    if number and data.symbol.startswith("A/RES"):
        titles = f"Résolution {number} de l'Assemblée générale", f"General Assembly resolution {number}"
        return pick(document.lang or "", titles)
    return data.title


def add_measure(draft: Draft, known: Known, data: ResolutionData, document: Document) -> str:
    """The record of the resolution: the one that has its symbol, else a new one."""
    head = document.passages[0]
    if there := known.identifiers.get(data.symbol, ""):
        draft.remarks.append(tr("{symbol} is {measure} already.", symbol=data.symbol, measure=there))
        return there
    measure = make_id(data.symbol or draft.source_id)
    issuer = next((body for prefix, body in BODIES if data.symbol.startswith(prefix) and body in known.ids), "")
    number = data.symbol.rpartition("RES/")[2]
    name = f"{data.title} ({pick(draft.lang, ('résolution', 'resolution'))} {number})" if number else data.title
    doubts = {} if data.symbol else {"id": tr("no symbol is printed")}
    draft.add(
        "measures", head.place, draft.anchor(head, 0, len(head.text)), doubts, id=measure, type="resolution",
        force="unknown", status="adopted" if data.adopted else "unknown", issuer_id=issuer, agenda_item=data.item,
        **both("name", draft.lang, name or draft.of("sources")[0].cells["title"]),
    )  # fmt: skip
    if data.symbol:
        draft.add("identifiers", head.place, "", None, scheme="un", value=data.symbol, record_id=measure)
    if number:
        draft.add("names", head.place, "", None, record_id=measure, name=number, lang="mul", type="alias", weak="0")
    if data.draft and " " not in data.draft and not known.find(data.draft, "measure"):
        draft.add("names", head.place, "", None, record_id=measure, name=data.draft, lang="mul", type="alias", weak="0")
    return measure


def find_head(document: Document) -> str:
    """The place at which the document says what it is: its title in a mark-up, else the line of its adoption."""
    places = [
        passage.place for passage in document.passages if passage.place == "title" or ADOPTED.search(passage.text)
    ]
    return (places or [document.passages[0].place])[0]


def add_steps(draft: Draft, known: Known, data: ResolutionData, measure: str, head: str) -> None:
    """Adoption, who introduced the draft, who joined its sponsors. Steps that are there already are not said again."""
    first, unknown = split_states(data.sponsors, known)
    later, also_unknown = split_states(data.later_sponsors, known)
    unknown += also_unknown
    for name in unknown:
        draft.remarks.append(tr("{name!r} is among the sponsors and no State by name.", name=name))
    rows = [*_list_adoption(draft, known, data, measure)]
    if data.drafted:
        step = {"type": "introduced", "event_date": data.drafted}
        rows += [
            step | {"id": f"{measure}-introduced-{country.lower()}", "country_id": country} for _, country in first
        ]
    joined = {"type": "co_sponsored", "event_date": data.adopted[:4], "date_note": "inferred"}
    joined |= {"date_reason_fr": JOINED[0], "date_reason_en": JOINED[1]}
    rows += [
        joined | {"id": f"{measure}-co-sponsored-{country.lower()}", "country_id": country} for _, country in later
    ]
    there = sum(row["id"] in known.ids for row in rows)
    for row in rows:
        if row["id"] not in known.ids and row["event_date"]:
            draft.add("measure_events", head, "", None, measure_id=measure, **row)
    if there:
        draft.remarks.append(tr_plural("{count} step is there already.", "{count} steps are there already.", there))
    sponsors = {country for _, country in (*first, *later)}
    if sponsors and data.adopted and f"{measure}-adopted" not in known.ids:
        cells = {
            "list": "sponsors",
            "as_of": data.adopted,
            "total": str(len(sponsors)),
            "whole": "0" if unknown else "1",
        }
        draft.add("rosters", head, "", None, record_id=measure, source_id=draft.source_id, locator=head, **cells)


def _list_adoption(draft: Draft, known: Known, data: ResolutionData, measure: str) -> Iterator[dict[str, str]]:
    if not data.adopted:
        return
    meeting = known.identifiers.get(data.meeting, "")
    if data.meeting and not meeting:
        draft.remarks.append(tr("The meeting {symbol} has no record.", symbol=data.meeting))
    cells = {"type": "adopted", "event_date": data.adopted, "method": data.method, "meeting_id": meeting}
    yield {"id": f"{measure}-adopted", **cells}


def add_votes(draft: Draft, known: Known, data: ResolutionData, measure: str, head: str) -> None:
    """The roll call of a recorded vote, State by State; a total that differs from the list is told."""
    roll_call = f"{measure}-roll-call"
    if not data.votes or roll_call in known.ids:
        return
    draft.add(
        "roll_calls",
        head,
        "",
        None,
        id=roll_call,
        measure_id=measure,
        event_id=f"{measure}-adopted",
        stage="plenary",
    )
    for vote, names in data.votes.items():
        if data.totals.get(vote, len(names)) != len(names):
            draft.remarks.append(
                tr(
                    "{vote}: the total is {total}, the list has {count} States.",
                    vote=vote,
                    total=data.totals[vote],
                    count=len(names),
                )
            )
        for name in names:
            if country := known.country(name):
                draft.add("votes", head, "", None, roll_call_id=roll_call, country_id=country, vote=vote)
            else:
                draft.remarks.append(tr("{name!r} voted and is no State by name.", name=name))


def add_paragraphs(draft: Draft, known: Known, document: Document, measure: str) -> None:
    """Each paragraph as a point in the body's own words; where the point is there already, it is cited."""
    voice = find_voice(draft, known, document)
    openings: dict[str, Opening | None] = {}
    for passage in document.passages:
        place = PARAGRAPH.fullmatch(passage.place)
        if not place:
            continue
        letters = place["letters"]
        above = WITHIN.sub("", passage.place) if letters else ""
        text = LABEL.sub("", passage.text) if letters else passage.text
        opening = find_opening(text, draft.lang) or (openings.get(above) if letters else None)
        openings[passage.place] = opening
        is_verb_alone = opening is not None and text.strip(" ,:") == opening.printed  # « Decides, » above (a)
        if is_verb_alone or (text.rstrip().endswith(":") and len(text.split()) <= OPENS_LIST):
            continue
        if not letters and opening is None:
            draft.remarks.append(
                tr("{place} opens with no verb that is known: {text!r}.", place=passage.place, text=text[:40])
            )
        add_paragraph(draft, known, passage, opening, voice, make_id(measure, passage.place), measure)


def add_paragraph(
    draft: Draft, known: Known, passage: Passage, opening: Opening | None, voice: Voice, statement: str, measure: str
) -> None:
    """One paragraph as a statement of the resolution, or a citation of the one that is there."""
    start = LABEL.match(passage.text)
    point = Point(passage.text[start.end() if start else 0 :], start.end() if start else 0, len(passage.text))
    if statement in known.ids:
        draft.cite(statement, passage.place, draft.anchor(passage, point.start, point.end))
        return
    cells = {"id": statement, "reporting": "summarised"}
    if opening:
        cells |= {"verb": opening.verb, "type": TYPES.get(CLASS_OF[opening.verb], "position")}
    doubts = (
        {"verb": tr("{printed!r} is one verb for several", printed=opening.printed)}
        if opening and not opening.sure
        else {}
    )
    add_point(draft, known, passage, point, voice, home={"measure_id": measure}, **cells)
    if (row := draft.find("statements", [statement])) is not None:
        row.doubts |= doubts


def find_voice(draft: Draft, known: Known, document: Document) -> Voice:
    """The body that speaks: « The General Assembly, », in both languages where it is known."""
    for passage in document.passages:
        match = FORMULA.match(passage.text)
        if not match:
            continue
        printed = passage.text.strip(" ,")
        record = known.find(match["body"], "forum", "organisation", "process")
        if record is None and re.search(r"General Assembly|Assemblée générale|Asamblea General", printed):
            return Voice("collective", (), "l'Assemblée générale", "the General Assembly")
        other = known.labels.get(record or "", (TO_WRITE, TO_WRITE))
        own = printed[0].lower() + printed[1:]
        return Voice("collective", (), *pair_with(draft.lang, own, other))
    return Voice("document")
