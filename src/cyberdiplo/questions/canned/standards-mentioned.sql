-- title: Technical standards and frameworks: whose they are and who speaks of them
-- titre: Normes techniques et cadres : de qui ils sont et qui en parle
-- description: Who speaks of them is found through the citations: statements written at the same place.
-- | Qui en parle se trouve par les citations : les déclarations écrites au même endroit.
-- param measure: measure    only this measure | seulement cette mesure
-- param issuer: organisation    only by this body | seulement de cet organisme
-- column type: measures.type
-- column status: measures.status
-- main: symbol, name, issuer, id, status, who
-- example: query run standards-mentioned --issuer NIST
select
  measures.id,
  (select symbol from symbols where record_id = measures.id) as symbol,
  measures.name_fr as name,
  measures.type,
  coalesce(
    (select coalesce(acronym_fr, name_fr) from labels where labels.id = measures.issuer_id),
    (
      select group_concat(name, '; ')
      from (
        select (select coalesce(acronym_fr, name_fr) from labels where labels.id = relations.subject_id) as name
        from relations
        where relations.object_id = measures.id and relations.predicate = 'develops' order by relations.subject_id
      ) as makers
    )
  ) as issuer,
  measures.status,
  (
    select group_concat(name, '; ')
    from (
      select distinct voices.name_fr as name
      from citations as mention
      join citations as near on near.source_id = mention.source_id and near.locator = mention.locator
      join voices on voices.statement_id = near.record_id
      where mention.record_id = measures.id
      order by 1
    ) as near_by
  ) as who,
  place.source_id as source,
  place.locator
from measures
left join first_citations as place on place.record_id = measures.id
where measures.type in (
    select code from measure_types
    where coalesce(counts_as, code) in (
      'standard', 'framework', 'code_of_practice', 'certification_scheme', 'label_scheme'
    )
  )
  and measures.id in (:measure)
  -- if :issuer
  and (
    measures.issuer_id in (:issuer)
    or measures.id in (select object_id from relations where predicate = 'develops' and subject_id in (:issuer))
  )
  -- end
order by measures.id
