"""A bibliography as RIS, as Zotero, EndNote and Mendeley read it: a tag, two blanks, a hyphen, a value, a line each."""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING

from cyberdiplo.render.citations.places import say_places

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cyberdiplo.records.cited import Entry

TYPES = {
    "report": "RPRT",
    "communique": "RPRT",
    "news": "NEWS",
    "chapter": "CHAP",
    "text": "ELEC",
    "web_page": "ELEC",
    "resolution": "RPRT",
    "law": "STAT",
    "dataset": "DATA",
}
# What these tags are taken for depends on the type: of others the first would be a DOI in Zotero, the second an ISBN.
NAMED = {"RPRT", "ELEC"}
NUMBERS = {"RPRT": "SN", "STAT": "M1"}
LINE_ENDS = re.compile(r"[ \t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")  # a no-break space is none and stays


def write_ris(entries: Sequence[Entry], lang: str, several: bool, out: IO[str]) -> None:
    """One reference a source."""
    for entry in entries:
        lines = [(tag, LINE_ENDS.sub(" ", value).strip()) for tag, value in _list_tags(entry, lang, several) if value]
        out.writelines(f"{tag}  - {value}\n" for tag, value in lines)
        out.write("ER  - \n\n")


def _list_tags(entry: Entry, lang: str, several: bool) -> Iterator[tuple[str, str | None]]:
    source = entry.source
    type_ = TYPES[source.type] if entry.pages or source.type != "text" else "GEN"
    yield "TY", type_  # it comes first
    yield "ID", source.key
    for author in source.authors:
        yield "AU", author.name if author.body else ", ".join(filter(None, author.in_turn))
    yield "TI", source.title
    yield "T2" if source.type == "news" else "PB", source.own_publisher
    yield "T2", source.container or (entry.site if type_ in ("NEWS", "ELEC") else None)
    yield "M3", source.type_name if type_ in NAMED else None
    yield NUMBERS.get(type_, ""), source.symbol if type_ in NUMBERS else None
    if source.published:
        yield "PY", source.published[:4]
        yield "DA", source.published.replace("-", "/") if "-" in source.published else None
    yield "LA", source.lang
    yield "DO", source.doi
    for page in entry.pages:
        yield "UR", page
    yield "Y2", source.retrieved_on.replace("-", "/") if source.retrieved_on and entry.pages else None
    yield "N1", say_places(entry, lang, several=several)
