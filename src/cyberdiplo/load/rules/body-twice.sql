-- level: check
-- says: {detail}
-- hint: one thing has one id; if they are two, give each a row in names.csv with this name and weak 1.
select one.kind, one.id, 'id', other.id || ' has the same name, ' || mine.name
from labels one
join name_index mine on mine.record_id = one.id and mine.weak = 0 and mine.name in (one.name_fr, one.name_en)
join name_index theirs on theirs.norm = mine.norm and theirs.kind = one.kind and theirs.record_id < one.id
join labels other on other.id = theirs.record_id and theirs.name in (other.name_fr, other.name_en)
where one.kind in ('country', 'organisation', 'forum', 'process', 'measure', 'topic')
  and not exists (
    select 1 from name_index said join name_index too on too.norm = said.norm and too.weak = 1
    where said.norm = mine.norm and said.weak = 1 and said.record_id = one.id and too.record_id = other.id
  )
  and not exists ( -- resolutions of different years may have one title
    select 1 from identifiers symbol join identifiers another on another.scheme = symbol.scheme
    where symbol.record_id = one.id and another.record_id = other.id and another.value <> symbol.value
  )
group by one.id, other.id
