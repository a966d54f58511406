-- title: How each text was adopted: by recorded vote, without a vote or by consensus
-- titre: Comment chaque texte a été adopté : par vote enregistré, sans vote ou par consensus
-- description: Without a vote is not a vote with nobody in favour: it has no counts.
-- | Sans vote ne veut pas dire zéro voix pour : il n'y a pas de décompte.
-- param method: measure_events.method    only adopted in this way | seulement adoptés ainsi
-- param from: date    only from this date on | seulement à partir de cette date
-- param to: date    only up to this date | seulement jusqu'à cette date
-- column method: measure_events.method
-- main: date, symbol, method, yes, no, abstain
-- tells: method: symbol
-- example: query run how-adopted --method without_vote
with totals as materialized (  -- once, for all texts
  select measure_id, yes, no, abstain from final_totals
)
select
  measure_events.event_date as date,
  (select symbol from symbols where record_id = measures.id) as symbol,
  measures.name_fr as name,
  measure_events.method,
  totals.yes,
  totals.no,
  totals.abstain,
  measures.id
from measure_events
join measures on measures.id = measure_events.measure_id
left join totals on totals.measure_id = measures.id
where measure_events.type in (select code from step_types where coalesce(counts_as, code) in ('adopted'))
  and measure_events.method is not null
  and measure_events.method in (:method)
  and measure_events.event_date || '-01-01' >= :from
  and measure_events.event_date || '-99' <= :to || '-99'
order by measure_events.event_date nulls first, measures.id
