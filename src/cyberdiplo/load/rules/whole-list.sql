-- level: check
-- says: {detail}
-- hint: add or end the memberships that differ; or set whole to 0 where the list is held in part.
select 'rosters', rosters.record_id || '|' || rosters.list || '|' || rosters.as_of, 'total',
  rosters.total || ' by the source, but ' || counted.number || ' are on record'
from rosters
join (
  select rosters.record_id, rosters.list, rosters.as_of, count(distinct memberships_dated.member_id) as number
  from rosters
  left join memberships_dated on memberships_dated.group_id = rosters.record_id
    and memberships_dated.role = case rosters.list
      when 'members' then 'member' when 'observers' then 'observer' when 'parties' then 'party'
      when 'signatories' then 'signatory' when 'participants' then 'participant'
    end
    and coalesce(memberships_dated.last_seen, memberships_dated.since) <= rosters.as_of || '-99'
    and memberships_dated.until > rosters.as_of || '-99'
  where rosters.whole = 1
  group by rosters.record_id, rosters.list, rosters.as_of
) counted on counted.record_id = rosters.record_id and counted.list = rosters.list and counted.as_of = rosters.as_of
where rosters.list in ('members', 'observers', 'parties', 'signatories', 'participants')
  and counted.number <> rosters.total
