-- title: National and regional positions on how international law applies in cyberspace
-- titre: Les positions nationales et régionales sur l'application du droit international au cyberespace
-- description: With the points on record of each; a position without points is known by its title and date only.
-- | Avec les points enregistrés de chacune ; une position sans point n'est connue que par son titre et sa date.
-- param country: country    only of this country or union | seulement de ce pays ou de cette union
-- param group: group    only of the members of this group today, or of the group
-- | seulement des membres actuels de ce groupe, ou du groupe
-- param from: date    only published from this date on | seulement parues à partir de cette date
-- param to: date    only published up to this date | seulement parues jusqu'à cette date
-- main: country, date, name, points, id, locator
-- tells: country
-- example: query run national-positions --group EU
-- example: query run national-positions --country BRA
select
  coalesce(countries.name_fr, (select name_fr from labels where labels.id = measures.issuer_id)) as country,
  published.date,
  measures.name_fr as name,
  (select symbol from symbols where record_id = measures.id) as symbol,
  (select count(*) from statements where statements.measure_id = measures.id) as points,
  place.source_id as source,
  place.locator,
  measures.id
from measures
left join countries on countries.id = coalesce(measures.country_id, measures.issuer_id)
left join (
  select measure_id, min(coalesce(event_date, attested_on)) as date from measure_events group by measure_id
) as published on published.measure_id = measures.id
left join first_citations as place on place.record_id = measures.id
where measures.type in (select code from measure_types where coalesce(counts_as, code) in ('national_position'))
  and coalesce(measures.country_id, measures.issuer_id) in (:country)
  -- if :group
  and (
    measures.issuer_id in (:group) or countries.id in (:group)
    or countries.id in (select member_id from members_today where group_id in (:group))
  )
  -- end
  and published.date || '-01-01' >= :from
  and published.date || '-99' <= :to || '-99'
order by coalesce(measures.country_id, measures.issuer_id), coalesce(published.date, ''), measures.id
