-- level: error
-- says: {detail}
-- hint: an id that a record had before is never used again: give the other record one of its own.
select 'former_ids', former_ids.id, 'id', 'it is the id of a ' || replace(records.kind, '_', ' ')
from former_ids
join records on records.id = former_ids.id
