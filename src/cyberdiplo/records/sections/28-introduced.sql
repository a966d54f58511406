-- title: Introduced or sponsored by it
-- titre: Présenté ou parrainé par lui
-- kinds: country
-- words: sponsored, texts, resolutions, drafts, textes, résolutions, projets, dépôts, parrainages, propositions
-- column step: measure_events.type
-- main: date, text, step
-- below: name
-- margin: date
-- most: 8
-- more: measures --introduced-by {id}
select
  coalesce((select symbol from symbols where record_id = measures.id), measures.id) as text,
  measures.name_fr as name,
  measure_events.type as step,
  coalesce(measure_events.event_date, measure_events.attested_on) as date
from measure_events join measures on measures.id = measure_events.measure_id
where measure_events.country_id = :id and measure_events.type in ('introduced', 'co_sponsored', 'proposed')
order by coalesce(measure_events.event_date, measure_events.attested_on, '') desc, measures.id
