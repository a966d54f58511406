-- title: Which processes and resolutions succeed, rival or replace each other
-- titre: Quels processus et résolutions se succèdent, se concurrencent ou se remplacent
-- param record: record    only those that touch this process or measure
-- | seulement ce qui touche ce processus ou cette mesure
-- column relation: relations.predicate
-- main: subject, relation, object, start_date
-- tells: subject, relation, object
-- example: query run rival-processes --record OEWG
select
  (select coalesce(acronym_fr, name_fr) from labels where labels.id = relations.subject_id) as subject,
  relations.predicate as relation,
  (select coalesce(acronym_fr, name_fr) from labels where labels.id = relations.object_id) as object,
  relations.start_date,
  relations.attested_on,
  relations.subject_id,
  relations.object_id
from relations
join records on records.id = relations.subject_id
where records.kind in ('process', 'measure')
  and relations.predicate in ('succeeds', 'competes_with', 'proposed_to_replace', 'builds_on', 'establishes', 'extends')
  and (relations.subject_id in (:record) or relations.object_id in (:record))
order by relations.predicate, relations.subject_id, relations.object_id
