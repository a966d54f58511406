-- title: How a State voted over time, beside the totals
-- titre: Comment un État a voté au fil du temps, à côté du décompte
-- param country: country    this State | cet État = FRA
-- param from: date    only from this date on | seulement à partir de cette date
-- param to: date    only up to this date | seulement jusqu'à cette date
-- column vote: votes.vote
-- main: date, resolution, vote, yes, no, abstain, name
-- example: query run votes-of-a-state --country BRA
select
  ballots.voted_on as date,
  coalesce((select symbol from symbols where record_id = ballots.measure_id), ballots.measure_id) as resolution,
  measures.name_fr as name,
  ballots.country_id as country,
  ballots.vote,
  (select count(*) from votes where measure_id = ballots.measure_id and vote = 'yes') as yes,
  (select count(*) from votes where measure_id = ballots.measure_id and vote = 'no') as no,
  (select count(*) from votes where measure_id = ballots.measure_id and vote = 'abstain') as abstain,
  (select count(*) from votes where measure_id = ballots.measure_id and vote = 'absent') as absent
from ballots
join measures on measures.id = ballots.measure_id
where 1 = 1
  and ballots.country_id in (:country)
  and ballots.voted_on || '-99' >= :from
  and ballots.voted_on <= :to || '-99'
order by coalesce(ballots.voted_on, ''), ballots.measure_id, ballots.country_id
