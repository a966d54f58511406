-- title: Took part in
-- titre: A participé à
-- kinds: speaker, organisation, country
-- words: participations, meetings, sessions, réunions, séances
-- main: date, role, name, position
-- below: meeting
-- margin: date
-- column role: participations.role
-- column capacity: participations.capacity
select coalesce(meetings.start_date, processes.start_date) as date, participants.role, participants.capacity,
  coalesce(meetings.name_fr, processes.name_fr) as meeting, participants.position_fr as position,
  participants.country_fr as country,
  speaker_names.name
from participants
left join meetings on meetings.id = participants.meeting_id
left join processes on processes.id = participants.process_id
left join speaker_names on speaker_names.speaker_id = participants.speaker_id
where participants.speaker_id = :id or participants.country_id = :id
  or participants.organisation_id = :id or participants.employer_id = :id
order by date nulls first, participants.sort nulls first, participants.participation_id
