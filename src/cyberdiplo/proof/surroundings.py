"""What stands around the words by which a record is cited, in a document that was added."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.documents.index import index
from cyberdiplo.proof.added import find_of_source, read_documents, read_passages
from cyberdiplo.text.printed import count_occurrences, normalise

if TYPE_CHECKING:
    from cyberdiplo.documents.index import Places
    from cyberdiplo.documents.passages import Passage
    from cyberdiplo.proof.added import CanExecute


class Surrounding(NamedTuple):
    """A passage near a citation; ``cited``: it is the one that has the words."""

    source: str
    place: str
    speaker: str | None
    text: str
    cited: bool


def read_surroundings(rows: CanExecute, record: str) -> list[Surrounding]:
    """The passages that a record is cited from, each with the paragraph before and the one after it, in order."""
    documents = read_documents(rows)
    if not documents:
        return []
    sql = (
        "select distinct citations.source_id, sources.sha256, citations.locator, citations.anchor from citations"
        " join sources on sources.id = citations.source_id where citations.record_id = :record and citations.field = ''"
        " order by 1, 3, 4"
    )
    around: list[Surrounding] = []
    known: dict[str, Places] = {}
    for source, sha256, locator, anchor in list(rows.execute(sql, {"record": record})):
        document = find_of_source(documents, str(source), sha256)
        if document is None:
            continue
        places = known.get(document.id) or index(read_passages(rows, document.id))
        known[document.id] = places
        around += _find_around(places, str(source), str(locator), str(anchor))
    return list(dict.fromkeys(around))


def _find_around(places: Places, source: str, locator: str, anchor: str) -> list[Surrounding]:
    there = places.find(locator)
    cited = [passage for passage in there if anchor and count_occurrences(anchor, normalise(passage.text))] or there[:1]
    if not cited:
        return []
    body = [passage for passage in places.passages if passage.kind in ("paragraph", "item", "turn") or passage in cited]
    at = body.index(cited[0])
    near: list[Passage] = body[max(at - 1, 0) : at + 2]
    return [Surrounding(source, passage.place, passage.speaker, passage.text, passage is cited[0]) for passage in near]
