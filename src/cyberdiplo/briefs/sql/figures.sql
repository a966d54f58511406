-- title: The figures that the brief is about, with their caution
-- titre: Les chiffres sur lesquels porte la note, avec leurs réserves
-- param process: process    only said in this process or about it | seulement dans ce processus ou à son sujet
-- param measure: measure    only said by or about this measure | seulement de cette mesure ou à son sujet
-- param country: country    only said by or about this country | seulement de ce pays ou à son sujet
-- param group: group    only said by this group or its members, or about it
-- | seulement de ce groupe ou de ses membres, ou à son sujet
-- param from: date    only from this date on | seulement à partir de cette date
-- param to: date    only up to this date | seulement jusqu'à cette date
-- column comparator: figures.comparator
-- column unit: figures.unit
-- column support: citations.support
-- column confidence: citations.confidence
select
  asked.id,
  asked.label,
  asked.comparator,
  asked.value,
  asked.value_max,
  asked.unit,
  coalesce(asked.as_of, figures.period_end) as as_of,
  whole.label_fr as percent_of,
  asked.stated_by,
  place.source_id,
  place.locator,
  place.anchor,
  place.url,
  place.support,
  place.confidence
from (
{lists/figures}
) as asked
join figures on figures.id = asked.id
left join figures as whole on whole.id = figures.of_figure_id
left join statements on statements.id = figures.statement_id
left join first_citations as place on place.record_id = asked.id
left join (
{scope}
) as scoped on scoped.id = figures.statement_id
where 1 = 1
  and (scoped.id is not null or figures.subject_id in (:process))
  and (scoped.id is not null or figures.subject_id in (:measure))
  and (scoped.id is not null or figures.subject_id in (:country) or figures.attributed_to_id in (:country))
  and (scoped.id is not null or figures.subject_id in (:group) or figures.attributed_to_id in (:group))
  and (scoped.id is not null or asked.as_of || '-01-01' >= :from)
  and (scoped.id is not null or asked.as_of || '-99' <= :to || '-99')
order by coalesce(statements.sort, 0), coalesce(place.source_id, ''), asked.id
