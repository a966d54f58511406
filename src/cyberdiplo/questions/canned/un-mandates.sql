-- title: The succession of mandates at the United Nations, with chair, size and outcome
-- titre: La succession des mandats aux Nations unies : présidence, taille et résultat
-- description: Size is the number of seats that the mandate gives (none: open to all States);
-- | La taille est le nombre de sièges que donne le mandat (aucun : ouvert à tous les États) ;
-- description: members are those seen on record. | les membres sont ceux que l'on a relevés.
-- param forum: forum    another forum than the General Assembly | une autre enceinte que l'Assemblée générale = un
-- param status: processes.status    only with this status | seulement avec ce statut
-- column status: processes.status
-- main: start_date, name, mandate, chair, seats, end_date, outcome
-- below: outcome
-- example: query run un-mandates --lang fr
select
  processes.start_date,
  processes.end_date,
  processes.acronym_fr as acronym,
  processes.name_fr as name,
  coalesce(
    (select symbol from symbols where record_id = processes.mandate_id),
    (select name_fr from measures where id = processes.mandate_id)
  ) as mandate,
  results.chair_fr as chair,
  processes.seats,
  (select nullif(count(*), 0) from memberships where group_id = processes.id and role = 'member') as members_known,
  processes.status,
  results.outcome_fr as outcome,
  (
    select group_concat(name, '; ')
    from (
      select coalesce(before.acronym_fr, before.name_fr) as name
      from relations join processes as before on before.id = relations.object_id
      where relations.subject_id = processes.id and relations.predicate = 'succeeds'
      order by before.id
    ) as earlier
  ) as succeeds,
  processes.id
from processes
join process_results as results on results.process_id = processes.id
where 1 = 1
  and processes.forum_id in (:forum)
  and processes.status in (:status)
order by coalesce(processes.start_date, '9999'), processes.id
