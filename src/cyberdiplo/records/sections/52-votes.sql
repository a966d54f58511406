-- title: Recorded vote
-- titre: Vote enregistré
-- kinds: measure
-- column vote: votes.vote
select final_votes.vote, count(*) as states
from final_votes join vote_order on vote_order.vote = final_votes.vote
where final_votes.measure_id = :id
group by final_votes.vote, vote_order.place
order by vote_order.place
