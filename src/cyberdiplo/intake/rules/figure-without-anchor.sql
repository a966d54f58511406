-- level: error
-- says: no citation of this figure has an anchor
-- hint: give at most eight consecutive words that occur once at the place.
select 'figures', figures.id, 'id', ''
from figures
where not exists (select 1 from citations where citations.record_id = figures.id and citations.anchor <> '')
