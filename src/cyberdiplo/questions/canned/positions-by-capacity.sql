-- title: Who says what on a topic: States beside industry, standards bodies and others
-- titre: Qui dit quoi sur un thème : les États à côté de l'industrie, des organismes de normalisation et des autres
-- param topic: topic    this topic, and those under it | ce thème et ceux qui en dépendent = international-standards
-- param capacity: participations.capacity    only in this capacity | seulement à ce titre
-- param forum: forum    only in this forum, and those under it
-- | seulement dans cette enceinte et celles qui en dépendent
-- column capacity: participations.capacity
-- column type: statements.type
-- main: date, name, id, type, capacity, country, locator
-- below: summary, id
-- example: query run positions-by-capacity --topic labelling
select
  said.date,
  spoken.capacity,
  spoken.name,
  spoken.country,
  spoken.type,
  spoken.summary,
  place.source_id as source,
  place.locator,
  spoken.id
from (
  select distinct
    voices.capacity,
    voices.name_fr as name,
    voices.country_fr as country,
    statements.type,
    statements.summary_fr as summary,
    statements.id
  from record_topics
  join statements on statements.id = record_topics.record_id
  join voices on voices.statement_id = statements.id
  where record_topics.topic_id in (:topic)
    and statements.type not in (
      select code from statement_types where coalesce(counts_as, code) in ('fact', 'procedure', 'question')
    )
    and voices.capacity in (:capacity)
    and statements.id in (select statement_id from statement_forums where forum_id in (:forum))
) as spoken
join said on said.statement_id = spoken.id
left join first_citations as place on place.record_id = spoken.id
order by spoken.capacity, spoken.name, coalesce(said.date, ''), spoken.id
