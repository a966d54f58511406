-- title: Members of a group that did not vote with the largest camp in it
-- titre: Membres d'un groupe qui n'ont pas voté avec le plus grand camp de ce groupe
-- param group: group    this group | ce groupe = G20
-- param country: country    only this State | seulement cet État
-- column vote: votes.vote
-- column camp: votes.vote
-- main: date, resolution, country, vote, camp
-- tells: resolution: country, vote
-- example: query run group-dissenters --group ASEAN
with camps as (
  select final_votes.measure_id, final_votes.country_id, final_votes.vote, final_votes.date
  from final_votes
  where final_votes.vote <> 'absent'
    and exists (
      select 1 from members
      where members.member_id = final_votes.country_id and members.group_id in (:group)
        and members.since <= final_votes.day_of_vote || '-99' and members.until >= final_votes.day_of_vote
    )
),
sizes as (
  select measure_id, vote, count(*) as members from camps group by measure_id, vote
),
largest as (
  select sizes.measure_id, max(sizes.vote) as vote
  from sizes
  where sizes.members = (select max(others.members) from sizes as others where others.measure_id = sizes.measure_id)
  group by sizes.measure_id
)
select
  camps.date,
  coalesce((select symbol from symbols where record_id = camps.measure_id), camps.measure_id) as resolution,
  camps.country_id as id,
  countries.name_fr as country,
  camps.vote,
  largest.vote as camp
from camps
join largest on largest.measure_id = camps.measure_id
join countries on countries.id = camps.country_id
where camps.vote <> largest.vote
  and camps.country_id in (:country)
order by coalesce(camps.date, ''), camps.measure_id, camps.country_id
