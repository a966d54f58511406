-- level: check
-- says: {detail}
-- hint: add or end the memberships that differ; or set whole to 0 where the list is held in part.
select 'rosters', record_id || '|' || list || '|' || as_of, 'total',
  total || ' by the source, but ' || on_record || ' are on record'
from counted_rosters
where whole = 1 and on_record <> total
