-- title: How States voted
-- titre: Comment les États ont voté
-- param resolution: measure    only on this resolution | seulement sur cette résolution
-- param country: country    only of this country | seulement de ce pays
-- param group: group    only of this group's members on the day of the vote | seulement des membres de ce groupe au jour du vote
-- param vote: votes.vote    yes, no, abstain or absent | pour, contre, abstention ou non-votant
-- param from: date    only from this date on | seulement à partir de cette date
-- param to: date    only up to this date | seulement jusqu'à cette date
-- column vote: votes.vote
-- main: country_name, vote, date, resolution
-- example: votes --resolution A/RES/73/27 --country FRA
-- example: votes --resolution A/RES/73/27 --group EU --vote abstain
select
  coalesce(
    (select value from identifiers where record_id = cast_votes.measure_id and scheme <> 'url' order by scheme, value limit 1),
    cast_votes.measure_id
  ) as resolution,
  cast_votes.voted_on as date,
  cast_votes.country_id as country,
  countries.name_fr as country_name,
  cast_votes.vote
from (
  select
    votes.*,
    (select max(event_date) from measure_events where measure_id = votes.measure_id and type = 'adopted') as voted_on
  from votes
) as cast_votes
join countries on countries.id = cast_votes.country_id
where 1 = 1
  and cast_votes.measure_id in (:resolution)
  and cast_votes.country_id in (:country)
  and exists (select 1 from memberships where memberships.member_id = cast_votes.country_id and memberships.group_id in (:group) and memberships.role = 'member' and coalesce(memberships.start_date, '') <= coalesce(cast_votes.voted_on, '9999') || '-99' and coalesce(memberships.end_date || '-99', '9999') >= coalesce(cast_votes.voted_on, '9999'))
  and cast_votes.vote in (:vote)
  and cast_votes.voted_on || '-99' >= :from
  and cast_votes.voted_on <= :to || '-99'
order by coalesce(cast_votes.voted_on, ''), cast_votes.measure_id, cast_votes.country_id
