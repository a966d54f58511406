-- title: How a State voted over time, beside the totals
-- titre: Comment un État a voté au fil du temps, à côté du décompte
-- param country: country    this State | cet État = FRA
-- param from: date    only from this date on | seulement à partir de cette date
-- param to: date    only up to this date | seulement jusqu'à cette date
-- column vote: votes.vote
-- main: date, resolution, vote, yes, no, abstain, name
-- example: query run votes-of-a-state --country BRA
select
  final_votes.date,
  coalesce((select symbol from symbols where record_id = final_votes.measure_id), final_votes.measure_id) as resolution,
  measures.name_fr as name,
  final_votes.country_id as country,
  final_votes.vote,
  totals.yes,
  totals.no,
  totals.abstain,
  totals.absent,
  final_votes.measure_id as id
from final_votes
join measures on measures.id = final_votes.measure_id
join roll_call_totals as totals on totals.roll_call_id = final_votes.roll_call_id
where 1 = 1
  and final_votes.country_id in (:country)
  and final_votes.date || '-01-01' >= :from
  and final_votes.date || '-99' <= :to || '-99'
order by coalesce(final_votes.date, ''), final_votes.measure_id, final_votes.country_id
