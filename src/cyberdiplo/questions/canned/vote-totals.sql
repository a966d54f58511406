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
  totals.date,
  coalesce((select symbol from symbols where record_id = totals.measure_id), totals.measure_id) as resolution,
  measures.name_fr as name,
  totals.yes,
  totals.no,
  totals.abstain,
  totals.absent,
  totals.states,
  totals.measure_id as id
from final_totals as totals
join measures on measures.id = totals.measure_id
where 1 = 1
  and totals.measure_id in (:resolution)
  and totals.date || '-01-01' >= :from
  and totals.date || '-99' <= :to || '-99'
order by coalesce(totals.date, ''), totals.measure_id
