-- title: Events
-- titre: Étapes
-- kinds: measure
-- words: event, step, steps, étape, history, historique, dates, calendrier
-- main: date, type, part, method
-- below: country, meeting, reason
-- together: country
-- more: query run sponsors --measure {id}
-- column type: measure_events.type, plans.outcome
-- column method: measure_events.method
select coalesce(measure_events.event_date, '≤ ' || measure_events.attested_on) as date,
  case
    when measure_events.id in (select id from open_plans where until < :today) then 'not_recorded'
    else measure_events.type
  end as type,
  measure_events.of_fr as part, measure_events.method, countries.name_fr as country, meetings.name_fr as meeting,
  measure_events.date_reason_fr as reason
from ordered_steps
join measure_events on measure_events.id = ordered_steps.id
left join countries on countries.id = measure_events.country_id
left join meetings on meetings.id = measure_events.meeting_id
where ordered_steps.measure_id = :id
order by ordered_steps.day, ordered_steps.place, ordered_steps.id
