-- title: Who took part in the sitting, and who said what the brief is about
-- titre: Qui a pris part à la réunion, et qui a dit ce sur quoi porte la note
-- param present: meeting    everybody at this meeting, whether they said something or not
-- | toute personne présente à cette réunion, qu'elle se soit exprimée ou non
-- param country: country    only under this country's name | seulement sous le nom de ce pays
-- param group: group    only under the name of this group or of a member of it on that day
-- | seulement sous le nom de ce groupe ou de ses membres à cette date
-- column role: participations.role
-- column capacity: participations.capacity
-- column support: citations.support
-- column confidence: citations.confidence
select
  coalesce(
    participants.speaker_id, participants.organisation_id, participants.country_id, participants.participation_id
  ) as id,
  participants.participation_id,
  participants.name_fr as name,
  participants.role,
  participants.capacity,
  nullif(participants.organisation_fr, participants.name_fr) as organisation,
  nullif(participants.country_fr, participants.name_fr) as country,
  coalesce(counted.points, 0) as points,
  place.source_id,
  place.locator,
  place.anchor,
  place.url,
  place.support,
  place.confidence
from participants
left join (
  select statement_participations.participation_id, count(*) as points
  from statement_participations
  where statement_participations.statement_id in (
    select id from (
{scope}
    ) as scoped
  )
  group by statement_participations.participation_id
) as counted on counted.participation_id = participants.participation_id
left join first_citations as place on place.record_id = participants.participation_id
where (
    counted.points is not null
    or participants.meeting_id in (:present)
  )
  and participants.country_id in (:country)
  -- if :group
  and (
    participants.country_id in (:group)
    or exists (
      select 1
      from members
      left join meetings on meetings.id = participants.meeting_id
      left join processes on processes.id = participants.process_id
      where members.member_id = participants.country_id and members.group_id in (:group)
        and members.since <= coalesce(meetings.start_date, processes.start_date, '9999') || '-99'
        and members.until >= coalesce(meetings.start_date, processes.start_date, '9999')
    )
  )
  -- end
order by coalesce(participants.meeting_id, participants.process_id, ''), coalesce(participants.sort, 0),
  participants.participation_id
