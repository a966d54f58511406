"""What the loader makes from the rows: the index of names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cyberdiplo.load.target import Target

# Every name that finds a record, and whether it does so only where its kind is known.
NAMES = """
select id, 'country', name_fr, name_en, acronym_fr, acronym_en, alpha2, 0 from countries
union all select id, 'organisation', name_fr, name_en, acronym_fr, acronym_en, null, 0 from organisations
union all select id, 'forum', name_fr, name_en, acronym_fr, acronym_en, null, 0 from forums
union all select id, 'process', name_fr, name_en, acronym_fr, acronym_en, null, 0 from processes
union all select id, 'meeting', name_fr, name_en, acronym_fr, acronym_en, null, 0 from meetings
union all select id, 'measure', name_fr, name_en, acronym_fr, acronym_en, null, 0 from measures
union all select id, 'topic', name_fr, name_en, acronym_fr, acronym_en, null, 0 from topics
union all select id, 'speaker', trim(coalesce(given_name, '') || ' ' || family_name), sort_name, family_name,
  null, null, 0 from speakers
union all select id, 'source', title, null, null, null, null, 0 from sources
union all select records.id, records.kind, names.name, null, null, null, null, names.weak
  from names join records on records.id = names.record_id
union all select records.id, records.kind, identifiers.value, null, null, null, null, 0
  from identifiers join records on records.id = identifiers.record_id where identifiers.scheme <> 'url'
"""


def index_names(target: Target) -> None:
    """Make the index of names again, from all rows."""
    target.execute("delete from name_index")
    target.insert_plain("name_index", _names(target))


def _names(target: Target) -> Iterator[tuple[str, str, str, str, int]]:
    for record_id, kind, *names, weak in list(target.execute(NAMES)):
        seen: set[str] = set()
        for name in names:
            norm = fold(name) if name else ""
            if norm and norm not in seen:
                seen.add(norm)
                yield norm, record_id, kind, name, weak
