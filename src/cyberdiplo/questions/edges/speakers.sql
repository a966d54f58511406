-- Who took part in a meeting or process, in which role; the ids are those of the meetings and processes.
select
  coalesce(participants.speaker_id, participants.organisation_id, participants.country_id) as source,
  coalesce(participants.meeting_id, participants.process_id) as target,
  participants.role as kind,
  coalesce(meetings.start_date, processes.start_date) as date,
  place.source_id,
  place.locator,
  participants.participation_id as record
from participants
left join meetings on meetings.id = participants.meeting_id
left join processes on processes.id = participants.process_id
left join first_citations as place on place.record_id = participants.participation_id
where (participants.meeting_id in (:ids) or participants.process_id in (:ids))
  and coalesce(participants.speaker_id, participants.organisation_id, participants.country_id) is not null
order by participants.participation_id
