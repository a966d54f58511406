-- title: The measures that the brief is about, a row for each dated step, and for what has none
-- titre: Les mesures sur lesquelles porte la note, une ligne par étape datée et pour ce qui n'en a pas
-- param forum: forum    of this forum, or spoken of in it | de cette enceinte, ou évoquées en son sein
-- param meeting: meeting    dealt with at this meeting, or spoken of at it
-- | traitées à cette réunion, ou qui y sont évoquées
-- param measure: measure    this one and its parts | celle-ci et ses parties
-- column type: measures.type
-- column status: measures.status
-- column step: measure_events.type, plans.outcome
-- column support: citations.support
-- column confidence: citations.confidence
select
  asked.id,
  asked.symbol,
  asked.name,
  asked.type,
  asked.status,
  steps.id as step_id,
  case
    when steps.id in (select id from open_plans where until < :today) then 'not_recorded' else steps.type
  end as step,
  steps.of_fr as part,
  steps.event_date as date,
  steps.date_note,
  place.source_id,
  place.locator,
  place.anchor,
  place.url,
  place.support,
  place.confidence
from (
{lists/measures}
) as asked
join measures on measures.id = asked.id
left join measure_events as steps on steps.measure_id = asked.id
  and steps.event_date is not null
  and (steps.country_id is null or steps.country_id = coalesce(measures.country_id, measures.issuer_id))
left join (
  select about_id, count(*) as points
  from statement_abouts
  where statement_id in (
    select id from (
{scope}
    ) as scoped
  )
  group by about_id
) as spoken on spoken.about_id = asked.id
left join step_types on step_types.code = steps.type
left join first_citations as place on place.record_id = coalesce(steps.id, asked.id)
where 1 = 1
  -- if :forum
  and (spoken.points is not null or asked.id in (select measure_id from measure_forums where forum_id in (:forum)))
  -- end
  -- if :meeting
  and (spoken.points is not null or asked.id in (select measure_id from measure_events where meeting_id in (:meeting)))
  -- end
  and asked.id in (:measure)
order by case when steps.id is null then 1 else 0 end, coalesce(spoken.points, 0) desc,
  coalesce(asked.latest, '') desc, asked.id, steps.event_date, step_types.sort, steps.id
