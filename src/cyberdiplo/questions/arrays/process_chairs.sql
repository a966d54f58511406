-- Who chairs the process.
select
  participations.process_id,
  participations.speaker_id as id,
  trim(coalesce(speakers.given_name, '') || ' ' || speakers.family_name) as name
from participations
join speakers on speakers.id = participations.speaker_id
where participations.role in ('chair', 'co_chair') and participations.process_id in (:ids)
order by coalesce(participations.process_id, ''), coalesce(participations.sort, 0), speakers.id
