-- title: How States voted
-- titre: Comment les États ont voté
-- param resolution: measure    only on this resolution | seulement sur cette résolution
-- param country: country    only of this country | seulement de ce pays
-- param group: group    only of this group's members on the day of the vote
-- | seulement des membres de ce groupe au jour du vote
-- param vote: votes.vote    yes, no, abstain or absent | pour, contre, abstention ou non-votant
-- param from: date    only from this date on | seulement à partir de cette date
-- param to: date    only up to this date | seulement jusqu'à cette date
-- column vote: votes.vote
-- main: country_name, vote, date, resolution
-- example: votes --resolution A/RES/73/27 --country FRA
-- example: votes --resolution A/RES/73/27 --group EU --vote abstain
select
  coalesce((select symbol from symbols where record_id = ballots.measure_id), ballots.measure_id) as resolution,
  ballots.voted_on as date,
  ballots.country_id as country,
  countries.name_fr as country_name,
  ballots.vote
from ballots
join countries on countries.id = ballots.country_id
where 1 = 1
  and ballots.measure_id in (:resolution)
  and ballots.country_id in (:country)
  -- if :group
  and exists (
    select 1 from members
    where members.member_id = ballots.country_id and members.group_id in (:group)
      and members.since <= ballots.day_of_vote || '-99' and members.until >= ballots.day_of_vote
  )
  -- end
  and ballots.vote in (:vote)
  and ballots.voted_on || '-99' >= :from
  and ballots.voted_on <= :to || '-99'
order by coalesce(ballots.voted_on, ''), ballots.measure_id, ballots.country_id
