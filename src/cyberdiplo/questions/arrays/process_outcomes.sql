-- What came of the process: the texts; an outcome that is told in words is none.
select process_id, measure_id as id, name_fr as name
from process_outcomes
where process_id in (:ids)
order by process_id, measure_id
