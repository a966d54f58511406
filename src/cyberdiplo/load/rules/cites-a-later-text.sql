-- level: warning
-- says: {detail}
-- hint: if the source only says that the one led to the other, the citation implies it; or take the relation away.
select 'relations', relations.id, 'object_id',
  'the last step of ' || relations.subject_id || ' is of ' || citing.last_day || ', the first of '
  || relations.object_id || ' of ' || cited.first_day
from relations
join (
  select measure_id, max(coalesce(event_date, attested_on)) as last_day
  from measure_events where type <> 'planned' group by measure_id
) citing on citing.measure_id = relations.subject_id
join (
  select measure_id, min(coalesce(event_date, attested_on)) as first_day
  from measure_events where type <> 'planned' group by measure_id
  -- where only later steps are on record, when the text began is not known
  having sum(type in ('announced', 'proposed', 'introduced', 'developed', 'adopted', 'signed', 'published')) > 0
) cited on cited.measure_id = relations.object_id
where relations.predicate = 'references'
  and citing.last_day || '~' < cited.first_day
  and exists (select 1 from citations where citations.record_id = relations.id and citations.support = 'states')
