-- title: Recorded vote
-- titre: Vote enregistré
-- kinds: measure
-- words: vote, voting, scrutin, résultat du vote
-- column vote: votes.vote
-- main: vote, states
-- below: names
-- names: names
-- more: votes --resolution {id}
select camp.vote, count(*) as states, group_concat(camp.name, '; ') as names
from (
  select final_votes.vote, countries.name_fr as name
  from final_votes join countries on countries.id = final_votes.country_id
  where final_votes.measure_id = :id
  order by countries.name_fr
) as camp
join vote_order on vote_order.vote = camp.vote
group by camp.vote, vote_order.place
order by vote_order.place
