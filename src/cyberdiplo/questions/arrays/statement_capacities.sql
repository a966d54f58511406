-- In which capacities it was said: codes.
select voices.statement_id, voices.capacity
from voices
where voices.capacity is not null and voices.statement_id in (:ids)
group by voices.statement_id, voices.capacity
order by voices.statement_id, min(voices.place), voices.capacity
