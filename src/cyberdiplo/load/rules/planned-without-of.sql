-- level: check
-- says: it was planned, but not what was planned
-- hint: say in of_fr and of_en what was to happen that day, such as "entry into force".
select 'measure_events', id, 'of_en', ''
from measure_events
where type = 'planned' and of_en is null
