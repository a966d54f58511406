-- title: The totals of each recorded vote
-- titre: Le décompte de chaque vote enregistré
-- description: Counted from the votes of the States. A text adopted without a vote has none and does not stand here. | Compté à partir des votes des États. Un texte adopté sans vote n'en a pas et ne figure pas ici.
-- param resolution: measure    only this resolution | seulement cette résolution
-- param from: date    only from this date on | seulement à partir de cette date
-- param to: date    only up to this date | seulement jusqu'à cette date
-- main: date, resolution, yes, no, abstain, absent, name
-- example: query run vote-totals --from 2018
select
  ballots.date,
  coalesce((select value from identifiers where record_id = ballots.measure_id and scheme <> 'url' order by scheme, value limit 1), ballots.measure_id) as resolution,
  measures.name_fr as name,
  count(case when ballots.vote = 'yes' then 1 end) as yes,
  count(case when ballots.vote = 'no' then 1 end) as no,
  count(case when ballots.vote = 'abstain' then 1 end) as abstain,
  count(case when ballots.vote = 'absent' then 1 end) as absent,
  count(*) as states
from (
  select votes.measure_id, votes.vote, (select max(event_date) from measure_events where measure_id = votes.measure_id and type = 'adopted') as date
  from votes
) as ballots
join measures on measures.id = ballots.measure_id
where 1 = 1
  and ballots.measure_id in (:resolution)
  and ballots.date || '-99' >= :from
  and ballots.date <= :to || '-99'
group by ballots.measure_id, ballots.date, measures.name_fr
order by coalesce(ballots.date, ''), ballots.measure_id
