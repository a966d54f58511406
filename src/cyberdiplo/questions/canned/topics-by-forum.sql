-- title: The topics of each forum, the most discussed first
-- titre: Les thèmes de chaque enceinte, les plus abordés d'abord
-- param forum: forum    only in this forum, and those under it | seulement dans cette enceinte et celles qui en dépendent
-- param topic: topic    only this topic, and those under it | seulement ce thème et ceux qui en dépendent
-- main: forum, topic, statements, people
-- example: query run topics-by-forum --forum OTC
select
  coalesce(forums.acronym_fr, forums.name_fr) as forum,
  topics.id,
  topics.name_fr as topic,
  count(distinct statements.id) as statements,
  count(distinct participations.speaker_id) as people
from statements
join record_topics on record_topics.record_id = statements.id
join topics on topics.id = record_topics.topic_id
left join meetings on meetings.id = statements.meeting_id
left join processes on processes.id = coalesce(statements.process_id, meetings.process_id)
join forums on forums.id = coalesce(statements.forum_id, meetings.forum_id, processes.forum_id)
left join statement_participations as link on link.statement_id = statements.id
left join participations on participations.id = link.participation_id
where 1 = 1
  and (statements.forum_id in (:forum) or statements.meeting_id in (select id from meetings where forum_id in (:forum) or process_id in (select id from processes where forum_id in (:forum))) or statements.process_id in (select id from processes where forum_id in (:forum)))
  and statements.id in (select record_id from record_topics where topic_id in (:topic)) and topics.id in (:topic)
group by forums.id, forums.acronym_fr, forums.name_fr, topics.id, topics.name_fr
order by forums.id, count(distinct statements.id) desc, topics.id
