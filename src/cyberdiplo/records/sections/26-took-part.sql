-- title: Who took part
-- titre: Qui a participé
-- kinds: meeting, process
-- words: participants, participations, speakers, people, who, orateurs, intervenants, personnes, qui
-- main: name, country, role, capacity
-- column role: participations.role
-- column capacity: participations.capacity
select role, name_fr as name, capacity, organisation_fr as organisation, country_fr as country
from participants
where meeting_id = :id or process_id = :id
order by role = 'participant', role, sort nulls first, participation_id
