-- title: How often two States voted alike, and on what they differed
-- titre: Combien de fois deux États ont voté de même, et sur quoi ils ont divergé
-- description: Resolutions where either did not vote are left out. The last row, total, is the sum.
-- | Les résolutions où l'un des deux n'a pas voté sont laissées de côté. La dernière ligne, total, est la somme.
-- caveat: told
-- param first: country    one State | l'un des États = FRA
-- param second: country    the other | l'autre = CHN
-- param from: date    only from this date on | seulement à partir de cette date
-- param to: date    only up to this date | seulement jusqu'à cette date
-- column first: votes.vote
-- column second: votes.vote
-- main: date, resolution, first, second, alike, percent
-- tells: resolution, first, second
-- example: query run voted-alike --first BRA --second IND
with both_votes as (
  select one.measure_id, one.vote as first_vote, other.vote as second_vote, one.date
  from final_votes as one
  join votes as other on other.roll_call_id = one.roll_call_id
  where one.country_id = :first
    and other.country_id = :second
    and one.vote <> 'absent' and other.vote <> 'absent'
),
compared as (
  select measure_id, date, first_vote, second_vote, case when first_vote = second_vote then 1 else 0 end as alike
  from both_votes
  where 1 = 1
    and date || '-01-01' >= :from
    and date || '-99' <= :to || '-99'
)
select date, resolution, name, first, second, alike, voted, percent, id
from (
  select
    compared.date,
    coalesce((select symbol from symbols where record_id = compared.measure_id), compared.measure_id) as resolution,
    (select name_fr from measures where measures.id = compared.measure_id) as name,
    compared.first_vote as first,
    compared.second_vote as second,
    compared.alike,
    null as voted,
    null as percent,
    compared.measure_id as id
  from compared
  union all
  select
    null,
    'total',
    null,
    null,
    null,
    cast(sum(alike) as integer),
    cast(count(*) as integer),
    cast(100 * sum(alike) / count(*) as integer),
    null
  from compared
  having count(*) > 0
) as answer
order by coalesce(date, '9999'), resolution
