-- For which organisations it was said, or whose staff said it.
select
  voices.statement_id,
  coalesce(voices.organisation_id, voices.employer_id) as id,
  voices.organisation_fr as name
from voices
where voices.organisation_fr is not null and voices.statement_id in (:ids)
group by voices.statement_id, coalesce(voices.organisation_id, voices.employer_id), voices.organisation_fr
order by voices.statement_id, min(voices.place), voices.organisation_fr
