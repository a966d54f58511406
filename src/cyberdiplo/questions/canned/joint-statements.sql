-- title: What several people or States said together
-- titre: Ce que plusieurs personnes ou États ont dit ensemble
-- param forum: forum    only in this forum, and those under it | seulement dans cette enceinte et celles qui en dépendent
-- param country: country    only with this country among them | seulement avec ce pays parmi eux
-- param topic: topic    only about this topic, and those under it | seulement sur ce thème et ceux qui en dépendent
-- column type: statements.type
-- main: date, who, summary, locator
-- example: query run joint-statements --country FRA
select
  statements.id,
  meetings.start_date as date,
  coalesce(forums.acronym_fr, forums.name_fr) as forum,
  (select count(*) from statement_participations where statement_id = statements.id) as voices,
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
  statements.type,
  statements.summary_fr as summary,
  (select source_id from citations where record_id = statements.id order by field, source_id, locator limit 1) as source,
  (select locator from citations where record_id = statements.id order by field, source_id, locator limit 1) as locator
from statements
left join meetings on meetings.id = statements.meeting_id
left join processes on processes.id = coalesce(statements.process_id, meetings.process_id)
left join forums on forums.id = coalesce(statements.forum_id, meetings.forum_id, processes.forum_id)
where (statements.attribution = 'joint' or statements.id in (select statement_id from statement_participations group by statement_id having count(*) > 1))
  and (statements.forum_id in (:forum) or statements.meeting_id in (select id from meetings where forum_id in (:forum) or process_id in (select id from processes where forum_id in (:forum))) or statements.process_id in (select id from processes where forum_id in (:forum)))
  and statements.id in (select statement_id from participations join statement_participations on participation_id = participations.id where participations.country_id in (:country))
  and statements.id in (select record_id from record_topics where topic_id in (:topic))
order by coalesce(meetings.start_date, ''), coalesce(statements.meeting_id, ''), statements.sort, statements.id
