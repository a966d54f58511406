-- title: Measures
-- titre: Mesures
-- kinds: organisation, forum, process, country
-- main: id, status, adopted, votes, in_force, applies, type
-- below: name
-- column type: measures.type
-- column status: measures.status
select
  measures.id,
  measures.name_fr as name,
  measures.type,
  measures.status,
  coalesce(
    (
      select min(event_date) from measure_events
      where measure_id = measures.id and type in ('adopted', 'signed') and of_fr is null
    ),
    (
      select min(event_date) from measure_events
      where measure_id = measures.id and type = 'assented' and of_fr is null
    )
  ) as adopted,
  (
    select event_date from measure_events
    where measure_id = measures.id and type = 'entered_into_force' and event_date is not null
      and (country_id is null or country_id = coalesce(measures.country_id, measures.issuer_id))
    order by case when of_fr is null then 0 else 1 end, event_date limit 1
  ) as in_force,
  (
    select min(event_date) from measure_events where measure_id = measures.id and type = 'applied'
  ) as applies,
  (
    select cast(sum(case when vote = 'yes' then 1 else 0 end) as text) || '-'
      || cast(sum(case when vote = 'no' then 1 else 0 end) as text) || '-'
      || cast(sum(case when vote = 'abstain' then 1 else 0 end) as text)
    from final_votes where measure_id = measures.id
  ) as votes
from measures
where measures.issuer_id = :id or measures.country_id = :id
  or measures.id in (select measure_id from measure_forums where forum_id = :id)
  or measures.id in (select measure_id from measure_processes where process_id = :id)
order by measures.id
