-- title: Texts and parts of texts that were voted on, as Popolo motions
select distinct
  roll_calls.measure_id as "_record",
  roll_calls.measure_id || coalesce(', ' || roll_calls.part, '') as id,
  (select symbol from symbols where record_id = roll_calls.measure_id) as identifier,
  measures.name_fr || coalesce(', ' || roll_calls.part, '') as text,
  measures.type as classification,
  case when issuers.kind in ('organisation', 'forum', 'process', 'country') then issuers.id end as organization_id
from roll_calls
join measures on measures.id = roll_calls.measure_id
left join records as issuers on issuers.id = measures.issuer_id
order by 2
