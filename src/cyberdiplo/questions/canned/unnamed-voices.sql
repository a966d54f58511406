-- title: Voices without a name: what "several speakers" or a text said, and who took part unnamed
-- titre: Les voix sans nom : ce qu'ont dit « plusieurs orateurs » ou un texte, et qui a participé sans être nommé
-- param forum: forum    only in this forum, and those under it | seulement dans cette enceinte et celles qui en dépendent
-- param kind: records.kind    only statement or participation | seulement statement ou participation
-- column kind: records.kind
-- column how: statements.attribution, participations.role
-- main: kind, how, who, summary, locator
-- example: query run unnamed-voices --forum OTC
select
  voices.kind,
  voices.how,
  voices.who_fr as who,
  (select coalesce(acronym_fr, name_fr) from forums where forums.id = voices.forum_id) as forum,
  voices.summary_fr as summary,
  (select source_id from citations where record_id = voices.id order by field, source_id, locator limit 1) as source,
  (select locator from citations where record_id = voices.id order by field, source_id, locator limit 1) as locator,
  voices.id
from (
  select
    'statement' as kind,
    statements.attribution as how,
    statements.attribution_text_fr as who_fr,
    coalesce(statements.forum_id, meetings.forum_id, processes.forum_id) as forum_id,
    statements.summary_fr,
    statements.id
  from statements
  left join meetings on meetings.id = statements.meeting_id
  left join processes on processes.id = coalesce(statements.process_id, meetings.process_id)
  where statements.attribution in ('collective', 'document', 'press')
    and (statements.forum_id in (:forum) or statements.meeting_id in (select id from meetings where forum_id in (:forum) or process_id in (select id from processes where forum_id in (:forum))) or statements.process_id in (select id from processes where forum_id in (:forum)))
  union all
  select
    'participation',
    participations.role,
    coalesce(participations.name_as_recorded, organisations.name_fr, countries.name_fr),
    coalesce(meetings.forum_id, processes.forum_id),
    coalesce(meetings.name_fr, processes.name_fr),
    participations.id
  from participations
  left join meetings on meetings.id = participations.meeting_id
  left join processes on processes.id = coalesce(participations.process_id, meetings.process_id)
  left join organisations on organisations.id = participations.organisation_id
  left join countries on countries.id = participations.country_id
  where participations.speaker_id is null
    and (participations.meeting_id in (select id from meetings where forum_id in (:forum) or process_id in (select id from processes where forum_id in (:forum))) or participations.process_id in (select id from processes where forum_id in (:forum)))
) as voices
where 1 = 1
  and voices.kind in (:kind)
order by voices.kind desc, coalesce(voices.forum_id, ''), voices.how, voices.id
