-- title: Laws, standards, norms, resolutions, commitments, calls
-- titre: Lois, normes, résolutions, engagements, appels
-- description: It was adopted, or signed, as a whole; it is in force, and applies, from when its first part does.
-- | L'adoption (ou la signature) est celle du tout, l'entrée en vigueur et l'application celles de la première partie.
-- description: The latest step says of which part it was; the next step is still planned.
-- | La dernière étape dit de quelle partie il s'agit ; la prochaine est encore prévue.
-- param type: measures.type    only of this type | seulement de ce type
-- param legal_force: measures.force    binding or voluntary | contraignant ou volontaire
-- param status: measures.status    only with this status | seulement avec ce statut
-- param country: country    only of this country or union | seulement de ce pays ou de cette union
-- param introduced_by: country    only introduced, sponsored or proposed by this country
-- | seulement présentées, parrainées ou proposées par ce pays
-- param group: group    only of this group's members, on the day of an event, or of the group itself
-- | seulement des membres de ce groupe, à la date d'une étape, ou du groupe lui-même
-- param issuer: issuer    only issued by this organisation, forum, process or country
-- | seulement de cette organisation, enceinte, processus ou pays
-- param process: process    only of this process and its parts, or its mandate
-- | seulement de ce processus et de ses composantes, ou son mandat
-- param topic: topic    only about this topic | seulement sur ce thème
-- param from: date    only with an event from this date on | seulement avec une étape à partir de cette date
-- param to: date    only with an event up to this date | seulement avec une étape jusqu'à cette date
-- param on: date    only with an event on this date | seulement avec une étape à cette date
-- introduced: country
-- column type: measures.type
-- column force: measures.force
-- column status: measures.status
-- column latest_step: measure_events.type
-- main: id, status, adopted, in_force, applies, next, latest, latest_step, type, issuer, symbol
-- below: name
-- tells: name
-- example: measures --country EU
-- example: measures --introduced-by RUS
-- example: measures --group G7 --topic iot
-- example: measures --type standard
-- next: show "Cyber Resilience Act"
-- next: query run measure-history --measure "Cyber Resilience Act"
-- next: statements --measure "Cyber Resilience Act"
select
  measures.id,
  (select symbol from symbols where record_id = measures.id) as symbol,
  measures.name_fr as name,
  measures.type,
  measures.force,
  measures.status,
  coalesce(
    (select name_fr from countries as issuing where issuing.id = measures.issuer_id),
    (select coalesce(acronym_fr, name_fr) from labels where labels.id = measures.issuer_id)
  ) as issuer,
  -- if :ids
  measures.issuer_id,
  -- end
  countries.name_fr as country,
  -- if :ids
  countries.id as country_id,
  -- end
  measure_dates.adopted,
  measure_dates.in_force,
  measure_dates.applies,
  latest.event_date as latest,
  latest.type as latest_step,
  latest.of_fr as latest_part,
  (
    select min(event_date) from measure_events
    where measure_id = measures.id and type = 'planned' and event_date > :today
  ) as next
from measures
join measure_dates on measure_dates.measure_id = measures.id
left join countries on countries.id = coalesce(measures.country_id, measures.issuer_id)
left join measure_events as latest on latest.id = (
  select id from latest_steps
  where measure_id = measures.id and event_date <= :today || '-99' and until > :today || '-99'
)
where 1 = 1
  and measures.type in (:type)
  and measures.load_id in (:folder)
  and measures.force in (:legal_force)
  and measures.status in (:status)
  and coalesce(measures.country_id, measures.issuer_id) in (:country)
  -- if :introduced_by
  and measures.id in (
    select measure_id from measure_events
    where country_id in (:introduced_by) and type in ('introduced', 'co_sponsored', 'proposed')
  )
  -- end
  -- if :group
  and (
    countries.id in (:group) or measures.issuer_id in (:group)
    or exists (
      select 1
      from members
      left join measure_events
        on measure_events.measure_id = measures.id and measure_events.event_date is not null
      where members.member_id = countries.id and members.group_id in (:group)
        and members.since <= coalesce(measure_events.event_date, '9999') || '-99'
        and members.until >= coalesce(measure_events.event_date, '9999')
    )
  )
  -- end
  and measures.issuer_id in (:issuer)
  and measures.id in (select measure_id from measure_processes where process_id in (:process))
  and measures.id in (select record_id from record_topics where topic_id in (:topic))
  -- if :from
  and measures.id in (
    select measure_id from measure_events
    where event_date || '-01-01' >= :from
      and event_date || '-99' <= :to || '-99'
  )
  -- end
  and measures.id in (select measure_id from measure_events where event_date || '-99' <= :to || '-99')
  -- if :on
  and measures.id in (
    select measure_id from measure_events
    where event_date || '-99' <= :on || '-99' and event_date || '-01-01' >= :on
  )
  -- end
order by measures.id
