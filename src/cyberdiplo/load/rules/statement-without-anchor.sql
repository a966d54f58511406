-- level: error
-- says: no citation of this statement has an anchor
-- hint: give at most eight consecutive words that occur once at the place.
select 'statements', statements.id, 'id', ''
from statements
where not exists (select 1 from citations where citations.record_id = statements.id and citations.anchor <> '')
