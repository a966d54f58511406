-- title: The documents that were read, how fresh they are and what they leave out
-- titre: Les documents lus, leur fraîcheur et leurs lacunes
-- param type: sources.type    only of this type | seulement de ce type
-- param publisher: organisation    only published by this organisation | seulement publiés par cette organisation
-- column type: sources.type
-- column lang: languages
-- main: id, type, published, records, statements
-- below: title
-- example: sources list
-- example: sources --publisher OMC --format json
-- next: sources show wto-tbt-cyber-2023
-- next: query run coverage-by-source --source wto-tbt-cyber-2023
-- next: cite wto-tbt-cyber-2023
select
  sources.id,
  sources.title,
  sources.type,
  coalesce(organisations.acronym_fr, organisations.name_fr) as publisher,
  -- if :ids
  sources.publisher_id,
  -- end
  sources.published,
  sources.lang,
  (
    select count(distinct record_id) from citations join statements on statements.id = record_id
    where source_id = sources.id
  ) as statements,
  (
    select count(distinct record_id) from citations join figures on figures.id = record_id
    where source_id = sources.id
  ) as figures,
  (select count(*) from citations where source_id = sources.id) as citations,
  sources.retrieved_on,
  (select count(distinct record_id) from citations where source_id = sources.id) as records,
  (select loads.rows from loads where loads.id = sources.load_id) as rows,
  sources.note_fr as note
from sources
left join organisations on organisations.id = sources.publisher_id
where 1 = 1
  and sources.type in (:type)
  and sources.load_id in (:folder)
  and sources.publisher_id in (:publisher)
order by sources.id
