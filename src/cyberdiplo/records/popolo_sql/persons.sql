-- title: People, as Popolo persons
select
  speakers.id as "_record",
  speakers.id,
  speaker_names.name,
  speakers.family_name,
  speakers.given_name,
  speakers.sort_name
from speakers join speaker_names on speaker_names.speaker_id = speakers.id
order by speakers.id
