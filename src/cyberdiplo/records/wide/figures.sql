-- title: Figures, with their caution and where they are written
-- titre: Les chiffres, avec leurs réserves et l'endroit où ils sont écrits
-- column comparator: figures.comparator
-- column unit: figures.unit
-- languages: both
select
  figures.id, -- Id of the figure.
  figures.label_fr, -- What is counted, in French.
  figures.label_en, -- What is counted, in English.
  figures.comparator, -- How cautiously it is stated.
  figures.value, -- (number) The value in full magnitude.
  figures.value_max, -- (number) The upper end of a range.
  figures.unit, -- What it is counted in.
  figures.period_start, -- (date) First day of the period counted.
  figures.period_end, -- (date) Last day of the period counted.
  figures.as_of, -- (date) The day for which it is stated.
  figures.statement_id, -- The statement that gives it.
  figures.subject_id, -- What it is a number of.
  figures.of_figure_id, -- The figure of which this is a share.
  figures.attributed_to_id, -- Whose estimate it is, where the source says so.
  names.name_fr as attributed_to_fr, -- That body, in French.
  names.name_en as attributed_to_en, -- That body, in English.
  place.source_id, -- The document in which it is written.
  place.locator, -- At which place of it.
  place.anchor -- A few words that occur once at that place.
from figures
left join labels as names on names.id = figures.attributed_to_id
left join first_citations as place on place.record_id = figures.id
