-- level: warning
-- says: {detail}
-- hint: find out whether it took place: give the meeting its status, or the measure the step; else leave it.
select coalesce(labels.kind, 'measure_events'), open_plans.id,
  case labels.kind when 'meeting' then 'status' else 'type' end,
  'planned for ' || replace(open_plans.until, '-99', '') || ', which has passed; what came of it is not on record'
from open_plans left join labels on labels.id = open_plans.id
where open_plans.until < '{today}'
