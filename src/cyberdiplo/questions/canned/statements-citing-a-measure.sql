-- title: Statements that come from a measure, take a stance on it, or stand where it is mentioned
-- titre: Déclarations qui viennent d'une mesure, prennent position sur elle ou figurent là où elle est citée
-- description: The last is found through the citations: same source, same paragraph.
-- | Ces dernières se trouvent par les citations : même source, même paragraphe.
-- param measure: measure    only this measure | seulement cette mesure
-- param type: measures.type    only measures of this type | seulement les mesures de ce type
-- column link: statements.link
-- main: measure, link, summary, locator, who
-- example: query run statements-citing-a-measure --measure nist-csf
-- example: query run statements-citing-a-measure --type standard --lang fr
select
  measures.id as measure_id,
  measures.name_fr as measure,
  case cited.rank when 1 then 'says' when 2 then 'stance' when 3 then 'names' else 'beside' end as link,
  said.who_fr as who,
  statements.summary_fr as summary,
  place.source_id as source,
  place.locator,
  statements.id
from (
  select measure_id, statement_id, min(rank) as rank
  from (
    select measure_id, id as statement_id, 1 as rank from statements
    where measure_id is not null
      and measure_id in (:measure)
    union all
    select stance_target_id, id, 2 from statements
    where stance_target_id is not null
      and stance_target_id in (:measure)
    union all
    select object_id, subject_id, 3 from relations
    where 1 = 1
      and object_id in (:measure)
    union all
    select place.record_id, near.record_id, 4
    from citations as place
    join citations as near
      on near.source_id = place.source_id and near.locator = place.locator and near.record_id <> place.record_id
    where place.record_id in (select id from measures)
      and place.record_id in (:measure)
    union all
    select measure_events.measure_id, near.record_id, 4
    from measure_events
    join citations as place on place.record_id = measure_events.id
    join citations as near
      on near.source_id = place.source_id and near.locator = place.locator and near.record_id <> place.record_id
    where 1 = 1
      and measure_events.measure_id in (:measure)
  ) as found
  group by measure_id, statement_id
) as cited
join measures on measures.id = cited.measure_id
join statements on statements.id = cited.statement_id
join said on said.statement_id = cited.statement_id
left join first_citations as place on place.record_id = statements.id
where 1 = 1
  and measures.type in (:type)
order by measures.id, cited.rank, coalesce(statements.meeting_id, ''), statements.sort, statements.id
