-- title: Facts that one source states and another contradicts
-- titre: Faits qu'une source énonce et qu'une autre contredit
-- param kind: records.kind    only records of this kind | seulement les fiches de cette nature
-- column kind: records.kind
-- main: name, stated_by, contradicted_by, field
-- below: note_en
-- example: query run contradicted-facts
select
  records.kind,
  (select name_fr from record_titles where record_titles.id = records.id) as name,
  nullif(citations.field, '') as field,
  coalesce(
    (
      select source_id || ', ' || locator from citations as stated
      where stated.record_id = records.id and stated.support <> 'contradicts' and stated.field = citations.field
      order by source_id, locator limit 1
    ),
    (
      select source_id || ', ' || locator from citations as stated
      where stated.record_id = records.id and stated.support <> 'contradicts'
      order by source_id, locator limit 1
    )
  ) as stated_by,
  citations.source_id || ', ' || citations.locator as contradicted_by,
  citations.note as note_en,
  records.id
from citations
join records on records.id = citations.record_id
where citations.support = 'contradicts'
  and records.kind in (:kind)
order by records.id, citations.field, citations.source_id
