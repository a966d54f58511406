-- title: State by State
-- titre: État par État
-- kinds: roll_call
-- words: vote, voting, states, États, pays, countries
-- column vote: votes.vote
select countries.id as country, countries.name_fr as country_name, votes.vote
from votes
join countries on countries.id = votes.country_id
where votes.roll_call_id = :id
order by countries.id
