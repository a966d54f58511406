-- title: Norms, principles and confidence-building measures, with the text that holds them
-- titre: Normes de comportement, principes et mesures de confiance, avec le texte qui les porte
-- param document: measure    only of this text | seulement de ce texte
-- column type: measures.type
-- main: symbol, name, type, id, document, date
-- tells: name
-- example: query run norms --lang fr
select
  measures.id,
  (select symbol from symbols where record_id = measures.id) as symbol,
  measures.name_fr as name,
  measures.type,
  coalesce(
    (select symbol from symbols where record_id = whole.id), whole.name_fr
  ) as document,
  (
    select max(event_date) from measure_events
    where measure_id = coalesce(whole.id, measures.id)
      and type in (
        select code from step_types where coalesce(counts_as, code) in ('adopted', 'endorsed', 'published')
      )
  ) as date,
  place.source_id as source,
  place.locator
from measures
left join measures as whole on whole.id = coalesce(
  measures.parent_id,
  (select object_id from relations where subject_id = measures.id and predicate = 'part_of' order by object_id limit 1)
)
left join first_citations as place on place.record_id = measures.id
where measures.type in (
    select code from measure_types
    where coalesce(counts_as, code) in (
      'norm', 'principle', 'confidence_building_measure', 'commitment', 'recommendation'
    )
  )
  -- if :document
  and (
    measures.parent_id in (:document)
    or measures.id in (select subject_id from relations where predicate = 'part_of' and object_id in (:document))
  )
  -- end
order by coalesce(whole.id, ''), measures.id
