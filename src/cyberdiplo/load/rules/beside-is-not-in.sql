-- level: check
-- says: {detail}
-- hint: a meeting that was held beside another one has no part in its forum; leave forum_id empty.
select 'meetings', meetings.id, 'forum_id', 'it was held beside ' || main.id || ', which is of that forum'
from relations
join meetings on meetings.id = relations.subject_id
join meetings main on main.id = relations.object_id
where relations.predicate = 'beside' and meetings.forum_id = main.forum_id
