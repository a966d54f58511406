-- title: With whom a State votes: every other State by how often they voted alike
-- titre: Avec qui vote un État : tous les autres, selon la fréquence des votes identiques
-- description: Only resolutions on which both voted are counted.
-- | Seules comptent les résolutions où les deux ont voté.
-- param country: country    this State | cet État = FRA
-- param group: group    only beside the members of this group, on the day
-- | seulement à côté des membres de ce groupe, ce jour-là
-- main: id, country, voted, alike, percent
-- example: query run voting-neighbours --country IND --group BRICS
select
  countries.id,
  countries.name_fr as country,
  count(*) as voted,
  count(case when one.vote = other.vote then 1 end) as alike,
  100 * count(case when one.vote = other.vote then 1 end) / count(*) as percent,
  count(
    case when one.vote <> other.vote and one.vote in ('yes', 'no') and other.vote in ('yes', 'no') then 1 end
  ) as opposed
from final_votes as one
join votes as other on other.roll_call_id = one.roll_call_id and other.country_id <> one.country_id
join countries on countries.id = other.country_id
where one.country_id = :country
  and one.vote <> 'absent' and other.vote <> 'absent'
  -- if :group
  and exists (
    select 1 from members
    where members.member_id = other.country_id and members.group_id in (:group)
      and members.since <= one.day_of_vote || '-99' and members.until >= one.day_of_vote
  )
  -- end
group by countries.id, countries.name_fr
order by 100 * count(case when one.vote = other.vote then 1 end) / count(*) desc, count(*) desc, countries.id
