-- level: error
-- says: no citation of this folder says {detail}
-- hint: add a row to its citations.csv with this record_id and field, and where it is written.
select 'refinements', refinements.record_id || '|' || refinements.field, 'field',
  'where ' || refinements.field || ' of ' || refinements.record_id || ' is written'
from refinements
where not exists (
  select 1 from citations
  where citations.record_id = refinements.record_id and citations.field = refinements.field
    and citations.load_id = refinements.load_id and citations.support <> 'contradicts')
