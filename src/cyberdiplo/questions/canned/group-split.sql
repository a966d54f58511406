-- title: How the members of a group split on each resolution
-- titre: Comment les membres d'un groupe se sont partagés sur chaque résolution
-- description: Members on the day of the vote. | Membres au jour du vote.
-- description: Cohesion is the share of the largest camp among those that voted, in percent.
-- | La cohésion est la part du plus grand camp parmi ceux qui ont voté, en pour cent.
-- param group: group    this group | ce groupe = EU
-- param from: date    only from this date on | seulement à partir de cette date
-- param to: date    only up to this date | seulement jusqu'à cette date
-- main: date, resolution, yes, no, abstain, absent, cohesion
-- tells: resolution: yes, no, abstain
-- example: query run group-split --group ASEAN
select
  camps.date,
  coalesce((select symbol from symbols where record_id = camps.measure_id), camps.measure_id) as resolution,
  camps.yes,
  camps.no,
  camps.abstain,
  camps.absent,
  100 * case
    when camps.yes >= camps.no and camps.yes >= camps.abstain then camps.yes
    when camps.no >= camps.abstain then camps.no
    else camps.abstain
  end / nullif(camps.yes + camps.no + camps.abstain, 0) as cohesion,
  (select name_fr from measures where measures.id = camps.measure_id) as name,
  camps.measure_id as id
from (
  select
    final_votes.measure_id,
    final_votes.date,
    count(case when final_votes.vote = 'yes' then 1 end) as yes,
    count(case when final_votes.vote = 'no' then 1 end) as no,
    count(case when final_votes.vote = 'abstain' then 1 end) as abstain,
    count(case when final_votes.vote = 'absent' then 1 end) as absent
  from final_votes
  where exists (
    select 1 from members
    where members.member_id = final_votes.country_id and members.group_id in (:group)
      and members.since <= final_votes.day_of_vote || '-99' and members.until >= final_votes.day_of_vote
  )
    and final_votes.date || '-01-01' >= :from
    and final_votes.date || '-99' <= :to || '-99'
  group by final_votes.measure_id, final_votes.date
) as camps
order by coalesce(camps.date, ''), camps.measure_id
