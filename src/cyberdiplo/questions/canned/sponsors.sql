-- title: Who introduced or sponsored which text, and when
-- titre: Qui a déposé ou parrainé quel texte, et quand
-- param measure: measure    only this text | seulement ce texte
-- param country: country    only this country | seulement ce pays
-- param group: group    only the members of this group, on the day | seulement les membres de ce groupe, ce jour-là
-- param from: date    only from this date on | seulement à partir de cette date
-- param to: date    only up to this date | seulement jusqu'à cette date
-- column how: measure_events.type
-- counts: measure
-- main: text, how, country, date, source, locator
-- tells: text?, how: country_name
-- example: query run sponsors --measure A/RES/75/240
-- example: query run sponsors --country RUS
select
  coalesce((select symbol from symbols where record_id = measures.id), measures.name_fr) as text,
  countries.id as country,
  countries.name_fr as country_name,
  measure_events.type as how,
  coalesce(measure_events.event_date, measure_events.attested_on) as date,
  place.source_id as source,
  place.locator,
  measures.id as measure_id
from measure_events
join measures on measures.id = measure_events.measure_id
join countries on countries.id = measure_events.country_id
left join first_citations as place on place.record_id = measure_events.id
where measure_events.type in ('introduced', 'co_sponsored')
  and measure_events.measure_id in (:measure)
  and measure_events.country_id in (:country)
  -- if :group
  and exists (
    select 1 from members
    where members.member_id = measure_events.country_id and members.group_id in (:group)
      and members.since <= coalesce(measure_events.event_date, measure_events.attested_on) || '-99'
      and members.until >= coalesce(measure_events.event_date, measure_events.attested_on)
  )
  -- end
  and coalesce(measure_events.event_date, measure_events.attested_on) || '-01-01' >= :from
  and coalesce(measure_events.event_date, measure_events.attested_on) || '-99' <= :to || '-99'
order by measures.id, countries.id, measure_events.id
