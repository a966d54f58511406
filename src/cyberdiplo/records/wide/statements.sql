-- title: Statements, by whom, about what and where they are written
-- titre: Les déclarations, par qui, sur quoi et où elles sont écrites
-- column type: statements.type
-- column attribution: statements.attribution
-- column reporting: statements.reporting
-- column stance: statements.stance
-- languages: both
select
  statements.id, -- Id of the statement.
  meetings.start_date as date, -- (date) First day of the meeting.
  statements.meeting_id, -- The meeting at which it was made.
  meetings.name_fr as meeting_fr, -- That meeting, in French.
  meetings.name_en as meeting_en, -- That meeting, in English.
  coalesce(statements.process_id, meetings.process_id) as process_id, -- The process it belongs to.
  processes.name_fr as process_fr, -- That process, in French.
  processes.name_en as process_en, -- That process, in English.
  coalesce(statements.forum_id, meetings.forum_id, processes.forum_id) as forum_id, -- The forum.
  forums.name_fr as forum_fr, -- That forum, in French.
  forums.name_en as forum_en, -- That forum, in English.
  statements.measure_id, -- The measure that says it.
  measures.name_fr as measure_fr, -- That measure, in French.
  measures.name_en as measure_en, -- That measure, in English.
  statements.type, -- What sort of point.
  statements.attribution, -- Whether one person, several together or somebody unnamed made it.
  (
    select group_concat(id, '; ')
    from (
      select coalesce(participations.speaker_id, participations.organisation_id, participations.country_id) as id
      from statement_participations as link join participations on participations.id = link.participation_id
      where link.statement_id = statements.id
      order by link.sort, link.participation_id
    ) as voices
  ) as speaker_ids, -- Ids of those who made it, in the source's order.
  (
    select group_concat(name, '; ')
    from (
      select coalesce(
        (select trim(coalesce(given_name, '') || ' ' || family_name) from speakers where id = participations.speaker_id),
        (select name_fr from organisations where id = participations.organisation_id),
        (select name_fr from countries where id = participations.country_id),
        participations.name_as_recorded
      ) as name
      from statement_participations as link join participations on participations.id = link.participation_id
      where link.statement_id = statements.id
      order by link.sort, link.participation_id
    ) as voices
  ) as speakers_fr, -- Those who made it, bodies and countries in French.
  (
    select group_concat(name, '; ')
    from (
      select coalesce(
        (select trim(coalesce(given_name, '') || ' ' || family_name) from speakers where id = participations.speaker_id),
        (select name_en from organisations where id = participations.organisation_id),
        (select name_en from countries where id = participations.country_id),
        participations.name_as_recorded
      ) as name
      from statement_participations as link join participations on participations.id = link.participation_id
      where link.statement_id = statements.id
      order by link.sort, link.participation_id
    ) as voices
  ) as speakers_en, -- Those who made it, bodies and countries in English.
  statements.attribution_text_fr, -- Whom the source names as its authors, in French.
  statements.attribution_text_en, -- Whom the source names as its authors, in English.
  statements.reporting, -- Quoted, reported or summarised by the source.
  statements.stance, -- For or against the target.
  statements.stance_target_id, -- What the stance is about.
  (
    select group_concat(topic_id, '; ')
    from (select topic_id from record_topics where record_id = statements.id order by topic_id) as about
  ) as topic_ids, -- Ids of its topics.
  (
    select group_concat(name, '; ')
    from (
      select topics.name_fr as name from record_topics join topics on topics.id = record_topics.topic_id
      where record_topics.record_id = statements.id order by record_topics.topic_id
    ) as about
  ) as topics_fr, -- Its topics, in French.
  (
    select group_concat(name, '; ')
    from (
      select topics.name_en as name from record_topics join topics on topics.id = record_topics.topic_id
      where record_topics.record_id = statements.id order by record_topics.topic_id
    ) as about
  ) as topics_en, -- Its topics, in English.
  statements.summary_fr, -- The point in our words, in French.
  statements.summary_en, -- The point in our words, in English.
  (select source_id from citations where record_id = statements.id order by field, source_id, locator limit 1) as source_id, -- The document in which it is written.
  (select locator from citations where record_id = statements.id order by field, source_id, locator limit 1) as locator, -- At which place of it.
  (select anchor from citations where record_id = statements.id order by field, source_id, locator limit 1) as anchor, -- A few words that occur once at that place.
  statements.sort -- (integer) Order in the source, from 1.
from statements
left join meetings on meetings.id = statements.meeting_id
left join processes on processes.id = coalesce(statements.process_id, meetings.process_id)
left join forums on forums.id = coalesce(statements.forum_id, meetings.forum_id, processes.forum_id)
left join measures on measures.id = statements.measure_id
