"""Which records belong to a forum: what it has, what happens in it, and who took part."""

from __future__ import annotations

from typing import Any

from cyberdiplo.search.types import Filters

_PROCESSES = "select id from processes where forum_id in ({forums})"
_MEETINGS = f"select id from meetings where forum_id in ({{forums}}) or process_id in ({_PROCESSES})"
_THERE = f"(meeting_id in ({_MEETINGS}) or process_id in ({_PROCESSES}))"
_MEASURES = f"select id from measures where issuer_id in ({{forums}}) or process_id in ({_PROCESSES})"
_SAID = f"(forum_id in ({{forums}}) or {_THERE} or measure_id in ({_MEASURES}))"

# A condition on a row with record_id and kind; {forums} is the list of forums.
IN_FORUM = f"""case search_records.kind
  when 'forum' then search_records.record_id in ({{forums}})
  when 'process' then search_records.record_id in ({_PROCESSES})
  when 'meeting' then search_records.record_id in ({_MEETINGS})
  when 'measure' then search_records.record_id in ({_MEASURES})
  when 'statement' then exists (select 1 from statements where id = search_records.record_id and {_SAID})
  when 'figure' then exists (
    select 1 from figures left join statements on statements.id = figures.statement_id
    where figures.id = search_records.record_id
      and (figures.subject_id in ({{forums}}) or figures.subject_id in ({_PROCESSES}) or {_SAID}))
  when 'topic' then exists (
    select 1 from record_topics join statements on statements.id = record_topics.record_id
    where record_topics.topic_id = search_records.record_id and {_SAID})
  when 'speaker' then exists (
    select 1 from participations where speaker_id = search_records.record_id and {_THERE})
  when 'country' then exists (
    select 1 from participations where country_id = search_records.record_id and {_THERE})
  when 'organisation' then exists (
    select 1 from participations left join affiliations on affiliations.id = participations.affiliation_id
    where search_records.record_id in (participations.organisation_id, affiliations.organisation_id) and {_THERE})
  when 'source' then exists (
    select 1 from citations join statements on statements.id = citations.record_id
    where citations.source_id = search_records.record_id and {_SAID})
  else false
end"""

# A condition on a row with record_id and kind: a statement made in one of these forums, processes or meetings.
_OF_PROCESS = f"select id from processes where id in ({{processes}}) or id in ({_PROCESSES})"
_IN_PLACE = (
    f"select id from meetings where id in ({{meetings}}) or forum_id in ({{forums}}) or process_id in ({_OF_PROCESS})"
)
MADE_IN = f"""search_records.kind = 'statement' and exists (
  select 1 from statements where id = search_records.record_id and (
    forum_id in ({{forums}}) or process_id in ({_OF_PROCESS}) or meeting_id in ({_IN_PLACE})
    or measure_id in (select id from measures where issuer_id in ({{forums}}) or process_id in ({_OF_PROCESS}))))"""


def conditions(filters: Filters, values: dict[str, Any]) -> list[str]:
    """The conditions of the filters on a row of ``search_records``; what they compare with is put into ``values``."""
    made = []
    if filters.kinds:
        made.append(f"search_records.kind in ({filters.bind('kind', filters.kinds, values)})")
    if filters.forums is not None:
        made.append(IN_FORUM.format(forums=filters.bind("forum", filters.forums or ("",), values)))
    for number, place in enumerate(filters.places):
        lists = {"forums": place.forums, "processes": place.processes, "meetings": place.meetings}
        made.append(
            MADE_IN.format(
                **{name: filters.bind(f"place_{number}_{name}", ids or ("",), values) for name, ids in lists.items()}
            )
        )
    return made
