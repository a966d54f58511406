"""What the loader makes from the rows: the index of names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyberdiplo.schema.nouns import NOUNS
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cyberdiplo.load.target import Target

# Every name that finds a record, and whether it does so only where its kind is known.
OTHER_NAMES = """
select records.id, records.kind, {names}, names.weak
  from names join records on records.id = names.record_id
union all select records.id, records.kind, {identifiers}, 0
  from identifiers join records on records.id = identifiers.record_id where identifiers.scheme <> 'url'
"""
FOUND_BY = {
    noun: (*noun.names.label, *noun.names.acronyms, *noun.names.more)
    for noun in NOUNS
    if noun.names and noun.names.find
}
MOST = max(map(len, FOUND_BY.values()))  # names that a record's own table has


def names_sql() -> str:
    """(id, kind, as many names as a table may have, weak) of each record and of each other name."""
    own = (f"select id, '{noun.kind}', {_filled(*names)}, 0 from {noun.table}" for noun, names in FOUND_BY.items())
    others = OTHER_NAMES.format(names=_filled("names.name"), identifiers=_filled("identifiers.value"))
    return "\nunion all ".join([*own, others])


def _filled(*names: str) -> str:
    return ", ".join([*names, *["null"] * (MOST - len(names))])


def index_names(target: Target) -> None:
    """Make the index of names again, from all rows."""
    target.execute("delete from name_index")
    target.insert_plain("name_index", _names(target))


def _names(target: Target) -> Iterator[tuple[str, str, str, str, int]]:
    for record_id, kind, *names, weak in list(target.execute(names_sql())):
        seen: set[str] = set()
        for name in names:
            norm = fold(name) if name else ""
            if norm and norm not in seen:
                seen.add(norm)
                yield norm, record_id, kind, name, weak
