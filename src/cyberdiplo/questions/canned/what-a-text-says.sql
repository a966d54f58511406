-- title: What a resolution, convention or declaration says, paragraph by paragraph
-- titre: Ce que dit une résolution, une convention ou une déclaration, paragraphe par paragraphe
-- param measure: measure    only this text | seulement ce texte
-- param verb: statements.verb    only what it says with this verb | seulement ce qu'il dit par ce verbe
-- param topic: topic    only about this topic | seulement sur ce thème
-- column verb: statements.verb
-- column type: statements.type
-- main: locator, id, verb, type, about
-- below: summary, id
-- example: query run what-a-text-says --measure A/RES/75/240 --verb decides
-- example: query run what-a-text-says --measure A/RES/80/16
select
  place.locator,
  statements.verb,
  statements.type,
  statements.summary_fr as summary,
  (
    select group_concat(name, '; ')
    from (
      select
        mentions.mentioned_id as id,
        (select coalesce(acronym_fr, name_fr) from labels where labels.id = mentions.mentioned_id) as name
      from mentions where mentions.record_id = statements.id
      order by mentions.mentioned_id
    ) as named
  ) as about,
  place.source_id as source,
  place.anchor,
  statements.id
from statements
left join first_citations as place on place.record_id = statements.id
where statements.measure_id is not null
  and statements.measure_id in (:measure)
  and statements.verb in (:verb)
  and statements.id in (select record_id from record_topics where topic_id in (:topic))
order by coalesce(statements.measure_id, ''), statements.sort, statements.id
