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
