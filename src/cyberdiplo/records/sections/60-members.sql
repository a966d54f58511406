-- title: Members
-- titre: Membres
-- kinds: organisation, forum, process, measure, country
-- words: member, membre, parties, signataires, signatories, membership
-- column role: memberships.role
select coalesce(countries.name_fr, organisations.name_fr) as name, memberships.role, memberships.start_date,
  memberships.end_date, memberships.attested_on
from memberships
left join countries on countries.id = memberships.member_id
left join organisations on organisations.id = memberships.member_id
where memberships.group_id = :id
order by memberships.role, name nulls first
