-- title: Parts
-- titre: Composantes
-- kinds: organisation, measure, process, meeting
-- column kind: records.kind
-- words: part, composante, parties, annexes
select id, kind, name from (
  select id, kind, name_fr as name from organisations where parent_id = :id
  union all select id, kind, name_fr from measures where parent_id = :id
  union all select id, kind, name_fr from processes where parent_id = :id
  union all select id, kind, name_fr from meetings where parent_id = :id
) as parts
order by id
