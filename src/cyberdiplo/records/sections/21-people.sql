-- title: People
-- titre: Personnes
-- kinds: organisation
-- words: person, persons, speakers, personne, orateurs, membres du personnel
select trim(coalesce(speakers.given_name, '') || ' ' || speakers.family_name) as name,
  affiliations.position_fr as position, affiliations.start_date, affiliations.end_date, affiliations.attested_on
from affiliations join speakers on speakers.id = affiliations.speaker_id
where affiliations.organisation_id = :id
order by speakers.sort_name, affiliations.id
