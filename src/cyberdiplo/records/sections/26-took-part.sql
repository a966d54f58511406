-- title: Who took part
-- titre: Qui a participé
-- kinds: meeting, process
-- column role: participations.role
-- column capacity: participations.capacity
select participations.role,
  coalesce(trim(coalesce(speakers.given_name, '') || ' ' || speakers.family_name), organisations.name_fr, countries.name_fr, participations.name_as_recorded) as name,
  participations.capacity, coalesce(organisations.name_fr, employers.name_fr) as organisation, countries.name_fr as country
from participations
left join speakers on speakers.id = participations.speaker_id
left join organisations on organisations.id = participations.organisation_id
left join countries on countries.id = participations.country_id
left join affiliations on affiliations.id = participations.affiliation_id
left join organisations as employers on employers.id = affiliations.organisation_id
where participations.meeting_id = :id or participations.process_id = :id
order by participations.role = 'participant', participations.role, participations.sort nulls first, participations.id
