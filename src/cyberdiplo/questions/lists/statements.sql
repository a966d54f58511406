-- title: What was said, by whom, and where it is written
-- titre: Ce qui a été dit, par qui, et où cela est écrit
-- param forum: forum    only in this forum, and those under it
-- | seulement dans cette enceinte et celles qui en dépendent
-- param meeting: meeting    only at this meeting and those within it
-- | seulement à cette réunion et à celles qu'elle comprend
-- param process: process    only in this process, its parts and its meetings
-- | seulement dans ce processus, ses composantes et ses réunions
-- param speaker: speaker    only by this person, alone or with others
-- | seulement de cette personne, seule ou avec d'autres
-- param country: country    only by who stands under this country's name
-- | seulement de qui figure sous le nom de ce pays
-- param group: group    only by who stands under the names of this group's members on that day
-- | seulement de qui figure sous le nom des membres de ce groupe à cette date
-- param organisation: organisation    only by who stands for this organisation
-- | seulement de qui représente cette organisation
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
  said.statement_id as id,
  said.date,
  coalesce(forums.acronym_fr, forums.name_fr) as forum,
  said.meeting_fr as meeting,
  said.who_fr as speakers,
  said.attribution,
  said.type,
  said.summary_fr as summary,
  said.topics_fr as topics,
  place.source_id as source,
  place.locator,
  place.anchor
from (
  select statements.id
  from statements
  left join meetings on meetings.id = statements.meeting_id
  where 1 = 1
    -- if :forum
    and (
      statements.forum_id in (:forum)
      or statements.meeting_id in (select meeting_id from meeting_forums where forum_id in (:forum))
      or statements.process_id in (select id from processes where forum_id in (:forum))
      or statements.measure_id in (select measure_id from measure_forums where forum_id in (:forum))
    )
    -- end
    and statements.meeting_id in (:meeting)
    and statements.id in (select statement_id from statement_processes where process_id in (:process))
    and statements.id in (select statement_id from voices where speaker_id in (:speaker))
    and statements.id in (select statement_id from voices where country_id in (:country))
    -- if :group
    and statements.id in (
      select voices.statement_id
      from members
      join voices on voices.country_id = members.member_id
      left join meetings on meetings.id = voices.meeting_id
      left join processes on processes.id = voices.process_id
      where members.group_id in (:group)
        and members.since <= coalesce(meetings.start_date, processes.start_date, '9999') || '-99'
        and members.until >= coalesce(meetings.start_date, processes.start_date, '9999')
    )
    -- end
    -- if :organisation
    and statements.id in (
      select statement_id from voices where organisation_id in (:organisation)
      union all
      select statement_id from voices where employer_id in (:organisation)
    )
    -- end
    and statements.id in (select record_id from record_topics where topic_id in (:topic))
    and statements.type in (:type)
    and statements.attribution in (:attribution)
    -- if :measure
    and (
      statements.measure_id in (:measure) or statements.stance_target_id in (:measure)
      or statements.id in (select subject_id from relations where object_id in (:measure))
    )
    -- end
  order by coalesce(meetings.start_date, ''), statements.meeting_id nulls first, statements.sort, statements.id
  limit :page_limit offset :page_offset
) as page
join said on said.statement_id = page.id
left join forums on forums.id = said.forum_id
left join first_citations as place on place.record_id = page.id
order by coalesce(said.met_on, ''), said.meeting_id nulls first, said.sort, said.statement_id
