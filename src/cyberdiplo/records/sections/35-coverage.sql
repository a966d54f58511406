-- title: What came from where
-- titre: Ce qui vient d'où
-- kinds: source
-- words: yield, couverture
-- places: locator
select citations.locator,
  count(distinct case when records.kind = 'statement' then records.id end) as statements,
  count(distinct coalesce(speakers.id, affiliations.speaker_id, participations.speaker_id)) as people,
  count(distinct coalesce(measures.id, measure_events.measure_id)) as measures,
  count(distinct case when records.kind = 'figure' then records.id end) as figures,
  count(distinct case
    when records.kind not in ('statement', 'figure', 'speaker', 'affiliation', 'measure', 'measure_event')
      and participations.speaker_id is null then records.id
  end) as others
from citations
join records on records.id = citations.record_id
left join speakers on speakers.id = records.id
left join affiliations on affiliations.id = records.id
left join participations on participations.id = records.id
left join measures on measures.id = records.id
left join measure_events on measure_events.id = records.id
where citations.source_id = :id
group by citations.locator
