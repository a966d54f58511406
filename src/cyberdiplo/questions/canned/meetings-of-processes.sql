-- title: The meetings of each process, with chair and place
-- titre: Les réunions de chaque processus, avec présidence et lieu
-- param process: process    only of this process and its parts | seulement de ce processus et de ses composantes
-- param forum: forum    only of this forum, and those under it
-- | seulement de cette enceinte et de celles qui en dépendent
-- column type: meetings.type
-- column status: meetings.status, plans.outcome
-- main: start_date, name, id, process, place, chair
-- example: query run meetings-of-processes --process OEWG
select
  coalesce(processes.acronym_fr, processes.name_fr) as process,
  meetings.start_date,
  meetings.end_date,
  meetings.name_fr as name,
  meetings.type,
  case
    when meetings.id in (select id from open_plans where until < :today) then 'not_recorded' else meetings.status
  end as status,
  meetings.place_fr as place,
  (
    select group_concat(name, '; ')
    from (
      select chairing.name_fr as name
      from chairing
      where chairing.meeting_id = meetings.id
      order by coalesce(chairing.sort, 0), chairing.participation_id
    ) as chairs
  ) as chair,
  counts.statements,
  meetings.id,
  processes.id as process_id
from meetings
join processes on processes.id = meetings.process_id
join meeting_counts as counts on counts.meeting_id = meetings.id
where 1 = 1
  and meetings.process_id in (:process)
  and meetings.id in (select meeting_id from meeting_forums where forum_id in (:forum))
order by coalesce(processes.start_date, '9999'), processes.id, meetings.start_date, meetings.id
