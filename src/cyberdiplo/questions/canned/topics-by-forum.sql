-- title: The topics of each forum, the most discussed first
-- titre: Les thèmes de chaque enceinte, les plus abordés d'abord
-- param forum: forum    only in this forum, and those under it
-- | seulement dans cette enceinte et celles qui en dépendent
-- param topic: topic    only this topic, and those under it | seulement ce thème et ceux qui en dépendent
-- main: forum, topic, statements, people
-- example: query run topics-by-forum --forum OTC
with said_there as materialized (
  select statement_id, forum_id from statement_forums
  where 1 = 1
    and forum_id in (:forum)
    and statement_id in (select record_id from record_topics where topic_id in (:topic))
)
select
  coalesce(forums.acronym_fr, forums.name_fr) as forum,
  topics.id,
  topics.name_fr as topic,
  count(distinct said_there.statement_id) as statements,
  count(distinct participations.speaker_id) as people,
  forums.id as forum_id
from said_there
join forums on forums.id = said_there.forum_id
join record_topics on record_topics.record_id = said_there.statement_id
join topics on topics.id = record_topics.topic_id
left join statement_participations as link on link.statement_id = said_there.statement_id
left join participations on participations.id = link.participation_id
where 1 = 1
  and topics.id in (:topic)
group by forums.id, forums.acronym_fr, forums.name_fr, topics.id, topics.name_fr
order by forums.id, count(distinct said_there.statement_id) desc, topics.id
