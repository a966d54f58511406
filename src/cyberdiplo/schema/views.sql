-- Views for people who write their own SQL; made anew at each upgrade, on SQLite and PostgreSQL alike.

create view labels as
-- Every record that has a name, with it, in both languages. The casts give each column one type all the way down:
-- without them SQLite would make the whole view for every look-up by id.
{labels};

create view all_names as
-- Every name of every record: those of its own table and those of names.
select id as record_id, kind, name_fr as name, cast('fr' as text) as lang, cast('preferred' as text) as type,
  cast(0 as integer) as weak
from labels
union all
select id, kind, name_en, cast('en' as text), cast('preferred' as text), cast(0 as integer) from labels
union all
select id, kind, acronym_fr, cast('fr' as text), cast('acronym' as text), cast(0 as integer)
from labels where acronym_fr is not null
union all
select id, kind, acronym_en, cast('en' as text), cast('acronym' as text), cast(0 as integer)
from labels where acronym_en is not null
union all
select names.record_id, records.kind, names.name, names.lang, names.type, names.weak
from names join records on records.id = names.record_id;

create view record_titles as
-- What any record is called, also one without a name of its own: a step by its measure, a membership by its
-- two sides. A relation of such a record has its id there.
select id, kind, name_fr, name_en from labels
union all
select
  affiliations.id, affiliations.kind,
  cast(
    (select name_fr from labels where labels.id = affiliations.speaker_id)
      || ', '
      || coalesce(
        affiliations.position_fr, (select name_fr from labels where labels.id = affiliations.organisation_id)
      )
    as text
  ),
  cast(
    (select name_en from labels where labels.id = affiliations.speaker_id)
      || ', '
      || coalesce(
        affiliations.position_en, (select name_en from labels where labels.id = affiliations.organisation_id)
      )
    as text
  )
from affiliations
union all
select
  memberships.id, memberships.kind,
  cast(
    (select name_fr from labels where labels.id = memberships.member_id)
      || ' → ' || (select name_fr from labels where labels.id = memberships.group_id)
    as text
  ),
  cast(
    (select name_en from labels where labels.id = memberships.member_id)
      || ' → ' || (select name_en from labels where labels.id = memberships.group_id)
    as text
  )
from memberships
union all
select
  relations.id, relations.kind,
  cast(
    coalesce((select name_fr from labels where labels.id = relations.subject_id), relations.subject_id)
      || ' → '
      || coalesce((select name_fr from labels where labels.id = relations.object_id), relations.object_id)
    as text
  ),
  cast(
    coalesce((select name_en from labels where labels.id = relations.subject_id), relations.subject_id)
      || ' → '
      || coalesce((select name_en from labels where labels.id = relations.object_id), relations.object_id)
    as text
  )
from relations
union all
select
  measure_events.id, measure_events.kind,
  cast(
    measures.name_fr || ', ' || step_types.label_fr || coalesce(' ' || measure_events.of_fr, '')
    as text
  ),
  cast(
    measures.name_en || ', ' || step_types.label_en || coalesce(' ' || measure_events.of_en, '')
    as text
  )
from measure_events
join measures on measures.id = measure_events.measure_id
join step_types on step_types.code = measure_events.type
union all
select
  roll_calls.id, roll_calls.kind,
  cast(
    measures.name_fr || coalesce(', ' || roll_calls.part, '')
    as text
  ),
  cast(
    measures.name_en || coalesce(', ' || roll_calls.part, '')
    as text
  )
from roll_calls
join measures on measures.id = roll_calls.measure_id
union all
select
  participations.id, participations.kind,
  cast(
    coalesce(
      (select name_fr from labels where labels.id = participations.speaker_id),
      (
        select name_fr from labels
        where labels.id = coalesce(participations.organisation_id, participations.country_id)
      ),
      participations.name_as_recorded
    )
      || ', '
      || (
        select name_fr from labels
        where labels.id = coalesce(participations.meeting_id, participations.process_id)
      )
    as text
  ),
  cast(
    coalesce(
      (select name_en from labels where labels.id = participations.speaker_id),
      (
        select name_en from labels
        where labels.id = coalesce(participations.organisation_id, participations.country_id)
      ),
      participations.name_as_recorded
    )
      || ', '
      || (
        select name_en from labels
        where labels.id = coalesce(participations.meeting_id, participations.process_id)
      )
    as text
  )
from participations;

create view symbols as
-- The first symbol or number of a record that has one: A/RES/73/27, 2022/30. Addresses are none.
select identifiers.record_id, identifiers.value as symbol
from identifiers
where identifiers.scheme <> 'url'
  and not exists (
    select 1 from identifiers as earlier
    where earlier.record_id = identifiers.record_id and earlier.scheme <> 'url'
      and (earlier.scheme, earlier.value) < (identifiers.scheme, identifiers.value)
  );

create view source_standings as
-- How near a source is to what it tells: 0 the text of a law or resolution itself, 1 published by a State, a union, an
-- intergovernmental body or a standards body, 2 by anybody else.
select
  sources.id as source_id,
  cast(
    case
      when sources.type in ('law', 'resolution') then 0
      when organisations.type in (
        select code from organisation_types
        where coalesce(counts_as, code) in (
          'intergovernmental', 'union_institution', 'government', 'ministry', 'agency', 'parliament', 'court',
          'secretariat', 'standards_body', 'technical_committee'
        )
      ) then 1
      else 2
    end as integer
  ) as standing
from sources left join organisations on organisations.id = sources.publisher_id;

create view first_citations as
-- Where a record is written, once, at the best place: of the whole record before a field, stated before implied before
-- stated less precisely, the text itself before an official source before the rest, sure before less sure. A place
-- that contradicts it is never shown as where it is written, unless there is no other.
select citations.record_id, citations.field, citations.source_id, citations.locator, citations.anchor,
  citations.support, citations.confidence, citations.url, citations.mirror_url, citations.note
from citations
where not exists (
  select 1 from citations as better
  where better.record_id = citations.record_id
    and (better.field, better.source_id, better.locator, better.anchor)
      <> (citations.field, citations.source_id, citations.locator, citations.anchor)
    and (
      better.support = 'contradicts',
      better.field,
      case better.support when 'states' then 0 when 'implies' then 1 else 2 end,
      (select standing from source_standings where source_standings.source_id = better.source_id),
      better.confidence,
      better.source_id,
      better.locator,
      better.anchor
    ) < (
      citations.support = 'contradicts',
      citations.field,
      case citations.support when 'states' then 0 when 'implies' then 1 else 2 end,
      (select standing from source_standings where source_standings.source_id = citations.source_id),
      citations.confidence,
      citations.source_id,
      citations.locator,
      citations.anchor
    )
);

create view first_publications as
-- When the source in which a record is written, at its best place, was published; date_note says where no source prints
-- the date.
select first_citations.record_id, sources.published, sources.date_note
from first_citations join sources on sources.id = first_citations.source_id;

create view membership_lists as
-- On which list a membership stands, by its role.
select cast('member' as text) as role, cast('members' as text) as list
union all
select 'observer', 'observers'
union all
select 'party', 'parties'
union all
select 'signatory', 'signatories'
union all
select 'participant', 'participants';

create view memberships_dated as
-- Every membership and when it holds: on a day D (a year, a month) where since <= D || '-99' and until >= D. A
-- beginning that is not known is always, an end that is not known never; today is the day '9999'. One that is only
-- attested on a day (last_seen) holds no longer than to the next list that has every member and not this one.
select
  memberships.id,
  memberships.group_id,
  memberships.member_id,
  memberships.role,
  coalesce(memberships.start_date, '') as since,
  coalesce(
    memberships.end_date || '-99',
    case when memberships.start_date is null then (
      select min(rosters.as_of) from rosters
      where rosters.record_id = memberships.group_id
        and rosters.whole = 1
        and rosters.list = (select list from membership_lists where membership_lists.role = memberships.role)
        and rosters.as_of > memberships.attested_on
    ) end,
    '9999'
  ) as until,
  case
    when memberships.start_date is null and memberships.end_date is null then memberships.attested_on
  end as last_seen
from memberships;

create view open_plans as
-- Meetings and steps that were planned, and after whose day (until) nothing on record would say what came of them: of a
-- step, nothing later of its measure.
select id, coalesce(end_date, start_date) || '-99' as until from meetings where status = 'planned'
union all
select planned.id, planned.event_date || '-99' as until
from measure_events as planned
where planned.type = 'planned' and planned.event_date is not null and not exists (
  select 1 from measure_events as later
  where later.measure_id = planned.measure_id and later.type <> 'planned'
    and coalesce(later.event_date, later.attested_on) >= planned.event_date
);

create view ordered_steps as
-- Every step of a measure with its day, the date or else the day on which it is attested, and its place among those of
-- one day: what comes first in the life of a text, as its vocabulary has it. The order is day, place, id, everywhere.
select
  measure_events.id,
  measure_events.measure_id,
  measure_events.type,
  measure_events.event_date,
  coalesce(measure_events.event_date, measure_events.attested_on) as day,
  coalesce((select sort from step_types where step_types.code = measure_events.type), 0) as place
from measure_events;

create view latest_steps as
-- The steps of a measure that took place on a date that is known, with the date of the one after it (until): the
-- latest on a day D is the one where event_date <= D || '-99' and until > D || '-99', and the last of all until '9999'.
select
  steps.id,
  steps.measure_id,
  steps.type,
  steps.event_date,
  coalesce(
    (
      select min(later.event_date) from ordered_steps as later
      where later.measure_id = steps.measure_id and later.type <> 'planned'
        and (later.event_date, later.place, later.id) > (steps.event_date, steps.place, steps.id)
    ),
    '9999'
  ) as until
from ordered_steps as steps
where steps.type <> 'planned' and steps.event_date is not null;

create view counted_rosters as
-- Every list that a source counts, with how many of those on it that day our rows name (on_record). Members, parties,
-- signatories are memberships; supporters and sponsors stand as relations, participations and steps of a measure too.
select
  rosters.record_id,
  rosters.list,
  rosters.as_of,
  rosters.total,
  rosters.whole,
  rosters.source_id,
  rosters.locator,
  rosters.note_fr,
  rosters.note_en,
  (
    select count(*)
    from (
      select memberships_dated.member_id
      from memberships_dated
      where memberships_dated.group_id = rosters.record_id
        and memberships_dated.role = (select role from membership_lists where membership_lists.list = rosters.list)
        and coalesce(memberships_dated.last_seen, memberships_dated.since) <= rosters.as_of || '-99'
        and memberships_dated.until > rosters.as_of || '-99'
      union
      select relations.subject_id
      from relations
      where rosters.list in ('supporters', 'sponsors')
        and relations.predicate = 'supports' and relations.object_id = rosters.record_id
        and coalesce(relations.start_date, relations.attested_on, '') <= rosters.as_of || '-99'
      union
      select coalesce(participations.country_id, participations.organisation_id, participations.speaker_id)
      from participations
      where (participations.meeting_id = rosters.record_id or participations.process_id = rosters.record_id)
        and participations.role in (
          case rosters.list when 'supporters' then 'supporter' when 'sponsors' then 'proposer'
            when 'signatories' then 'signatory' when 'participants' then 'participant' end,
          case rosters.list when 'supporters' then 'proposer' when 'participants' then 'speaker' end
        )
      union
      select measure_events.country_id
      from measure_events
      where measure_events.measure_id = rosters.record_id and measure_events.country_id is not null
        and measure_events.type in (
          case rosters.list
            when 'sponsors' then 'introduced' when 'signatories' then 'signed' when 'parties' then 'ratified'
          end,
          case rosters.list when 'sponsors' then 'co_sponsored' end
        )
        and coalesce(measure_events.event_date, measure_events.attested_on) <= rosters.as_of || '-99'
    ) as named
  ) as on_record
from rosters;

create view newest_lists as
-- Of every list of a body or text that goes on, the newest that a source counts: members, observers, parties,
-- signatories, supporters. Who sponsored or took part is settled, and a process that has ended gains nobody. Two years
-- later, after ``old_after``, it may be out of date.
select
  record_id, list, as_of, total, whole, source_id, locator,
  cast(cast(substr(as_of, 1, 4) as integer) + 2 as text) || substr(as_of, 5) as old_after
from rosters
where list not in ('sponsors', 'participants')
  and not exists (
    select 1 from rosters as later
    where later.record_id = rosters.record_id and later.list = rosters.list and later.as_of > rosters.as_of
  )
  and not exists (select 1 from processes where processes.id = rosters.record_id and processes.end_date is not null);

create view members as
-- Who is a member of a group, and when.
select group_id, member_id, since, until, last_seen from memberships_dated where role = 'member';

create view members_today as
-- Who is a member of a group, as far as is known.
select group_id, member_id from members where until >= '9999';

create view dated_roll_calls as
-- Every roll call with its date, and whether it is the final one on its measure: in plenary and on the whole text,
-- the latest, not corrected by another. Where only one is on record, it is that one. The day of the vote, to compare
-- memberships with, is '9999' where the date is not known.
select
  ranked.id,
  ranked.measure_id,
  ranked.event_id,
  ranked.stage,
  ranked.part,
  ranked.corrects_id,
  ranked.date,
  coalesce(ranked.date, '9999') as day_of_vote,
  ranked.corrected,
  cast(
    case when ranked.place = 1 and (ranked.part is null or ranked.standing = 1) then 1 else 0 end as integer
  ) as final
from (
  select
    dated.*,
    row_number() over (
      partition by dated.measure_id
      order by
        dated.corrected,
        case when dated.part is null then 0 else 1 end,
        case when dated.stage = 'committee' then 1 else 0 end,
        coalesce(dated.date, '') desc,
        dated.id desc
    ) as place,
    sum(1 - dated.corrected) over (partition by dated.measure_id) as standing
  from (
    select
      roll_calls.id,
      roll_calls.measure_id,
      roll_calls.event_id,
      roll_calls.stage,
      roll_calls.part,
      roll_calls.corrects_id,
      coalesce(
        roll_calls.vote_date,
        (select coalesce(event_date, attested_on) from measure_events where measure_events.id = roll_calls.event_id),
        case when roll_calls.stage is null or roll_calls.stage <> 'committee' then (
          select max(event_date) from measure_events
          where measure_events.measure_id = roll_calls.measure_id
            and measure_events.type in (select code from step_types where coalesce(counts_as, code) in ('adopted'))
        ) end
      ) as date,
      case
        when exists (select 1 from roll_calls as later where later.corrects_id = roll_calls.id) then 1 else 0
      end as corrected
    from roll_calls
  ) as dated
) as ranked;

create view final_votes as
-- How each State voted on each measure: at the final roll call on it, with its date and day of the vote.
select
  dated_roll_calls.measure_id,
  dated_roll_calls.id as roll_call_id,
  dated_roll_calls.date,
  dated_roll_calls.day_of_vote,
  votes.country_id,
  votes.vote
from dated_roll_calls join votes on votes.roll_call_id = dated_roll_calls.id
where dated_roll_calls.final = 1;

create view vote_order as
-- In which order the ways to vote are told.
select cast('yes' as text) as vote, cast(1 as integer) as place
union all
select 'no', 2
union all
select 'abstain', 3
union all
select 'absent', 4;

create view roll_call_totals as
-- How many States voted how at a roll call, and how many there are in all. No sum over all votes: who asks for one roll
-- call, or for the votes against alone, counts these.
select
  roll_calls.id as roll_call_id,
  (select count(*) from votes where votes.roll_call_id = roll_calls.id and votes.vote = 'yes') as yes,
  (select count(*) from votes where votes.roll_call_id = roll_calls.id and votes.vote = 'no') as no,
  (select count(*) from votes where votes.roll_call_id = roll_calls.id and votes.vote = 'abstain') as abstain,
  (select count(*) from votes where votes.roll_call_id = roll_calls.id and votes.vote = 'absent') as absent,
  (select count(*) from votes where votes.roll_call_id = roll_calls.id) as states
from roll_calls;

create view final_totals as
-- The same of each measure: at the final roll call on it, with its date. Where no vote of a State is on record there is
-- no row.
select
  dated_roll_calls.measure_id,
  dated_roll_calls.id as roll_call_id,
  dated_roll_calls.event_id,
  dated_roll_calls.date,
  dated_roll_calls.day_of_vote,
  roll_call_totals.yes,
  roll_call_totals.no,
  roll_call_totals.abstain,
  roll_call_totals.absent,
  roll_call_totals.states
from dated_roll_calls join roll_call_totals on roll_call_totals.roll_call_id = dated_roll_calls.id
where dated_roll_calls.final = 1
  and exists (select 1 from votes where votes.roll_call_id = dated_roll_calls.id);

create view successive_texts as
-- Which text follows which in one line, of the texts that States voted on: the next one of the same process, of the
-- same name but for the number at its end, or that a relation says succeeds it. What was adopted without a vote
-- between them has no votes to compare and is no step of the line.
with voted as (
  select
    dated_roll_calls.measure_id,
    dated_roll_calls.date,
    measures.process_id,
    rtrim(measures.name_fr, ')/0123456789') as title
  from dated_roll_calls join measures on measures.id = dated_roll_calls.measure_id
  where dated_roll_calls.final = 1
)
select earlier.measure_id as first_id, later.measure_id as second_id
from voted as earlier
join voted as later on later.measure_id = (
  select following.measure_id
  from voted as following
  where following.date > earlier.date
    and (
      following.process_id = earlier.process_id
      or following.title = earlier.title
      or exists (
        select 1 from relations
        where relations.predicate = 'succeeds'
          and relations.subject_id = following.measure_id and relations.object_id = earlier.measure_id
      )
    )
  order by following.date, following.measure_id
  limit 1
);

create view speaker_names as
-- The whole name of a person, in the order in which it is said.
select id as speaker_id, trim(coalesce(given_name, '') || ' ' || family_name) as name from speakers;

create view participants as
-- Who took part, one row a participation: a person, else a body, else a country, else as the source prints it. The
-- organisation is the one that is represented, else the employer. Names are looked up where they are asked for only.
select
  participations.id as participation_id,
  participations.meeting_id,
  participations.process_id,
  participations.role,
  participations.capacity,
  participations.speaker_id,
  participations.organisation_id,
  affiliations.organisation_id as employer_id,
  participations.country_id,
  participations.sort,
  coalesce(
    (select name from speaker_names where speaker_names.speaker_id = participations.speaker_id),
    (select name_fr from organisations where organisations.id = participations.organisation_id),
    (select name_fr from countries where countries.id = participations.country_id),
    participations.name_as_recorded
  ) as name_fr,
  coalesce(
    (select name from speaker_names where speaker_names.speaker_id = participations.speaker_id),
    (select name_en from organisations where organisations.id = participations.organisation_id),
    (select name_en from countries where countries.id = participations.country_id),
    participations.name_as_recorded
  ) as name_en,
  affiliations.position_fr,
  affiliations.position_en,
  (
    select name_fr from organisations
    where organisations.id = coalesce(participations.organisation_id, affiliations.organisation_id)
  ) as organisation_fr,
  (
    select name_en from organisations
    where organisations.id = coalesce(participations.organisation_id, affiliations.organisation_id)
  ) as organisation_en,
  countries.name_fr as country_fr,
  countries.name_en as country_en
from participations
left join affiliations on affiliations.id = participations.affiliation_id
left join countries on countries.id = participations.country_id;

create view chairing as
-- The parts of those who chair or co-chair a meeting or process, which is what a column "chair" tells. Who moderates
-- leads the talk and does not preside over the body; who stands in for the chair or reports does neither. Here as in
-- every question that names codes of an open vocabulary a code counts that counts as one of them.
select *
from participants
where role in (select code from participation_roles where coalesce(counts_as, code) in ('chair', 'co_chair'));

create view process_chairs as
-- Who chairs or chaired a process, each person, body or country once, to be read in the order of place, id.
select
  chairing.process_id,
  coalesce(chairing.speaker_id, chairing.organisation_id, chairing.country_id) as id,
  chairing.name_fr,
  chairing.name_en,
  min(coalesce(chairing.sort, 0)) as place
from chairing
where chairing.process_id is not null
group by
  chairing.process_id,
  coalesce(chairing.speaker_id, chairing.organisation_id, chairing.country_id),
  chairing.name_fr,
  chairing.name_en;

create view process_outcomes as
-- Which texts came of a process, to be read in the order of measure_id.
select relations.object_id as process_id, measures.id as measure_id, measures.name_fr, measures.name_en
from relations join measures on measures.id = relations.subject_id
where relations.predicate = 'outcome_of';

create view process_results as
-- A process as it is told, one row each: who chairs it, and what came of it, in words or else by its texts.
select
  processes.id as process_id,
  (
    select group_concat(name_fr, '; ')
    from (
      select name_fr from process_chairs where process_chairs.process_id = processes.id order by place, id
    ) as chairs
  ) as chair_fr,
  (
    select group_concat(name_en, '; ')
    from (
      select name_en from process_chairs where process_chairs.process_id = processes.id order by place, id
    ) as chairs
  ) as chair_en,
  coalesce(
    processes.outcome_fr,
    (
      select group_concat(name_fr, '; ')
      from (
        select name_fr from process_outcomes where process_outcomes.process_id = processes.id order by measure_id
      ) as texts
    )
  ) as outcome_fr,
  coalesce(
    processes.outcome_en,
    (
      select group_concat(name_en, '; ')
      from (
        select name_en from process_outcomes where process_outcomes.process_id = processes.id order by measure_id
      ) as texts
    )
  ) as outcome_en
from processes;

create view forum_parts as
-- Every forum and organisation with all forums that it covers in a filter: a forum itself and those under it, however
-- far, an organisation those that it or a body of it hosts, and those under these.
with recursive bodies(whole_id, body_id) as (
  select id, id from organisations
  union
  select bodies.whole_id, organisations.id from bodies join organisations on organisations.parent_id = bodies.body_id
), parts(whole_id, part_id) as (
  select id, id from forums
  union
  select bodies.whole_id, forums.id from bodies join forums on forums.organisation_id = bodies.body_id
  union
  select parts.whole_id, forums.id from parts join forums on forums.parent_id = parts.part_id
)
select whole_id, part_id from parts;

create view meeting_parts as
-- Every meeting with all that it covers in a filter: itself, and those held within it.
with recursive parts(whole_id, part_id) as (
  select id, id from meetings
  union
  select parts.whole_id, meetings.id from parts join meetings on meetings.parent_id = parts.part_id
)
select whole_id, part_id from parts;

create view topic_parts as
-- Every topic with all that it covers in a filter: itself, and the narrower ones.
with recursive parts(whole_id, part_id) as (
  select id, id from topics
  union
  select parts.whole_id, topics.id from parts join topics on topics.parent_id = parts.part_id
)
select whole_id, part_id from parts;

create view meeting_counts as
-- How many spoke at a meeting and those within it (at each, people or bodies), and how many statements were made there:
-- what ``speakers`` and ``statements`` list for the meeting.
select
  meeting_parts.whole_id as meeting_id,
  cast(coalesce(sum(heard.speakers), 0) as integer) as speakers,
  cast(coalesce(sum(made.statements), 0) as integer) as statements
from meeting_parts
left join (
  select meeting_id, count(*) as speakers from participations where role = 'speaker' group by meeting_id
) as heard on heard.meeting_id = meeting_parts.part_id
left join (
  select meeting_id, count(*) as statements from statements group by meeting_id
) as made on made.meeting_id = meeting_parts.part_id
group by meeting_parts.whole_id;

create view topic_counts as
-- How many statements, and how many records of any kind, are about a topic or a narrower one, each once.
with uses as (
  select distinct topic_parts.whole_id, record_topics.record_id
  from topic_parts join record_topics on record_topics.topic_id = topic_parts.part_id
)
select uses.whole_id as topic_id, count(statements.id) as statements, count(*) as records
from uses left join statements on statements.id = uses.record_id
group by uses.whole_id;

create view organisation_counts as
-- How many spoke for an organisation (at each meeting, or in each process, people or the body itself), once where one
-- works for whom one represents: what ``speakers`` lists for it.
select organisation_id, count(*) as speakers
from (
  select organisation_id, id from participations where role = 'speaker' and organisation_id is not null
  union
  select affiliations.organisation_id, participations.id
  from participations join affiliations on affiliations.id = participations.affiliation_id
  where participations.role = 'speaker'
) as heard
group by organisation_id;

create view country_counts as
-- How many parts in meetings and processes stand under a country's name, how many measures are its own (its law, or
-- what it issued), and how many votes it cast, each at the final roll call: what the lists have for it.
select
  countries.id as country_id,
  coalesce(present.participations, 0) as participations,
  coalesce(own.measures, 0) as measures,
  coalesce(cast_by.votes, 0) as votes
from countries
left join (
  select country_id, count(*) as participations from participations group by country_id
) as present on present.country_id = countries.id
left join (
  select coalesce(country_id, issuer_id) as owner_id, count(*) as measures
  from measures group by coalesce(country_id, issuer_id)
) as own on own.owner_id = countries.id
left join (
  select country_id, count(*) as votes from final_votes group by country_id
) as cast_by on cast_by.country_id = countries.id;

create view voices as
-- Whose statement it is, one row a statement and voice, to be read in the order of place, participation_id.
select statement_participations.statement_id, statement_participations.sort as place, participants.*
from statement_participations
join participants on participants.participation_id = statement_participations.participation_id;

create view meeting_forums as
-- In which forums a meeting takes place: its own, and that of its process. One row a meeting and way there.
select id as meeting_id, forum_id from meetings where forum_id is not null
union all
select meetings.id, processes.forum_id
from meetings join processes on processes.id = meetings.process_id
where processes.forum_id is not null;

create view meeting_homes as
-- The one forum that a list names for a meeting: its own, else that of its process. A filter goes by meeting_forums,
-- which has both.
select
  meetings.id as meeting_id,
  meetings.process_id,
  coalesce(
    meetings.forum_id, (select processes.forum_id from processes where processes.id = meetings.process_id)
  ) as forum_id
from meetings;

create view participation_forums as
-- In which forums somebody took part: those of the meeting, or that of the process. One row a participation and way.
select participations.id as participation_id, meeting_forums.forum_id
from participations join meeting_forums on meeting_forums.meeting_id = participations.meeting_id
union all
select participations.id, processes.forum_id
from participations join processes on processes.id = participations.process_id
where processes.forum_id is not null;

create view participation_homes as
-- Where and when somebody took part, as a list tells it: the forum, the process, the name and first day of the meeting,
-- else of the process itself. The one forum is the meeting's own, else that of its process.
select
  participations.id as participation_id,
  participations.meeting_id,
  processes.id as process_id,
  coalesce(meetings.forum_id, processes.forum_id) as forum_id,
  coalesce(meetings.name_fr, processes.name_fr) as name_fr,
  coalesce(meetings.name_en, processes.name_en) as name_en,
  coalesce(meetings.start_date, processes.start_date) as date
from participations
left join meetings on meetings.id = participations.meeting_id
left join processes on processes.id = coalesce(participations.process_id, meetings.process_id);

create view participation_processes as
-- In which process somebody took part: in the process itself, or at a meeting of it.
select id as participation_id, process_id from participations where process_id is not null
union all
select participations.id, meetings.process_id
from participations join meetings on meetings.id = participations.meeting_id
where meetings.process_id is not null;

create view forum_families as
-- Every forum with the one that stands above all those above it.
with recursive families(root_id, forum_id) as (
  select id, id from forums where parent_id is null
  union all
  select families.root_id, forums.id from forums join families on forums.parent_id = families.forum_id
)
select root_id, forum_id from families;

create view measure_forums as
-- Of which forums a measure is: the one that issued it, that of its process, that of the process that issued it. One
-- row a measure and way.
select measures.id as measure_id, forums.id as forum_id
from measures join forums on forums.id = measures.issuer_id
union all
select measures.id, processes.forum_id
from measures join processes on processes.id = measures.process_id
where processes.forum_id is not null
union all
select measures.id, processes.forum_id
from measures join processes on processes.id = measures.issuer_id
where processes.forum_id is not null;

create view measure_processes as
-- Of which processes a measure is: the one that it is filed under, the one that issued it, those that it mandates. One
-- row a measure and way.
select id as measure_id, process_id from measures where process_id is not null
union all
select measures.id, processes.id from measures join processes on processes.id = measures.issuer_id
union all
select mandate_id, id from processes where mandate_id is not null;

create view place_forums as
-- In which forums something can have been said at a place, which is a forum, a meeting, a process or a measure. One row
-- a place, forum and way. A statement is in a forum where one of its four places is: who looks at a few statements in a
-- large forum compares those with this, for a list of the statements of the forum would be made first.
select id as place_id, id as forum_id from forums
union all
select meeting_id, forum_id from meeting_forums
union all
select id, forum_id from processes where forum_id is not null
union all
select measure_id, forum_id from measure_forums;

create view statement_forums as
-- "Said in this forum", the one meaning of it, by any of these ways (via): in the forum itself, at a meeting of it or
-- of a process of it, in such a process, by a measure that the forum or such a process issued or that is filed under
-- such a process. It is the widest of three that were in use, and all of it is true: what the G20 committed itself to
-- is said in the G20, though no meeting of it is on record. Not in it: what is only about the forum, or was said
-- elsewhere by who belongs to it. One row a statement, forum and way. Who asks for a forum with
-- what is under it gives several. The one that a list names is ``said.forum_id``, always one of these.
select id as statement_id, forum_id, cast('forum' as text) as via from statements where forum_id is not null
union all
select statements.id, meeting_forums.forum_id, cast('meeting' as text)
from statements join meeting_forums on meeting_forums.meeting_id = statements.meeting_id
union all
select statements.id, processes.forum_id, cast('process' as text)
from statements join processes on processes.id = statements.process_id
where processes.forum_id is not null
union all
select statements.id, measure_forums.forum_id, cast('measure' as text)
from statements join measure_forums on measure_forums.measure_id = statements.measure_id;

create view forum_counts as
-- How many processes run under a forum and those under it, how many meetings these and they held, and how many
-- statements were made in them, each once: what ``processes``, ``meetings`` and ``statements`` list for the forum.
-- Statements are counted by the place where they were made: where one of them was, all were.
with places as materialized (
  select min(id) as one_id, count(*) as statements
  from statements group by forum_id, meeting_id, process_id, measure_id
), nearest as materialized (
  select statement_id, forum_id from statement_forums where statement_id in (select one_id from places)
)
select
  forums.id as forum_id,
  coalesce(run.processes, 0) as processes,
  coalesce(held.meetings, 0) as meetings,
  coalesce(made.statements, 0) as statements
from forums
left join (
  select forum_parts.whole_id as forum_id, count(*) as processes
  from forum_parts join processes on processes.forum_id = forum_parts.part_id
  group by forum_parts.whole_id
) as run on run.forum_id = forums.id
left join (
  select forum_parts.whole_id as forum_id, count(distinct meeting_forums.meeting_id) as meetings
  from forum_parts join meeting_forums on meeting_forums.forum_id = forum_parts.part_id
  group by forum_parts.whole_id
) as held on held.forum_id = forums.id
left join (
  select there.forum_id, cast(sum(places.statements) as integer) as statements
  from (
    select distinct forum_parts.whole_id as forum_id, nearest.statement_id
    from nearest join forum_parts on forum_parts.part_id = nearest.forum_id
  ) as there
  join places on places.one_id = there.statement_id
  group by there.forum_id
) as made on made.forum_id = forums.id;

create view statement_processes as
-- "Said in this process", in the same ways: in the process itself, at a meeting of it, by a measure that it issued or
-- that is filed under it. Not: by the measure that gives it its mandate, which is said before it begins.
select id as statement_id, process_id, cast('process' as text) as via from statements where process_id is not null
union all
select statements.id, meetings.process_id, cast('meeting' as text)
from statements join meetings on meetings.id = statements.meeting_id
where meetings.process_id is not null
union all
select statements.id, measures.process_id, cast('measure' as text)
from statements join measures on measures.id = statements.measure_id
where measures.process_id is not null
union all
select statements.id, processes.id, cast('measure' as text)
from statements
join measures on measures.id = statements.measure_id
join processes on processes.id = measures.issuer_id;

create view statement_abouts as
-- What a statement speaks of, each thing once: what it mentions, and what else it takes a stance on. With "union" and
-- nothing more, SQLite would make the whole view for every look-up.
select record_id as statement_id, mentioned_id as about_id from mentions
where exists (select 1 from statements where statements.id = mentions.record_id)
union all
select id, stance_target_id from statements
where stance_target_id is not null and not exists (
  select 1 from mentions
  where mentions.record_id = statements.id and mentions.mentioned_id = statements.stance_target_id
);

create view statement_links as
-- What a statement has to do with a record, by link: "by", said by it (a person, who somebody stands for, the measure
-- that says it, the country whose measure this is, who issued it) or in it (a process), and "about", it speaks of it.
-- One row a statement, record, link and way.
select statement_id, speaker_id as record_id, cast('by' as text) as link from voices where speaker_id is not null
union all
select statement_id, organisation_id, cast('by' as text) from voices where organisation_id is not null
union all
select statement_id, employer_id, cast('by' as text) from voices where employer_id is not null
union all
select statement_id, country_id, cast('by' as text) from voices where country_id is not null
union all
select id, measure_id, cast('by' as text) from statements where measure_id is not null
union all
select statements.id, measures.country_id, cast('by' as text)
from statements join measures on measures.id = statements.measure_id
where measures.country_id is not null
union all
select statements.id, measures.issuer_id, cast('by' as text)
from statements join measures on measures.id = statements.measure_id
where measures.issuer_id is not null
union all
select statement_id, process_id, cast('by' as text) from statement_processes
union all
select mentions.record_id, mentions.mentioned_id, cast('about' as text)
from mentions join statements on statements.id = mentions.record_id
union all
select id, stance_target_id, cast('about' as text) from statements where stance_target_id is not null;

create view said as
-- A statement as it is told, one row each: what, who made it, where and when, about which topics. The forum is the one
-- where it was made, and the one meaning of "the forum of a statement" in every list, page, export and name: the one
-- that it names itself, else that of its meeting, else that of its meeting's process, else that of the process that it
-- names; of what a text says, the forum that issued the text, else that of the text's process, else that of the process
-- that issued it: a resolution is said by the Assembly that adopts it, though a process of its committee has it on
-- file. The process is its own, its meeting's, its text's.
-- It has no name: who made it and named_by_id stand for one, which is the forum that sat, else the process or the text,
-- for these tell a reader more than the forum above them.
-- Who made it is never empty: where nobody is named it is the body whose text says it, the agency, the kind of
-- document.
-- The date is that of the meeting (met_on), else that on which its source was published; date_note says where no
-- source prints it. What only some rows need is looked up for these: it is no join.
select
  statements.id as statement_id,
  statements.type,
  statements.attribution,
  statements.reporting,
  statements.attribution_text_fr,
  statements.attribution_text_en,
  statements.summary_fr,
  statements.summary_en,
  statements.stance,
  statements.stance_target_id,
  statements.sort,
  statements.measure_id,
  statements.meeting_id,
  meetings.name_fr as meeting_fr,
  meetings.name_en as meeting_en,
  meetings.start_date as met_on,
  coalesce(
    meetings.start_date,
    (
      select published from first_publications where first_publications.record_id = statements.id
    )
  ) as date,
  case when meetings.start_date is not null then meetings.date_note else (
    select date_note from first_publications where first_publications.record_id = statements.id
  ) end as date_note,
  coalesce(
    statements.process_id,
    meetings.process_id,
    measures.process_id,
    (select processes.id from processes where processes.id = measures.issuer_id)
  ) as process_id,
  coalesce(
    statements.forum_id,
    meetings.forum_id,
    (select processes.forum_id from processes where processes.id = meetings.process_id),
    (select processes.forum_id from processes where processes.id = statements.process_id),
    (select forums.id from forums where forums.id = measures.issuer_id),
    (select processes.forum_id from processes where processes.id = measures.process_id),
    (select processes.forum_id from processes where processes.id = measures.issuer_id)
  ) as forum_id,
  coalesce(
    statements.forum_id,
    meetings.forum_id,
    statements.process_id,
    meetings.process_id,
    statements.measure_id,
    statements.meeting_id
  ) as named_by_id,
  coalesce(
    (
      select group_concat(name_fr, '; ')
      from (
        select voices.name_fr from voices where voices.statement_id = statements.id
        order by voices.place, voices.participation_id
      ) as named
    ),
    statements.attribution_text_fr,
    (
      select coalesce(acronym_fr, name_fr) from labels where labels.id = (
        select coalesce(saying.issuer_id, saying.country_id) from measures as saying
        where saying.id = statements.measure_id
      )
    ),
    (
      select coalesce(
        case when statements.attribution = 'press' then (
          select coalesce(acronym_fr, name_fr) from labels
          where labels.id = coalesce(sources.author_id, sources.publisher_id)
        ) end,
        source_types.label_fr
      )
      from first_citations
      join sources on sources.id = first_citations.source_id
      join source_types on source_types.code = sources.type
      where first_citations.record_id = statements.id
    )
  ) as who_fr,
  coalesce(
    (
      select group_concat(name_en, '; ')
      from (
        select voices.name_en from voices where voices.statement_id = statements.id
        order by voices.place, voices.participation_id
      ) as named
    ),
    statements.attribution_text_en,
    (
      select coalesce(acronym_en, name_en) from labels where labels.id = (
        select coalesce(saying.issuer_id, saying.country_id) from measures as saying
        where saying.id = statements.measure_id
      )
    ),
    (
      select coalesce(
        case when statements.attribution = 'press' then (
          select coalesce(acronym_en, name_en) from labels
          where labels.id = coalesce(sources.author_id, sources.publisher_id)
        ) end,
        source_types.label_en
      )
      from first_citations
      join sources on sources.id = first_citations.source_id
      join source_types on source_types.code = sources.type
      where first_citations.record_id = statements.id
    )
  ) as who_en,
  (
    select group_concat(name_fr, '; ')
    from (
      select topics.name_fr from record_topics join topics on topics.id = record_topics.topic_id
      where record_topics.record_id = statements.id order by topics.id
    ) as about
  ) as topics_fr,
  (
    select group_concat(name_en, '; ')
    from (
      select topics.name_en from record_topics join topics on topics.id = record_topics.topic_id
      where record_topics.record_id = statements.id order by topics.id
    ) as about
  ) as topics_en
from statements
left join meetings on meetings.id = statements.meeting_id
left join measures on measures.id = statements.measure_id;

create view points as
-- A statement with its forum and its first citation, as lists of points tell it.
select
  said.statement_id as id,
  said.type,
  said.attribution,
  said.date,
  said.meeting_id,
  said.measure_id,
  said.forum_id,
  coalesce(forums.acronym_fr, forums.name_fr) as forum_fr,
  coalesce(forums.acronym_en, forums.name_en) as forum_en,
  said.who_fr,
  said.who_en,
  said.summary_fr,
  said.summary_en,
  said.topics_fr,
  said.topics_en,
  said.stance,
  said.stance_target_id,
  said.sort,
  first_citations.source_id,
  first_citations.locator,
  coalesce(
    first_citations.url, (select sources.url from sources where sources.id = first_citations.source_id)
  ) as url
from said
left join forums on forums.id = said.forum_id
left join first_citations on first_citations.record_id = said.statement_id;

create view measure_dates as
-- When a measure was adopted or signed as a whole (else the day of the assent to it), from when it is in force (the
-- first part of it, where it is not as a whole), from when the first part of it applies.
select
  measures.id as measure_id,
  coalesce(
    (
      select min(event_date) from measure_events
      where measure_id = measures.id and of_fr is null
        and type in (select code from step_types where coalesce(counts_as, code) in ('adopted', 'signed'))
    ),
    (
      select min(event_date) from measure_events
      where measure_id = measures.id and of_fr is null
        and type in (select code from step_types where coalesce(counts_as, code) in ('assented'))
    )
  ) as adopted,
  (
    select event_date from measure_events
    where measure_id = measures.id and event_date is not null
      and type in (select code from step_types where coalesce(counts_as, code) in ('entered_into_force'))
      and (country_id is null or country_id = coalesce(measures.country_id, measures.issuer_id))
    order by case when of_fr is null then 0 else 1 end, event_date limit 1
  ) as in_force,
  (
    select min(event_date) from measure_events
    where measure_id = measures.id
      and type in (select code from step_types where coalesce(counts_as, code) in ('applied'))
  ) as applies
from measures;
