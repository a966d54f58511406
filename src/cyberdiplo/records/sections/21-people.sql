-- title: People
-- titre: Personnes
-- kinds: organisation
-- words: person, persons, speakers, personne, orateurs, membres du personnel
select speaker_names.name,
  affiliations.position_fr as position, affiliations.start_date, affiliations.end_date, affiliations.attested_on
from affiliations
join speakers on speakers.id = affiliations.speaker_id
join speaker_names on speaker_names.speaker_id = speakers.id
where affiliations.organisation_id = :id
order by speakers.sort_name, affiliations.id
