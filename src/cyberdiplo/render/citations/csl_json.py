"""A bibliography as CSL-JSON, as Zotero, pandoc and citation processors read it."""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING, Any

from cyberdiplo.text.dates import parts
from cyberdiplo.text.locators import say_locator

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyberdiplo.records.cited import Author, CitedPlace, CitedRecord, Entry

TYPES = {
    "report": "report",
    "communique": "report",
    "news": "article-newspaper",
    "chapter": "chapter",
    "text": "webpage",
    "web_page": "webpage",
    "resolution": "report",
    "law": "legislation",
    "dataset": "dataset",
}

ON_A_SITE = ("article-newspaper", "webpage")


def write_csl(entries: Sequence[Entry], lang: str, _several: bool, out: IO[str]) -> None:
    """One item a source."""
    items = [_make_item(entry, lang) for entry in entries]
    out.write(json.dumps(items, ensure_ascii=False, indent=1) + "\n")


def _make_item(entry: Entry, lang: str) -> dict[str, Any]:
    source, pages = entry.source, entry.pages
    type_ = TYPES[source.type] if pages or source.type != "text" else "report"
    if source.container and source.type == "communique":
        type_ = "webpage"  # no style prints what a report is a page of
    item: dict[str, Any] = {"id": source.key, "type": type_, "title": source.title}
    if source.authors:
        item["author"] = [_make_name(author) for author in source.authors]
    if source.published:
        item["issued"] = {"date-parts": [parts(source.published)]} | ({"circa": True} if source.date_note else {})
    if source.retrieved_on and pages:
        item["accessed"] = {"date-parts": [parts(source.retrieved_on)]}
    news = source.type == "news"
    item |= {
        "publisher": None if news else source.own_publisher,
        "container-title": (news and source.publisher)
        or source.container
        or (entry.site if type_ in ON_A_SITE else None),
        "genre": source.type_name if type_ in ("report", "dataset") else None,
        "number": source.symbol,
        "language": source.lang,
        "DOI": source.doi,
        "URL": entry.url,
        "custom": {"places": [_make_place(record, place, lang) for record, place in entry.places if place.locator]},
    }
    if not item["custom"]["places"]:
        del item["custom"]
    return {name: value for name, value in item.items() if value}


def _make_place(record: CitedRecord, place: CitedPlace, lang: str) -> dict[str, str]:
    """Where a record is written, to cite it there; styles print what stands in a note, and these are ours alone."""
    fields = {
        "record": record.id,
        "field": place.field,
        "locator": say_locator(place.locator, lang),
        "anchor": place.anchor,
        "support": "" if place.support == "states" else place.support,
        "note": place.note,
        "URL": place.link,
    }
    return {name: value for name, value in fields.items() if value}


def _make_name(author: Author) -> dict[str, str]:
    if author.body:
        return {"literal": author.name}
    named = zip(("family", "given", "suffix"), author.in_turn, strict=True)
    return {field: name for field, name in named if name}
