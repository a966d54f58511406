-- Who chairs the process.
select process_id, id, name_fr as name
from process_chairs
where process_id in (:ids)
order by coalesce(process_id, ''), place, id
