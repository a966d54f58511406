-- title: What was said, with its side, its topics and its place
-- titre: Ce qui a été dit, avec son camp, ses thèmes et son endroit
-- column support: citations.support
-- column confidence: citations.confidence
select
  said.statement_id as id,
  case
    when said.attribution = 'collective' then coalesce(said.attribution_text_fr, said.who_fr) else said.who_fr
  end as who,
  (
    select group_concat(country_fr, '; ')
    from (
      select distinct voices.country_fr from voices
      where voices.statement_id = said.statement_id
        and voices.country_fr is not null and voices.country_fr <> voices.name_fr
      order by voices.country_fr
    ) as countries_named
  ) as country,
  said.date,
  said.type,
  said.stance,
  (
    select coalesce(acronym_fr, name_fr) from labels where labels.id = said.stance_target_id
  ) as target,
  said.summary_fr as summary,
  (
    select group_concat(area, '; ')
    from (
      select distinct coalesce(topics.parent_id, topics.id) as area
      from record_topics join topics on topics.id = record_topics.topic_id
      where record_topics.record_id = said.statement_id
      order by 1
    ) as areas_named
  ) as areas,
  place.source_id,
  place.locator,
  place.anchor,
  place.url,
  place.support,
  place.confidence
from (
{scope}
) as scoped
join said on said.statement_id = scoped.id
left join first_citations as place on place.record_id = scoped.id
order by coalesce(said.date, ''), coalesce(said.meeting_id, ''), coalesce(place.source_id, ''), said.sort,
  said.statement_id
