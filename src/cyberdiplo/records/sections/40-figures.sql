-- title: Figures
-- titre: Chiffres
-- kinds: any
-- words: figure, numbers, chiffre, nombres, statistiques
-- main: label, comparator, value, value_max, unit, as_of
-- below: id
-- column comparator: figures.comparator
-- column unit: figures.unit
select label_fr as label, comparator, value, value_max, unit, as_of, id from figures
where statement_id = :id or subject_id = :id or attributed_to_id = :id
  or statement_id in (select id from statements where meeting_id = :id)
  or statement_id in (select statement_id from statement_forums where forum_id = :id)
  or statement_id in (select statement_id from statement_processes where process_id = :id)
order by id
