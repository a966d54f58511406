-- title: What is talked about where: statements by topic and forum
-- titre: De quoi l'on parle, et où : déclarations par thème et par enceinte
-- description: One row a topic, one column a family of forums (with all forums under it).
-- | Une ligne par thème, une colonne par famille d'enceintes (avec toutes celles qui en dépendent).
-- description: A statement on several topics counts under each.
-- | Une déclaration sur plusieurs thèmes compte sous chacun.
-- param parent: topic    only this topic, and those under it | seulement ce thème et ceux qui en dépendent
-- main: topic, un, wto, g20, g7, oecd, other, total
-- example: query run forum-topic-matrix --parent trade-and-regulation
with placed as (
  select said.statement_id, coalesce(hosts.organisation_id, families.root_id, 'none') as family
  from said
  left join forum_families as families on families.forum_id = said.forum_id
  left join forums as hosts on hosts.id = families.root_id
)
select
  coalesce(above.name_fr || ' / ', '') || topics.name_fr as topic,
  count(case when placed.family = 'un' then 1 end) as un,
  count(case when placed.family = 'wto' then 1 end) as wto,
  count(case when placed.family = 'g20' then 1 end) as g20,
  count(case when placed.family = 'g7' then 1 end) as g7,
  count(case when placed.family = 'oecd' then 1 end) as oecd,
  count(case when placed.family not in ('un', 'wto', 'g20', 'g7', 'oecd') then 1 end) as other,
  count(*) as total,
  topics.id
from record_topics
join placed on placed.statement_id = record_topics.record_id
join topics on topics.id = record_topics.topic_id
left join topics as above on above.id = topics.parent_id
where 1 = 1
  and record_topics.topic_id in (:parent)
group by topics.id, topics.name_fr, above.name_fr, coalesce(above.sort, topics.sort), topics.sort, topics.parent_id
order by coalesce(above.sort, topics.sort), topics.parent_id is not null, topics.sort
