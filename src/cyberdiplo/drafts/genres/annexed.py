"""Texts annexed to a resolution: each paragraph, or each article where it has these, as a point of the text itself.

Nobody says an annexed text: its points are the document's own, and where the text has a record (a convention, a code, a
set of principles) they are its points, not the resolution's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cyberdiplo.drafts.points.cutting import Point
from cyberdiplo.drafts.points.statements import Voice, add_point
from cyberdiplo.drafts.proposal import make_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cyberdiplo.documents.passages import Document, Passage
    from cyberdiplo.drafts.known import Known
    from cyberdiplo.drafts.proposal import Draft

ANNEX = re.compile(r"(?:part [A-Z], )?annex(?: \w+)?(?:, appendix(?: \w+)?|, annex)?")
UNIT = re.compile(r"(?:art\.|principle|rule|guideline|norm) \d+(?: bis| ter| quater)?")
PREAMBLE = re.compile(r"(?:^|, )preamb")
FEWEST = 3  # words, below which a passage is a name or a line of a table
OPENS_LIST = 12  # words, up to which a paragraph that ends with a colon opens a list and says nothing itself


def add_annexed(draft: Draft, known: Known, document: Document, measure: str) -> set[str]:
    """Propose the points of every annexed text, cite those that are there; the places that they stand for."""
    proposed: set[str] = set()
    places: set[str] = set()
    texts = _find_texts(document, known)
    for passage in _list_annexed(document):
        annex = ANNEX.match(passage.place)
        text = texts.get(annex[0] if annex else "annex", "")
        unit = UNIT.search(passage.place)
        place = passage.place[: unit.end()] if unit else passage.place
        own = passage.place[annex.end() if annex and text else 0 : len(place)]
        statement = (
            make_id(text or measure, own) if own.strip(", ") else draft.free_id(make_id(text or measure, "annex"))
        )
        places.add(passage.place)
        if statement in proposed:
            continue
        proposed.add(statement)
        if statement in known.ids:
            draft.cite(statement, passage.place, draft.anchor(passage, 0, len(passage.text)))
            continue
        point = Point(passage.text, 0, len(passage.text))
        home = {"measure_id": text or measure}
        add_point(draft, known, passage, point, Voice("document"), home=home, id=statement, reporting="summarised")
    return places


def _list_annexed(document: Document) -> Iterator[Passage]:
    """The paragraphs of annexed texts that say something."""
    annexed = False
    for passage in document.passages:
        annexed = (annexed or ANNEX.match(passage.place) is not None) and not re.fullmatch(r"part [A-Z]", passage.place)
        if not annexed or passage.kind in ("heading", "note", "cell") or PREAMBLE.search(passage.place):
            continue
        words = len(passage.text.split())
        opens_list = passage.text.rstrip().endswith(":") and words <= OPENS_LIST
        is_title = words <= OPENS_LIST and passage.kind == "paragraph" and passage.text[-1:].isalnum()
        if words >= FEWEST and not opens_list and not is_title:
            yield passage


def _find_texts(document: Document, known: Known) -> dict[str, str]:
    """The records of annexed texts by the places of the annexes, told by the titles below the word."""
    texts: dict[str, str] = {}
    for passage in document.passages:
        if passage.kind == "heading" and ANNEX.fullmatch(passage.place):
            record = known.find(passage.text.strip(" .;"), "measure")
            if record:
                texts.setdefault(passage.place, record)
    return texts
