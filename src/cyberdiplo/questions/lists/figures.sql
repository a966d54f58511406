-- title: Numbers that somebody stated, with their caution
-- titre: Les chiffres avancés, avec leurs réserves
-- param forum: forum    only in this forum, and those under it | seulement dans cette enceinte et celles qui en dépendent
-- param meeting: meeting    only at this meeting | seulement à cette réunion
-- param unit: figures.unit    only in this unit | seulement dans cette unité
-- param topic: topic    only about this topic | seulement sur ce thème
-- column comparator: figures.comparator
-- column unit: figures.unit
-- main: label, comparator, value, unit, stated_by
-- example: figures --forum OTC
-- example: figures --unit usd
select
  figures.id,
  figures.label_fr as label,
  figures.comparator,
  figures.value,
  figures.value_max,
  figures.unit,
  figures.as_of,
  coalesce(
    (select coalesce(acronym_fr, name_fr) from labels where labels.id = figures.attributed_to_id),
    (
      select group_concat(name, '; ')
      from (
        select coalesce(
          trim(coalesce(speakers.given_name, '') || ' ' || speakers.family_name), organisations.name_fr, countries.name_fr
        ) as name
        from statement_participations as link
        join participations on participations.id = link.participation_id
        left join speakers on speakers.id = participations.speaker_id
        left join organisations on organisations.id = participations.organisation_id
        left join countries on countries.id = participations.country_id
        where link.statement_id = figures.statement_id
        order by link.sort, link.participation_id
      ) as voices
    ),
    statements.attribution_text_fr,
    (
      select sources.title from citations join sources on sources.id = citations.source_id
      where citations.record_id = figures.id order by citations.field, citations.source_id limit 1
    )
  ) as stated_by,
  (select source_id from citations where record_id = figures.id order by field, source_id, locator limit 1) as source,
  (select locator from citations where record_id = figures.id order by field, source_id, locator limit 1) as locator
from figures
left join statements on statements.id = figures.statement_id
where 1 = 1
  and (statements.meeting_id in (select id from meetings where forum_id in (:forum) or process_id in (select id from processes where forum_id in (:forum))) or statements.process_id in (select id from processes where forum_id in (:forum)) or figures.subject_id in (select id from processes where forum_id in (:forum)) or figures.subject_id in (:forum))
  and statements.meeting_id in (:meeting)
  and figures.unit in (:unit)
  and (figures.id in (select record_id from record_topics where topic_id in (:topic)) or figures.statement_id in (select record_id from record_topics where topic_id in (:topic)))
order by figures.id
