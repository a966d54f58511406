-- title: People, with how often they appear
-- titre: Les personnes, avec leurs apparitions
-- languages: both
select
  speakers.id, -- Id of the person.
  speaker_names.name, -- The whole name.
  speakers.given_name, -- Given names.
  speakers.family_name, -- Family names.
  speakers.sort_name, -- Family names first.
  (
    select count(*) from participations where speaker_id = speakers.id
  ) as participations, -- (integer) Meetings and processes.
  (
    select count(distinct statement_id) from participations
    join statement_participations on participation_id = participations.id
    where speaker_id = speakers.id
  ) as statements -- (integer) Statements made, alone or with others.
from speakers join speaker_names on speaker_names.speaker_id = speakers.id
