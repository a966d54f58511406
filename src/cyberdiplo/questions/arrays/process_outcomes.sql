-- What came of the process: the texts; an outcome that is told in words is none.
select relations.object_id, outcomes.id, outcomes.name_fr as name
from relations
join measures as outcomes on outcomes.id = relations.subject_id
where relations.predicate = 'outcome_of' and relations.object_id in (:ids)
order by relations.object_id, outcomes.id
