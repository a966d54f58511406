-- title: Posts
-- titre: Fonctions
-- kinds: speaker
-- words: post, jobs, positions, fonction, postes, affiliations
select affiliations.position_fr as position, organisations.name_fr as organisation,
  affiliations.start_date, affiliations.end_date, affiliations.attested_on
from affiliations join organisations on organisations.id = affiliations.organisation_id
where affiliations.speaker_id = :id
order by coalesce(affiliations.start_date, affiliations.attested_on), affiliations.id
