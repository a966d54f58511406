-- level: check
-- says: {detail}
-- hint: make one event of both, with the more exact date and both citations, the vaguer one marked.
select 'measure_events', vague.id, 'event_date',
  exact.id || ' is the same step, ' || coalesce('on ' || exact.event_date, 'on an earlier day')
from measure_events vague
join measure_events exact on exact.measure_id = vague.measure_id and exact.type = vague.type and exact.id <> vague.id
  and coalesce(exact.of_en, '') = coalesce(vague.of_en, '')
  and (exact.country_id is null or vague.country_id is null or exact.country_id = vague.country_id)
where exact.event_date is not null
  and (
    vague.event_date is null and exact.event_date <= vague.attested_on || '-99'
    or length(vague.event_date) < length(exact.event_date)
    and substr(exact.event_date, 1, length(vague.event_date)) = vague.event_date
  )
