-- title: Took part in
-- titre: A participé à
-- kinds: speaker, organisation, country
-- column role: participations.role
-- column capacity: participations.capacity
select coalesce(meetings.start_date, processes.start_date) as date, participations.role, participations.capacity,
  coalesce(meetings.name_fr, processes.name_fr) as meeting, affiliations.position_fr as position,
  countries.name_fr as country,
  trim(coalesce(speakers.given_name, '') || ' ' || speakers.family_name) as name
from participations
left join meetings on meetings.id = participations.meeting_id
left join processes on processes.id = participations.process_id
left join affiliations on affiliations.id = participations.affiliation_id
left join countries on countries.id = participations.country_id
left join speakers on speakers.id = participations.speaker_id
where participations.speaker_id = :id or participations.country_id = :id
  or participations.organisation_id = :id or affiliations.organisation_id = :id
order by date nulls first, participations.sort nulls first, participations.id
