-- title: Meetings
-- titre: Réunions
-- kinds: forum, process
-- main: start_date, end_date, id, status
-- below: name
-- words: meeting, sessions, sittings, réunion, séances, calendrier
-- column status: meetings.status, plans.outcome
select start_date, end_date, name_fr as name,
  case when id in (select id from open_plans where until < :today) then 'not_recorded' else status end as status,
  id
from meetings
where id in (select meeting_id from meeting_forums where forum_id = :id) or process_id = :id
order by start_date nulls first, id
