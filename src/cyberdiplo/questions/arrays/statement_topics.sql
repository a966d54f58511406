-- About which topics it is.
select record_topics.record_id, topics.id, topics.name_fr as name
from record_topics
join topics on topics.id = record_topics.topic_id
where record_topics.record_id in (:ids)
order by record_topics.record_id, topics.id
