-- level: error
-- says: no citation of this figure has an anchor
-- hint: where we hold the document, give at most eight consecutive words that occur once at the place.
select 'figures', figures.id, 'id', ''
from figures
where not exists (select 1 from citations where citations.record_id = figures.id and citations.anchor <> '')
  and exists (
    select 1 from citations join sources on sources.id = citations.source_id
    where citations.record_id = figures.id and sources.sha256 is not null
  )
