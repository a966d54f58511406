-- title: Who says what on a topic: States beside industry, standards bodies and others
-- titre: Qui dit quoi sur un thème : les États à côté de l'industrie, des organismes de normalisation et des autres
-- param topic: topic    this topic, and those under it | ce thème et ceux qui en dépendent = international-standards
-- param capacity: participations.capacity    only in this capacity | seulement à ce titre
-- param forum: forum    only in this forum, and those under it | seulement dans cette enceinte et celles qui en dépendent
-- column capacity: participations.capacity
-- column type: statements.type
-- main: capacity, name, type, summary, locator
-- example: query run positions-by-capacity --topic labelling
select distinct
  participations.capacity,
  coalesce(trim(coalesce(speakers.given_name, '') || ' ' || speakers.family_name), organisations.name_fr, countries.name_fr, participations.name_as_recorded) as name,
  countries.name_fr as country,
  statements.type,
  statements.summary_fr as summary,
  (select source_id from citations where record_id = statements.id order by field, source_id, locator limit 1) as source,
  (select locator from citations where record_id = statements.id order by field, source_id, locator limit 1) as locator,
  statements.id
from record_topics
join statements on statements.id = record_topics.record_id
join statement_participations as link on link.statement_id = statements.id
join participations on participations.id = link.participation_id
left join speakers on speakers.id = participations.speaker_id
left join organisations on organisations.id = participations.organisation_id
left join countries on countries.id = participations.country_id
where record_topics.topic_id in (:topic)
  and statements.type not in ('fact', 'procedure', 'question')
  and participations.capacity in (:capacity)
  and (statements.forum_id in (:forum) or statements.meeting_id in (select id from meetings where forum_id in (:forum) or process_id in (select id from processes where forum_id in (:forum))) or statements.process_id in (select id from processes where forum_id in (:forum)))
order by 1, 2, statements.id
