-- title: For and against
-- titre: Pour et contre
-- kinds: any
-- column stance: statements.stance
select statements.stance, coalesce((select group_concat(name, '; ') from (select coalesce(trim(coalesce(speakers.given_name, '') || ' ' || speakers.family_name), organisations.name_fr, countries.name_fr, participations.name_as_recorded) as name from statement_participations as voice join participations on participations.id = voice.participation_id left join speakers on speakers.id = participations.speaker_id left join organisations on organisations.id = participations.organisation_id left join countries on countries.id = participations.country_id where voice.statement_id = statements.id order by voice.sort, participations.id) as voices), statements.attribution_text_fr) as speakers, statements.summary_fr as summary,
  (select source_id from citations where record_id = statements.id order by field, source_id, locator limit 1) as source,
  (select locator from citations where record_id = statements.id order by field, source_id, locator limit 1) as locator
from statements
where statements.stance_target_id = :id
order by statements.stance nulls first, statements.id
