-- title: Whose statement
-- titre: De qui
-- kinds: statement
-- words: voice, speakers, who, voix, orateurs, qui, auteurs
-- column role: participations.role
-- column capacity: participations.capacity
select name_fr as name, role, capacity, position_fr as position, organisation_fr as organisation, country_fr as country
from voices
where statement_id = :id
order by place, participation_id
