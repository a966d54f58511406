-- Under which countries' names it was said; else the country of the measure that says it.
select statement_id, id, name
from (
  select voices.statement_id, voices.country_id as id, voices.country_fr as name, min(voices.place) as place
  from voices
  where voices.country_id is not null and voices.statement_id in (:ids)
  group by voices.statement_id, voices.country_id, voices.country_fr
  union all
  select statements.id, countries.id, countries.name_fr, 0
  from statements
  join measures on measures.id = statements.measure_id
  join countries on countries.id = coalesce(measures.country_id, measures.issuer_id)
  where statements.id in (:ids)
    and not exists (
      select 1 from voices where voices.statement_id = statements.id and voices.country_id is not null
    )
) as named
order by statement_id, place, name
