-- title: Statements, as Popolo speeches: one a speaker, for a speech has one only
select
  statements.id as "_record",
  statements.id || case when link.sort > 1 then '-' || link.sort else '' end as id,
  participations.speaker_id as creator_id,
  participations.role,
  coalesce(
    statements.attribution_text_fr, participations.name_as_recorded, organisations.name_fr, countries.name_fr
  ) as attribution_text,
  statements.summary_fr as text,
  statements.type,
  statements.sort as position,
  statements.meeting_id as event_id
from statements
left join statement_participations as link on link.statement_id = statements.id
left join participations on participations.id = link.participation_id
left join organisations on organisations.id = participations.organisation_id
left join countries on countries.id = participations.country_id
order by statements.id, link.sort
