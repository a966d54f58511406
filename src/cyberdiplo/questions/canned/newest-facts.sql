-- title: How recent the data are: the newest fact of each area, by what kind it is
-- titre: L'âge des données : le fait le plus récent de chaque domaine, par nature
-- description: An area is a forum with all under it, or the organisation that holds it.
-- | Un domaine est une enceinte avec toutes celles qui en dépendent, ou l'organisation qui l'abrite.
-- description: For laws it is the State.
-- | Pour les lois, c'est l'État.
-- description: Plans do not count.
-- | Les étapes prévues ne comptent pas.
-- main: area, newest, meeting, statement, step, vote
-- example: query run newest-facts
with facts as (
  select meeting_forums.forum_id, 'meeting' as what, meetings.start_date as day
  from meeting_forums join meetings on meetings.id = meeting_forums.meeting_id
  where meetings.status = 'held'
  union all
  select forum_id, 'statement', date from said
  union all
  select measure_forums.forum_id, 'step', coalesce(measure_events.event_date, measure_events.attested_on)
  from measure_forums join measure_events on measure_events.measure_id = measure_forums.measure_id
  where measure_events.type <> 'planned'
  union all
  select measure_forums.forum_id, 'vote', dated_roll_calls.date
  from measure_forums join dated_roll_calls on dated_roll_calls.measure_id = measure_forums.measure_id
),
placed as (
  select coalesce(hosts.organisation_id, families.root_id) as area, facts.what, facts.day
  from facts
  join forum_families as families on families.forum_id = facts.forum_id
  join forums as hosts on hosts.id = families.root_id
  where facts.day <= :today
  union all
  select countries.id, 'step', coalesce(measure_events.event_date, measure_events.attested_on)
  from measures
  join measure_events on measure_events.measure_id = measures.id
  join countries on countries.id = coalesce(measures.country_id, measures.issuer_id)
  where measure_events.type <> 'planned'
    and coalesce(measure_events.event_date, measure_events.attested_on) <= :today
)
select
  (select coalesce(acronym_fr, name_fr) from labels where labels.id = placed.area) as area,
  max(placed.day) as newest,
  max(case when placed.what = 'meeting' then placed.day end) as meeting,
  max(case when placed.what = 'statement' then placed.day end) as statement,
  max(case when placed.what = 'step' then placed.day end) as step,
  max(case when placed.what = 'vote' then placed.day end) as vote,
  placed.area as id
from placed
group by placed.area
order by max(placed.day) desc, placed.area
