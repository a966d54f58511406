-- title: Measures
-- titre: Mesures
-- kinds: organisation, forum, process, country
-- column type: measures.type
-- column status: measures.status
select id, name_fr as name, type, status from measures
where issuer_id = :id or process_id = :id or country_id = :id
order by id
