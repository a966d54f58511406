-- title: Other names
-- titre: Autres noms
-- kinds: any
-- column type: names.type
select name, lang, type from names where record_id = :id
order by type, lang, name
