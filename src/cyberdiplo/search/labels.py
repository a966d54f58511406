"""What a list of hits shows of each record beside its snippet: its name, and where it is written."""

from __future__ import annotations

from collections.abc import Sequence

from cyberdiplo.questions.run import in_language
from cyberdiplo.search.types import Filters, Hit
from cyberdiplo.store.connection import Connection

# Statements have no name: who made them, where and when, stands for it.
SAID = """
select
  statements.id,
  coalesce(
    (
      select group_concat(name, '; ')
      from (
        select coalesce(
          trim(coalesce(speakers.given_name, '') || ' ' || speakers.family_name),
          organisations.name_fr, countries.name_fr, participations.name_as_recorded
        ) as name
        from statement_participations as link
        join participations on participations.id = link.participation_id
        left join speakers on speakers.id = participations.speaker_id
        left join organisations on organisations.id = participations.organisation_id
        left join countries on countries.id = participations.country_id
        where link.statement_id = statements.id
        order by link.sort, link.participation_id
      ) as voices
    ),
    statements.attribution_text_fr
  ),
  coalesce(
    forums.acronym_fr, forums.name_fr, processes.acronym_fr, processes.name_fr,
    measures.acronym_fr, measures.name_fr,
    meetings.name_fr
  ),
  meetings.start_date
from statements
left join meetings on meetings.id = statements.meeting_id
left join processes on processes.id = coalesce(statements.process_id, meetings.process_id)
left join forums on forums.id = coalesce(statements.forum_id, meetings.forum_id)
left join measures on measures.id = statements.measure_id
where statements.id in ({ids})
"""


def names_of(connection: Connection, hits: Sequence[Hit], lang: str) -> dict[str, str]:
    """What each record is called; for a statement: who made it, where and when."""
    values: dict[str, str] = {}
    ids = Filters.bind("id", [hit.id for hit in hits], values)
    found = {}
    for record_id, name in connection.execute(f"select id, name_{lang} from labels where id in ({ids})", values):
        found[str(record_id)] = str(name)
    for record_id, *parts in connection.execute(in_language(SAID.format(ids=ids), lang), values):
        found[str(record_id)] = ", ".join(str(part) for part in parts if part)
    return found


def places_of(connection: Connection, hits: Sequence[Hit]) -> dict[str, tuple[str, str]]:
    """The first place where each is written: a source and a locator."""
    values: dict[str, str] = {}
    ids = Filters.bind("id", [hit.id for hit in hits], values)
    sql = (
        f"select record_id, source_id, locator from citations where record_id in ({ids})"
        " order by record_id, field, source_id, locator"
    )
    found: dict[str, tuple[str, str]] = {}
    for record_id, source_id, locator in connection.execute(sql, values):
        found.setdefault(str(record_id), (str(source_id), str(locator)))
    return found
