"""Which records belong to a forum: what it has, what happens in it, and who took part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cyberdiplo.schema.nouns import NOUNS
from cyberdiplo.schema.search_sql import MADE_THERE
from cyberdiplo.store.lists import bind

if TYPE_CHECKING:
    from cyberdiplo.search.types import Filters

# A condition on a row with record_id and kind; {forums} is the list of forums.
IN_FORUM = "\n  ".join(
    [
        "case search_records.kind",
        *(
            f"when '{noun.kind}' then {noun.search.in_forum.replace('{id}', 'search_records.record_id')}"
            for noun in NOUNS
            if noun.search
        ),
        "else false\nend",
    ]
)

# A condition on a row with record_id and kind: a statement made, or a meeting held, in one of these forums, processes,
# meetings or texts.
MADE_IN = f"""(search_records.kind = 'meeting' and search_records.record_id in (
  select meeting_id from meeting_forums where forum_id in ({{forums}}))
) or search_records.kind = 'statement' and (
  exists (select 1 from statements where statements.id = search_records.record_id and {MADE_THERE})
  or search_records.record_id in (select statement_id from statement_processes where process_id in ({{processes}}))
  or search_records.record_id in (select id from statements where meeting_id in ({{meetings}}))
  or search_records.record_id in (select id from statements where measure_id in ({{measures}})))"""

SAID_BY = """search_records.kind = 'statement' and search_records.record_id in (
  select statement_id from statement_links where link = 'by' and record_id in ({voices})
)"""


def make_conditions(filters: Filters, values: dict[str, Any]) -> list[str]:
    """The conditions of the filters on a row of ``search_records``; what they compare with is put into ``values``."""
    parts = []
    if filters.kinds:
        parts.append(f"search_records.kind in ({bind('kind', filters.kinds, values)})")
    if filters.forums is not None:
        parts.append(IN_FORUM.format(forums=bind("forum", filters.forums or ("",), values)))
    for number, place in enumerate(filters.places):
        lists = place._asdict()
        parts.append(
            "("
            + MADE_IN.format(
                **{name: bind(f"place_{number}_{name}", ids or ("",), values) for name, ids in lists.items()}
            )
            + ")"
        )
    if filters.voices:
        parts.append(SAID_BY.format(voices=bind("voice", filters.voices, values)))
    return parts
