-- title: What was said for and against a proposal, process or idea
-- titre: Ce qui a été dit pour et contre une proposition, un processus ou une idée
-- description: Statements that take a stance, and those who took part as proposers or supporters, with no more said.
-- | Les déclarations qui prennent position, et qui a participé comme auteur ou soutien sans en dire plus.
-- param record: record    only about this measure, process or topic
-- | seulement sur cette mesure, ce processus ou ce thème
-- param stance: stances.asked    only for, against (opposed or critical), neutral or divided
-- | seulement pour, contre (opposé ou critique), neutre ou partagé
-- column stance: statements.stance
-- column role: participations.role
-- sides: record
-- main: target, stance, who, date, id, role, locator
-- below: summary, id
-- tells: target?, stance: who, country
-- leads: id
-- example: query run for-and-against --record un-poa
-- example: query run for-and-against --record "Programme d'action" --lang fr
select
  (select coalesce(acronym_fr, name_fr) from labels where labels.id = voiced.target_id) as target,
  voiced.stance,
  voiced.role,
  voiced.who_fr as who,
  voiced.country_fr as country,
  voiced.date,
  voiced.summary_fr as summary,
  place.source_id as source,
  place.locator,
  voiced.id
from (
  select
    statements.id,
    statements.stance_target_id as target_id,
    statements.stance,
    null as role,
    said.who_fr,
    (
      select group_concat(name, '; ')
      from (
        select voices.country_fr as name from voices
        where voices.statement_id = statements.id and voices.country_fr is not null
        group by voices.country_fr order by min(voices.place), voices.country_fr
      ) as listed
    ) as country_fr,
    said.date,
    statements.summary_fr,
    statements.sort
  from statements
  join said on said.statement_id = statements.id
  where statements.stance is not null
    and statements.stance_target_id in (:record)
  union all
  select
    participants.participation_id,
    participants.process_id,
    'supports',
    participants.role,
    participants.name_fr,
    participants.country_fr,
    processes.start_date,
    null,
    coalesce(participants.sort, 0)
  from participants
  join processes on processes.id = participants.process_id
  where participants.role in ('proposer', 'supporter')
    and participants.process_id in (:record)
) as voiced
left join first_citations as place on place.record_id = voiced.id
where 1 = 1
  -- if :stance
  and (voiced.stance in (:stance) or voiced.stance in ('opposes', 'criticises') and 'against' in (:stance))
  -- end
order by voiced.target_id, voiced.stance desc, coalesce(voiced.role, ''), coalesce(voiced.date, ''), voiced.sort,
  voiced.id
