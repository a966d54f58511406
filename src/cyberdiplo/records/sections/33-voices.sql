-- title: Whose statement
-- titre: De qui
-- kinds: statement
-- column role: participations.role
-- column capacity: participations.capacity
select coalesce(trim(coalesce(speakers.given_name, '') || ' ' || speakers.family_name), organisations.name_fr, countries.name_fr, participations.name_as_recorded) as name,
  participations.role, participations.capacity, affiliations.position_fr as position,
  coalesce(organisations.name_fr, employers.name_fr) as organisation, countries.name_fr as country
from statement_participations as link
join participations on participations.id = link.participation_id
left join speakers on speakers.id = participations.speaker_id
left join organisations on organisations.id = participations.organisation_id
left join countries on countries.id = participations.country_id
left join affiliations on affiliations.id = participations.affiliation_id
left join organisations as employers on employers.id = affiliations.organisation_id
where link.statement_id = :id
order by link.sort
