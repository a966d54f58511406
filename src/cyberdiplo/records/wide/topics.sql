-- title: Topics, with how often they are used
-- titre: Les thèmes, avec leur emploi
-- languages: both
-- (left out: sort, acronym_fr, acronym_en)
select
  topics.id, -- Id of the topic.
  topics.name_fr, -- Name in French.
  topics.name_en, -- Name in English.
  topics.parent_id, -- The wider topic.
  above.name_fr as parent_fr, -- That topic, in French.
  above.name_en as parent_en, -- That topic, in English.
  coalesce(counts.records, 0) as records -- (integer) Records about it or a narrower topic.
from topics
left join topic_counts as counts on counts.topic_id = topics.id
left join topics as above on above.id = topics.parent_id
