-- title: Confidence-building measures and norms, one by one, with what each says
-- titre: Les mesures de confiance et les normes, une à une, avec ce que dit chacune
-- param parent: measure    only of this text | seulement de ce texte
-- param issuer: issuer    only of this body, process or country | seulement de cet organe, processus ou pays
-- param type: measures.type    only of this type | seulement de ce type
-- column type: measures.type
-- column status: measures.status
-- main: name, id, type, source, locator
-- below: says
-- example: query run confidence-building-measures --parent osce-pc-dec-1106
-- example: query run confidence-building-measures --type norm
select
  measures.name_fr as name,
  measures.type,
  measures.status,
  (select coalesce(acronym_fr, name_fr) from labels where labels.id = measures.issuer_id) as issuer,
  (select coalesce(acronym_fr, name_fr) from labels where labels.id = measures.parent_id) as parent,
  (
    select group_concat(summary, ' ')
    from (
      select statements.summary_fr as summary from statements where statements.measure_id = measures.id
      order by statements.sort, statements.id
    ) as points
  ) as says,
  place.source_id as source,
  place.locator,
  measures.id
from measures
left join first_citations as place on place.record_id = measures.id
where measures.type in (
    select code from measure_types
    where coalesce(counts_as, code) in ('confidence_building_measure', 'norm', 'principle')
  )
  and measures.parent_id in (:parent)
  and measures.issuer_id in (:issuer)
  and measures.type in (:type)
order by coalesce(measures.parent_id, ''), measures.id
