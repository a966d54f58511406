-- title: Forums
-- titre: Enceintes
-- kinds: organisation, forum
-- column type: forums.type
select id, acronym_fr as acronym, name_fr as name, type from forums
where organisation_id = :id or parent_id = :id
order by id
