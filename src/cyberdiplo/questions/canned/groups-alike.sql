-- title: How often the largest camps of two groups voted alike
-- titre: Combien de fois les plus grands camps de deux groupes ont voté de même
-- description: Members on the day of the vote; a camp is counted by its members in percent of those that voted.
-- | Membres au jour du vote ; un camp est compté par ses membres, en pour cent de ceux qui ont voté.
-- param first: group    the one group | l'un des groupes = EU
-- param second: group    the other | l'autre = BRICS
-- column first: votes.vote
-- column second: votes.vote
-- main: date, resolution, first, first_percent, second, second_percent, alike
-- example: query run groups-alike --first G7 --second SCO
with ones as (
  select
    final_votes.measure_id,
    final_votes.date,
    count(case when final_votes.vote = 'yes' then 1 end) as yes,
    count(case when final_votes.vote = 'no' then 1 end) as no,
    count(case when final_votes.vote = 'abstain' then 1 end) as abstain
  from final_votes
  where exists (
    select 1 from members
    where members.member_id = final_votes.country_id and members.group_id in (:first)
      and members.since <= final_votes.day_of_vote || '-99' and members.until >= final_votes.day_of_vote
  )
  group by final_votes.measure_id, final_votes.date
),
others as (
  select
    final_votes.measure_id,
    final_votes.date,
    count(case when final_votes.vote = 'yes' then 1 end) as yes,
    count(case when final_votes.vote = 'no' then 1 end) as no,
    count(case when final_votes.vote = 'abstain' then 1 end) as abstain
  from final_votes
  where exists (
    select 1 from members
    where members.member_id = final_votes.country_id and members.group_id in (:second)
      and members.since <= final_votes.day_of_vote || '-99' and members.until >= final_votes.day_of_vote
  )
  group by final_votes.measure_id, final_votes.date
),
camps as (
  select
    ones.measure_id,
    ones.date,
    case
      when ones.yes >= ones.no and ones.yes >= ones.abstain then 'yes'
      when ones.no >= ones.abstain then 'no'
      else 'abstain'
    end as first_camp,
    100 * case
      when ones.yes >= ones.no and ones.yes >= ones.abstain then ones.yes
      when ones.no >= ones.abstain then ones.no
      else ones.abstain
    end / nullif(ones.yes + ones.no + ones.abstain, 0) as first_percent,
    case
      when others.yes >= others.no and others.yes >= others.abstain then 'yes'
      when others.no >= others.abstain then 'no'
      else 'abstain'
    end as second_camp,
    100 * case
      when others.yes >= others.no and others.yes >= others.abstain then others.yes
      when others.no >= others.abstain then others.no
      else others.abstain
    end / nullif(others.yes + others.no + others.abstain, 0) as second_percent
  from ones join others on others.measure_id = ones.measure_id
)
select
  camps.date,
  coalesce((select symbol from symbols where record_id = camps.measure_id), camps.measure_id) as resolution,
  camps.first_camp as first,
  camps.first_percent,
  camps.second_camp as second,
  camps.second_percent,
  case when camps.first_camp = camps.second_camp then 1 else 0 end as alike,
  (select name_fr from measures where measures.id = camps.measure_id) as name
from camps
where camps.first_percent is not null and camps.second_percent is not null
order by coalesce(camps.date, ''), camps.measure_id
