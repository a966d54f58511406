-- According to whom: whose estimate it is, else who said it, else the source.
select figure_id, id, name
from (
  select
    figures.id as figure_id,
    figures.attributed_to_id as id,
    (select coalesce(acronym_fr, name_fr) from labels where labels.id = figures.attributed_to_id) as name,
    0 as place,
    '' as voice
  from figures
  where figures.attributed_to_id is not null and figures.id in (:ids)
  union all
  select
    figures.id,
    coalesce(voices.speaker_id, voices.organisation_id, voices.country_id),
    voices.name_fr,
    voices.place,
    voices.participation_id
  from figures
  join voices on voices.statement_id = figures.statement_id
  where figures.attributed_to_id is null and figures.id in (:ids)
  union all
  select figures.id, sources.id, sources.title, 0, ''
  from figures
  join first_citations on first_citations.record_id = figures.id
  join sources on sources.id = first_citations.source_id
  where figures.attributed_to_id is null and figures.statement_id is null and figures.id in (:ids)
) as authorities
order by figure_id, place, voice
