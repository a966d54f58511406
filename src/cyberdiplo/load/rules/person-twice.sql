-- level: check
-- says: {detail}
-- hint: one person has one id; if they are two people, give each a row in names.csv with this name and weak 1.
select 'speakers', one.id, 'id', other.id || ' has the same name, ' || mine.name
from speakers one
join name_index mine on mine.record_id = one.id and mine.weak = 0
  and mine.name = (select name from speaker_names where speaker_id = one.id)
join name_index theirs on theirs.norm = mine.norm and theirs.kind = 'speaker' and theirs.record_id <> one.id
join speakers other on other.id = theirs.record_id
where (theirs.name <> other.family_name or other.given_name is null)
  and theirs.weak = 0
  and (one.id > other.id or theirs.name <> (select name from speaker_names where speaker_id = other.id))
  and not exists (
    select 1 from name_index said join name_index too on too.norm = said.norm and too.weak = 1
    where said.norm = mine.norm and said.weak = 1 and said.record_id = one.id and too.record_id = other.id
  )
group by one.id, other.id
