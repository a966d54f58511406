"""Sources as they are cited, each with who answers for it, its key and its symbol."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    sql = (
        "select id, type, title, author_id, publisher_id, published, date_note,"
        f" date_reason_{lang}, lang, url, retrieved_on, record_type from sources where id in (:ids)"
    )
    issuers: dict[str, list[str]] = {}
    for source_id, issuer_id in execute_for(connection, ISSUERS, source_ids):
        issuers.setdefault(source_id, []).append(issuer_id)
    mirrored = {row[0] for row in execute_for(connection, MIRRORED, source_ids)}
    sources = {}
    for row in execute_for(connection, sql, source_ids):
        source_id, type_, title, author_id, publisher_id, published, date_note, reason, written_in, url, *rest = row
        symbols = identifiers.get(source_id, {})
        tongue = written_in if own_words and written_in in LANGUAGES else lang
        # Of a copy in a third language, the address of the original leads to another one.
        told = source_id not in mirrored or written_in in (*LANGUAGES, SEVERAL)
        publisher = read_label(connection, publisher_id, tongue) if publisher_id else None
        if len(issuers.get(source_id, [])) == 1:
            author_id = issuers[source_id][0]
        author = _read_author(connection, author_id, tongue) if author_id else None
        if not author and publisher and type_ != "news":  # who answers for the text; no newspaper writes its items
            author = Author(publisher)
        sources[source_id] = CitedSource(
            id=source_id,
            key=keys[source_id],
            type=type_,
            type_name=choose_label(types, type_, tongue),
            title=title,
            author=author,
            publisher=publisher,
            published=published,
            date_note=date_note,
            date_reason=reason,
            lang=written_in if told else "",
            lang_name=languages.get(written_in, (written_in, written_in)) if told else ("", ""),
            url=url or symbols.get("url"),
            retrieved_on=rest[0],
            symbol=next((symbols[scheme] for scheme in SYMBOLS if scheme in symbols), None),
            doi=symbols.get("doi"),
            record_type=rest[1],
            key_name=key_names[source_id],
        )
    return sources


def _read_author(connection: Connection, author_id: str, lang: str) -> Author:
    sql = "select family_name, given_name from speakers where id = :id"
    person = connection.execute(sql, {"id": author_id}).fetchone()
    name = read_label(connection, author_id, lang) or author_id
    return Author(name, str(person[0]), person[1]) if person else Author(name)
