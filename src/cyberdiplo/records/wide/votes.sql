-- title: Votes, with the roll calls, the resolutions and the States
-- titre: Les votes des États, avec le vote enregistré et la résolution
-- column vote: votes.vote
-- column stage: roll_calls.stage
-- languages: both
select
  votes.roll_call_id, -- At which roll call.
  roll_calls.measure_id, -- What was voted on.
  (select symbol from symbols where record_id = roll_calls.measure_id) as symbol, -- Its symbol.
  measures.name_fr as measure_fr, -- Its name in French.
  measures.name_en as measure_en, -- Its name in English.
  roll_calls.stage, -- In committee or in plenary, where known.
  roll_calls.part, -- The paragraph or part voted on; empty for the whole text.
  roll_calls.final, -- (integer) 1: the final roll call on it.
  roll_calls.date, -- (date) When it was taken.
  votes.country_id, -- Who voted.
  countries.name_fr as country_fr, -- That country, in French.
  countries.name_en as country_en, -- That country, in English.
  votes.vote -- How it voted.
from votes
join dated_roll_calls as roll_calls on roll_calls.id = votes.roll_call_id
join measures on measures.id = roll_calls.measure_id
join countries on countries.id = votes.country_id
