"""All tables together: importing this module is what fills ``Base.metadata``."""

from __future__ import annotations

from sqlalchemy import Table

from cyberdiplo.schema import bodies, content, events, provenance, registry, words
from cyberdiplo.schema.base import Base
from cyberdiplo.schema.vocabulary import OPEN

METADATA = Base.metadata

# The order in which people think of the tables, and in which they are loaded, listed and exported.
ORDER: tuple[Table, ...] = tuple(
    METADATA.tables[name]
    for name in (
        *OPEN.values(),
        *("forums", "processes", "meetings", "speakers", "organisations", "measures", "statements", "countries"),
        *("affiliations", "participations", "statement_participations", "measure_events", "votes", "memberships"),
        *("figures", "topics", "record_topics", "relations", "names", "identifiers", "sources", "citations"),
        *("records", "loads", "name_index"),
    )
)
DERIVED = ("records", "loads", "name_index")  # made by the loader, never read from files

__all__ = ["DERIVED", "METADATA", "ORDER", "bodies", "content", "events", "provenance", "registry", "words"]
