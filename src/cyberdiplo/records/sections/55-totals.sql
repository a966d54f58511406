-- title: Totals
-- titre: Décompte
-- kinds: roll_call
-- words: total, vote, voting, totaux, résultat
-- column vote: votes.vote
select votes.vote, count(*) as states
from votes join vote_order on vote_order.vote = votes.vote
where votes.roll_call_id = :id
group by votes.vote, vote_order.place
order by vote_order.place
