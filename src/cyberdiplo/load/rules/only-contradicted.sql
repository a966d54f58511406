-- level: check
-- says: every source that is cited for it contradicts it
-- hint: cite the source that states it; what contradicts it stays beside it.
select records.kind, records.id, 'id', ''
from records
where exists (select 1 from citations where citations.record_id = records.id and citations.support = 'contradicts')
  and not exists (select 1 from citations where citations.record_id = records.id and citations.support <> 'contradicts')
