-- Who took part in a meeting, in which role.
select coalesce(participants.speaker_id, participants.organisation_id, participants.country_id) as source,
  participants.meeting_id as target, participants.role as kind, meetings.start_date as date,
  place.source_id, place.locator, participants.participation_id as record
from participants
join meetings on meetings.id = participants.meeting_id
left join first_citations as place on place.record_id = participants.participation_id
where participants.meeting_id in (:ids)
  and coalesce(participants.speaker_id, participants.organisation_id, participants.country_id) is not null
order by meetings.id, participants.participation_id
