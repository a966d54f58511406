-- title: What was said for and against a proposal, process or idea
-- titre: Ce qui a été dit pour et contre une proposition, un processus ou une idée
-- description: Statements that take a stance, and who took part as its proposer or supporter without saying more. | Les déclarations qui prennent position, et qui a participé comme auteur ou soutien sans en dire plus.
-- param record: record    only about this measure, process or topic | seulement sur cette mesure, ce processus ou ce thème
-- param stance: statements.stance    only for, against, neutral or divided | seulement pour, contre, neutre ou partagé
-- column stance: statements.stance
-- column role: participations.role
-- main: target, stance, who, summary, locator
-- example: query run for-and-against --record un-poa
-- example: query run for-and-against --param record="Programme d'action" --lang fr
select
  (select coalesce(acronym_fr, name_fr) from labels where labels.id = voiced.target_id) as target,
  voiced.stance,
  voiced.role,
  voiced.who,
  voiced.date,
  voiced.summary_fr as summary,
  (select source_id from citations where record_id = voiced.id order by field, source_id, locator limit 1) as source,
  (select locator from citations where record_id = voiced.id order by field, source_id, locator limit 1) as locator,
  voiced.id
from (
  select
    statements.id,
    statements.stance_target_id as target_id,
    statements.stance,
    null as role,
    coalesce(
      (
        select group_concat(name, '; ')
        from (
          select coalesce(
            trim(coalesce(speakers.given_name, '') || ' ' || speakers.family_name), organisations.name_fr, countries.name_fr,
            participations.name_as_recorded
          ) as name
          from statement_participations as link
          join participations on participations.id = link.participation_id
          left join speakers on speakers.id = participations.speaker_id
          left join organisations on organisations.id = participations.organisation_id
          left join countries on countries.id = participations.country_id
          where link.statement_id = statements.id
          order by link.sort, link.participation_id
        ) as voices
      ),
      statements.attribution_text_fr
    ) as who,
    coalesce(meetings.start_date, processes.start_date) as date,
    statements.summary_fr,
    statements.sort
  from statements
  left join meetings on meetings.id = statements.meeting_id
  left join processes on processes.id = statements.process_id
  where statements.stance is not null
    and statements.stance_target_id in (:record)
  union all
  select
    participations.id,
    participations.process_id,
    'supports',
    participations.role,
    coalesce(trim(coalesce(speakers.given_name, '') || ' ' || speakers.family_name), organisations.name_fr, countries.name_fr, participations.name_as_recorded),
    processes.start_date,
    null,
    coalesce(participations.sort, 0)
  from participations
  join processes on processes.id = participations.process_id
  left join speakers on speakers.id = participations.speaker_id
  left join organisations on organisations.id = participations.organisation_id
  left join countries on countries.id = participations.country_id
  where participations.role in ('proposer', 'supporter')
    and participations.process_id in (:record)
) as voiced
where 1 = 1
  and voiced.stance in (:stance)
order by voiced.target_id, voiced.stance desc, coalesce(voiced.role, ''), coalesce(voiced.date, ''), voiced.sort, voiced.id
