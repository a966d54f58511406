"""All tables together: importing this module is what fills ``Base.metadata``."""

from __future__ import annotations

from sqlalchemy import Table

from cyberdiplo.schema import added, attached, bodies, events, measures, provenance, registry, statements, words
from cyberdiplo.schema.base import Base
from cyberdiplo.schema.vocabulary import OPEN

METADATA = Base.metadata

# Made by the loader, or of the documents that a user adds; never read from seed files.
DERIVED = (
    *("records", "loads", "name_index", "dictionary_tables", "dictionary_columns"),
    *("documents", "passages", "passage_words"),
)

FIRST = (
    *("forums", "processes", "meetings", "speakers", "organisations", "measures", "statements", "countries"),
    *("affiliations", "participations", "statement_participations", "measure_events", "roll_calls", "votes"),
    *("memberships", "rosters", "mentions", "figures", "topics", "record_topics", "relations", "names"),
    *("identifiers", "former_ids", "sources", "citations", "refinements"),
)
LAST = (*OPEN.values(), *DERIVED)
# The order in which people think of the tables, and in which they are loaded, listed and exported; one that nobody has
# given a place stands between the facts and the vocabularies.
ORDER: tuple[Table, ...] = tuple(
    METADATA.tables[name] for name in (*FIRST, *sorted(METADATA.tables.keys() - {*FIRST, *LAST}), *LAST)
)

__all__ = [
    "DERIVED",
    "METADATA",
    "ORDER",
    "added",
    "attached",
    "bodies",
    "events",
    "measures",
    "provenance",
    "registry",
    "statements",
    "words",
]
