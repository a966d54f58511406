-- title: Facts that rest on a weak page only: confidence medium, with the note that says why
-- titre: Faits qui ne tiennent qu'à une page faible : confiance moyenne, avec la note qui dit pourquoi
-- param kind: records.kind    only records of this kind | seulement les fiches de cette nature
-- param source: source    only from this source | seulement de cette source
-- column kind: records.kind
-- main: kind, name, field, source, locator
-- below: note_en
-- example: query run medium-confidence --kind membership
select
  records.kind,
  (select name_fr from record_titles where record_titles.id = records.id) as name,
  nullif(citations.field, '') as field,
  citations.source_id as source,
  citations.locator,
  citations.note as note_en,
  citations.url,
  records.id
from citations
join records on records.id = citations.record_id
where citations.confidence = 'medium'
  and records.kind in (:kind)
  and citations.source_id in (:source)
order by records.kind, records.id, citations.field, citations.source_id, citations.locator
