-- title: Narrower terms
-- titre: Termes plus précis
-- kinds: topic
-- words: narrower topics, sous-thèmes, thèmes plus précis
select id, name_fr as name from topics where parent_id = :id
order by sort
