-- title: With whom a State votes: every other State by how often they voted alike, and on which texts they differed
-- titre: Avec qui vote un État : tous les autres, selon la fréquence des votes identiques, et les textes divergents
-- description: Only resolutions on which both voted are counted, at the final vote on each;
-- | Seules comptent les résolutions où les deux ont voté, au vote final sur chacune ;
-- description: of a group the members on the day of the vote.
-- | d'un groupe, les membres au jour du vote.
-- description: Those with less than half as many votes in common as the first has come last.
-- | Viennent en dernier ceux qui ont moins de la moitié du plus grand nombre de votes communs.
-- caveat: told
-- param country: country    this State | cet État = FRA
-- param group: party    only compared with the members of this group on the day, or with this State
-- | seulement à côté des membres de ce groupe, ce jour-là, ou de cet État
-- param from: date    only from this date on | seulement à partir de cette date
-- param to: date    only up to this date | seulement jusqu'à cette date
-- main: country, voted, alike, percent, id, opposed
-- below: differed
-- tells: country, percent
-- example: query run voting-neighbours --country IND --group BRICS
-- example: agreement FRA --with G7 --since 2018
select
  told.id,
  countries.name_fr as country,
  told.voted,
  told.alike,
  100 * told.alike / told.voted as percent,
  told.opposed,
  told.differed
from (
  select
    compared.country_id as id,
    count(*) over (partition by compared.country_id) as voted,
    count(case when compared.mine = compared.theirs then 1 end) over (partition by compared.country_id) as alike,
    count(
      case when compared.mine <> compared.theirs and compared.mine in ('yes', 'no') and compared.theirs in ('yes', 'no')
        then 1 end
    ) over (partition by compared.country_id) as opposed,
    group_concat(case when compared.mine <> compared.theirs then compared.resolution end, '; ') over (
      partition by compared.country_id order by compared.day, compared.measure_id
      rows between unbounded preceding and unbounded following
    ) as differed,
    row_number() over (partition by compared.country_id order by compared.day, compared.measure_id) as place
  from (
    select
      other.country_id,
      one.measure_id,
      coalesce((select symbol from symbols where record_id = one.measure_id), one.measure_id) as resolution,
      coalesce(one.date, '') as day,
      one.vote as mine,
      other.vote as theirs
    from final_votes as one
    join votes as other on other.roll_call_id = one.roll_call_id and other.country_id <> one.country_id
    where one.country_id = :country
      and one.vote <> 'absent' and other.vote <> 'absent'
      -- if :group
      and (
        other.country_id in (:group)
        or exists (
          select 1 from members
          where members.member_id = other.country_id and members.group_id in (:group)
            and members.since <= one.day_of_vote || '-99' and members.until >= one.day_of_vote
        )
      )
      -- end
      and one.date || '-01-01' >= :from
      and one.date || '-99' <= :to || '-99'
  ) as compared
) as told
join countries on countries.id = told.id
where told.place = 1
order by case when 2 * told.voted < max(told.voted) over () then 1 else 0 end, 100 * told.alike / told.voted desc,
  told.voted desc, told.id
