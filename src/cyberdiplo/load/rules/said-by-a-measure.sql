-- level: check
-- says: {detail}
-- hint: measure_id is the measure that says it; what a statement speaks of stands in mentions.csv.
select 'statements', id, 'measure_id', 'a statement that is ' || attribution || ' is not said by a measure'
from statements
where measure_id is not null and attribution in ('individual', 'press', 'moderator')
