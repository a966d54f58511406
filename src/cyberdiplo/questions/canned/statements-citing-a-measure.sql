-- title: Statements that a measure makes, that take a stance on it, or that speak of it
-- titre: Déclarations qui figurent dans une mesure, prennent position sur elle ou en parlent
-- param measure: measure    only this measure | seulement cette mesure
-- param type: measures.type    only measures of this type | seulement les mesures de ce type
-- column link: statements.link
-- main: date, who, link, id, measure, locator
-- below: measure, summary, id
-- example: query run statements-citing-a-measure --measure nist-csf
-- example: query run statements-citing-a-measure --type standard --lang fr
select
  measures.id as measure_id,
  measures.name_fr as measure,
  case cited.rank when 1 then 'says' when 2 then 'stance' else 'names' end as link,
  said.date,
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
    select mentioned_id, record_id, 3 from mentions
    where 1 = 1
      and mentioned_id in (:measure)
  ) as linked
  group by measure_id, statement_id
) as cited
join measures on measures.id = cited.measure_id
join statements on statements.id = cited.statement_id
join said on said.statement_id = cited.statement_id
left join first_citations as place on place.record_id = statements.id
where 1 = 1
  and measures.type in (:type)
order by measures.id, cited.rank, coalesce(said.date, ''), coalesce(statements.meeting_id, ''), statements.sort,
  statements.id
