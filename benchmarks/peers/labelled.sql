select statements.id, meetings.start_date as date, forums.acronym_fr as forum, meetings.name_fr as meeting,
  statements.type, statements.attribution, statements.summary_fr as summary, citations.source_id as source,
  citations.locator
from statements
join meetings on meetings.id = statements.meeting_id
join forums on forums.id = meetings.forum_id
join citations on citations.record_id = statements.id and citations.field = ''
