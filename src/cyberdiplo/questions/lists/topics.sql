-- title: The thesaurus, with how often each term is used
-- titre: Le thésaurus, avec l'emploi de chaque terme
-- param parent: topic    only under this topic | seulement sous ce thème
-- main: id, name, parent, statements
-- example: topics list
-- next: show labelling
-- next: statements --topic labelling
-- next: query run forum-topic-matrix
select
  topics.id,
  topics.name_fr as name,
  above.name_fr as parent,
  -- if :ids
  topics.parent_id,
  -- end
  coalesce(counts.statements, 0) as statements,
  coalesce(counts.records, 0) as records
from topics
left join topic_counts as counts on counts.topic_id = topics.id
left join topics as above on above.id = topics.parent_id
where 1 = 1
  and topics.id in (:parent)
  and topics.load_id in (:folder)
order by coalesce(above.sort, topics.sort), above.id is not null, topics.sort
