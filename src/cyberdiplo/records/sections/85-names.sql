-- title: Other names
-- titre: Autres noms
-- kinds: any
-- words: name, aliases, acronyms, nom, noms, alias, sigles
-- column type: names.type
-- column lang: languages
select name, lang, type from names where record_id = :id and (type <> 'term' or weak = 0)
order by type, lang, name
