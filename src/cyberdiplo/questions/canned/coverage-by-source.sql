-- title: What each source yields: statements, people, measures, figures, votes, and how sure
-- titre: Ce que donne chaque source : déclarations, personnes, mesures, chiffres, votes, et avec quelle certitude
-- param source: source    only this source | seulement cette source
-- param type: sources.type    only sources of this type | seulement les sources de ce type
-- column type: sources.type
-- main: source, statements, speakers, measures, figures, votes, medium
-- example: query run coverage-by-source --type report
select
  sources.id as source,
  sources.type,
  sources.published,
  count(distinct case when records.kind = 'statement' then records.id end) as statements,
  count(distinct case when records.kind = 'speaker' then records.id end) as speakers,
  count(distinct case when records.kind = 'participation' then records.id end) as participations,
  count(distinct case when records.kind = 'organisation' then records.id end) as organisations,
  count(distinct case when records.kind = 'meeting' then records.id end) as meetings,
  count(distinct case when records.kind in ('measure', 'measure_event') then records.id end) as measures,
  count(distinct case when records.kind = 'figure' then records.id end) as figures,
  (
    select count(*)
    from (
      select distinct votes.roll_call_id, votes.country_id
      from citations as cited
      join votes on votes.roll_call_id = cited.record_id and cited.field in ('', votes.country_id)
      where cited.source_id = sources.id
    ) as ballots
  ) as votes,
  count(distinct case when records.kind = 'membership' then records.id end) as memberships,
  count(distinct records.id) as records,
  count(distinct case when citations.confidence = 'medium' then records.id end) as medium
from sources
left join citations on citations.source_id = sources.id
left join records on records.id = citations.record_id
where 1 = 1
  and sources.id in (:source)
  and sources.type in (:type)
group by sources.id, sources.type, sources.published
order by sources.id
