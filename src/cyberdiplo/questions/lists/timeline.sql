-- title: Meetings, events of measures, beginnings and ends of processes, in order of their dates
-- titre: Réunions, étapes des mesures, débuts et fins des processus, dans l'ordre de leurs dates
-- description: What is only attested on a day, without a date of its own, is left out.
-- | Ce qui n'est qu'attesté à un jour donné, sans date propre, est laissé de côté.
-- param forum: forum    only of this forum, and those under it
-- | seulement de cette enceinte et de celles qui en dépendent
-- param process: process    only of this process and its parts | seulement de ce processus et de ses composantes
-- param country: country    only what takes place in this country or is its own
-- | seulement ce qui a lieu dans ce pays ou vient de lui
-- param group: group    only what takes place with this group's members, is their own or the group's
-- | seulement ce qui a lieu chez les membres de ce groupe, vient d'eux ou du groupe
-- param topic: topic    only where this topic came up | seulement là où ce thème a été abordé
-- param kind: timeline.kind    only meetings, only measures or only processes
-- | seulement les réunions, les mesures ou les processus
-- param from: date    only from this date on | seulement à partir de cette date
-- param to: date    only up to this date | seulement jusqu'à cette date
-- param on: date    only on this date | seulement à cette date
-- column kind: timeline.kind
-- column what: meetings.type, meetings.status, plans.outcome, measure_events.type, timeline.step
-- main: date, what, name, forum
-- below: country
-- together: country
-- tells: date, name, what
-- example: timeline --forum ONU
-- example: timeline --from 2018 --to 2020 --kind measure
-- next: show A/RES/80/16
-- next: meetings --from 2026
-- next: query run newest-facts
select
  happened.date,
  happened.end_date,
  happened.kind,
  happened.what,
  happened.name_fr as name,
  (
    select coalesce(acronym_fr, name_fr) from labels
    where labels.id = coalesce(happened.forum_id, happened.issuer_id)
  ) as forum,
  -- if :ids
  coalesce(happened.forum_id, happened.issuer_id) as forum_id,
  -- end
  (select coalesce(acronym_fr, name_fr) from processes where processes.id = happened.process_id) as process,
  -- if :ids
  happened.process_id,
  -- end
  countries.name_fr as country,
  -- if :ids
  happened.country_id,
  -- end
  happened.id
from (
  select
    meetings.start_date as date,
    nullif(meetings.end_date, meetings.start_date) as end_date,
    'meeting' as kind,
    case
      when meetings.status in ('held', 'unknown') then meetings.type
      when meetings.id in (select id from open_plans where until < :today) then 'not_recorded'
      else meetings.status
    end as what,
    meetings.name_fr,
    meeting_homes.forum_id,
    meetings.process_id,
    null as issuer_id,
    meetings.country_id,
    meetings.id,
    0 as place,
    meetings.load_id
  from meetings join meeting_homes on meeting_homes.meeting_id = meetings.id
  union all
  select
    measure_events.event_date,
    null,
    'measure',
    case
      when measure_events.id in (select id from open_plans where until < :today) then 'not_recorded'
      else measure_events.type
    end,
    measures.name_fr,
    processes.forum_id,
    measures.process_id,
    measures.issuer_id,
    coalesce(measure_events.country_id, measures.country_id, issuing.id),
    measures.id,
    ordered_steps.place,
    measure_events.load_id
  from measure_events
  join ordered_steps on ordered_steps.id = measure_events.id
  join measures on measures.id = measure_events.measure_id
  left join countries as issuing on issuing.id = measures.issuer_id
  left join processes on processes.id = measures.process_id
  where measure_events.event_date is not null
  union all
  select start_date, null, 'process', 'begins', name_fr, forum_id, id, null, null, id, 0, load_id
  from processes where start_date is not null
  union all
  select end_date, null, 'process', 'ends', name_fr, forum_id, id, null, null, id, 0, load_id
  from processes where end_date is not null
) as happened
left join countries on countries.id = happened.country_id
where 1 = 1
  and happened.id in (select place_id from place_forums where forum_id in (:forum))
  -- if :process
  and (
    happened.process_id in (:process)
    or happened.id in (select measure_id from measure_processes where process_id in (:process))
  )
  -- end
  and happened.country_id in (:country)
  -- if :group
  and (
    happened.country_id in (:group) or happened.issuer_id in (:group)
    or happened.id in (select place_id from place_forums where forum_id in (:group))
    or exists (
      select 1 from members
      where members.member_id = happened.country_id and members.group_id in (:group)
        and members.since <= happened.date || '-99' and members.until >= happened.date
    )
  )
  -- end
  -- if :topic
  and happened.id in (
    with one_a_place as materialized (  -- where one of them is said all are
      select min(statements.id) as id, statements.meeting_id
      from record_topics join statements on statements.id = record_topics.record_id
      where record_topics.topic_id in (:topic)
      group by statements.meeting_id, statements.process_id, statements.measure_id
    )
    select record_id from record_topics where topic_id in (:topic)
    union all
    select meeting_id from one_a_place where meeting_id is not null
    union all
    select process_id from statement_processes where statement_id in (select id from one_a_place)
  )
  -- end
  and happened.kind in (:kind)
  and happened.load_id in (:folder)
  and coalesce(happened.end_date, happened.date) || '-01-01' >= :from
  and happened.date || '-99' <= :to || '-99'
  and happened.date || '-99' <= :on || '-99'
  and coalesce(happened.end_date, happened.date) || '-01-01' >= :on
order by happened.date, happened.kind, happened.id, happened.place, happened.what, coalesce(happened.country_id, '')
