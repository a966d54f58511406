-- title: What was said, by whom, and where it is written
-- titre: Ce qui a été dit, par qui, et où cela est écrit
-- param forum: forum    only in this forum, and those under it | seulement dans cette enceinte et celles qui en dépendent
-- param meeting: meeting    only at this meeting | seulement à cette réunion
-- param process: process    only in this process and its meetings | seulement dans ce processus et ses réunions
-- param speaker: speaker    only by this person, alone or with others | seulement de cette personne, seule ou avec d'autres
-- param country: country    only by who stands under this country's name | seulement de qui figure sous le nom de ce pays
-- param group: group    only by who stands under the names of this group's members on that day | seulement de qui figure sous le nom des membres de ce groupe à cette date
-- param organisation: organisation    only by who stands for this organisation | seulement de qui représente cette organisation
-- param topic: topic    only about this topic | seulement sur ce thème
-- param type: statements.type    only of this type | seulement de ce type
-- param attribution: statements.attribution    only attributed so | seulement avec cette attribution
-- param measure: measure    only said by or about this measure | seulement de cette mesure ou à son sujet
-- column attribution: statements.attribution
-- column type: statements.type
-- main: speakers, summary, locator, type
-- example: statements --speaker Fick --format json
-- example: statements --forum OTC --topic labelling
-- example: statements --group EU --type proposal
select
  statements.id,
  coalesce(meetings.start_date, (select published from sources join citations on citations.source_id = sources.id where citations.record_id = statements.id order by citations.source_id limit 1)) as date,
  coalesce(forums.acronym_fr, forums.name_fr) as forum,
  meetings.name_fr as meeting,
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
  ) as speakers,
  statements.attribution,
  statements.type,
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
  (select anchor from citations where record_id = statements.id order by field, source_id, locator limit 1) as anchor
from (
  select statements.id
  from statements
  left join meetings on meetings.id = statements.meeting_id
  where 1 = 1
    and (statements.forum_id in (:forum) or statements.meeting_id in (select id from meetings where forum_id in (:forum) or process_id in (select id from processes where forum_id in (:forum))) or statements.process_id in (select id from processes where forum_id in (:forum)) or statements.measure_id in (select id from measures where issuer_id in (:forum)))
    and statements.meeting_id in (:meeting)
    and (statements.process_id in (:process) or statements.meeting_id in (select id from meetings where process_id in (:process)))
    and statements.id in (select statement_id from statement_participations join participations on participations.id = participation_id where speaker_id in (:speaker))
    and statements.id in (select statement_id from statement_participations join participations on participations.id = participation_id where country_id in (:country))
    and statements.id in (select link.statement_id from memberships join participations on participations.country_id = memberships.member_id join statement_participations as link on link.participation_id = participations.id left join meetings on meetings.id = participations.meeting_id left join processes on processes.id = participations.process_id where memberships.group_id in (:group) and memberships.role = 'member' and coalesce(memberships.start_date, '') <= coalesce(meetings.start_date, processes.start_date, '9999') || '-99' and coalesce(memberships.end_date || '-99', '9999') >= coalesce(meetings.start_date, processes.start_date, '9999'))
    and statements.id in (select statement_id from statement_participations join participations on participations.id = participation_id left join affiliations on affiliations.id = affiliation_id where participations.organisation_id in (:organisation) or affiliations.organisation_id in (:organisation))
    and statements.id in (select record_id from record_topics where topic_id in (:topic))
    and statements.type in (:type)
    and statements.attribution in (:attribution)
    and (statements.measure_id in (:measure) or statements.stance_target_id in (:measure) or statements.id in (select subject_id from relations where object_id in (:measure)))
  order by coalesce(meetings.start_date, ''), statements.meeting_id nulls first, statements.sort, statements.id limit :page_limit offset :page_offset
) as page
join statements on statements.id = page.id
left join meetings on meetings.id = statements.meeting_id
left join processes on processes.id = coalesce(statements.process_id, meetings.process_id)
left join forums on forums.id = coalesce(statements.forum_id, meetings.forum_id, processes.forum_id)
order by coalesce(meetings.start_date, ''), statements.meeting_id nulls first, statements.sort, statements.id
