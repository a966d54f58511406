-- title: Its votes in all
-- titre: Ses votes en tout
-- kinds: country
-- words: vote, votes, voting, totaux, totals
-- column vote: votes.vote
select votes.vote, count(*) as times
from votes
join dated_roll_calls on dated_roll_calls.id = votes.roll_call_id and dated_roll_calls.final = 1
join vote_order on vote_order.vote = votes.vote
where votes.country_id = :id
group by votes.vote, vote_order.place
order by vote_order.place
