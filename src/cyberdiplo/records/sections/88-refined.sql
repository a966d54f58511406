-- title: Refined by a folder
-- titre: Précisé par un dossier
-- kinds: any
-- words: refinements, refined, précisions, précisé
-- main: field, before, now
select refinements.field, refinements.value_before as before, refinements.value as now,
  (select group_concat(sources.title || ', ' || citations.locator, '; ')
     from citations join sources on sources.id = citations.source_id
     where citations.record_id = refinements.record_id and citations.field = refinements.field
       and citations.load_id = refinements.load_id) as source,
  case loads.folder when '.' then loads.dataset else loads.dataset || '/' || loads.folder end as folder
from refinements join loads on loads.id = refinements.load_id
where refinements.record_id = :id
order by refinements.field
