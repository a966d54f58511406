-- title: Its latest votes
-- titre: Ses derniers votes
-- kinds: country
-- words: vote, votes, voting
-- column vote: votes.vote
-- main: date, resolution, vote
-- most: 8
-- more: votes --country {id}
select dated_roll_calls.date,
  coalesce((select symbol from symbols where record_id = measures.id), measures.id) as resolution,
  votes.vote, measures.name_fr as name
from votes
join dated_roll_calls on dated_roll_calls.id = votes.roll_call_id and dated_roll_calls.final = 1
join measures on measures.id = dated_roll_calls.measure_id
where votes.country_id = :id
order by coalesce(dated_roll_calls.date, '') desc, measures.id
