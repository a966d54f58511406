-- title: On what a State is silent here: topics on which other States spoke, and it did not
-- titre: Sur quoi un État est muet ici : les thèmes dont d'autres États ont parlé et lui non
-- description: Who speaks on a narrower topic speaks on the wider one.
-- | Qui parle d'un thème plus précis parle du thème plus large.
-- description: That nothing of its own is on record does not mean that it said nothing.
-- | Que rien de lui ne figure ici ne veut pas dire qu'il n'a rien dit.
-- param country: country    the State that is silent | l'État qui est muet = FRA
-- param forum: forum    only what is said in this forum, and those under it
-- | seulement ce qui est dit dans cette enceinte et celles qui en dépendent
-- param process: process    only what is said in this process and its parts
-- | seulement ce qui est dit dans ce processus et ses composantes
-- caveat: told
-- main: topic, states, statements, last_said
-- tells: topic
-- example: query run silent-on --country IND --forum UN
select
  topics.name_fr as topic,
  count(distinct voices.country_id) as states,
  count(distinct heard.statement_id) as statements,
  max(heard.date) as last_said,
  topics.id
from (
  select distinct said.statement_id, said.date, topic_parts.whole_id as topic_id
  from said
  join record_topics on record_topics.record_id = said.statement_id
  join topic_parts on topic_parts.part_id = record_topics.topic_id
  where 1 = 1
    and said.statement_id in (select statement_id from statement_forums where forum_id in (:forum))
    and said.statement_id in (select statement_id from statement_processes where process_id in (:process))
) as heard
join voices on voices.statement_id = heard.statement_id and voices.capacity = 'state'
join topics on topics.id = heard.topic_id
where voices.country_id is not null
  and heard.topic_id not in (
    select topic_parts.whole_id
    from statement_links
    join record_topics as own_topics on own_topics.record_id = statement_links.statement_id
    join topic_parts on topic_parts.part_id = own_topics.topic_id
    where statement_links.link = 'by'
      and statement_links.record_id in (:country)
      and statement_links.statement_id in (select statement_id from statement_forums where forum_id in (:forum))
      and statement_links.statement_id in (select statement_id from statement_processes where process_id in (:process))
  )
group by topics.id, topics.name_fr
order by count(distinct voices.country_id) desc, count(distinct heard.statement_id) desc, topics.id
