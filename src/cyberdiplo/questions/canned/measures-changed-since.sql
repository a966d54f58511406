-- title: Measures of which something happened after the source that speaks of them was written
-- titre: Mesures pour lesquelles il s'est passé quelque chose après la source qui en parle
-- description: A source's date is its publication, or the last meeting that it reports.
-- | La date d'une source est celle de sa publication ou, à défaut, de la dernière réunion dont elle rend compte.
-- description: The status is that of today. | Le statut est celui d'aujourd'hui.
-- param country: country    only of this country | seulement de ce pays
-- param source: source    only what this source says | seulement ce que dit cette source
-- column event: measure_events.type
-- column status: measures.status
-- main: name, written, event, date, status
-- example: query run measures-changed-since --country EU
with written as (
  select
    sources.id,
    coalesce(
      sources.published,
      (
        select max(meetings.start_date) from citations join meetings on meetings.id = citations.record_id
        where citations.source_id = sources.id
      )
    ) as date
  from sources
  where sources.type not in ('web_page', 'dataset')
),
spoken as (
  select citations.record_id as measure_id, citations.source_id
  from citations join measures on measures.id = citations.record_id
  where 1 = 1
    and citations.source_id in (:source)
  union
  select measure_events.measure_id, citations.source_id
  from citations join measure_events on measure_events.id = citations.record_id
  where 1 = 1
    and citations.source_id in (:source)
)
select
  measures.id,
  measures.name_fr as name,
  countries.name_fr as country,
  spoken.source_id as source,
  written.date as written,
  steps.type as event,
  steps.event_date as date,
  measures.status
from spoken
join written on written.id = spoken.source_id
join measures on measures.id = spoken.measure_id
join ordered_steps as steps on steps.measure_id = measures.id
left join countries on countries.id = coalesce(measures.country_id, measures.issuer_id)
where steps.event_date > written.date || '-99'
  and coalesce(measures.country_id, measures.issuer_id) in (:country)
order by measures.id, spoken.source_id, steps.day, steps.place, steps.id
