-- title: What may be out of date: planned days that have passed, lists older than two years
-- titre: Ce qui peut être périmé : dates prévues qui sont passées, listes de plus de deux ans
-- description: A list is the newest that a source counts; one of a body that has ended is left out.
-- | Une liste est la plus récente qu'une source compte ; celle d'un organe qui a pris fin n'est pas signalée.
-- param what: freshness.what    only plans, or only lists | seulement les dates prévues, ou seulement les listes
-- column what: freshness.what
-- column list: rosters.list
-- main: what, since, name, list, source
-- example: query run out-of-date
select
  stale.what,
  stale.since,
  labels.name_fr as name,
  stale.list,
  coalesce(stale.source, place.source_id) as source,
  coalesce(stale.locator, place.locator) as locator,
  stale.id
from (
  select 'plan' as what, id, replace(until, '-99', '') as since, null as list, null as source, null as locator
  from open_plans
  where until < :today
  union all
  select 'list', record_id, as_of, list, source_id, locator
  from newest_lists
  where old_after < :today
) as stale
left join measure_events on measure_events.id = stale.id
join labels on labels.id = coalesce(measure_events.measure_id, stale.id)
left join first_citations as place on place.record_id = stale.id
where 1 = 1
  and stale.what in (:what)
order by stale.since, stale.id, stale.list
