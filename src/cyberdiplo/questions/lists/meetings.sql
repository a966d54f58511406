-- title: Sittings, in order of their dates
-- titre: Les réunions, dans l'ordre de leurs dates
-- param forum: forum    only of this forum, and those under it
-- | seulement de cette enceinte et de celles qui en dépendent
-- param process: process    only of this process and its parts | seulement de ce processus et de ses composantes
-- param type: meetings.type    only of this type | seulement de ce type
-- param from: date    only from this date on | seulement à partir de cette date
-- param to: date    only up to this date | seulement jusqu'à cette date
-- param on: date    only on this date | seulement à cette date
-- param speaker: speaker    only where this person took part | seulement avec la participation de cette personne
-- param topic: topic    only where this topic came up | seulement là où ce thème a été abordé
-- column type: meetings.type
-- column status: meetings.status, plans.outcome
-- main: start_date, id, statements, forum, speakers, place
-- below: name
-- tells: start_date, name, place
-- leads: id
-- example: meetings --forum OTC
-- example: meetings --from 2022 --to 2023
-- next: show wto-tbt-2023-06-20-cybersecurity
-- next: speakers --meeting 2022-09-23
-- next: brief --meeting 2022-09-23
select
  meetings.id,
  meetings.name_fr as name,
  meetings.type,
  coalesce(forums.acronym_fr, forums.name_fr) as forum,
  -- if :ids
  forums.id as forum_id,
  -- end
  coalesce(processes.acronym_fr, processes.name_fr) as process,
  -- if :ids
  meetings.process_id,
  -- end
  meetings.start_date,
  meetings.end_date,
  meetings.place_fr as place,
  counts.speakers,
  counts.statements,
  case
    when meetings.id in (select id from open_plans where until < :today) then 'not_recorded' else meetings.status
  end as status
from meetings
join meeting_counts as counts on counts.meeting_id = meetings.id
left join processes on processes.id = meetings.process_id
join meeting_homes on meeting_homes.meeting_id = meetings.id
left join forums on forums.id = meeting_homes.forum_id
where 1 = 1
  and meetings.id in (select meeting_id from meeting_forums where forum_id in (:forum))
  and meetings.process_id in (:process)
  and meetings.type in (:type)
  and meetings.load_id in (:folder)
  and coalesce(meetings.end_date, meetings.start_date) || '-01-01' >= :from
  and meetings.start_date || '-99' <= :to || '-99'
  and meetings.start_date || '-99' <= :on || '-99'
  and coalesce(meetings.end_date, meetings.start_date) || '-01-01' >= :on
  and meetings.id in (select meeting_id from participations where speaker_id in (:speaker))
  -- if :topic
  and meetings.id in (
    select record_id from record_topics where topic_id in (:topic)
    union
    select statements.meeting_id
    from record_topics join statements on statements.id = record_topics.record_id
    where topic_id in (:topic)
  )
  -- end
order by meetings.start_date, meetings.id
