-- title: Topics
-- titre: Thèmes
-- kinds: any
-- words: topic, subjects, thème, sujets
select topics.id, topics.name_fr as name from record_topics join topics on topics.id = record_topics.topic_id
where record_topics.record_id = :id
order by topics.id
