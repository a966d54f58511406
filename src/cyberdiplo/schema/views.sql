-- Views for people who write their own SQL; made anew at each upgrade, on SQLite and PostgreSQL alike.

create view labels as
-- Every record that has a name, with it, in both languages. The casts give each column one type all the way down:
-- without them SQLite would make the whole view for every look-up by id.
select id, kind, name_fr, name_en, acronym_fr, acronym_en from countries
union all select id, kind, name_fr, name_en, acronym_fr, acronym_en from organisations
union all select id, kind, name_fr, name_en, acronym_fr, acronym_en from forums
union all select id, kind, name_fr, name_en, acronym_fr, acronym_en from processes
union all select id, kind, name_fr, name_en, acronym_fr, acronym_en from meetings
union all select id, kind, name_fr, name_en, acronym_fr, acronym_en from measures
union all select id, kind, name_fr, name_en, acronym_fr, acronym_en from topics
union all select id, kind, cast(trim(coalesce(given_name, '') || ' ' || family_name) as text),
  cast(trim(coalesce(given_name, '') || ' ' || family_name) as text), cast(null as text), cast(null as text) from speakers
union all select id, kind, title, title, cast(null as text), cast(null as text) from sources
union all select id, kind, summary_fr, summary_en, cast(null as text), cast(null as text) from statements
union all select id, kind, label_fr, label_en, cast(null as text), cast(null as text) from figures;

create view all_names as
-- Every name of every record: those of its own table and those of names.
select id as record_id, kind, name_fr as name, cast('fr' as text) as lang, cast('preferred' as text) as type, cast(0 as integer) as weak from labels
union all select id, kind, name_en, cast('en' as text), cast('preferred' as text), cast(0 as integer) from labels
union all select id, kind, acronym_fr, cast('fr' as text), cast('acronym' as text), cast(0 as integer) from labels where acronym_fr is not null
union all select id, kind, acronym_en, cast('en' as text), cast('acronym' as text), cast(0 as integer) from labels where acronym_en is not null
union all select names.record_id, records.kind, names.name, names.lang, names.type, names.weak
  from names join records on records.id = names.record_id;

create view dated_roll_calls as
-- Every roll call with its date, and whether it is the final one on its measure: in plenary and on the whole text,
-- the latest, not corrected by another. Where only one is on record, it is that one.
select
  ranked.id, ranked.measure_id, ranked.event_id, ranked.stage, ranked.part, ranked.corrects_id, ranked.date, ranked.corrected,
  cast(case when ranked.place = 1 and (ranked.part is null or ranked.standing = 1) then 1 else 0 end as integer) as final
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
      roll_calls.id, roll_calls.measure_id, roll_calls.event_id, roll_calls.stage, roll_calls.part, roll_calls.corrects_id,
      coalesce(
        roll_calls.vote_date,
        (select coalesce(event_date, attested_on) from measure_events where measure_events.id = roll_calls.event_id),
        case when roll_calls.stage is null or roll_calls.stage <> 'committee' then (
          select max(event_date) from measure_events
          where measure_events.measure_id = roll_calls.measure_id and measure_events.type = 'adopted'
        ) end
      ) as date,
      case when exists (select 1 from roll_calls as later where later.corrects_id = roll_calls.id) then 1 else 0 end as corrected
    from roll_calls
  ) as dated
) as ranked;

create view final_votes as
-- How each State voted on each measure: at the final roll call on it, with its date.
select dated_roll_calls.measure_id, dated_roll_calls.id as roll_call_id, dated_roll_calls.date, votes.country_id, votes.vote
from dated_roll_calls join votes on votes.roll_call_id = dated_roll_calls.id
where dated_roll_calls.final = 1;
