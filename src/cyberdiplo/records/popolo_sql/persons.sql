-- title: People, as Popolo persons
select
  speakers.id as "_record",
  speakers.id,
  trim(coalesce(speakers.given_name, '') || ' ' || speakers.family_name) as name,
  speakers.family_name,
  speakers.given_name,
  speakers.sort_name
from speakers
order by speakers.id
