-- title: How the members of a group split on each resolution
-- titre: Comment les membres d'un groupe se sont partagés sur chaque résolution
-- description: Members on the day of the vote. Cohesion is the share of the largest camp among those that voted, in percent. | Membres au jour du vote. La cohésion est la part du plus grand camp parmi ceux qui ont voté, en pour cent.
-- param group: group    this group | ce groupe = EU
-- param from: date    only from this date on | seulement à partir de cette date
-- param to: date    only up to this date | seulement jusqu'à cette date
-- main: date, resolution, yes, no, abstain, absent, cohesion
-- example: query run group-split --group ASEAN
select
  camps.date,
  coalesce((select value from identifiers where record_id = camps.measure_id and scheme <> 'url' order by scheme, value limit 1), camps.measure_id) as resolution,
  camps.yes,
  camps.no,
  camps.abstain,
  camps.absent,
  100 * case
    when camps.yes >= camps.no and camps.yes >= camps.abstain then camps.yes
    when camps.no >= camps.abstain then camps.no
    else camps.abstain
  end / nullif(camps.yes + camps.no + camps.abstain, 0) as cohesion,
  (select name_fr from measures where measures.id = camps.measure_id) as name
from (
  select
    ballots.measure_id,
    ballots.date,
    count(case when ballots.vote = 'yes' then 1 end) as yes,
    count(case when ballots.vote = 'no' then 1 end) as no,
    count(case when ballots.vote = 'abstain' then 1 end) as abstain,
    count(case when ballots.vote = 'absent' then 1 end) as absent
  from (
    select votes.measure_id, votes.country_id, votes.vote, (select max(event_date) from measure_events where measure_id = votes.measure_id and type = 'adopted') as date
    from votes
  ) as ballots
  where exists (select 1 from memberships where memberships.member_id = ballots.country_id and memberships.group_id in (:group) and memberships.role = 'member' and coalesce(memberships.start_date, '') <= coalesce(ballots.date, '9999') || '-99' and coalesce(memberships.end_date || '-99', '9999') >= coalesce(ballots.date, '9999'))
    and ballots.date || '-99' >= :from
    and ballots.date <= :to || '-99'
  group by ballots.measure_id, ballots.date
) as camps
order by coalesce(camps.date, ''), camps.measure_id
