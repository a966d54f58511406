-- title: Technical standards and frameworks: whose they are and who speaks of them
-- titre: Normes techniques et cadres : de qui ils sont et qui en parle
-- description: Who speaks of them is found through the citations: statements written at the same place. | Qui en parle se trouve par les citations : les déclarations écrites au même endroit.
-- param measure: measure    only this measure | seulement cette mesure
-- param issuer: organisation    only by this body | seulement de cet organisme
-- column type: measures.type
-- column status: measures.status
-- main: symbol, name, issuer, status, who
-- example: query run standards-mentioned --issuer NIST
select
  measures.id,
  (select value from identifiers where record_id = measures.id and scheme <> 'url' order by scheme, value limit 1) as symbol,
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
      select distinct coalesce(trim(coalesce(speakers.given_name, '') || ' ' || speakers.family_name), organisations.name_fr, countries.name_fr, participations.name_as_recorded) as name
      from participations
      left join speakers on speakers.id = participations.speaker_id
      left join organisations on organisations.id = participations.organisation_id
      left join countries on countries.id = participations.country_id
      where participations.id in (
        select link.participation_id
        from statement_participations as link
        where link.statement_id in (
          select near.record_id
          from citations as place
          join citations as near on near.source_id = place.source_id and near.locator = place.locator
          where place.record_id = measures.id
        )
      )
      order by 1
    ) as voices
  ) as who,
  (select source_id from citations where record_id = measures.id order by field, source_id, locator limit 1) as source,
  (select locator from citations where record_id = measures.id order by field, source_id, locator limit 1) as locator
from measures
where measures.type in ('standard', 'framework', 'code_of_practice', 'certification_scheme', 'label_scheme')
  and measures.id in (:measure)
  and (measures.issuer_id in (:issuer) or measures.id in (select object_id from relations where predicate = 'develops' and subject_id in (:issuer)))
order by measures.id
