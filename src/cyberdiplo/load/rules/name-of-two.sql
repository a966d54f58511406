-- level: check
-- says: {detail}
-- hint: set weak to 1, so that the name finds this record only where its kind is known; or take the name away.
select 'names', names.record_id || '|' || names.lang || '|' || names.type || '|' || names.name, 'name',
  '''' || names.name || ''' is also a name of ' || group_concat(distinct theirs.record_id)
from names
join name_index mine on mine.record_id = names.record_id and mine.name = names.name and mine.weak = 0
join name_index theirs on theirs.norm = mine.norm and theirs.record_id <> mine.record_id and theirs.weak = 0
left join countries on countries.id = theirs.record_id
left join speakers on speakers.id = theirs.record_id
where names.weak = 0
  and theirs.name <> coalesce(countries.alpha2, '')
  and theirs.name <> coalesce(speakers.family_name, '')
group by names.record_id, names.lang, names.type, names.name
