-- Views for people who write their own SQL; made anew at each upgrade, on SQLite and PostgreSQL alike.

create view labels as
-- Every record that has a name, with it, in both languages.
select id, kind, name_fr, name_en, acronym_fr, acronym_en from countries
union all select id, kind, name_fr, name_en, acronym_fr, acronym_en from organisations
union all select id, kind, name_fr, name_en, acronym_fr, acronym_en from forums
union all select id, kind, name_fr, name_en, acronym_fr, acronym_en from processes
union all select id, kind, name_fr, name_en, acronym_fr, acronym_en from meetings
union all select id, kind, name_fr, name_en, acronym_fr, acronym_en from measures
union all select id, kind, name_fr, name_en, acronym_fr, acronym_en from topics
union all select id, kind, trim(coalesce(given_name, '') || ' ' || family_name),
  trim(coalesce(given_name, '') || ' ' || family_name), null, null from speakers
union all select id, kind, title, title, null, null from sources
union all select id, kind, summary_fr, summary_en, null, null from statements
union all select id, kind, label_fr, label_en, null, null from figures;

create view all_names as
-- Every name of every record: those of its own table and those of names.
select id as record_id, kind, name_fr as name, 'fr' as lang, 'preferred' as type, 0 as weak from labels
union all select id, kind, name_en, 'en', 'preferred', 0 from labels
union all select id, kind, acronym_fr, 'fr', 'acronym', 0 from labels where acronym_fr is not null
union all select id, kind, acronym_en, 'en', 'acronym', 0 from labels where acronym_en is not null
union all select names.record_id, records.kind, names.name, names.lang, names.type, names.weak
  from names join records on records.id = names.record_id;
