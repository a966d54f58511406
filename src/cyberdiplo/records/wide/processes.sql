-- title: Processes, with the labels of what they refer to
-- titre: Les processus, avec les libellés de ce à quoi ils renvoient
-- column type: processes.type
-- column status: processes.status
-- languages: both
select
  processes.id, -- Id of the process.
  processes.acronym_fr, -- Acronym in French.
  processes.acronym_en, -- Acronym in English.
  processes.name_fr, -- Name in French.
  processes.name_en, -- Name in English.
  processes.type, -- What sort of track.
  processes.status, -- Whether it is under way.
  processes.start_date, -- (date) Since when.
  processes.end_date, -- (date) Until when.
  processes.seats, -- (integer) How many members it has, where that is limited.
  processes.forum_id, -- The forum under which it runs.
  forums.name_fr as forum_fr, -- That forum, in French.
  forums.name_en as forum_en, -- That forum, in English.
  processes.parent_id, -- The wider process it belongs to.
  above.name_fr as parent_fr, -- That process, in French.
  above.name_en as parent_en, -- That process, in English.
  processes.mandate_id, -- The resolution or decision that gives its mandate.
  (
    select symbol from symbols where record_id = processes.mandate_id
  ) as mandate_symbol, -- The symbol of that resolution or decision.
  measures.name_fr as mandate_fr, -- That resolution or decision, in French.
  measures.name_en as mandate_en, -- That resolution or decision, in English.
  results.chair_fr as chairs_fr, -- Who chairs or chaired it, in French.
  results.chair_en as chairs_en, -- Who chairs or chaired it, in English.
  processes.outcome_fr, -- What came of it, in French.
  processes.outcome_en -- What came of it, in English.
from processes
join process_results as results on results.process_id = processes.id
left join forums on forums.id = processes.forum_id
left join processes as above on above.id = processes.parent_id
left join measures on measures.id = processes.mandate_id
