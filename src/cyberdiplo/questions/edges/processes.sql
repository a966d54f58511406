-- Who chairs, proposes, supports or is a member of a process, which text gives it its mandate, how it stands to others.
with links as (
  select processes.mandate_id as doer_id, processes.id as target_id, 'mandates' as kind, processes.start_date as date,
    processes.id as record
  from processes where processes.id in (:ids)
  union all
  select coalesce(participants.speaker_id, participants.organisation_id, participants.country_id),
    participants.process_id, participants.role, processes.start_date, participants.participation_id
  from participants join processes on processes.id = participants.process_id
  where participants.process_id in (:ids)
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
