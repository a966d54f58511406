-- title: Figures with their caution: about or at least, as of when, of what, by whose estimate
-- titre: Les chiffres et leurs réserves : environ ou au moins, à quelle date, de quoi, selon qui
-- param unit: figures.unit    only in this unit | seulement dans cette unité
-- param source: source    only from this source | seulement de cette source
-- column comparator: figures.comparator
-- column unit: figures.unit
-- main: label, comparator, value, unit, as_of, stated_by
-- example: query run figures-with-caution --unit usd
select
  figures.id,
  figures.label_fr as label,
  figures.comparator,
  figures.value,
  figures.value_max,
  figures.unit,
  whole.label_fr as percent_of,
  coalesce(figures.as_of, figures.period_end) as as_of,
  coalesce(
    (select coalesce(acronym_fr, name_fr) from labels where labels.id = figures.attributed_to_id),
    coalesce(
      (
        select group_concat(name, '; ')
        from (
          select coalesce(
            trim(coalesce(speakers.given_name, '') || ' ' || speakers.family_name), organisations.name_fr, countries.name_fr,
            participations.name_as_recorded
          ) as name
          from statement_participations as link
          join participations on participations.id = link.participation_id
          left join speakers on speakers.id = participations.speaker_id
          left join organisations on organisations.id = participations.organisation_id
          left join countries on countries.id = participations.country_id
          where link.statement_id = statements.id
          order by link.sort, link.participation_id
        ) as voices
      ),
      statements.attribution_text_fr
    )
  ) as stated_by,
  (select source_id from citations where record_id = figures.id order by field, source_id, locator limit 1) as source,
  (select locator from citations where record_id = figures.id order by field, source_id, locator limit 1) as locator
from figures
left join figures as whole on whole.id = figures.of_figure_id
left join statements on statements.id = figures.statement_id
where 1 = 1
  and figures.unit in (:unit)
  and figures.id in (select record_id from citations where source_id in (:source))
order by figures.id
