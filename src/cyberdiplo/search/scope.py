"""Which records belong to a forum: what it has, what happens in it, and who took part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cyberdiplo.search.types import Filters

# The views say what it is to be in a forum. A list of what is in some forums is made once, not looked up for each hit.
_SAID = "select statement_id from statement_forums where forum_id in ({forums})"
_THERE = "select participation_id from participation_forums where forum_id in ({forums})"
_PROCESSES = "select id from processes where forum_id in ({forums})"

# The same of one statement, by its place: a search has few hits, a forum may have very many statements.
_MADE = f"""(
  statements.forum_id in ({{forums}})
  or statements.meeting_id in (select meeting_id from meeting_forums where forum_id in ({{forums}}))
  or statements.process_id in ({_PROCESSES})
  or statements.measure_id in (select measure_id from measure_forums where forum_id in ({{forums}})))"""

# A condition on a row with record_id and kind; {forums} is the list of forums.
IN_FORUM = f"""case search_records.kind
  when 'forum' then search_records.record_id in ({{forums}})
  when 'process' then search_records.record_id in ({_PROCESSES})
  when 'meeting' then search_records.record_id in (select meeting_id from meeting_forums where forum_id in ({{forums}}))
  when 'measure' then search_records.record_id in (select measure_id from measure_forums where forum_id in ({{forums}}))
  when 'statement' then exists (
    select 1 from statements where statements.id = search_records.record_id and {_MADE})
  when 'figure' then exists (
    select 1 from figures
    where figures.id = search_records.record_id and (
      figures.subject_id in ({{forums}}) or figures.subject_id in ({_PROCESSES})
      or exists (select 1 from statements where statements.id = figures.statement_id and {_MADE})))
  when 'topic' then exists (
    select 1 from record_topics where topic_id = search_records.record_id and record_id in ({_SAID}))
  when 'speaker' then exists (
    select 1 from participations where speaker_id = search_records.record_id and id in ({_THERE}))
  when 'country' then exists (
    select 1 from participations where country_id = search_records.record_id and id in ({_THERE}))
  when 'organisation' then exists (
    select 1 from participants
    where search_records.record_id in (organisation_id, employer_id) and participation_id in ({_THERE}))
  when 'source' then exists (
    select 1 from citations where source_id = search_records.record_id and record_id in ({_SAID}))
  else false
end"""

# A condition on a row with record_id and kind: a statement made in one of these forums, processes or meetings.
MADE_IN = f"""search_records.kind = 'statement' and (
  exists (select 1 from statements where statements.id = search_records.record_id and {_MADE})
  or search_records.record_id in (select statement_id from statement_processes where process_id in ({{processes}}))
  or search_records.record_id in (select id from statements where meeting_id in ({{meetings}})))"""


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
