-- title: What was said
-- titre: Ce qui a été dit
-- kinds: speaker
-- column attribution: statements.attribution
select statements.id, statements.attribution,
  (select group_concat(name, '; ') from (select coalesce(trim(coalesce(speakers.given_name, '') || ' ' || speakers.family_name), organisations.name_fr, countries.name_fr, participations.name_as_recorded) as name from statement_participations as voice join participations on participations.id = voice.participation_id left join speakers on speakers.id = participations.speaker_id left join organisations on organisations.id = participations.organisation_id left join countries on countries.id = participations.country_id where voice.statement_id = statements.id order by voice.sort, participations.id) as voices) as speakers,
  statements.summary_fr as summary,
  (select source_id from citations where record_id = statements.id order by field, source_id, locator limit 1) as source,
  (select locator from citations where record_id = statements.id order by field, source_id, locator limit 1) as locator
from statements join statement_participations as link on link.statement_id = statements.id
join participations as part on part.id = link.participation_id
where part.speaker_id = :id
order by statements.sort, statements.id
