-- title: The life of measures, event by event
-- titre: La vie des mesures, étape par étape
-- param measure: measure    only this measure | seulement cette mesure
-- param country: country    only of this country | seulement de ce pays
-- param type: measures.type    only of this type | seulement de ce type
-- param event: measure_events.type    only events of this type | seulement les étapes de ce type
-- column event: measure_events.type, plans.outcome
-- column date_note: date_note
-- column confidence: citations.confidence
-- description: Where all that is known is a day on which it was so, that day is given under attested.
-- | Quand on ne connaît qu'un jour où il en était ainsi, ce jour figure sous « attesté le ».
-- main: name, event, date, part, attested
-- below: country
-- together: country
-- counts: measure
-- tells: name?: date, attested, event, part
-- example: query run measure-history --measure "Cyber Resilience Act"
select
  measures.id,
  measures.name_fr as name,
  case
    when measure_events.id in (select id from open_plans where until < :today) then 'not_recorded'
    else measure_events.type
  end as event,
  measure_events.of_fr as part,
  measure_events.event_date as date,
  measure_events.attested_on as attested,
  measure_events.date_note,
  countries.name_fr as country,
  place.source_id as source,
  place.locator,
  (select min(confidence) from citations where record_id = measure_events.id) as confidence
from measure_events
join ordered_steps on ordered_steps.id = measure_events.id
join measures on measures.id = measure_events.measure_id
left join countries on countries.id = coalesce(measure_events.country_id, measures.country_id, measures.issuer_id)
left join first_citations as place on place.record_id = measure_events.id
where 1 = 1
  and measure_events.measure_id in (:measure)
  and coalesce(measure_events.country_id, measures.country_id, measures.issuer_id) in (:country)
  and measures.type in (:type)
  and measure_events.type in (:event)
order by measures.id, ordered_steps.day, ordered_steps.place, measure_events.id
