"""Which records belong to a forum: what it has, what happens in it, and who took part."""

from __future__ import annotations

from typing import Any

from cyberdiplo.search.types import Filters

# The views say what it is to be in a forum; these are their rows of one record, for some forums.
_SAID = "select 1 from statement_forums where statement_id = {record} and forum_id in ({{forums}})"
_TOOK_PART = "participation_forums.forum_id in ({forums})"

# A condition on a row with record_id and kind; {forums} is the list of forums.
IN_FORUM = f"""case search_records.kind
  when 'forum' then search_records.record_id in ({{forums}})
  when 'process' then search_records.record_id in (select id from processes where forum_id in ({{forums}}))
  when 'meeting' then search_records.record_id in (select meeting_id from meeting_forums where forum_id in ({{forums}}))
  when 'measure' then search_records.record_id in (select measure_id from measure_forums where forum_id in ({{forums}}))
  when 'statement' then exists ({_SAID.format(record="search_records.record_id")})
  when 'figure' then exists (
    select 1 from figures
    where figures.id = search_records.record_id and (
      figures.subject_id in ({{forums}})
      or figures.subject_id in (select id from processes where forum_id in ({{forums}}))
      or exists ({_SAID.format(record="figures.statement_id")})))
  when 'topic' then exists (
    select 1 from record_topics
    where topic_id = search_records.record_id and exists ({_SAID.format(record="record_topics.record_id")}))
  when 'speaker' then exists (
    select 1 from participations join participation_forums on participation_id = participations.id
    where participations.speaker_id = search_records.record_id and {_TOOK_PART})
  when 'country' then exists (
    select 1 from participations join participation_forums on participation_id = participations.id
    where participations.country_id = search_records.record_id and {_TOOK_PART})
  when 'organisation' then exists (
    select 1 from participants
    where search_records.record_id in (organisation_id, employer_id) and exists (
      select 1 from participation_forums
      where participation_forums.participation_id = participants.participation_id and {_TOOK_PART}))
  when 'source' then exists (
    select 1 from citations
    where source_id = search_records.record_id and exists ({_SAID.format(record="citations.record_id")}))
  else false
end"""

# A condition on a row with record_id and kind: a statement made in one of these forums, processes or meetings. An
# arrangement for one record, as above: the words have found few.
MADE_IN = f"""search_records.kind = 'statement' and (
  exists ({_SAID.format(record="search_records.record_id")})
  or exists (
    select 1 from statement_processes
    where statement_id = search_records.record_id and process_id in ({{processes}}))
  or exists (
    select 1 from statements where id = search_records.record_id and meeting_id in ({{meetings}})))"""


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
