-- title: Member of
-- titre: Membre de
-- kinds: country, organisation
-- column role: memberships.role
select labels.name_fr as name, memberships.role, memberships.start_date, memberships.end_date, memberships.attested_on
from memberships join labels on labels.id = memberships.group_id
where memberships.member_id = :id
order by labels.name_fr
