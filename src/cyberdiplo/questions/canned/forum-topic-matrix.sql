-- title: What is talked about where: statements by topic and forum
-- titre: De quoi l'on parle, et où : déclarations par thème et par enceinte
-- description: One row a topic, one column a family of forums (with all forums under it). A statement on several topics counts under each. | Une ligne par thème, une colonne par famille d'enceintes (avec toutes celles qui en dépendent). Une déclaration sur plusieurs thèmes compte sous chacun.
-- param parent: topic    only this topic, and those under it | seulement ce thème et ceux qui en dépendent
-- main: topic, un, wto, g20, g7, oecd, other, total
-- example: query run forum-topic-matrix --parent trade-and-regulation
with recursive families(root, id) as (
  select id, id from forums where parent_id is null
  union all
  select families.root, forums.id from forums join families on forums.parent_id = families.id
),
said as (
  select
    statements.id,
    coalesce(hosts.organisation_id, families.root, 'none') as family
  from statements
  left join meetings on meetings.id = statements.meeting_id
  left join processes on processes.id = coalesce(statements.process_id, meetings.process_id)
  left join families on families.id = coalesce(statements.forum_id, meetings.forum_id, processes.forum_id)
  left join forums as hosts on hosts.id = families.root
)
select
  coalesce(above.name_fr || ' / ', '') || topics.name_fr as topic,
  count(case when said.family = 'un' then 1 end) as un,
  count(case when said.family = 'wto' then 1 end) as wto,
  count(case when said.family = 'g20' then 1 end) as g20,
  count(case when said.family = 'g7' then 1 end) as g7,
  count(case when said.family = 'oecd' then 1 end) as oecd,
  count(case when said.family not in ('un', 'wto', 'g20', 'g7', 'oecd') then 1 end) as other,
  count(*) as total,
  topics.id
from record_topics
join said on said.id = record_topics.record_id
join topics on topics.id = record_topics.topic_id
left join topics as above on above.id = topics.parent_id
where 1 = 1
  and record_topics.topic_id in (:parent)
group by topics.id, topics.name_fr, above.name_fr, coalesce(above.sort, topics.sort), topics.sort, topics.parent_id
order by coalesce(above.sort, topics.sort), topics.parent_id is not null, topics.sort
