-- title: Votes, with the resolutions and the States
-- titre: Les votes, avec les résolutions et les États
-- column vote: votes.vote
-- languages: both
select
  votes.id, -- Id of the vote.
  votes.measure_id, -- What was voted on.
  (select value from identifiers where record_id = votes.measure_id and scheme <> 'url' order by scheme, value limit 1) as symbol, -- Its symbol.
  measures.name_fr as measure_fr, -- Its name in French.
  measures.name_en as measure_en, -- Its name in English.
  (select min(event_date) from measure_events where measure_id = votes.measure_id and type = 'adopted') as date, -- (date) When it was adopted.
  votes.country_id, -- Who voted.
  countries.name_fr as country_fr, -- That country, in French.
  countries.name_en as country_en, -- That country, in English.
  votes.vote -- How it voted.
from votes
join measures on measures.id = votes.measure_id
join countries on countries.id = votes.country_id
