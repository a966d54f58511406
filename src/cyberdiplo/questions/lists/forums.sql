-- title: Standing places of discussion
-- titre: Les enceintes de discussion
-- param type: forums.type    only of this type | seulement de ce type
-- param parent: parent_forum    only directly under this forum or organisation
-- | seulement directement sous cette enceinte ou organisation
-- param organisation: organisation    only hosted by this organisation | seulement celles de cette organisation
-- param topic: topic    only where this topic came up | seulement là où ce thème a été abordé
-- column type: forums.type
-- main: acronym, name, id, type, parent, statements
-- example: forums list
-- example: forums --organisation OMC --lang fr
-- next: show OTC
-- next: meetings --forum OTC
-- next: statements --forum OTC
select
  forums.id,
  forums.acronym_fr as acronym,
  forums.name_fr as name,
  forums.type,
  coalesce(above.acronym_fr, above.name_fr, host.acronym_fr, host.name_fr) as parent,
  -- if :ids
  coalesce(above.id, host.id) as parent_id,
  -- end
  counts.processes,
  counts.meetings,
  counts.statements
from forums
join forum_counts as counts on counts.forum_id = forums.id
left join forums as above on above.id = forums.parent_id
left join organisations as host on host.id = forums.organisation_id
where 1 = 1
  and forums.type in (:type)
  and forums.load_id in (:folder)
  and (forums.parent_id in (:parent) or forums.parent_id is null and forums.organisation_id in (:parent))
  and forums.organisation_id in (:organisation)
  -- if :topic
  and (
    forums.id in (select record_id from record_topics where topic_id in (:topic))
    or forums.id in (
      with one_a_place as materialized (  -- where one of them is said all are
        select min(statements.id) as id
        from record_topics join statements on statements.id = record_topics.record_id
        where record_topics.topic_id in (:topic)
        group by statements.forum_id, statements.meeting_id, statements.process_id, statements.measure_id
      )
      select forum_id from statement_forums where statement_id in (select id from one_a_place)
    )
  )
  -- end
order by forums.id
