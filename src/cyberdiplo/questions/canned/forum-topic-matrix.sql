-- title: What is talked about where: statements by topic and forum
-- titre: De quoi l'on parle, et où : déclarations par thème et par enceinte
-- description: One row a topic, one column a family of forums (with all forums under it).
-- | Une ligne par thème, une colonne par famille d'enceintes (avec toutes celles qui en dépendent).
-- description: A topic counts with the narrower ones, each statement once.
-- | Un thème compte avec les plus précis, chaque déclaration une fois.
-- description: A statement on several topics, or said in several families, counts under each.
-- | Une déclaration sur plusieurs thèmes, ou faite dans plusieurs familles, compte sous chacun.
-- param parent: topic    only this topic, and those under it | seulement ce thème et ceux qui en dépendent
-- main: topic, un, wto, g20, g7, oecd, other, total
-- example: query run forum-topic-matrix --parent trade-and-regulation
with placed as materialized (
  select distinct forum_parts.whole_id as family, statement_forums.statement_id
  from statement_forums join forum_parts on forum_parts.part_id = statement_forums.forum_id
  where forum_parts.whole_id in ('un', 'wto', 'g20', 'g7', 'oecd')
), uses as (
  select distinct topic_parts.whole_id as topic_id, statements.id as statement_id
  from topic_parts
  join record_topics on record_topics.topic_id = topic_parts.part_id
  join statements on statements.id = record_topics.record_id
)
select
  coalesce(above.name_fr || ' / ', '') || topics.name_fr as topic,
  count(case when placed.family = 'un' then 1 end) as un,
  count(case when placed.family = 'wto' then 1 end) as wto,
  count(case when placed.family = 'g20' then 1 end) as g20,
  count(case when placed.family = 'g7' then 1 end) as g7,
  count(case when placed.family = 'oecd' then 1 end) as oecd,
  count(case when placed.family is null then 1 end) as other,
  count(distinct uses.statement_id) as total,
  topics.id
from uses
join topics on topics.id = uses.topic_id
left join topics as above on above.id = topics.parent_id
left join placed on placed.statement_id = uses.statement_id
where 1 = 1
  and uses.topic_id in (:parent)
group by topics.id, topics.name_fr, above.name_fr, coalesce(above.sort, topics.sort), topics.sort, topics.parent_id
order by coalesce(above.sort, topics.sort), topics.parent_id is not null, topics.sort
