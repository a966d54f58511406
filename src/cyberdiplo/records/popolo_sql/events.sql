-- title: Meetings, as Popolo events
select
  meetings.id as "_record",
  meetings.id,
  meetings.name_fr as name,
  meetings.start_date,
  meetings.end_date,
  meetings.place_fr as location,
  meetings.status,
  meetings.type as classification,
  coalesce(meetings.process_id, meetings.forum_id) as organization_id,
  meetings.parent_id
from meetings
order by meetings.id
