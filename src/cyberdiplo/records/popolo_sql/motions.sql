-- title: Texts and parts of texts that were voted on, as Popolo motions
select distinct
  roll_calls.measure_id as "_record",
  case when roll_calls.part is null then roll_calls.measure_id else roll_calls.measure_id || ', ' || roll_calls.part end as id,
  (
    select value from identifiers
    where record_id = roll_calls.measure_id and scheme <> 'url' order by scheme, value limit 1
  ) as identifier,
  case when roll_calls.part is null then measures.name_fr else measures.name_fr || ', ' || roll_calls.part end as text,
  measures.type as classification,
  case when issuers.kind in ('organisation', 'forum', 'process', 'country') then issuers.id end as organization_id
from roll_calls
join measures on measures.id = roll_calls.measure_id
left join records as issuers on issuers.id = measures.issuer_id
order by 2
