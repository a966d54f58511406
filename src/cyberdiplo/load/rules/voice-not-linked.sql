-- level: check
-- says: {detail}
-- hint: add the participation to statement_participations.csv; or change the text.
select 'statements', statements.id, 'attribution_text_en',
  'it names ' || countries.id || ', which took part (' || participations.id || ') and is no voice of it'
from statements
join participations on participations.meeting_id = statements.meeting_id and participations.speaker_id is null
join countries on countries.id = participations.country_id
where statements.attribution in ('collective', 'joint')
  and instr(statements.attribution_text_en, countries.name_en) > 0
  and not exists (
    select 1 from statement_participations as link
    join participations voice on voice.id = link.participation_id
    where link.statement_id = statements.id and voice.country_id = countries.id
  )
