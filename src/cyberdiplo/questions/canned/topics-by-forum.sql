-- title: The topics of each forum, the most discussed first
-- titre: Les thèmes de chaque enceinte, les plus abordés d'abord
-- description: A forum counts with those under it, a topic with the narrower ones, and each statement once.
-- | Une enceinte compte avec celles qui en dépendent, un thème avec les plus précis, et chaque déclaration une fois.
-- param forum: forum    only in this forum, and those under it
-- | seulement dans cette enceinte et celles qui en dépendent
-- param topic: topic    only this topic, and those under it | seulement ce thème et ceux qui en dépendent
-- main: forum, topic, statements, people
-- example: query run topics-by-forum --forum OTC
with placed as materialized (  -- where the first of a place is said all of it are
  select id as statement_id, min(id) over (partition by forum_id, meeting_id, process_id, measure_id) as place_id
  from statements
), nearest as materialized (
  select statement_id as place_id, forum_id from statement_forums where statement_id in (select place_id from placed)
), places as materialized (
  select distinct forum_parts.whole_id as forum_id, nearest.place_id
  from nearest join forum_parts on forum_parts.part_id = nearest.forum_id
  where forum_parts.whole_id in (select id from forums)
    and forum_parts.whole_id in (:forum)
), uses as materialized (
  select distinct placed.place_id, placed.statement_id, topic_parts.whole_id as topic_id
  from placed
  join record_topics on record_topics.record_id = placed.statement_id
  join topic_parts on topic_parts.part_id = record_topics.topic_id
  where placed.place_id in (select place_id from places)
    and topic_parts.whole_id in (:topic)
), said as (
  select place_id, topic_id, count(*) as statements from uses group by place_id, topic_id
), voiced as (
  select distinct uses.place_id, uses.topic_id, participations.speaker_id
  from uses
  join statement_participations as link on link.statement_id = uses.statement_id
  join participations on participations.id = link.participation_id
), counts as (
  select places.forum_id, said.topic_id, cast(sum(said.statements) as integer) as statements
  from places join said on said.place_id = places.place_id
  group by places.forum_id, said.topic_id
), heard as (
  select places.forum_id, voiced.topic_id, count(distinct voiced.speaker_id) as people
  from places join voiced on voiced.place_id = places.place_id
  group by places.forum_id, voiced.topic_id
)
select
  coalesce(forums.acronym_fr, forums.name_fr) as forum,
  topics.id,
  topics.name_fr as topic,
  counts.statements,
  coalesce(heard.people, 0) as people,
  forums.id as forum_id
from counts
join forums on forums.id = counts.forum_id
join topics on topics.id = counts.topic_id
left join heard on heard.forum_id = counts.forum_id and heard.topic_id = counts.topic_id
order by forums.id, counts.statements desc, topics.id
