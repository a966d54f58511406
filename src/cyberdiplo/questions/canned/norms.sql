-- title: Norms, principles and confidence-building measures, with the text that holds them
-- titre: Normes de comportement, principes et mesures de confiance, avec le texte qui les porte
-- param document: measure    only of this text | seulement de ce texte
-- column type: measures.type
-- main: symbol, name, type, document, date
-- example: query run norms --lang fr
select
  measures.id,
  (select value from identifiers where record_id = measures.id and scheme <> 'url' order by scheme, value limit 1) as symbol,
  measures.name_fr as name,
  measures.type,
  coalesce(
    (select value from identifiers where record_id = whole.id and scheme <> 'url' order by scheme, value limit 1), whole.name_fr
  ) as document,
  (select max(event_date) from measure_events where measure_id = coalesce(whole.id, measures.id) and type in ('adopted', 'endorsed', 'published')) as date,
  (select source_id from citations where record_id = measures.id order by field, source_id, locator limit 1) as source,
  (select locator from citations where record_id = measures.id order by field, source_id, locator limit 1) as locator
from measures
left join measures as whole on whole.id = coalesce(
  measures.parent_id,
  (select object_id from relations where subject_id = measures.id and predicate = 'part_of' order by object_id limit 1)
)
where measures.type in ('norm', 'principle', 'confidence_building_measure', 'commitment', 'recommendation')
  and (measures.parent_id in (:document) or measures.id in (select subject_id from relations where predicate = 'part_of' and object_id in (:document)))
order by coalesce(whole.id, ''), measures.id
