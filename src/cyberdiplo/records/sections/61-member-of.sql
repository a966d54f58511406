-- title: Member of
-- titre: Membre de
-- kinds: country, organisation
-- words: memberships, membership, groups, appartenances, groupes
-- column role: memberships.role
select
  (select name_fr from labels where labels.id = memberships.group_id) as name,
  memberships.role, memberships.start_date, memberships.end_date, memberships.attested_on
from memberships
where memberships.member_id = :id
order by 1, memberships.group_id
