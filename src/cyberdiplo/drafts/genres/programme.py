"""A programme: who is announced. They are participants, not speakers, until a report says that they spoke."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyberdiplo.drafts.genres.announced import find_alone, find_below, find_people
from cyberdiplo.drafts.genres.closing import close
from cyberdiplo.drafts.genres.entries import begin
from cyberdiplo.drafts.genres.head import find_head
from cyberdiplo.drafts.genres.sitting import add_sitting
from cyberdiplo.drafts.people.leading import find_role
from cyberdiplo.drafts.people.naming import collect_names
from cyberdiplo.drafts.people.taking_part import TakingPart
from cyberdiplo.drafts.words import LEADER
from cyberdiplo.messages import tr

if TYPE_CHECKING:
    from cyberdiplo.documents.passages import Document
    from cyberdiplo.drafts.known import Known
    from cyberdiplo.drafts.proposal import Draft

BELOW = 2  # lines under a name that may say who that is


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
        for who, told in find_people(passage, known) or find_alone(passage, passages[at + 1 : at + 1 + BELOW], known):
            role = find_role(match[0]) if match and passage.kind != "heading" else under or "participant"
            if not taking.find(who.name):
                behind = (
                    told if told is not None else find_below(who, passage, passages[at + 1 : at + 1 + BELOW], known)
                )
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
