-- title: How often the largest camps of two groups voted alike
-- titre: Combien de fois les plus grands camps de deux groupes ont voté de même
-- description: Members on the day of the vote; a camp is counted by its members in percent of those that voted.
-- | Membres au jour du vote ; un camp est compté par ses membres, en pour cent de ceux qui ont voté.
-- param first: group    one group | l'un des groupes = EU
-- param second: group    the other | l'autre = BRICS
-- column first: votes.vote
-- column second: votes.vote
-- main: date, resolution, first, first_percent, second, second_percent, alike
-- example: query run groups-alike --first G7 --second SCO
with counted as (
  select
    sides.side,
    final_votes.measure_id,
    final_votes.date,
    count(case when final_votes.vote = 'yes' then 1 end) as yes,
    count(case when final_votes.vote = 'no' then 1 end) as no,
    count(case when final_votes.vote = 'abstain' then 1 end) as abstain
  from (select 'first' as side union all select 'second') as sides
  cross join final_votes
  where exists (
    select 1 from members
    where members.member_id = final_votes.country_id
      and (
        sides.side = 'first' and members.group_id in (:first)
        or sides.side = 'second' and members.group_id in (:second)
      )
      and members.since <= final_votes.day_of_vote || '-99' and members.until >= final_votes.day_of_vote
  )
  group by sides.side, final_votes.measure_id, final_votes.date
),
camps as (
  select
    side,
    measure_id,
    date,
    case when yes >= no and yes >= abstain then 'yes' when no >= abstain then 'no' else 'abstain' end as camp,
    100 * case when yes >= no and yes >= abstain then yes when no >= abstain then no else abstain end
      / nullif(yes + no + abstain, 0) as percent
  from counted
)
select
  ones.date,
  coalesce((select symbol from symbols where record_id = ones.measure_id), ones.measure_id) as resolution,
  ones.camp as first,
  ones.percent as first_percent,
  others.camp as second,
  others.percent as second_percent,
  case when ones.camp = others.camp then 1 else 0 end as alike,
  (select name_fr from measures where measures.id = ones.measure_id) as name,
  ones.measure_id as id
from camps as ones
join camps as others on others.measure_id = ones.measure_id and others.side = 'second'
where ones.side = 'first' and ones.percent is not null and others.percent is not null
order by coalesce(ones.date, ''), ones.measure_id
