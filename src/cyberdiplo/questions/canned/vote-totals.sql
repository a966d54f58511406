-- title: The totals of each recorded vote
-- titre: Le décompte de chaque vote enregistré
-- description: Counted from the votes of the States. A text adopted without a vote has none and is not listed here.
-- | Compté à partir des votes des États. Un texte adopté sans vote n'en a pas et ne figure pas ici.
-- param resolution: measure    only this resolution | seulement cette résolution
-- param from: date    only from this date on | seulement à partir de cette date
-- param to: date    only up to this date | seulement jusqu'à cette date
-- main: date, resolution, yes, no, abstain, absent, name
-- tells: resolution, yes, no, abstain, absent
-- example: query run vote-totals --from 2018
select
  final_votes.date,
  coalesce((select symbol from symbols where record_id = final_votes.measure_id), final_votes.measure_id) as resolution,
  measures.name_fr as name,
  count(case when final_votes.vote = 'yes' then 1 end) as yes,
  count(case when final_votes.vote = 'no' then 1 end) as no,
  count(case when final_votes.vote = 'abstain' then 1 end) as abstain,
  count(case when final_votes.vote = 'absent' then 1 end) as absent,
  count(*) as states,
  final_votes.measure_id as id
from final_votes
join measures on measures.id = final_votes.measure_id
where 1 = 1
  and final_votes.measure_id in (:resolution)
  and final_votes.date || '-99' >= :from
  and final_votes.date <= :to || '-99'
group by final_votes.measure_id, final_votes.date, measures.name_fr
order by coalesce(final_votes.date, ''), final_votes.measure_id
