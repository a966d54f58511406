-- Whose statement it is, in the order of the source; nobody where a document, the moderator or several speakers say it.
select
  voices.statement_id,
  coalesce(voices.speaker_id, voices.organisation_id, voices.country_id) as id,
  voices.name_fr as name,
  voices.country_id,
  coalesce(voices.organisation_id, voices.employer_id) as organisation_id,
  voices.capacity
from voices
where voices.statement_id in (:ids)
order by voices.statement_id, voices.place, voices.participation_id
