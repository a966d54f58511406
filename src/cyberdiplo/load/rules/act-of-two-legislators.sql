-- level: check
-- says: an act of the European Parliament and the Council is dated by its signature; {detail}
-- hint: give the signature as signed; the vote or decision of one of them as endorsed, with of_fr and of_en.
select 'measure_events', steps.id, 'type', 'this step is ' || steps.type || ' by one of them or by nobody'
from measure_events as steps
join measures on measures.id = steps.measure_id
where measures.issuer_id = 'EU' and measures.type in ('regulation', 'directive')
  and steps.type = 'adopted' and steps.of_fr is null
