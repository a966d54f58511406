-- title: Relations
-- titre: Relations
-- kinds: any
-- words: relation, links, liens
-- column relation: relations.predicate
select
  (select coalesce(acronym_fr, name_fr) from labels where labels.id = relations.subject_id) as subject,
  relations.predicate as relation,
  (select coalesce(acronym_fr, name_fr) from labels where labels.id = relations.object_id) as object,
  relations.start_date, relations.attested_on
from relations
where relations.subject_id = :id or relations.object_id = :id
order by relations.predicate, subject nulls first, object nulls first
