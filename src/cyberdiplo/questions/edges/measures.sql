-- Who issues, introduces, signs or has adopted a text, and how it stands to other texts, processes and forums.
with links as (
  select measures.issuer_id as doer_id, measures.id as target_id, 'issues' as kind, null as date, measures.id as record
  from measures where measures.id in (:ids)
  union all
  select country_id, measure_id, type, event_date, id from measure_events where measure_id in (:ids)
  union all
  select subject_id, object_id, predicate, coalesce(start_date, attested_on), id
  from relations where subject_id in (:ids) or object_id in (:ids)
  union all
  select member_id, group_id, role, coalesce(start_date, attested_on), id from memberships where group_id in (:ids)
)
select links.doer_id as source, links.target_id as target, links.kind, links.date,
  place.source_id, place.locator, links.record
from links
left join first_citations as place on place.record_id = links.record
where links.doer_id is not null and links.doer_id <> links.target_id
order by links.target_id, links.doer_id, links.kind, coalesce(links.date, ''), links.record
