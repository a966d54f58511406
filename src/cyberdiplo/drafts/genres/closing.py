"""What a reader tells of the whole: first what the document says of itself, last what was not used or has no record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyberdiplo.documents.caveats import CAVEATS
from cyberdiplo.drafts.genres.head import FRONT_MATTER
from cyberdiplo.drafts.people.naming import tell_strangers
from cyberdiplo.drafts.points.symbols import find_symbols
from cyberdiplo.messages import tr, tr_plural

if TYPE_CHECKING:
    from cyberdiplo.documents.passages import Document
    from cyberdiplo.drafts.known import Known
    from cyberdiplo.drafts.people.taking_part import TakingPart
    from cyberdiplo.drafts.proposal import Draft

MOST = 12  # that are listed in one remark


def close(draft: Draft, taking: TakingPart | None, document: Document) -> None:
    """Add what is to be told of a draft as a whole."""
    if taking is not None:
        draft.remarks += tell_strangers(taking, document.passages)
        tell_symbols(draft, taking.known, document)
    draft.remarks = [tr(CAVEATS[key]) for key in document.remarks] + draft.remarks  # what it is comes first
    tell_unused(draft, taking.bound if taking else set(), document)


def tell_symbols(draft: Draft, known: Known, document: Document) -> None:
    """Symbols of documents without a record, each with its first place; that of the document itself has one now."""
    own = {name for row in draft.of("identifiers") for name in (row.cells["value"], row.cells["value"].split(" ")[0])}
    missing: dict[str, str] = {}
    for passage in document.passages:
        for symbol in find_symbols(passage.text, known):
            if not symbol.record_id and symbol.printed not in own:
                missing.setdefault(symbol.printed, passage.place)
    listed = [f"{printed} ({place})" for printed, place in missing.items()]
    if listed:
        draft.remarks.append(tr("Symbols without a record: {listed}.", listed=_list(listed)))


def tell_unused(draft: Draft, bound: set[str], document: Document) -> None:
    """Passages without a row, marks without a note."""
    used = {row.place for row in draft.rows} | bound
    notes = {passage.place.removeprefix("note ") for passage in document.passages if passage.kind == "note"}
    unused = [
        passage.place
        for passage in document.passages
        if passage.kind != "heading" and passage.place not in used and not FRONT_MATTER.fullmatch(passage.text)
    ]
    if unused:
        draft.remarks.append(
            tr_plural("{count} passage without a row: {listed}.", "{count} passages without a row: {listed}.",
                      len(unused), listed=_list(unused))
        )  # fmt: skip
    marks = [number for passage in document.passages for number, _ in passage.marks if number not in notes]
    if marks:
        draft.remarks.append(tr("Marks of footnotes without a note: {listed}.", listed=_list(marks)))


def _list(names: list[str]) -> str:
    more = len(names) - MOST
    return ", ".join(names[:MOST]) + (", …" if more > 0 else "")
