-- title: Roll calls, as Popolo vote events with the votes of the States
select
  roll_calls.id as "_record",
  roll_calls.id,
  roll_calls.measure_id || coalesce(', ' || roll_calls.part, '') as motion_id,
  coalesce(meetings.process_id, meetings.forum_id) as organization_id,
  roll_calls.date as start_date
from dated_roll_calls as roll_calls
left join measure_events on measure_events.id = roll_calls.event_id
left join meetings on meetings.id = measure_events.meeting_id
order by roll_calls.id
