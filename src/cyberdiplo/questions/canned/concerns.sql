-- title: Concerns and open questions, by whom and about what
-- titre: Préoccupations et questions ouvertes, de qui et sur quoi
-- param forum: forum    only in this forum, and those under it | seulement dans cette enceinte et celles qui en dépendent
-- param country: country    only under this country's name | seulement sous le nom de ce pays
-- param topic: topic    only about this topic, and those under it | seulement sur ce thème et ceux qui en dépendent
-- column type: statements.type
-- main: forum, type, who, summary, locator
-- example: query run concerns --topic regulation
select
  coalesce(meetings.start_date, processes.start_date) as date,
  coalesce(forums.acronym_fr, forums.name_fr) as forum,
  statements.type,
  coalesce(
    (
      select group_concat(name, '; ')
      from (
        select coalesce(
          trim(coalesce(speakers.given_name, '') || ' ' || speakers.family_name), organisations.name_fr, countries.name_fr,
          participations.name_as_recorded
        ) as name
        from statement_participations as link
        join participations on participations.id = link.participation_id
        left join speakers on speakers.id = participations.speaker_id
        left join organisations on organisations.id = participations.organisation_id
        left join countries on countries.id = participations.country_id
        where link.statement_id = statements.id
        order by link.sort, link.participation_id
      ) as voices
    ),
    statements.attribution_text_fr
  ) as who,
  statements.summary_fr as summary,
  (
    select group_concat(name, '; ')
    from (
      select topics.name_fr as name from record_topics join topics on topics.id = record_topics.topic_id
      where record_topics.record_id = statements.id order by record_topics.topic_id
    ) as about
  ) as topics,
  (select source_id from citations where record_id = statements.id order by field, source_id, locator limit 1) as source,
  (select locator from citations where record_id = statements.id order by field, source_id, locator limit 1) as locator,
  statements.id
from statements
left join meetings on meetings.id = statements.meeting_id
left join processes on processes.id = coalesce(statements.process_id, meetings.process_id)
left join forums on forums.id = coalesce(statements.forum_id, meetings.forum_id, processes.forum_id)
where statements.type in ('concern', 'question')
  and (statements.forum_id in (:forum) or statements.meeting_id in (select id from meetings where forum_id in (:forum) or process_id in (select id from processes where forum_id in (:forum))) or statements.process_id in (select id from processes where forum_id in (:forum)))
  and statements.id in (select statement_id from participations join statement_participations on participation_id = participations.id where participations.country_id in (:country))
  and statements.id in (select record_id from record_topics where topic_id in (:topic))
order by coalesce(meetings.start_date, processes.start_date, ''), coalesce(forums.id, ''), statements.sort, statements.id
