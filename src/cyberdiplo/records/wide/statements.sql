-- title: Statements, by whom, about what and where they are written
-- titre: Les déclarations, par qui, sur quoi et où elles sont écrites
-- column type: statements.type
-- column attribution: statements.attribution
-- column reporting: statements.reporting
-- column stance: statements.stance
-- languages: both
select
  said.statement_id as id, -- Id of the statement.
  said.met_on as date, -- (date) First day of the meeting.
  said.meeting_id, -- The meeting at which it was made.
  said.meeting_fr, -- That meeting, in French.
  said.meeting_en, -- That meeting, in English.
  said.process_id, -- The process it belongs to.
  processes.name_fr as process_fr, -- That process, in French.
  processes.name_en as process_en, -- That process, in English.
  said.forum_id, -- The forum.
  forums.name_fr as forum_fr, -- That forum, in French.
  forums.name_en as forum_en, -- That forum, in English.
  said.measure_id, -- The measure that says it.
  measures.name_fr as measure_fr, -- That measure, in French.
  measures.name_en as measure_en, -- That measure, in English.
  said.type, -- What sort of point.
  said.attribution, -- Whether one person, several together or somebody unnamed made it.
  (
    select group_concat(id, '; ')
    from (
      select coalesce(speaker_id, organisation_id, country_id) as id
      from voices where statement_id = said.statement_id order by place, participation_id
    ) as named
  ) as speaker_ids, -- Ids of those who made it, in the source's order.
  (
    select group_concat(name_fr, '; ')
    from (
      select name_fr from voices where statement_id = said.statement_id order by place, participation_id
    ) as named
  ) as speakers_fr, -- Those who made it, bodies and countries in French.
  (
    select group_concat(name_en, '; ')
    from (
      select name_en from voices where statement_id = said.statement_id order by place, participation_id
    ) as named
  ) as speakers_en, -- Those who made it, bodies and countries in English.
  said.attribution_text_fr, -- Whom the source names as its authors, in French.
  said.attribution_text_en, -- Whom the source names as its authors, in English.
  said.reporting, -- Quoted, reported or summarised by the source.
  said.stance, -- For or against the target.
  said.stance_target_id, -- What the stance is about.
  (
    select group_concat(topic_id, '; ')
    from (select topic_id from record_topics where record_id = said.statement_id order by topic_id) as about
  ) as topic_ids, -- Ids of its topics.
  said.topics_fr, -- Its topics, in French.
  said.topics_en, -- Its topics, in English.
  said.summary_fr, -- The point in our words, in French.
  said.summary_en, -- The point in our words, in English.
  place.source_id, -- The document in which it is written.
  place.locator, -- At which place of it.
  place.anchor, -- A few words that occur once at that place.
  said.sort -- (integer) Order in the source, from 1.
from said
left join processes on processes.id = said.process_id
left join forums on forums.id = said.forum_id
left join measures on measures.id = said.measure_id
left join first_citations as place on place.record_id = said.statement_id
