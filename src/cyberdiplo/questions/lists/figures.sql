-- title: Numbers that somebody stated, with their caution
-- titre: Les chiffres avancés, avec leurs réserves
-- param forum: forum    only in this forum, and those under it
-- | seulement dans cette enceinte et celles qui en dépendent
-- param meeting: meeting    only at this meeting and those within it
-- | seulement à cette réunion et à celles qu'elle comprend
-- param country: country    only said by, or about, this country
-- | seulement énoncés par ce pays ou à son sujet
-- param unit: figures.unit    only in this unit | seulement dans cette unité
-- param topic: topic    only about this topic | seulement sur ce thème
-- column comparator: figures.comparator
-- column unit: figures.unit
-- array stated_by_list: figure_authorities
-- main: label, comparator, value, unit, as_of, stated_by
-- below: id
-- example: figures --forum OTC
-- example: figures --unit usd
-- example: figures --country China
-- next: show fig-otc-2023-concerns
-- next: cite fig-otc-2023-concerns
-- next: query run figures-with-caution
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
    (select said.who_fr from said where said.statement_id = figures.statement_id),
    sources.title
  ) as stated_by,
  -- if :ids
  figures.id as stated_by_list,
  -- end
  place.source_id as source,
  place.locator,
  coalesce(place.url, sources.url) as url
from figures
left join statements on statements.id = figures.statement_id
left join first_citations as place on place.record_id = figures.id
left join sources on sources.id = place.source_id
where 1 = 1
  -- if :forum
  and (
    statements.forum_id in (select place_id from place_forums where forum_id in (:forum))
    or statements.meeting_id in (select place_id from place_forums where forum_id in (:forum))
    or statements.process_id in (select place_id from place_forums where forum_id in (:forum))
    or statements.measure_id in (select place_id from place_forums where forum_id in (:forum))
    or figures.subject_id in (select id from processes where forum_id in (:forum))
    or figures.subject_id in (:forum)
  )
  -- end
  and statements.meeting_id in (:meeting)
  -- if :country
  and (
    figures.subject_id in (:country)
    or figures.attributed_to_id in (:country)
    or figures.statement_id in (select statement_id from statement_links where record_id in (:country))
  )
  -- end
  and figures.unit in (:unit)
  and figures.load_id in (:folder)
  -- if :topic
  and (
    figures.id in (select record_id from record_topics where topic_id in (:topic))
    or figures.statement_id in (select record_id from record_topics where topic_id in (:topic))
  )
  -- end
order by figures.id
