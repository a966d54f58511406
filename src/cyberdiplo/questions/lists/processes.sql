-- title: Mandated tracks, with mandate, chair and outcome
-- titre: Les processus, avec leur mandat, leur présidence et leur résultat
-- param forum: forum    only under this forum, and those under it
-- | seulement dans cette enceinte et celles qui en dépendent
-- param status: processes.status    only with this status | seulement avec ce statut
-- param active_on: date    only those under way on this date | seulement ceux en cours à cette date
-- param topic: topic    only about this topic | seulement sur ce thème
-- column type: processes.type
-- column status: processes.status
-- array chair_list: process_chairs
-- array outcome_list: process_outcomes
-- main: start_date, end_date, id, status, chair, mandate
-- below: name
-- tells: name, start_date, status
-- leads: id
-- example: processes --forum ONU
-- example: processes --active-on 2020-06
-- next: show GGE
-- next: meetings --process OEWG
-- next: timeline --process OEWG
select
  processes.id,
  processes.acronym_fr as acronym,
  processes.name_fr as name,
  processes.type,
  coalesce(forums.acronym_fr, forums.name_fr) as forum,
  -- if :ids
  forums.id as forum_id,
  -- end
  processes.start_date,
  processes.end_date,
  processes.status,
  results.chair_fr as chair,
  -- if :ids
  processes.id as chair_list,
  -- end
  coalesce(
    (select symbol from symbols where record_id = processes.mandate_id),
    measures.name_fr
  ) as mandate,
  -- if :ids
  processes.mandate_id,
  -- end
  -- if :ids
  processes.id as outcome_list,
  -- end
  results.outcome_fr as outcome
from processes
join process_results as results on results.process_id = processes.id
left join forums on forums.id = processes.forum_id
left join measures on measures.id = processes.mandate_id
where 1 = 1
  and processes.forum_id in (:forum)
  and processes.status in (:status)
  and processes.load_id in (:folder)
  and processes.start_date || '-99' <= :active_on || '-99'
  and (processes.end_date is null or processes.end_date || '-01-01' >= :active_on)
  -- if :topic
  and (
    processes.id in (select record_id from record_topics where topic_id in (:topic))
    or processes.id in (
      select process_id from statement_processes
      where statement_id in (select record_id from record_topics where topic_id in (:topic))
    )
  )
  -- end
order by coalesce(processes.start_date, '9999'), processes.id
