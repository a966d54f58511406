-- title: Which laws and rules apply, from when, and which part
-- titre: Quelles lois et règles s'appliquent, à partir de quand, et pour quelle partie
-- param country: country    only of this country or union | seulement de ce pays ou de cette union
-- param measure: measure    only this one | seulement celle-ci
-- param topic: topic    only about this topic | seulement sur ce thème
-- param from: date    only from this date on | seulement à partir de cette date
-- param to: date    only up to this date | seulement jusqu'à cette date
-- column step: measure_events.type, plans.outcome
-- column date_note: date_note
-- main: date, name, step, part, country
-- tells: name?: date, step, part
-- example: query run what-applies-when --country EU
-- example: query run what-applies-when --from 2026 --to 2027
select
  measure_events.event_date as date,
  measures.name_fr as name,
  case
    when measure_events.id in (select id from open_plans where until < :today) then 'not_recorded'
    else measure_events.type
  end as step,
  measure_events.of_fr as part,
  countries.id as country,
  measure_events.date_note,
  place.source_id as source,
  place.locator,
  measures.id
from measure_events
join ordered_steps on ordered_steps.id = measure_events.id
join measures on measures.id = measure_events.measure_id
left join countries on countries.id = coalesce(measures.country_id, measures.issuer_id)
left join first_citations as place on place.record_id = measure_events.id
where measure_events.type in (
    select code from step_types
    where coalesce(counts_as, code) in ('entered_into_force', 'applied') or code = 'planned'
  )
  and measure_events.event_date is not null
  and coalesce(measures.country_id, measures.issuer_id) in (:country)
  and measures.id in (:measure)
  and measures.id in (select record_id from record_topics where topic_id in (:topic))
  and measure_events.event_date || '-01-01' >= :from
  and measure_events.event_date || '-99' <= :to || '-99'
order by ordered_steps.day, measures.id, ordered_steps.place, measure_events.id
