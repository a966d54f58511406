-- level: error
-- says: {detail}
-- hint: the status is the one at the latest event that changes it; see STATUS_AFTER in the vocabulary.
select 'measures', measures.id, 'status',
  'status is ' || measures.status || ', but the latest event (' || last.type || ', '
  || coalesce(last.event_date, last.attested_on) || ') makes it ' || last.status
from measures
join (
  select measure_events.*, after.status,
    row_number() over (
      partition by measure_id order by coalesce(event_date, attested_on) desc, after.rank desc, measure_events.id
    ) as place
  from measure_events
  join (
    {status_after}
  ) after on after.type = measure_events.type
    -- what is announced or proposed of a part does not undo that the whole was adopted
    and (measure_events.of_fr is null or after.status not in ('announced', 'proposed'))
) last on last.measure_id = measures.id and last.place = 1
where measures.status <> last.status
  -- of what was replaced in part, the status of the rest may be unknown
  and not (last.type = 'replaced' and last.of_fr is not null and measures.status = 'unknown')
