-- level: error
-- says: {detail}
-- hint: the status is the one at the latest event that changes it; see STATUS_AFTER in the vocabulary.
select 'measures', measures.id, 'status',
  'status is ' || measures.status || ', but the latest event (' || last.type || ', '
  || last.day || ') makes it ' || last.status
from measures
join (
  select measure_events.of_fr, steps.*, after.status,
    row_number() over (
      partition by steps.measure_id order by steps.day desc, steps.place desc, steps.id desc
    ) as nth
  from measure_events
  join ordered_steps as steps on steps.id = measure_events.id
  join (
    {status_after}
  ) after on after.type = measure_events.type
    -- what is announced or proposed of a part does not undo that the whole was adopted
    and (measure_events.of_fr is null or after.status not in ('announced', 'proposed'))
) last on last.measure_id = measures.id and last.nth = 1
where measures.status <> last.status
  -- of what was replaced in part, the status of the rest may be unknown
  and not (last.type = 'replaced' and last.of_fr is not null and measures.status = 'unknown')
