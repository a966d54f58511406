-- level: error
-- says: {detail}
-- hint: look whether the right record is named.
select 'measures', measures.id, 'issuer_id', 'a ' || records.kind || ' cannot issue a measure'
from measures join records on records.id = measures.issuer_id
where records.kind not in ('organisation', 'forum', 'process', 'country', 'meeting', 'speaker')
union all
select 'memberships', memberships.id, 'member_id', 'a ' || records.kind || ' cannot be a member'
from memberships join records on records.id = memberships.member_id
where records.kind not in ('country', 'organisation')
union all
select 'memberships', memberships.id, 'group_id', 'a ' || records.kind || ' has no members'
from memberships join records on records.id = memberships.group_id
where records.kind not in ('forum', 'organisation', 'process', 'measure', 'country')
union all
select 'figures', figures.id, 'attributed_to_id', 'a ' || records.kind || ' estimates nothing'
from figures join records on records.id = figures.attributed_to_id
where records.kind not in ('organisation', 'forum', 'process', 'country', 'speaker')
union all
select 'sources', sources.id, 'author_id', 'a ' || records.kind || ' writes nothing'
from sources join records on records.id = sources.author_id
where records.kind not in ('speaker', 'organisation', 'country')
