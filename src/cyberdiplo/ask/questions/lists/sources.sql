-- title: The documents that were read
-- titre: Les documents lus
-- param type: sources.type    only of this type | seulement de ce type
-- param publisher: organisation    only published by this organisation | seulement publiés par cette organisation
-- column type: sources.type
-- main: id, title, published, statements
-- example: sources list
select
  sources.id,
  sources.title,
  sources.type,
  coalesce(organisations.acronym_fr, organisations.name_fr) as publisher,
  sources.published,
  sources.lang,
  (
    select count(distinct record_id) from citations join statements on statements.id = record_id
    where source_id = sources.id
  ) as statements,
  (select count(distinct record_id) from citations join figures on figures.id = record_id where source_id = sources.id) as figures,
  (select count(*) from citations where source_id = sources.id) as citations
from sources
left join organisations on organisations.id = sources.publisher_id
where 1 = 1
  and sources.type in (:type)
  and sources.publisher_id in (:publisher)
order by sources.id
