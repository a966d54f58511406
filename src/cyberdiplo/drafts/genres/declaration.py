"""A declaration or communiqué: a text in the voice of those who adopt it, its commitments, who they are.

The rules of the genre: the whole text is the members' own words; what stands under « we will: » is a commitment; a list
of States in one sentence are those who took part.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cyberdiplo.drafts.genres.closing import close
from cyberdiplo.drafts.genres.entries import begin
from cyberdiplo.drafts.genres.head import find_head
from cyberdiplo.drafts.genres.sitting import Sitting, add_sitting
from cyberdiplo.drafts.people.leading import find_leader, read_leaders
from cyberdiplo.drafts.people.taking_part import TakingPart
from cyberdiplo.drafts.points.cutting import Point
from cyberdiplo.drafts.points.dates import find_dates
from cyberdiplo.drafts.points.statements import Voice, add_point, find_type, points_of
from cyberdiplo.drafts.proposal import Draft, both, make_id, pair_with
from cyberdiplo.drafts.states.gathering import add_participants, find_lists
from cyberdiplo.messages import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyberdiplo.documents.passages import Document, Passage
    from cyberdiplo.drafts.known import Known

TYPES = (
    ("communique", r"communiqué|communique|comunicado"),
    ("call", r"\bappel\b|\bcall\b|llamamiento"),
    ("declaration", r"déclaration|declaration|statement|declaración"),
)
MEMBERS = re.compile(
    r"^(?:(?:We|Nous|Nosotros),?\s+)?(?P<who>(?:the|les|los)\s+(?:members|leaders|ministers|heads|representatives"
    r"|participants|governments|States"
    r"|membres|dirigeants|ministres|chefs|représentants|gouvernements|États|miembros|líderes|ministros|jefes"
    r"|participantes)\b[^,.;(—–]{0,80})",
    re.IGNORECASE,
)
WE = re.compile(r"\b(?:we|our|nous|notre|nos|nosotros|nuestr\w+)\b", re.IGNORECASE)
MET = re.compile(
    r"\b(?:met|gathered|convened|held|réunis?|réunies|tenue?|organis\w+|reunid\w+|reunieron|celebrad\w+)\b",
    re.IGNORECASE,
)
COMMITS = re.compile(
    r"\b(?:we|members|participants|nous|los miembros)\b[^.;:]{0,60}\b(?:commit\w*|intend|will|pledge|undertake|agree"
    r"|resolve|engage\w*|entend\w+"
    r"|résolus?|compromet\w+|shall)\b.*:\s*$",
    re.IGNORECASE,
)
FOLLOWING = re.compile(
    r"\bthe following (?:actions|measures|commitments|steps|goals)\b"
    r"|\b(?:actions|mesures|engagements) (?:suivant|ci-après)"
    r"|\blas siguientes (?:acciones|medidas)|\blos siguientes compromisos",
    re.IGNORECASE,
)
OPENING = 12  # passages of a text, among which it says who led the meeting
SIGNATURE = 60  # characters of a line that has place and day
OPENS_LIST = 12  # words, up to which a sentence that ends with a colon opens a list and says nothing itself
UNSAID = ("les auteurs du texte", "the authors of the text")


def draft_declaration(document: Document, known: Known, source_id: str = "") -> Draft:
    """Propose the rows of a declaration or communiqué."""
    draft = begin(document, known, "declaration", source_id, type="communique", record_type="instrument")
    passages = [passage for passage in document.passages if passage.kind not in ("cell", "note")]
    head = find_head(passages)
    opening = [passage for passage in passages if passage not in head][:3]
    met = [passage for passage in opening if MET.search(passage.text) and find_dates(passage.text)]
    sitting = add_sitting(draft, known, [*head, *met])
    published = draft.of("sources")[0].cells.get("published", "") or _find_signature(draft, passages)
    measure = _add_measure(draft, known, (head or passages)[0], sitting, published)
    voice = find_members(draft, opening)
    _gather(draft, known, [*opening, *(passage for passage in passages if MET.search(passage.text))], sitting)
    if sitting:
        _find_chairs(TakingPart(draft, known, sitting.id, sitting.day, {}, frozenset()), passages)
    lead = ""
    for passage in passages:
        if passage.kind == "heading" or (passage in head and len(passage.text.split()) < 12) or _is_subhead(passage):
            lead = lead if FOLLOWING.search(lead) else ""  # commitments may be listed under several headings
            continue
        kind = "commitment" if passage.kind == "item" and lead else ""
        _add_passage(draft, known, passage, voice, {"measure_id": measure}, kind)
        if passage.kind != "item":
            is_lead = COMMITS.search(passage.text) or (WE.search(passage.text) and FOLLOWING.search(passage.text))
            lead = passage.text if is_lead else ""
    close(draft, TakingPart(draft, known, "", "", {}, frozenset()), document)
    return draft


def _find_chairs(taking: TakingPart, passages: Sequence[Passage]) -> None:
    """Who led the meeting, one or several: « under the co-chairmanship of A and B », « chaired by »."""
    find_leader(taking, passages[:OPENING], ())
    read_leaders(taking, passages[:OPENING])


def _find_signature(draft: Draft, passages: Sequence[Passage]) -> str:
    """The day at the foot of a text: « Paris, le 12 novembre 2018 »."""
    for passage in passages[-3:]:
        if len(passage.text) < SIGNATURE and (dates := find_dates(passage.text)):
            draft.of("sources")[0].cells["published"] = dates[0].first
            return dates[0].first
    return ""


def _add_measure(draft: Draft, known: Known, head: Passage, sitting: Sitting | None, published: str) -> str:
    """The record of the text itself: the one of its title that is there, else a new one, adopted at the meeting."""
    title = draft.of("sources")[0].cells["title"]
    if there := known.find(title, "measure"):
        draft.remarks.append(tr("{symbol} is {measure} already.", symbol=title, measure=there))
        return there
    day = (sitting.day if sitting else "") or published
    type_ = next((code for code, words in TYPES if re.search(words, title, re.IGNORECASE)), "declaration")
    measure = make_id(draft.source_id, type_)
    anchor = draft.anchor(head, 0, len(head.text))
    draft.add(
        "measures", head.place, anchor, {"type": tr("told by the title")}, id=measure, type=type_, force="voluntary",
        status="adopted" if day else "unknown", **both("name", draft.lang, title),
    )  # fmt: skip
    if day:
        doubt = {"event_date": tr("the day of the meeting, or of publication")}
        draft.add(
            "measure_events", head.place, "", doubt, id=f"{measure}-adopted", measure_id=measure, type="adopted",
            event_date=day, meeting_id=sitting.id if sitting else "",
        )  # fmt: skip
    return measure


def _is_subhead(passage: Passage) -> bool:
    """Whether a paragraph is a few words in bold, such as stand above a part of a list."""
    return passage.kind == "paragraph" and re.fullmatch(r"\*{2}[^*.]{3,80}\*{2}", passage.text.strip()) is not None


def find_members(draft: Draft, opening: Sequence[Passage]) -> Voice:
    """Whose voice the text is: « the members of the Initiative », « we, the leaders of the Group of Seven »."""
    for passage in opening:
        if match := MEMBERS.search(passage.text):
            words = " ".join(match["who"].split()[:12])
            own = words[0].lower() + words[1:]
            return Voice("collective", (), *pair_with(draft.lang, own))
    return Voice("collective", (), *UNSAID, rule="voice_unsaid")


def _gather(draft: Draft, known: Known, passages: Sequence[Passage], sitting: Sitting | None) -> None:
    """The first list of States as those who took part."""
    for passage in passages:
        for listed in find_lists(passage, known):
            if sitting is None:
                draft.remarks.append(
                    tr(
                        "{place} lists {count} States; without a meeting they have no rows.",
                        place=passage.place,
                        count=len(listed),
                    )
                )
            else:
                add_participants(draft, known, passage, sitting, listed)
            return


def _add_passage(draft: Draft, known: Known, passage: Passage, voice: Voice, home: dict[str, str], kind: str) -> None:
    """The points of a passage; a part of a list is one point."""
    points = [Point(passage.text, 0, len(passage.text))] if passage.kind == "item" else list(points_of(passage))
    for point in points:
        if point.text.endswith(":") and len(point.text.split()) <= OPENS_LIST:
            continue
        type_ = kind or find_type(point.text, voice)
        add_point(draft, known, passage, point, voice, home=home, type=type_, reporting="summarised")
