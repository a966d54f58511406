-- level: error
-- says: nothing says where this is written
-- hint: add a row to citations.csv: record_id, source_id, locator, anchor.
select records.kind, records.id, 'id', ''
from records
where records.kind not in ('topic', 'source')
  and not exists (select 1 from citations where citations.record_id = records.id)
