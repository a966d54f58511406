-- title: Voices without a name: what "several speakers" or a text said, and who took part unnamed
-- titre: Les voix sans nom : ce qu'ont dit « plusieurs orateurs » ou un texte, et qui a participé sans être nommé
-- param forum: forum    only in this forum, and those under it
-- | seulement dans cette enceinte et celles qui en dépendent
-- param kind: records.kind    only statement or participation | seulement statement ou participation
-- column kind: records.kind
-- column how: statements.attribution, participations.role
-- main: date, who, id, how, kind, forum, locator
-- below: summary, id
-- example: query run unnamed-voices --forum OTC
select
  unnamed.date,
  unnamed.kind,
  unnamed.how,
  unnamed.who_fr as who,
  (select coalesce(acronym_fr, name_fr) from forums where forums.id = unnamed.forum_id) as forum,
  unnamed.summary_fr as summary,
  place.source_id as source,
  place.locator,
  unnamed.id
from (
  select
    said.date,
    'statement' as kind,
    statements.attribution as how,
    coalesce(statements.attribution_text_fr, said.who_fr) as who_fr,
    said.forum_id,
    statements.summary_fr,
    statements.id
  from statements
  join said on said.statement_id = statements.id
  where statements.attribution in ('collective', 'document', 'press')
    and statements.id in (select statement_id from statement_forums where forum_id in (:forum))
  union all
  select
    homes.date,
    'participation',
    participations.role,
    coalesce(participations.name_as_recorded, organisations.name_fr, countries.name_fr),
    homes.forum_id,
    homes.name_fr,
    participations.id
  from participations
  join participation_homes as homes on homes.participation_id = participations.id
  left join organisations on organisations.id = participations.organisation_id
  left join countries on countries.id = participations.country_id
  where participations.speaker_id is null
    and participations.id in (select participation_id from participation_forums where forum_id in (:forum))
) as unnamed
left join first_citations as place on place.record_id = unnamed.id
where 1 = 1
  and unnamed.kind in (:kind)
order by unnamed.kind desc, coalesce(unnamed.date, ''), coalesce(unnamed.forum_id, ''), unnamed.how, unnamed.id
