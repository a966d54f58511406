-- level: error
-- says: {detail}
-- hint: the step, and the record that is corrected, are of the measure that was voted on.
select 'roll_calls', roll_calls.id, 'event_id', 'the step is one of ' || measure_events.measure_id
from roll_calls
join measure_events on measure_events.id = roll_calls.event_id
where measure_events.measure_id <> roll_calls.measure_id
union all
select 'roll_calls', roll_calls.id, 'corrects_id', 'what it corrects is a roll call on ' || earlier.measure_id
from roll_calls
join roll_calls as earlier on earlier.id = roll_calls.corrects_id
where earlier.measure_id <> roll_calls.measure_id
