-- level: check
-- says: {detail}
-- hint: give it an event 'replaced' and the status that this makes; or take the relation away.
select 'measures', earlier.id, 'status',
  'status is ' || earlier.status || ', but ' || later.id || ' succeeds it and is ' || later.status
from relations
join measures earlier on earlier.id = relations.object_id
join measures later on later.id = relations.subject_id
where relations.predicate = 'succeeds'
  and earlier.status in ('adopted', 'in_force', 'under_review') and later.status in ('adopted', 'in_force')
