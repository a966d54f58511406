-- title: How States voted
-- titre: Comment les États ont voté
-- param resolution: measure    only on this resolution | seulement sur cette résolution
-- param country: country    only of this country | seulement de ce pays
-- param vote: votes.vote    yes, no, abstain or absent | pour, contre, abstention ou non-votant
-- param from: date    only from this date on | seulement à partir de cette date
-- param to: date    only up to this date | seulement jusqu'à cette date
-- column vote: votes.vote
-- main: resolution, date, country, country_name, vote
-- example: votes --resolution A/RES/77/37 --country FRA
select
  coalesce(
    (select value from identifiers where record_id = votes.measure_id and scheme <> 'url' order by scheme, value limit 1),
    votes.measure_id
  ) as resolution,
  (select min(event_date) from measure_events where measure_id = votes.measure_id and type = 'adopted') as date,
  votes.country_id as country,
  countries.name_fr as country_name,
  votes.vote
from votes
join countries on countries.id = votes.country_id
where 1 = 1
  and votes.measure_id in (:resolution)
  and votes.country_id in (:country)
  and votes.vote in (:vote)
  and votes.measure_id in (select measure_id from measure_events where type = 'adopted' and event_date || '-99' >= :from)
  and votes.measure_id in (select measure_id from measure_events where type = 'adopted' and event_date <= :to || '-99')
order by date, resolution, votes.country_id
