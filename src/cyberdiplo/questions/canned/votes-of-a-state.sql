-- title: How a State voted over time, beside the totals
-- titre: Comment un État a voté au fil du temps, à côté du décompte
-- param country: country    this State | cet État = FRA
-- param from: date    only from this date on | seulement à partir de cette date
-- param to: date    only up to this date | seulement jusqu'à cette date
-- column vote: votes.vote
-- main: date, resolution, vote, yes, no, abstain, name
-- example: query run votes-of-a-state --country BRA
select
  ballots.date,
  coalesce((select value from identifiers where record_id = ballots.measure_id and scheme <> 'url' order by scheme, value limit 1), ballots.measure_id) as resolution,
  measures.name_fr as name,
  ballots.country_id as country,
  ballots.vote,
  (select count(*) from votes where measure_id = ballots.measure_id and vote = 'yes') as yes,
  (select count(*) from votes where measure_id = ballots.measure_id and vote = 'no') as no,
  (select count(*) from votes where measure_id = ballots.measure_id and vote = 'abstain') as abstain,
  (select count(*) from votes where measure_id = ballots.measure_id and vote = 'absent') as absent
from (
  select votes.measure_id, votes.country_id, votes.vote, (select max(event_date) from measure_events where measure_id = votes.measure_id and type = 'adopted') as date
  from votes
  where votes.country_id in (:country)
) as ballots
join measures on measures.id = ballots.measure_id
where 1 = 1
  and ballots.date || '-99' >= :from
  and ballots.date <= :to || '-99'
order by coalesce(ballots.date, ''), ballots.measure_id, ballots.country_id
