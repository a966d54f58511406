-- Who voted how on what; the ids are those of the roll calls.
select votes.country_id as source, roll_calls.measure_id as target, votes.vote as kind, roll_calls.date,
  place.source_id, place.locator, roll_calls.id as record
from dated_roll_calls as roll_calls
join votes on votes.roll_call_id = roll_calls.id
left join first_citations as place on place.record_id = roll_calls.id
where roll_calls.id in (:ids)
order by coalesce(roll_calls.date, ''), roll_calls.id, votes.country_id
