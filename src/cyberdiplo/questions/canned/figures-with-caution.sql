-- title: Figures with their caution: about or at least, as of when, of what, by whose estimate
-- titre: Les chiffres et leurs réserves : environ ou au moins, à quelle date, de quoi, selon qui
-- param unit: figures.unit    only in this unit | seulement dans cette unité
-- param source: source    only from this source | seulement de cette source
-- column comparator: figures.comparator
-- column unit: figures.unit
-- main: label, comparator, value, unit, as_of, stated_by
-- below: id
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
    (select said.who_fr from said where said.statement_id = figures.statement_id)
  ) as stated_by,
  place.source_id as source,
  place.locator
from figures
left join figures as whole on whole.id = figures.of_figure_id
left join first_citations as place on place.record_id = figures.id
where 1 = 1
  and figures.unit in (:unit)
  and figures.id in (select record_id from citations where source_id in (:source))
order by figures.id
