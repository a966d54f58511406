-- title: Votes, with the resolutions and the States
-- titre: Les votes, avec les résolutions et les États
-- column vote: votes.vote
-- languages: both
select
  ballots.id, -- Id of the vote.
  ballots.measure_id, -- What was voted on.
  (select symbol from symbols where record_id = ballots.measure_id) as symbol, -- Its symbol.
  measures.name_fr as measure_fr, -- Its name in French.
  measures.name_en as measure_en, -- Its name in English.
  ballots.voted_on as date, -- (date) When it was adopted.
  ballots.country_id, -- Who voted.
  countries.name_fr as country_fr, -- That country, in French.
  countries.name_en as country_en, -- That country, in English.
  ballots.vote -- How it voted.
from ballots
join measures on measures.id = ballots.measure_id
join countries on countries.id = ballots.country_id
