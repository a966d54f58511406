-- title: What several States voted, supported, said and enacted, each with its place
-- titre: Ce que plusieurs États ont voté, soutenu, dit et édicté, avec l'endroit de chaque fait
-- description: Final votes; what a State supports, opposes, introduced or signed; what was said in its name, not by
-- | Votes finals ; ce qu'un État soutient, refuse, a déposé ou signé ; ce qui a été dit en son nom, non par
-- description: its companies or experts; its own texts. A statement stands under one of its topics.
-- | ses entreprises ou ses experts ; ses propres textes. Une déclaration figure sous l'un de ses thèmes.
-- param country: country    these States | ces États = FRA
-- param topic: topic    only about this topic | seulement sur ce thème
-- param from: date    only from this date on | seulement à partir de cette date
-- param to: date    only up to this date | seulement jusqu'à cette date
-- column kind: compared.kind
-- column how: votes.vote, participations.role, relations.predicate, memberships.role, measure_events.type
-- column stance: statements.stance
-- column type: statements.type, measures.type
-- main: kind, about, country, how, summary, stance, locator
-- example: query run states-compared --country FRA --topic cybercrime
-- example: compare FRA DEU BRA --topic institutional-dialogue --from 2020
select
  told.kind,
  told.date,
  coalesce(
    (select symbol from symbols where record_id = told.about_id),
    (select coalesce(acronym_fr, name_fr) from labels where labels.id = told.about_id)
  ) as about,
  told.country_id as country,
  countries.name_fr as country_name,
  told.how,
  told.stance,
  told.type,
  told.summary,
  place.source_id as source,
  place.locator,
  told.id
from (
  select
    'vote' as kind,
    1 as place,
    final_votes.date,
    final_votes.measure_id as about_id,
    final_votes.country_id,
    final_votes.vote as how,
    null as stance,
    null as type,
    null as summary,
    final_votes.roll_call_id as id
  from final_votes
  where final_votes.country_id in (:country)
    and final_votes.measure_id in (select record_id from record_topics where topic_id in (:topic))
  union all
  select 'support', 2, coalesce(start_date, attested_on), object_id, subject_id, predicate, null, null, null, id
  from relations
  where predicate in ('supports', 'opposes')
    and subject_id in (:country)
    and object_id in (select record_id from record_topics where topic_id in (:topic))
  union all
  select
    'support', 2, coalesce(processes.start_date, meetings.start_date), coalesce(processes.id, meetings.id),
    participations.country_id, participations.role, null, null, null,
    participations.id
  from participations
  left join processes on processes.id = participations.process_id
  left join meetings on meetings.id = participations.meeting_id
  where participations.role in ('proposer', 'supporter', 'signatory') and participations.capacity = 'state'
    and participations.country_id in (:country)
    and coalesce(processes.id, meetings.id) in (select record_id from record_topics where topic_id in (:topic))
  union all
  select 'support', 2, coalesce(event_date, attested_on), measure_id, country_id, type, null, null, null, id
  from measure_events
  where type in ('introduced', 'co_sponsored', 'signed', 'ratified')
    and country_id in (:country)
    and measure_id in (select record_id from record_topics where topic_id in (:topic))
  union all
  select 'support', 2, coalesce(start_date, attested_on), group_id, member_id, role, null, null, null, id
  from memberships
  where role in ('signatory', 'party')
    and member_id in (:country)
    and group_id in (select record_id from record_topics where topic_id in (:topic))
  union all
  select
    'statement',
    3,
    said.date,
    (
      select min(record_topics.topic_id) from record_topics
      where record_topics.record_id = said.statement_id
        and record_topics.topic_id in (:topic)
    ),
    spoken.country_id,
    null,
    said.stance,
    said.type,
    said.summary_fr,
    said.statement_id
  from (
    select statement_id, country_id from voices
    where capacity = 'state'
      and country_id in (:country)
    union
    select statements.id, coalesce(measures.country_id, measures.issuer_id)
    from measures join statements on statements.measure_id = measures.id
    where 1 = 1
      and (measures.country_id in (:country) or measures.issuer_id in (:country))
  ) as spoken
  join said on said.statement_id = spoken.statement_id
  where 1 = 1
    and said.statement_id in (select record_id from record_topics where topic_id in (:topic))
  union all
  select
    'measure',
    4,
    (select min(coalesce(event_date, attested_on)) from measure_events where measure_events.measure_id = measures.id),
    measures.id,
    coalesce(measures.country_id, measures.issuer_id),
    null,
    null,
    measures.type,
    null,
    measures.id
  from measures
  where 1 = 1
    and (measures.country_id in (:country) or measures.issuer_id in (:country))
    and measures.id in (select record_id from record_topics where topic_id in (:topic))
) as told
join countries on countries.id = told.country_id
left join first_citations as place on place.record_id = told.id
where 1 = 1
  and told.date || '-01-01' >= :from
  and told.date || '-99' <= :to || '-99'
order by told.place, coalesce(told.date, ''), told.about_id nulls first, told.country_id, told.id
