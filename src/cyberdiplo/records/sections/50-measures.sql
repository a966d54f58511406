-- title: Measures
-- titre: Mesures
-- kinds: organisation, forum, process, country
-- words: measure, texts, resolutions, laws, mesure, textes, résolutions, lois
-- main: id, status, adopted, votes, in_force, applies, type
-- below: name
-- column type: measures.type
-- column status: measures.status
select
  measures.id,
  measures.name_fr as name,
  measures.type,
  measures.status,
  measure_dates.adopted,
  measure_dates.in_force,
  measure_dates.applies,
  (
    select cast(yes as text) || '-' || cast(no as text) || '-' || cast(abstain as text)
    from final_totals where measure_id = measures.id
  ) as votes
from measures
join measure_dates on measure_dates.measure_id = measures.id
where measures.issuer_id = :id or measures.country_id = :id
  or measures.id in (select measure_id from measure_forums where forum_id = :id)
  or measures.id in (select measure_id from measure_processes where process_id = :id)
order by measures.id
