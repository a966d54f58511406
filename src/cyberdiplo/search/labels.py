"""What a list of hits shows of each record besides its snippet: its name, and where it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyberdiplo.questions.run import translate_columns
from cyberdiplo.store.lists import bind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyberdiplo.search.types import Hit
    from cyberdiplo.store.connection import Connection

# Statements have no name: who made them, where and when, stands for it.
WHO_SPOKE = """
select
  statements.id,
  said.who_fr,
  coalesce(
    forums.acronym_fr, forums.name_fr, processes.acronym_fr, processes.name_fr,
    measures.acronym_fr, measures.name_fr,
    meetings.name_fr
  ),
  meetings.start_date
from statements
join said on said.statement_id = statements.id
left join meetings on meetings.id = statements.meeting_id
left join processes on processes.id = coalesce(statements.process_id, meetings.process_id)
left join forums on forums.id = coalesce(statements.forum_id, meetings.forum_id)
left join measures on measures.id = statements.measure_id
where statements.id in ({ids})
"""


def read_names(connection: Connection, hits: Sequence[Hit], lang: str) -> dict[str, str]:
    """What each record is called; for a statement: who made it, where and when."""
    values: dict[str, str] = {}
    ids = bind("id", [hit.id for hit in hits], values)
    names = {}
    for record_id, name in connection.execute(f"select id, name_{lang} from labels where id in ({ids})", values):
        names[str(record_id)] = str(name)
    for record_id, *parts in connection.execute(translate_columns(WHO_SPOKE.format(ids=ids), lang), values):
        names[str(record_id)] = ", ".join(str(part) for part in parts if part)
    return names


def read_places(connection: Connection, hits: Sequence[Hit]) -> dict[str, tuple[str, str]]:
    """The first place where each is written: a source and a locator."""
    values: dict[str, str] = {}
    ids = bind("id", [hit.id for hit in hits], values)
    sql = f"select record_id, source_id, locator from first_citations where record_id in ({ids})"
    rows = connection.execute(sql, values)
    return {str(record_id): (str(source_id), str(locator)) for record_id, source_id, locator in rows}
