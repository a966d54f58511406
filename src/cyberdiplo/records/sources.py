"""Sources as they are cited, each with who answers for it, its key and its symbol."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.records.cited import LANGUAGES, SEVERAL, Author, CitedSource
from cyberdiplo.records.keys import make_keys, make_name, read_keyed
from cyberdiplo.records.record import read_label
from cyberdiplo.schema.vocabulary import choose_label
from cyberdiplo.store.lists import execute_for
from cyberdiplo.store.words import read_labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyberdiplo.store.connection import Connection

# A document's own symbol, the first of these that it has.
SYMBOLS = ("un", "wto", "oecd", "itu", "celex", "eu", "eli", "iso_iec", "iso", "iec", "national", "regional")
# Whose text it is, where it is that of a measure: the body that issued it, else the State.
ISSUERS = """
select distinct citations.source_id, coalesce(measures.issuer_id, measures.country_id)
from citations
join sources on sources.id = citations.source_id
join statements on statements.id = citations.record_id
join measures on measures.id = statements.measure_id
where sources.record_type = 'instrument' and sources.author_id is null and sources.publisher_id is null
  and citations.source_id in (:ids)
"""
MIRRORED = "select distinct source_id from citations where mirror_url is not null and source_id in (:ids)"


class SourceRow(NamedTuple):
    """A row of ``sources`` as far as it is cited, its columns in this order."""

    id: str
    type: str
    title: str
    author_id: str | None
    publisher_id: str | None
    published: str | None
    date_note: str | None
    date_reason: str | None  # in the language of the reader
    lang: str
    url: str | None
    retrieved_on: str | None
    record_type: str | None


def read_sources(
    connection: Connection, source_ids: Sequence[str], lang: str, *, own_words: bool = True
) -> dict[str, CitedSource]:
    """These sources, by their ids. ``own_words``: what they are and who published them, in the language of each."""
    if not source_ids:
        return {}
    keyed = read_keyed(connection)
    keys, key_names = make_keys(keyed), {source.id: make_name(source) for source in keyed}
    identifiers: dict[str, dict[str, str]] = {}
    sql = "select record_id, scheme, value from identifiers where record_id in (:ids) order by scheme, value desc"
    for record_id, scheme, value in execute_for(connection, sql, source_ids):
        identifiers.setdefault(record_id, {})[scheme] = value
    types, languages = read_labels("sources.type", connection), read_labels("languages", connection)
    columns = ", ".join(SourceRow._fields).replace("date_reason", f"date_reason_{lang}")
    sql = f"select {columns} from sources where id in (:ids)"
    issuers: dict[str, list[str]] = {}
    for source_id, issuer_id in execute_for(connection, ISSUERS, source_ids):
        issuers.setdefault(source_id, []).append(issuer_id)
    mirrored = {row[0] for row in execute_for(connection, MIRRORED, source_ids)}
    sources = {}
    for row in execute_for(connection, sql, source_ids):
        source = SourceRow(*row)
        symbols = identifiers.get(source.id, {})
        tongue = source.lang if own_words and source.lang in LANGUAGES else lang
        # Of a copy in a third language, the address of the original leads to another one.
        told = source.id not in mirrored or source.lang in (*LANGUAGES, SEVERAL)
        publisher = read_label(connection, source.publisher_id, tongue) if source.publisher_id else None
        issued_by = issuers.get(source.id, [])
        author_id = issued_by[0] if len(issued_by) == 1 else source.author_id
        author = _read_author(connection, author_id, tongue) if author_id else None
        if (
            not author and publisher and source.type != "news"
        ):  # who answers for the text; no newspaper writes its items
            author = Author(publisher)
        sources[source.id] = CitedSource(
            id=source.id,
            key=keys[source.id],
            type=source.type,
            type_name=choose_label(types, source.type, tongue),
            title=source.title,
            author=author,
            publisher=publisher,
            published=source.published,
            date_note=source.date_note,
            date_reason=source.date_reason,
            lang=source.lang if told else "",
            lang_name=languages.get(source.lang, (source.lang, source.lang)) if told else ("", ""),
            url=source.url or symbols.get("url"),
            retrieved_on=source.retrieved_on,
            symbol=next((symbols[scheme] for scheme in SYMBOLS if scheme in symbols), None),
            doi=symbols.get("doi"),
            record_type=source.record_type,
            key_name=key_names[source.id],
        )
    return sources


def _read_author(connection: Connection, author_id: str, lang: str) -> Author:
    sql = "select family_name, given_name from speakers where id = :id"
    person = connection.execute(sql, {"id": author_id}).fetchone()
    name = read_label(connection, author_id, lang) or author_id
    return Author(name, str(person[0]), person[1]) if person else Author(name)
