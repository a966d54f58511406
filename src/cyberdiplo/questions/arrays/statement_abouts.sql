-- Of what it speaks: records of any kind.
select
  statement_abouts.statement_id,
  statement_abouts.about_id as id,
  records.kind,
  (select coalesce(acronym_fr, name_fr) from labels where labels.id = statement_abouts.about_id) as name
from statement_abouts
join records on records.id = statement_abouts.about_id
where statement_abouts.statement_id in (:ids)
order by statement_abouts.statement_id, statement_abouts.about_id
