"""Where records are written: every citation of them, each with its source whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyberdiplo.records.cited import CitedPlace, CitedRecord
from cyberdiplo.records.page_sources import read_page_sources
from cyberdiplo.records.sources import read_sources
from cyberdiplo.store.lists import execute_for
from cyberdiplo.text.locators import natural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyberdiplo.store.connection import Connection


def read_citations(connection: Connection, record_ids: Sequence[str], lang: str) -> list[CitedRecord]:
    """Every citation of these records, in their order, each once; of a source, the source itself.

    What is no record is left out.
    """
    sql = (
        f"select records.id, kind, (select name_{lang} from labels where labels.id = records.id)"
        " from records where records.id in (:ids)"
    )
    known = {row[0]: CitedRecord(row[0], row[1], row[2], []) for row in execute_for(connection, sql, record_ids)}
    sql = (
        "select record_id, source_id, field, locator, anchor, support, confidence, url, mirror_url,"
        f" coalesce(countries.name_{lang} || coalesce(': ' || note, ''), note)"  # of one State's vote at a roll call
        " from citations left join votes on votes.roll_call_id = citations.record_id and votes.country_id = field"
        " left join countries on countries.id = votes.country_id where record_id in (:ids)"
    )
    others = [record.id for record in known.values() if record.kind != "source"]
    rows = sorted(execute_for(connection, sql, others), key=lambda row: (row[1], natural(row[3]), row[2], row[4]))
    themselves = [record.id for record in known.values() if record.kind == "source"]
    sources = read_sources(connection, [*themselves, *dict.fromkeys(row[1] for row in rows)], lang)
    places = [(row[0], CitedPlace(sources[row[1]], *row[2:])) for row in rows]
    addresses = [(place.source.id, place.url) for _, place in places if place.url]
    pages = read_page_sources(connection, addresses, sources, lang)
    for record_id, place in places:
        source = pages.get((place.source.id, place.url or ""), place.source)
        known[record_id].citations.append(place._replace(source=source))
    for source_id in themselves:
        known[source_id].citations.append(CitedPlace(sources[source_id]))
    return [known[record_id] for record_id in dict.fromkeys(record_ids) if record_id in known]
