-- Who chairs the process.
select process_id, speaker_id as id, name
from process_chairs
where process_id in (:ids)
order by coalesce(process_id, ''), place, speaker_id
