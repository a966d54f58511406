CREATE TABLE organisation_types (
	code TEXT NOT NULL, 
	label_fr TEXT NOT NULL, 
	label_en TEXT NOT NULL, 
	meaning_fr TEXT, 
	meaning_en TEXT, 
	synonyms TEXT, 
	sort INTEGER DEFAULT '0' NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_organisation_types PRIMARY KEY (code), 
	CONSTRAINT ck_organisation_types_not_blank CHECK (trim(label_fr) <> '' and trim(label_en) <> ''), 
	CONSTRAINT ck_organisation_types_code_is_word CHECK (ltrim(code, 'abcdefghijklmnopqrstuvwxyz_-') = '' and code <> ''), 
	CONSTRAINT fk_organisation_types_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE forum_types (
	code TEXT NOT NULL, 
	label_fr TEXT NOT NULL, 
	label_en TEXT NOT NULL, 
	meaning_fr TEXT, 
	meaning_en TEXT, 
	synonyms TEXT, 
	sort INTEGER DEFAULT '0' NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_forum_types PRIMARY KEY (code), 
	CONSTRAINT ck_forum_types_not_blank CHECK (trim(label_fr) <> '' and trim(label_en) <> ''), 
	CONSTRAINT ck_forum_types_code_is_word CHECK (ltrim(code, 'abcdefghijklmnopqrstuvwxyz_-') = '' and code <> ''), 
	CONSTRAINT fk_forum_types_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE process_types (
	code TEXT NOT NULL, 
	label_fr TEXT NOT NULL, 
	label_en TEXT NOT NULL, 
	meaning_fr TEXT, 
	meaning_en TEXT, 
	synonyms TEXT, 
	sort INTEGER DEFAULT '0' NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_process_types PRIMARY KEY (code), 
	CONSTRAINT ck_process_types_not_blank CHECK (trim(label_fr) <> '' and trim(label_en) <> ''), 
	CONSTRAINT ck_process_types_code_is_word CHECK (ltrim(code, 'abcdefghijklmnopqrstuvwxyz_-') = '' and code <> ''), 
	CONSTRAINT fk_process_types_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE meeting_types (
	code TEXT NOT NULL, 
	label_fr TEXT NOT NULL, 
	label_en TEXT NOT NULL, 
	meaning_fr TEXT, 
	meaning_en TEXT, 
	synonyms TEXT, 
	sort INTEGER DEFAULT '0' NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_meeting_types PRIMARY KEY (code), 
	CONSTRAINT ck_meeting_types_not_blank CHECK (trim(label_fr) <> '' and trim(label_en) <> ''), 
	CONSTRAINT ck_meeting_types_code_is_word CHECK (ltrim(code, 'abcdefghijklmnopqrstuvwxyz_-') = '' and code <> ''), 
	CONSTRAINT fk_meeting_types_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE participation_roles (
	code TEXT NOT NULL, 
	label_fr TEXT NOT NULL, 
	label_en TEXT NOT NULL, 
	meaning_fr TEXT, 
	meaning_en TEXT, 
	synonyms TEXT, 
	sort INTEGER DEFAULT '0' NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_participation_roles PRIMARY KEY (code), 
	CONSTRAINT ck_participation_roles_not_blank CHECK (trim(label_fr) <> '' and trim(label_en) <> ''), 
	CONSTRAINT ck_participation_roles_code_is_word CHECK (ltrim(code, 'abcdefghijklmnopqrstuvwxyz_-') = '' and code <> ''), 
	CONSTRAINT fk_participation_roles_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE capacities (
	code TEXT NOT NULL, 
	label_fr TEXT NOT NULL, 
	label_en TEXT NOT NULL, 
	meaning_fr TEXT, 
	meaning_en TEXT, 
	synonyms TEXT, 
	sort INTEGER DEFAULT '0' NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_capacities PRIMARY KEY (code), 
	CONSTRAINT ck_capacities_not_blank CHECK (trim(label_fr) <> '' and trim(label_en) <> ''), 
	CONSTRAINT ck_capacities_code_is_word CHECK (ltrim(code, 'abcdefghijklmnopqrstuvwxyz_-') = '' and code <> ''), 
	CONSTRAINT fk_capacities_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE measure_types (
	code TEXT NOT NULL, 
	label_fr TEXT NOT NULL, 
	label_en TEXT NOT NULL, 
	meaning_fr TEXT, 
	meaning_en TEXT, 
	synonyms TEXT, 
	sort INTEGER DEFAULT '0' NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_measure_types PRIMARY KEY (code), 
	CONSTRAINT ck_measure_types_not_blank CHECK (trim(label_fr) <> '' and trim(label_en) <> ''), 
	CONSTRAINT ck_measure_types_code_is_word CHECK (ltrim(code, 'abcdefghijklmnopqrstuvwxyz_-') = '' and code <> ''), 
	CONSTRAINT fk_measure_types_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE step_types (
	code TEXT NOT NULL, 
	label_fr TEXT NOT NULL, 
	label_en TEXT NOT NULL, 
	meaning_fr TEXT, 
	meaning_en TEXT, 
	synonyms TEXT, 
	sort INTEGER DEFAULT '0' NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_step_types PRIMARY KEY (code), 
	CONSTRAINT ck_step_types_not_blank CHECK (trim(label_fr) <> '' and trim(label_en) <> ''), 
	CONSTRAINT ck_step_types_code_is_word CHECK (ltrim(code, 'abcdefghijklmnopqrstuvwxyz_-') = '' and code <> ''), 
	CONSTRAINT fk_step_types_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE adoption_methods (
	code TEXT NOT NULL, 
	label_fr TEXT NOT NULL, 
	label_en TEXT NOT NULL, 
	meaning_fr TEXT, 
	meaning_en TEXT, 
	synonyms TEXT, 
	sort INTEGER DEFAULT '0' NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_adoption_methods PRIMARY KEY (code), 
	CONSTRAINT ck_adoption_methods_not_blank CHECK (trim(label_fr) <> '' and trim(label_en) <> ''), 
	CONSTRAINT ck_adoption_methods_code_is_word CHECK (ltrim(code, 'abcdefghijklmnopqrstuvwxyz_-') = '' and code <> ''), 
	CONSTRAINT fk_adoption_methods_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE statement_types (
	code TEXT NOT NULL, 
	label_fr TEXT NOT NULL, 
	label_en TEXT NOT NULL, 
	meaning_fr TEXT, 
	meaning_en TEXT, 
	synonyms TEXT, 
	sort INTEGER DEFAULT '0' NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_statement_types PRIMARY KEY (code), 
	CONSTRAINT ck_statement_types_not_blank CHECK (trim(label_fr) <> '' and trim(label_en) <> ''), 
	CONSTRAINT ck_statement_types_code_is_word CHECK (ltrim(code, 'abcdefghijklmnopqrstuvwxyz_-') = '' and code <> ''), 
	CONSTRAINT fk_statement_types_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE units (
	code TEXT NOT NULL, 
	label_fr TEXT NOT NULL, 
	label_en TEXT NOT NULL, 
	meaning_fr TEXT, 
	meaning_en TEXT, 
	synonyms TEXT, 
	sort INTEGER DEFAULT '0' NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_units PRIMARY KEY (code), 
	CONSTRAINT ck_units_not_blank CHECK (trim(label_fr) <> '' and trim(label_en) <> ''), 
	CONSTRAINT ck_units_code_is_word CHECK (ltrim(code, 'abcdefghijklmnopqrstuvwxyz_-') = '' and code <> ''), 
	CONSTRAINT fk_units_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE predicates (
	code TEXT NOT NULL, 
	label_fr TEXT NOT NULL, 
	label_en TEXT NOT NULL, 
	meaning_fr TEXT, 
	meaning_en TEXT, 
	synonyms TEXT, 
	sort INTEGER DEFAULT '0' NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_predicates PRIMARY KEY (code), 
	CONSTRAINT ck_predicates_not_blank CHECK (trim(label_fr) <> '' and trim(label_en) <> ''), 
	CONSTRAINT ck_predicates_code_is_word CHECK (ltrim(code, 'abcdefghijklmnopqrstuvwxyz_-') = '' and code <> ''), 
	CONSTRAINT fk_predicates_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE membership_roles (
	code TEXT NOT NULL, 
	label_fr TEXT NOT NULL, 
	label_en TEXT NOT NULL, 
	meaning_fr TEXT, 
	meaning_en TEXT, 
	synonyms TEXT, 
	sort INTEGER DEFAULT '0' NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_membership_roles PRIMARY KEY (code), 
	CONSTRAINT ck_membership_roles_not_blank CHECK (trim(label_fr) <> '' and trim(label_en) <> ''), 
	CONSTRAINT ck_membership_roles_code_is_word CHECK (ltrim(code, 'abcdefghijklmnopqrstuvwxyz_-') = '' and code <> ''), 
	CONSTRAINT fk_membership_roles_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE name_types (
	code TEXT NOT NULL, 
	label_fr TEXT NOT NULL, 
	label_en TEXT NOT NULL, 
	meaning_fr TEXT, 
	meaning_en TEXT, 
	synonyms TEXT, 
	sort INTEGER DEFAULT '0' NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_name_types PRIMARY KEY (code), 
	CONSTRAINT ck_name_types_not_blank CHECK (trim(label_fr) <> '' and trim(label_en) <> ''), 
	CONSTRAINT ck_name_types_code_is_word CHECK (ltrim(code, 'abcdefghijklmnopqrstuvwxyz_-') = '' and code <> ''), 
	CONSTRAINT fk_name_types_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE identifier_schemes (
	code TEXT NOT NULL, 
	label_fr TEXT NOT NULL, 
	label_en TEXT NOT NULL, 
	meaning_fr TEXT, 
	meaning_en TEXT, 
	synonyms TEXT, 
	sort INTEGER DEFAULT '0' NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_identifier_schemes PRIMARY KEY (code), 
	CONSTRAINT ck_identifier_schemes_not_blank CHECK (trim(label_fr) <> '' and trim(label_en) <> ''), 
	CONSTRAINT ck_identifier_schemes_code_is_word CHECK (ltrim(code, 'abcdefghijklmnopqrstuvwxyz_-') = '' and code <> ''), 
	CONSTRAINT fk_identifier_schemes_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE source_types (
	code TEXT NOT NULL, 
	label_fr TEXT NOT NULL, 
	label_en TEXT NOT NULL, 
	meaning_fr TEXT, 
	meaning_en TEXT, 
	synonyms TEXT, 
	sort INTEGER DEFAULT '0' NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_source_types PRIMARY KEY (code), 
	CONSTRAINT ck_source_types_not_blank CHECK (trim(label_fr) <> '' and trim(label_en) <> ''), 
	CONSTRAINT ck_source_types_code_is_word CHECK (ltrim(code, 'abcdefghijklmnopqrstuvwxyz_-') = '' and code <> ''), 
	CONSTRAINT fk_source_types_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE record_types (
	code TEXT NOT NULL, 
	label_fr TEXT NOT NULL, 
	label_en TEXT NOT NULL, 
	meaning_fr TEXT, 
	meaning_en TEXT, 
	synonyms TEXT, 
	sort INTEGER DEFAULT '0' NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_record_types PRIMARY KEY (code), 
	CONSTRAINT ck_record_types_not_blank CHECK (trim(label_fr) <> '' and trim(label_en) <> ''), 
	CONSTRAINT ck_record_types_code_is_word CHECK (ltrim(code, 'abcdefghijklmnopqrstuvwxyz_-') = '' and code <> ''), 
	CONSTRAINT fk_record_types_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE languages (
	code TEXT NOT NULL, 
	label_fr TEXT NOT NULL, 
	label_en TEXT NOT NULL, 
	meaning_fr TEXT, 
	meaning_en TEXT, 
	synonyms TEXT, 
	sort INTEGER DEFAULT '0' NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_languages PRIMARY KEY (code), 
	CONSTRAINT ck_languages_not_blank CHECK (trim(label_fr) <> '' and trim(label_en) <> ''), 
	CONSTRAINT ck_languages_code_is_word CHECK (ltrim(code, 'abcdefghijklmnopqrstuvwxyz_-') = '' and code <> ''), 
	CONSTRAINT fk_languages_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE forums (
	id TEXT NOT NULL, 
	type TEXT NOT NULL, 
	organisation_id TEXT, 
	parent_id TEXT, 
	name_fr TEXT NOT NULL, 
	name_en TEXT NOT NULL, 
	acronym_fr TEXT, 
	acronym_en TEXT, 
	kind TEXT DEFAULT 'forum' NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_forums PRIMARY KEY (id), 
	CONSTRAINT ck_forums_not_blank CHECK (trim(name_fr) <> '' and trim(name_en) <> ''), 
	CONSTRAINT fk_forums_type FOREIGN KEY(type) REFERENCES forum_types (code) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT ck_forums_not_own_parent CHECK (parent_id <> id), 
	CONSTRAINT fk_forums_id_kind FOREIGN KEY(id, kind) REFERENCES records (id, kind) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT ck_forums_kind CHECK (kind = 'forum'), 
	CONSTRAINT fk_forums_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisations (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_forums_parent_id FOREIGN KEY(parent_id) REFERENCES forums (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_forums_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE processes (
	id TEXT NOT NULL, 
	type TEXT NOT NULL, 
	forum_id TEXT, 
	mandate_id TEXT, 
	parent_id TEXT, 
	start_date TEXT, 
	end_date TEXT, 
	status TEXT NOT NULL, 
	seats INTEGER, 
	outcome_fr TEXT, 
	outcome_en TEXT, 
	name_fr TEXT NOT NULL, 
	name_en TEXT NOT NULL, 
	acronym_fr TEXT, 
	acronym_en TEXT, 
	kind TEXT DEFAULT 'process' NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_processes PRIMARY KEY (id), 
	CONSTRAINT ck_processes_not_blank CHECK (trim(name_fr) <> '' and trim(name_en) <> ''), 
	CONSTRAINT fk_processes_type FOREIGN KEY(type) REFERENCES process_types (code) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT ck_processes_status_known CHECK (status in ('proposed', 'active', 'concluded', 'suspended', 'unknown')), 
	CONSTRAINT ck_processes_start_date_is_date CHECK (length(start_date) in (4, 7, 10) and length(substr(start_date, 1, 4)) = 4 and ltrim(substr(start_date, 1, 4), '0123456789') = '' and (length(start_date) = 4 or substr(start_date, 5, 1) = '-' and ltrim(substr(start_date, 6, 2), '0123456789') = '' and substr(start_date, 6, 2) between '01' and '12') and (length(start_date) < 10 or substr(start_date, 8, 1) = '-' and ltrim(substr(start_date, 9, 2), '0123456789') = '' and substr(start_date, 9, 2) >= '01' and substr(start_date, 9, 2) <= case when substr(start_date, 6, 2) in ('04', '06', '09', '11') then '30' when substr(start_date, 6, 2) = '02' and (cast(substr(start_date, 1, 4) as integer) % 4 = 0 and cast(substr(start_date, 1, 4) as integer) % 100 <> 0 or cast(substr(start_date, 1, 4) as integer) % 400 = 0) then '29' when substr(start_date, 6, 2) = '02' then '28' else '31' end)), 
	CONSTRAINT ck_processes_end_date_is_date CHECK (length(end_date) in (4, 7, 10) and length(substr(end_date, 1, 4)) = 4 and ltrim(substr(end_date, 1, 4), '0123456789') = '' and (length(end_date) = 4 or substr(end_date, 5, 1) = '-' and ltrim(substr(end_date, 6, 2), '0123456789') = '' and substr(end_date, 6, 2) between '01' and '12') and (length(end_date) < 10 or substr(end_date, 8, 1) = '-' and ltrim(substr(end_date, 9, 2), '0123456789') = '' and substr(end_date, 9, 2) >= '01' and substr(end_date, 9, 2) <= case when substr(end_date, 6, 2) in ('04', '06', '09', '11') then '30' when substr(end_date, 6, 2) = '02' and (cast(substr(end_date, 1, 4) as integer) % 4 = 0 and cast(substr(end_date, 1, 4) as integer) % 100 <> 0 or cast(substr(end_date, 1, 4) as integer) % 400 = 0) then '29' when substr(end_date, 6, 2) = '02' then '28' else '31' end)), 
	CONSTRAINT ck_processes_end_not_before_start CHECK (substr(end_date, 1, length(start_date)) >= substr(start_date, 1, length(end_date))), 
	CONSTRAINT ck_processes_not_own_parent CHECK (parent_id <> id), 
	CONSTRAINT ck_processes_seats_counted CHECK (seats >= 1), 
	CONSTRAINT ck_processes_outcome_in_both_languages CHECK ((outcome_fr is null) = (outcome_en is null)), 
	CONSTRAINT fk_processes_id_kind FOREIGN KEY(id, kind) REFERENCES records (id, kind) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT ck_processes_kind CHECK (kind = 'process'), 
	CONSTRAINT fk_processes_forum_id FOREIGN KEY(forum_id) REFERENCES forums (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_processes_mandate_id FOREIGN KEY(mandate_id) REFERENCES measures (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_processes_parent_id FOREIGN KEY(parent_id) REFERENCES processes (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_processes_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE meetings (
	id TEXT NOT NULL, 
	type TEXT NOT NULL, 
	forum_id TEXT, 
	process_id TEXT, 
	parent_id TEXT, 
	start_date TEXT NOT NULL, 
	end_date TEXT, 
	date_note TEXT, 
	date_reason_fr TEXT, 
	date_reason_en TEXT, 
	start_time TEXT, 
	end_time TEXT, 
	place_fr TEXT, 
	place_en TEXT, 
	country_id TEXT, 
	status TEXT NOT NULL, 
	name_fr TEXT NOT NULL, 
	name_en TEXT NOT NULL, 
	acronym_fr TEXT, 
	acronym_en TEXT, 
	kind TEXT DEFAULT 'meeting' NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_meetings PRIMARY KEY (id), 
	CONSTRAINT ck_meetings_not_blank CHECK (trim(name_fr) <> '' and trim(name_en) <> ''), 
	CONSTRAINT fk_meetings_type FOREIGN KEY(type) REFERENCES meeting_types (code) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT ck_meetings_status_known CHECK (status in ('held', 'postponed', 'cancelled', 'planned', 'unknown')), 
	CONSTRAINT ck_meetings_date_note_known CHECK (date_note in ('inferred', 'approximate', 'uncertain')), 
	CONSTRAINT ck_meetings_somewhere CHECK (forum_id is not null or process_id is not null), 
	CONSTRAINT ck_meetings_start_date_is_date CHECK (length(start_date) in (4, 7, 10) and length(substr(start_date, 1, 4)) = 4 and ltrim(substr(start_date, 1, 4), '0123456789') = '' and (length(start_date) = 4 or substr(start_date, 5, 1) = '-' and ltrim(substr(start_date, 6, 2), '0123456789') = '' and substr(start_date, 6, 2) between '01' and '12') and (length(start_date) < 10 or substr(start_date, 8, 1) = '-' and ltrim(substr(start_date, 9, 2), '0123456789') = '' and substr(start_date, 9, 2) >= '01' and substr(start_date, 9, 2) <= case when substr(start_date, 6, 2) in ('04', '06', '09', '11') then '30' when substr(start_date, 6, 2) = '02' and (cast(substr(start_date, 1, 4) as integer) % 4 = 0 and cast(substr(start_date, 1, 4) as integer) % 100 <> 0 or cast(substr(start_date, 1, 4) as integer) % 400 = 0) then '29' when substr(start_date, 6, 2) = '02' then '28' else '31' end)), 
	CONSTRAINT ck_meetings_end_date_is_date CHECK (length(end_date) in (4, 7, 10) and length(substr(end_date, 1, 4)) = 4 and ltrim(substr(end_date, 1, 4), '0123456789') = '' and (length(end_date) = 4 or substr(end_date, 5, 1) = '-' and ltrim(substr(end_date, 6, 2), '0123456789') = '' and substr(end_date, 6, 2) between '01' and '12') and (length(end_date) < 10 or substr(end_date, 8, 1) = '-' and ltrim(substr(end_date, 9, 2), '0123456789') = '' and substr(end_date, 9, 2) >= '01' and substr(end_date, 9, 2) <= case when substr(end_date, 6, 2) in ('04', '06', '09', '11') then '30' when substr(end_date, 6, 2) = '02' and (cast(substr(end_date, 1, 4) as integer) % 4 = 0 and cast(substr(end_date, 1, 4) as integer) % 100 <> 0 or cast(substr(end_date, 1, 4) as integer) % 400 = 0) then '29' when substr(end_date, 6, 2) = '02' then '28' else '31' end)), 
	CONSTRAINT ck_meetings_end_not_before_start CHECK (substr(end_date, 1, length(start_date)) >= substr(start_date, 1, length(end_date))), 
	CONSTRAINT ck_meetings_start_time_is_time CHECK (length(start_time) = 5 and substr(start_time, 3, 1) = ':' and ltrim(substr(start_time, 1, 2), '0123456789') = '' and ltrim(substr(start_time, 4, 2), '0123456789') = '' and start_time between '00:00' and '23:59' and substr(start_time, 4, 2) <= '59'), 
	CONSTRAINT ck_meetings_end_time_is_time CHECK (length(end_time) = 5 and substr(end_time, 3, 1) = ':' and ltrim(substr(end_time, 1, 2), '0123456789') = '' and ltrim(substr(end_time, 4, 2), '0123456789') = '' and end_time between '00:00' and '23:59' and substr(end_time, 4, 2) <= '59'), 
	CONSTRAINT ck_meetings_place_in_both_languages CHECK ((place_fr is null) = (place_en is null)), 
	CONSTRAINT ck_meetings_reason_in_both_languages CHECK ((date_reason_fr is null) = (date_reason_en is null)), 
	CONSTRAINT ck_meetings_inferred_says_why CHECK (date_note is null or date_reason_fr is not null), 
	CONSTRAINT ck_meetings_not_own_parent CHECK (parent_id <> id), 
	CONSTRAINT fk_meetings_id_kind FOREIGN KEY(id, kind) REFERENCES records (id, kind) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT ck_meetings_kind CHECK (kind = 'meeting'), 
	CONSTRAINT fk_meetings_forum_id FOREIGN KEY(forum_id) REFERENCES forums (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_meetings_process_id FOREIGN KEY(process_id) REFERENCES processes (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_meetings_parent_id FOREIGN KEY(parent_id) REFERENCES meetings (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_meetings_country_id FOREIGN KEY(country_id) REFERENCES countries (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_meetings_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE speakers (
	id TEXT NOT NULL, 
	given_name TEXT, 
	family_name TEXT NOT NULL, 
	sort_name TEXT NOT NULL, 
	kind TEXT DEFAULT 'speaker' NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_speakers PRIMARY KEY (id), 
	CONSTRAINT ck_speakers_not_blank CHECK (trim(family_name) <> '' and trim(sort_name) <> ''), 
	CONSTRAINT fk_speakers_id_kind FOREIGN KEY(id, kind) REFERENCES records (id, kind) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT ck_speakers_kind CHECK (kind = 'speaker'), 
	CONSTRAINT fk_speakers_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE organisations (
	id TEXT NOT NULL, 
	type TEXT NOT NULL, 
	country_id TEXT, 
	parent_id TEXT, 
	name_fr TEXT NOT NULL, 
	name_en TEXT NOT NULL, 
	acronym_fr TEXT, 
	acronym_en TEXT, 
	kind TEXT DEFAULT 'organisation' NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_organisations PRIMARY KEY (id), 
	CONSTRAINT ck_organisations_not_blank CHECK (trim(name_fr) <> '' and trim(name_en) <> ''), 
	CONSTRAINT fk_organisations_type FOREIGN KEY(type) REFERENCES organisation_types (code) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT ck_organisations_not_own_parent CHECK (parent_id <> id), 
	CONSTRAINT fk_organisations_id_kind FOREIGN KEY(id, kind) REFERENCES records (id, kind) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT ck_organisations_kind CHECK (kind = 'organisation'), 
	CONSTRAINT fk_organisations_country_id FOREIGN KEY(country_id) REFERENCES countries (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_organisations_parent_id FOREIGN KEY(parent_id) REFERENCES organisations (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_organisations_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE measures (
	id TEXT NOT NULL, 
	type TEXT NOT NULL, 
	force TEXT NOT NULL, 
	status TEXT NOT NULL, 
	issuer_id TEXT, 
	country_id TEXT, 
	process_id TEXT, 
	parent_id TEXT, 
	name_fr TEXT NOT NULL, 
	name_en TEXT NOT NULL, 
	acronym_fr TEXT, 
	acronym_en TEXT, 
	kind TEXT DEFAULT 'measure' NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_measures PRIMARY KEY (id), 
	CONSTRAINT ck_measures_not_blank CHECK (trim(name_fr) <> '' and trim(name_en) <> ''), 
	CONSTRAINT fk_measures_type FOREIGN KEY(type) REFERENCES measure_types (code) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT ck_measures_force_known CHECK (force in ('binding', 'voluntary', 'unknown')), 
	CONSTRAINT ck_measures_status_known CHECK (status in ('announced', 'proposed', 'adopted', 'in_force', 'under_review', 'withdrawn', 'replaced', 'unknown')), 
	CONSTRAINT ck_measures_not_own_parent CHECK (parent_id <> id), 
	CONSTRAINT fk_measures_id_kind FOREIGN KEY(id, kind) REFERENCES records (id, kind) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT ck_measures_kind CHECK (kind = 'measure'), 
	CONSTRAINT fk_measures_issuer_id FOREIGN KEY(issuer_id) REFERENCES records (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_measures_country_id FOREIGN KEY(country_id) REFERENCES countries (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_measures_process_id FOREIGN KEY(process_id) REFERENCES processes (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_measures_parent_id FOREIGN KEY(parent_id) REFERENCES measures (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_measures_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE statements (
	id TEXT NOT NULL, 
	type TEXT NOT NULL, 
	meeting_id TEXT, 
	process_id TEXT, 
	measure_id TEXT, 
	forum_id TEXT, 
	attribution TEXT NOT NULL, 
	attribution_text_fr TEXT, 
	attribution_text_en TEXT, 
	reporting TEXT NOT NULL, 
	summary_fr TEXT NOT NULL, 
	summary_en TEXT NOT NULL, 
	stance TEXT, 
	stance_target_id TEXT, 
	sort INTEGER NOT NULL, 
	kind TEXT DEFAULT 'statement' NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_statements PRIMARY KEY (id), 
	CONSTRAINT ck_statements_said_somewhere CHECK (meeting_id is not null or process_id is not null or measure_id is not null or forum_id is not null), 
	CONSTRAINT fk_statements_type FOREIGN KEY(type) REFERENCES statement_types (code) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT ck_statements_attribution_known CHECK (attribution in ('individual', 'joint', 'collective', 'moderator', 'document', 'press')), 
	CONSTRAINT ck_statements_reporting_known CHECK (reporting in ('quoted', 'reported', 'summarised')), 
	CONSTRAINT ck_statements_stance_known CHECK (stance in ('supports', 'opposes', 'neutral', 'mixed')), 
	CONSTRAINT ck_statements_not_blank CHECK (trim(summary_fr) <> '' and trim(summary_en) <> ''), 
	CONSTRAINT ck_statements_stance_has_target CHECK ((stance is null) = (stance_target_id is null)), 
	CONSTRAINT ck_statements_attribution_in_both_languages CHECK ((attribution_text_fr is null) = (attribution_text_en is null)), 
	CONSTRAINT ck_statements_collective_says_who CHECK (attribution <> 'collective' or attribution_text_fr is not null), 
	CONSTRAINT ck_statements_sort_from_one CHECK (sort >= 1), 
	CONSTRAINT fk_statements_id_kind FOREIGN KEY(id, kind) REFERENCES records (id, kind) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT ck_statements_kind CHECK (kind = 'statement'), 
	CONSTRAINT fk_statements_meeting_id FOREIGN KEY(meeting_id) REFERENCES meetings (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_statements_process_id FOREIGN KEY(process_id) REFERENCES processes (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_statements_measure_id FOREIGN KEY(measure_id) REFERENCES measures (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_statements_forum_id FOREIGN KEY(forum_id) REFERENCES forums (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_statements_stance_target_id FOREIGN KEY(stance_target_id) REFERENCES records (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_statements_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE countries (
	id TEXT NOT NULL, 
	type TEXT NOT NULL, 
	alpha2 TEXT, 
	m49 TEXT, 
	name_fr TEXT NOT NULL, 
	name_en TEXT NOT NULL, 
	acronym_fr TEXT, 
	acronym_en TEXT, 
	kind TEXT DEFAULT 'country' NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_countries PRIMARY KEY (id), 
	CONSTRAINT uq_countries_alpha2 UNIQUE (alpha2), 
	CONSTRAINT uq_countries_m49 UNIQUE (m49), 
	CONSTRAINT ck_countries_not_blank CHECK (trim(name_fr) <> '' and trim(name_en) <> ''), 
	CONSTRAINT ck_countries_type_known CHECK (type in ('state', 'union', 'territory', 'former_state')), 
	CONSTRAINT ck_countries_alpha2_is_code CHECK (length(alpha2) = 2 and ltrim(alpha2, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') = ''), 
	CONSTRAINT ck_countries_m49_is_code CHECK (length(m49) = 3 and ltrim(m49, '0123456789') = ''), 
	CONSTRAINT fk_countries_id_kind FOREIGN KEY(id, kind) REFERENCES records (id, kind) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT ck_countries_kind CHECK (kind = 'country'), 
	CONSTRAINT fk_countries_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE affiliations (
	id TEXT NOT NULL, 
	speaker_id TEXT NOT NULL, 
	organisation_id TEXT NOT NULL, 
	position_fr TEXT, 
	position_en TEXT, 
	start_date TEXT, 
	end_date TEXT, 
	attested_on TEXT, 
	kind TEXT DEFAULT 'affiliation' NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_affiliations PRIMARY KEY (id), 
	CONSTRAINT uq_affiliations_id_speaker_id UNIQUE (id, speaker_id), 
	CONSTRAINT ck_affiliations_start_date_is_date CHECK (length(start_date) in (4, 7, 10) and length(substr(start_date, 1, 4)) = 4 and ltrim(substr(start_date, 1, 4), '0123456789') = '' and (length(start_date) = 4 or substr(start_date, 5, 1) = '-' and ltrim(substr(start_date, 6, 2), '0123456789') = '' and substr(start_date, 6, 2) between '01' and '12') and (length(start_date) < 10 or substr(start_date, 8, 1) = '-' and ltrim(substr(start_date, 9, 2), '0123456789') = '' and substr(start_date, 9, 2) >= '01' and substr(start_date, 9, 2) <= case when substr(start_date, 6, 2) in ('04', '06', '09', '11') then '30' when substr(start_date, 6, 2) = '02' and (cast(substr(start_date, 1, 4) as integer) % 4 = 0 and cast(substr(start_date, 1, 4) as integer) % 100 <> 0 or cast(substr(start_date, 1, 4) as integer) % 400 = 0) then '29' when substr(start_date, 6, 2) = '02' then '28' else '31' end)), 
	CONSTRAINT ck_affiliations_end_date_is_date CHECK (length(end_date) in (4, 7, 10) and length(substr(end_date, 1, 4)) = 4 and ltrim(substr(end_date, 1, 4), '0123456789') = '' and (length(end_date) = 4 or substr(end_date, 5, 1) = '-' and ltrim(substr(end_date, 6, 2), '0123456789') = '' and substr(end_date, 6, 2) between '01' and '12') and (length(end_date) < 10 or substr(end_date, 8, 1) = '-' and ltrim(substr(end_date, 9, 2), '0123456789') = '' and substr(end_date, 9, 2) >= '01' and substr(end_date, 9, 2) <= case when substr(end_date, 6, 2) in ('04', '06', '09', '11') then '30' when substr(end_date, 6, 2) = '02' and (cast(substr(end_date, 1, 4) as integer) % 4 = 0 and cast(substr(end_date, 1, 4) as integer) % 100 <> 0 or cast(substr(end_date, 1, 4) as integer) % 400 = 0) then '29' when substr(end_date, 6, 2) = '02' then '28' else '31' end)), 
	CONSTRAINT ck_affiliations_attested_on_is_date CHECK (length(attested_on) in (4, 7, 10) and length(substr(attested_on, 1, 4)) = 4 and ltrim(substr(attested_on, 1, 4), '0123456789') = '' and (length(attested_on) = 4 or substr(attested_on, 5, 1) = '-' and ltrim(substr(attested_on, 6, 2), '0123456789') = '' and substr(attested_on, 6, 2) between '01' and '12') and (length(attested_on) < 10 or substr(attested_on, 8, 1) = '-' and ltrim(substr(attested_on, 9, 2), '0123456789') = '' and substr(attested_on, 9, 2) >= '01' and substr(attested_on, 9, 2) <= case when substr(attested_on, 6, 2) in ('04', '06', '09', '11') then '30' when substr(attested_on, 6, 2) = '02' and (cast(substr(attested_on, 1, 4) as integer) % 4 = 0 and cast(substr(attested_on, 1, 4) as integer) % 100 <> 0 or cast(substr(attested_on, 1, 4) as integer) % 400 = 0) then '29' when substr(attested_on, 6, 2) = '02' then '28' else '31' end)), 
	CONSTRAINT ck_affiliations_end_not_before_start CHECK (substr(end_date, 1, length(start_date)) >= substr(start_date, 1, length(end_date))), 
	CONSTRAINT ck_affiliations_dated CHECK (start_date is not null or attested_on is not null), 
	CONSTRAINT ck_affiliations_position_in_both_languages CHECK ((position_fr is null) = (position_en is null)), 
	CONSTRAINT fk_affiliations_id_kind FOREIGN KEY(id, kind) REFERENCES records (id, kind) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT ck_affiliations_kind CHECK (kind = 'affiliation'), 
	CONSTRAINT fk_affiliations_speaker_id FOREIGN KEY(speaker_id) REFERENCES speakers (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_affiliations_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisations (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_affiliations_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE participations (
	id TEXT NOT NULL, 
	meeting_id TEXT, 
	process_id TEXT, 
	role TEXT NOT NULL, 
	capacity TEXT NOT NULL, 
	speaker_id TEXT, 
	affiliation_id TEXT, 
	organisation_id TEXT, 
	country_id TEXT, 
	name_as_recorded TEXT, 
	honorific TEXT, 
	sort INTEGER, 
	kind TEXT DEFAULT 'participation' NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_participations PRIMARY KEY (id), 
	CONSTRAINT fk_participations_role FOREIGN KEY(role) REFERENCES participation_roles (code) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_participations_capacity FOREIGN KEY(capacity) REFERENCES capacities (code) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT ck_participations_one_place CHECK ((meeting_id is null) <> (process_id is null)), 
	CONSTRAINT ck_participations_somebody CHECK (speaker_id is not null or organisation_id is not null or country_id is not null or name_as_recorded is not null), 
	CONSTRAINT ck_participations_state_names_its_state CHECK (capacity <> 'state' or country_id is not null or name_as_recorded is not null), 
	CONSTRAINT ck_participations_affiliation_of_speaker CHECK (affiliation_id is null or speaker_id is not null), 
	CONSTRAINT fk_participations_affiliation_id_speaker_id FOREIGN KEY(affiliation_id, speaker_id) REFERENCES affiliations (id, speaker_id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_participations_id_kind FOREIGN KEY(id, kind) REFERENCES records (id, kind) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT ck_participations_kind CHECK (kind = 'participation'), 
	CONSTRAINT fk_participations_meeting_id FOREIGN KEY(meeting_id) REFERENCES meetings (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_participations_process_id FOREIGN KEY(process_id) REFERENCES processes (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_participations_speaker_id FOREIGN KEY(speaker_id) REFERENCES speakers (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_participations_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisations (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_participations_country_id FOREIGN KEY(country_id) REFERENCES countries (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_participations_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE statement_participations (
	statement_id TEXT NOT NULL, 
	participation_id TEXT NOT NULL, 
	sort INTEGER NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_statement_participations PRIMARY KEY (statement_id, participation_id), 
	CONSTRAINT fk_statement_participations_statement_id FOREIGN KEY(statement_id) REFERENCES statements (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_statement_participations_participation_id FOREIGN KEY(participation_id) REFERENCES participations (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_statement_participations_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE measure_events (
	id TEXT NOT NULL, 
	measure_id TEXT NOT NULL, 
	type TEXT NOT NULL, 
	event_date TEXT, 
	date_note TEXT, 
	date_reason_fr TEXT, 
	date_reason_en TEXT, 
	attested_on TEXT, 
	meeting_id TEXT, 
	country_id TEXT, 
	method TEXT, 
	kind TEXT DEFAULT 'measure_event' NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_measure_events PRIMARY KEY (id), 
	CONSTRAINT fk_measure_events_type FOREIGN KEY(type) REFERENCES step_types (code) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_measure_events_method FOREIGN KEY(method) REFERENCES adoption_methods (code) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT ck_measure_events_date_note_known CHECK (date_note in ('inferred', 'approximate', 'uncertain')), 
	CONSTRAINT ck_measure_events_event_date_is_date CHECK (length(event_date) in (4, 7, 10) and length(substr(event_date, 1, 4)) = 4 and ltrim(substr(event_date, 1, 4), '0123456789') = '' and (length(event_date) = 4 or substr(event_date, 5, 1) = '-' and ltrim(substr(event_date, 6, 2), '0123456789') = '' and substr(event_date, 6, 2) between '01' and '12') and (length(event_date) < 10 or substr(event_date, 8, 1) = '-' and ltrim(substr(event_date, 9, 2), '0123456789') = '' and substr(event_date, 9, 2) >= '01' and substr(event_date, 9, 2) <= case when substr(event_date, 6, 2) in ('04', '06', '09', '11') then '30' when substr(event_date, 6, 2) = '02' and (cast(substr(event_date, 1, 4) as integer) % 4 = 0 and cast(substr(event_date, 1, 4) as integer) % 100 <> 0 or cast(substr(event_date, 1, 4) as integer) % 400 = 0) then '29' when substr(event_date, 6, 2) = '02' then '28' else '31' end)), 
	CONSTRAINT ck_measure_events_attested_on_is_date CHECK (length(attested_on) in (4, 7, 10) and length(substr(attested_on, 1, 4)) = 4 and ltrim(substr(attested_on, 1, 4), '0123456789') = '' and (length(attested_on) = 4 or substr(attested_on, 5, 1) = '-' and ltrim(substr(attested_on, 6, 2), '0123456789') = '' and substr(attested_on, 6, 2) between '01' and '12') and (length(attested_on) < 10 or substr(attested_on, 8, 1) = '-' and ltrim(substr(attested_on, 9, 2), '0123456789') = '' and substr(attested_on, 9, 2) >= '01' and substr(attested_on, 9, 2) <= case when substr(attested_on, 6, 2) in ('04', '06', '09', '11') then '30' when substr(attested_on, 6, 2) = '02' and (cast(substr(attested_on, 1, 4) as integer) % 4 = 0 and cast(substr(attested_on, 1, 4) as integer) % 100 <> 0 or cast(substr(attested_on, 1, 4) as integer) % 400 = 0) then '29' when substr(attested_on, 6, 2) = '02' then '28' else '31' end)), 
	CONSTRAINT ck_measure_events_dated CHECK (event_date is not null or attested_on is not null), 
	CONSTRAINT ck_measure_events_reason_in_both_languages CHECK ((date_reason_fr is null) = (date_reason_en is null)), 
	CONSTRAINT ck_measure_events_inferred_says_why CHECK (date_note is null or date_reason_fr is not null), 
	CONSTRAINT fk_measure_events_id_kind FOREIGN KEY(id, kind) REFERENCES records (id, kind) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT ck_measure_events_kind CHECK (kind = 'measure_event'), 
	CONSTRAINT fk_measure_events_measure_id FOREIGN KEY(measure_id) REFERENCES measures (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_measure_events_meeting_id FOREIGN KEY(meeting_id) REFERENCES meetings (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_measure_events_country_id FOREIGN KEY(country_id) REFERENCES countries (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_measure_events_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE votes (
	id TEXT NOT NULL, 
	measure_id TEXT NOT NULL, 
	country_id TEXT NOT NULL, 
	vote TEXT NOT NULL, 
	kind TEXT DEFAULT 'vote' NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_votes PRIMARY KEY (id), 
	CONSTRAINT uq_votes_measure_id_country_id UNIQUE (measure_id, country_id), 
	CONSTRAINT ck_votes_vote_known CHECK (vote in ('yes', 'no', 'abstain', 'absent')), 
	CONSTRAINT fk_votes_id_kind FOREIGN KEY(id, kind) REFERENCES records (id, kind) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT ck_votes_kind CHECK (kind = 'vote'), 
	CONSTRAINT fk_votes_measure_id FOREIGN KEY(measure_id) REFERENCES measures (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_votes_country_id FOREIGN KEY(country_id) REFERENCES countries (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_votes_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE memberships (
	id TEXT NOT NULL, 
	member_id TEXT NOT NULL, 
	group_id TEXT NOT NULL, 
	role TEXT NOT NULL, 
	start_date TEXT, 
	end_date TEXT, 
	attested_on TEXT, 
	kind TEXT DEFAULT 'membership' NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_memberships PRIMARY KEY (id), 
	CONSTRAINT fk_memberships_role FOREIGN KEY(role) REFERENCES membership_roles (code) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT ck_memberships_start_date_is_date CHECK (length(start_date) in (4, 7, 10) and length(substr(start_date, 1, 4)) = 4 and ltrim(substr(start_date, 1, 4), '0123456789') = '' and (length(start_date) = 4 or substr(start_date, 5, 1) = '-' and ltrim(substr(start_date, 6, 2), '0123456789') = '' and substr(start_date, 6, 2) between '01' and '12') and (length(start_date) < 10 or substr(start_date, 8, 1) = '-' and ltrim(substr(start_date, 9, 2), '0123456789') = '' and substr(start_date, 9, 2) >= '01' and substr(start_date, 9, 2) <= case when substr(start_date, 6, 2) in ('04', '06', '09', '11') then '30' when substr(start_date, 6, 2) = '02' and (cast(substr(start_date, 1, 4) as integer) % 4 = 0 and cast(substr(start_date, 1, 4) as integer) % 100 <> 0 or cast(substr(start_date, 1, 4) as integer) % 400 = 0) then '29' when substr(start_date, 6, 2) = '02' then '28' else '31' end)), 
	CONSTRAINT ck_memberships_end_date_is_date CHECK (length(end_date) in (4, 7, 10) and length(substr(end_date, 1, 4)) = 4 and ltrim(substr(end_date, 1, 4), '0123456789') = '' and (length(end_date) = 4 or substr(end_date, 5, 1) = '-' and ltrim(substr(end_date, 6, 2), '0123456789') = '' and substr(end_date, 6, 2) between '01' and '12') and (length(end_date) < 10 or substr(end_date, 8, 1) = '-' and ltrim(substr(end_date, 9, 2), '0123456789') = '' and substr(end_date, 9, 2) >= '01' and substr(end_date, 9, 2) <= case when substr(end_date, 6, 2) in ('04', '06', '09', '11') then '30' when substr(end_date, 6, 2) = '02' and (cast(substr(end_date, 1, 4) as integer) % 4 = 0 and cast(substr(end_date, 1, 4) as integer) % 100 <> 0 or cast(substr(end_date, 1, 4) as integer) % 400 = 0) then '29' when substr(end_date, 6, 2) = '02' then '28' else '31' end)), 
	CONSTRAINT ck_memberships_attested_on_is_date CHECK (length(attested_on) in (4, 7, 10) and length(substr(attested_on, 1, 4)) = 4 and ltrim(substr(attested_on, 1, 4), '0123456789') = '' and (length(attested_on) = 4 or substr(attested_on, 5, 1) = '-' and ltrim(substr(attested_on, 6, 2), '0123456789') = '' and substr(attested_on, 6, 2) between '01' and '12') and (length(attested_on) < 10 or substr(attested_on, 8, 1) = '-' and ltrim(substr(attested_on, 9, 2), '0123456789') = '' and substr(attested_on, 9, 2) >= '01' and substr(attested_on, 9, 2) <= case when substr(attested_on, 6, 2) in ('04', '06', '09', '11') then '30' when substr(attested_on, 6, 2) = '02' and (cast(substr(attested_on, 1, 4) as integer) % 4 = 0 and cast(substr(attested_on, 1, 4) as integer) % 100 <> 0 or cast(substr(attested_on, 1, 4) as integer) % 400 = 0) then '29' when substr(attested_on, 6, 2) = '02' then '28' else '31' end)), 
	CONSTRAINT ck_memberships_end_not_before_start CHECK (substr(end_date, 1, length(start_date)) >= substr(start_date, 1, length(end_date))), 
	CONSTRAINT ck_memberships_dated CHECK (start_date is not null or attested_on is not null), 
	CONSTRAINT ck_memberships_not_of_itself CHECK (member_id <> group_id), 
	CONSTRAINT fk_memberships_id_kind FOREIGN KEY(id, kind) REFERENCES records (id, kind) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT ck_memberships_kind CHECK (kind = 'membership'), 
	CONSTRAINT fk_memberships_member_id FOREIGN KEY(member_id) REFERENCES records (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_memberships_group_id FOREIGN KEY(group_id) REFERENCES records (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_memberships_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE figures (
	id TEXT NOT NULL, 
	statement_id TEXT, 
	subject_id TEXT, 
	label_fr TEXT NOT NULL, 
	label_en TEXT NOT NULL, 
	comparator TEXT NOT NULL, 
	value REAL NOT NULL, 
	value_max REAL, 
	unit TEXT NOT NULL, 
	of_figure_id TEXT, 
	period_start TEXT, 
	period_end TEXT, 
	as_of TEXT, 
	attributed_to_id TEXT, 
	kind TEXT DEFAULT 'figure' NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_figures PRIMARY KEY (id), 
	CONSTRAINT ck_figures_comparator_known CHECK (comparator in ('eq', 'approx', 'gt', 'ge', 'lt', 'le', 'range')), 
	CONSTRAINT fk_figures_unit FOREIGN KEY(unit) REFERENCES units (code) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT ck_figures_not_blank CHECK (trim(label_fr) <> '' and trim(label_en) <> ''), 
	CONSTRAINT ck_figures_about_something CHECK (statement_id is not null or subject_id is not null), 
	CONSTRAINT ck_figures_range_has_two_ends CHECK ((comparator = 'range') = (value_max is not null)), 
	CONSTRAINT ck_figures_range_in_order CHECK (value_max > value), 
	CONSTRAINT ck_figures_percent_of_hundred CHECK (unit <> 'percent' or value between 0 and 100), 
	CONSTRAINT ck_figures_period_start_is_date CHECK (length(period_start) in (4, 7, 10) and length(substr(period_start, 1, 4)) = 4 and ltrim(substr(period_start, 1, 4), '0123456789') = '' and (length(period_start) = 4 or substr(period_start, 5, 1) = '-' and ltrim(substr(period_start, 6, 2), '0123456789') = '' and substr(period_start, 6, 2) between '01' and '12') and (length(period_start) < 10 or substr(period_start, 8, 1) = '-' and ltrim(substr(period_start, 9, 2), '0123456789') = '' and substr(period_start, 9, 2) >= '01' and substr(period_start, 9, 2) <= case when substr(period_start, 6, 2) in ('04', '06', '09', '11') then '30' when substr(period_start, 6, 2) = '02' and (cast(substr(period_start, 1, 4) as integer) % 4 = 0 and cast(substr(period_start, 1, 4) as integer) % 100 <> 0 or cast(substr(period_start, 1, 4) as integer) % 400 = 0) then '29' when substr(period_start, 6, 2) = '02' then '28' else '31' end)), 
	CONSTRAINT ck_figures_period_end_is_date CHECK (length(period_end) in (4, 7, 10) and length(substr(period_end, 1, 4)) = 4 and ltrim(substr(period_end, 1, 4), '0123456789') = '' and (length(period_end) = 4 or substr(period_end, 5, 1) = '-' and ltrim(substr(period_end, 6, 2), '0123456789') = '' and substr(period_end, 6, 2) between '01' and '12') and (length(period_end) < 10 or substr(period_end, 8, 1) = '-' and ltrim(substr(period_end, 9, 2), '0123456789') = '' and substr(period_end, 9, 2) >= '01' and substr(period_end, 9, 2) <= case when substr(period_end, 6, 2) in ('04', '06', '09', '11') then '30' when substr(period_end, 6, 2) = '02' and (cast(substr(period_end, 1, 4) as integer) % 4 = 0 and cast(substr(period_end, 1, 4) as integer) % 100 <> 0 or cast(substr(period_end, 1, 4) as integer) % 400 = 0) then '29' when substr(period_end, 6, 2) = '02' then '28' else '31' end)), 
	CONSTRAINT ck_figures_as_of_is_date CHECK (length(as_of) in (4, 7, 10) and length(substr(as_of, 1, 4)) = 4 and ltrim(substr(as_of, 1, 4), '0123456789') = '' and (length(as_of) = 4 or substr(as_of, 5, 1) = '-' and ltrim(substr(as_of, 6, 2), '0123456789') = '' and substr(as_of, 6, 2) between '01' and '12') and (length(as_of) < 10 or substr(as_of, 8, 1) = '-' and ltrim(substr(as_of, 9, 2), '0123456789') = '' and substr(as_of, 9, 2) >= '01' and substr(as_of, 9, 2) <= case when substr(as_of, 6, 2) in ('04', '06', '09', '11') then '30' when substr(as_of, 6, 2) = '02' and (cast(substr(as_of, 1, 4) as integer) % 4 = 0 and cast(substr(as_of, 1, 4) as integer) % 100 <> 0 or cast(substr(as_of, 1, 4) as integer) % 400 = 0) then '29' when substr(as_of, 6, 2) = '02' then '28' else '31' end)), 
	CONSTRAINT ck_figures_period_in_order CHECK (substr(period_end, 1, length(period_start)) >= substr(period_start, 1, length(period_end))), 
	CONSTRAINT ck_figures_not_of_itself CHECK (of_figure_id <> id), 
	CONSTRAINT fk_figures_id_kind FOREIGN KEY(id, kind) REFERENCES records (id, kind) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT ck_figures_kind CHECK (kind = 'figure'), 
	CONSTRAINT fk_figures_statement_id FOREIGN KEY(statement_id) REFERENCES statements (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_figures_subject_id FOREIGN KEY(subject_id) REFERENCES records (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_figures_of_figure_id FOREIGN KEY(of_figure_id) REFERENCES figures (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_figures_attributed_to_id FOREIGN KEY(attributed_to_id) REFERENCES records (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_figures_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE topics (
	id TEXT NOT NULL, 
	parent_id TEXT, 
	sort INTEGER NOT NULL, 
	name_fr TEXT NOT NULL, 
	name_en TEXT NOT NULL, 
	acronym_fr TEXT, 
	acronym_en TEXT, 
	kind TEXT DEFAULT 'topic' NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_topics PRIMARY KEY (id), 
	CONSTRAINT ck_topics_not_blank CHECK (trim(name_fr) <> '' and trim(name_en) <> ''), 
	CONSTRAINT ck_topics_not_own_parent CHECK (parent_id <> id), 
	CONSTRAINT fk_topics_id_kind FOREIGN KEY(id, kind) REFERENCES records (id, kind) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT ck_topics_kind CHECK (kind = 'topic'), 
	CONSTRAINT fk_topics_parent_id FOREIGN KEY(parent_id) REFERENCES topics (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_topics_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE record_topics (
	record_id TEXT NOT NULL, 
	topic_id TEXT NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_record_topics PRIMARY KEY (record_id, topic_id), 
	CONSTRAINT fk_record_topics_record_id FOREIGN KEY(record_id) REFERENCES records (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_record_topics_topic_id FOREIGN KEY(topic_id) REFERENCES topics (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_record_topics_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE relations (
	id TEXT NOT NULL, 
	subject_id TEXT NOT NULL, 
	predicate TEXT NOT NULL, 
	object_id TEXT NOT NULL, 
	start_date TEXT, 
	end_date TEXT, 
	attested_on TEXT, 
	kind TEXT DEFAULT 'relation' NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_relations PRIMARY KEY (id), 
	CONSTRAINT fk_relations_predicate FOREIGN KEY(predicate) REFERENCES predicates (code) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT ck_relations_not_with_itself CHECK (subject_id <> object_id), 
	CONSTRAINT ck_relations_start_date_is_date CHECK (length(start_date) in (4, 7, 10) and length(substr(start_date, 1, 4)) = 4 and ltrim(substr(start_date, 1, 4), '0123456789') = '' and (length(start_date) = 4 or substr(start_date, 5, 1) = '-' and ltrim(substr(start_date, 6, 2), '0123456789') = '' and substr(start_date, 6, 2) between '01' and '12') and (length(start_date) < 10 or substr(start_date, 8, 1) = '-' and ltrim(substr(start_date, 9, 2), '0123456789') = '' and substr(start_date, 9, 2) >= '01' and substr(start_date, 9, 2) <= case when substr(start_date, 6, 2) in ('04', '06', '09', '11') then '30' when substr(start_date, 6, 2) = '02' and (cast(substr(start_date, 1, 4) as integer) % 4 = 0 and cast(substr(start_date, 1, 4) as integer) % 100 <> 0 or cast(substr(start_date, 1, 4) as integer) % 400 = 0) then '29' when substr(start_date, 6, 2) = '02' then '28' else '31' end)), 
	CONSTRAINT ck_relations_end_date_is_date CHECK (length(end_date) in (4, 7, 10) and length(substr(end_date, 1, 4)) = 4 and ltrim(substr(end_date, 1, 4), '0123456789') = '' and (length(end_date) = 4 or substr(end_date, 5, 1) = '-' and ltrim(substr(end_date, 6, 2), '0123456789') = '' and substr(end_date, 6, 2) between '01' and '12') and (length(end_date) < 10 or substr(end_date, 8, 1) = '-' and ltrim(substr(end_date, 9, 2), '0123456789') = '' and substr(end_date, 9, 2) >= '01' and substr(end_date, 9, 2) <= case when substr(end_date, 6, 2) in ('04', '06', '09', '11') then '30' when substr(end_date, 6, 2) = '02' and (cast(substr(end_date, 1, 4) as integer) % 4 = 0 and cast(substr(end_date, 1, 4) as integer) % 100 <> 0 or cast(substr(end_date, 1, 4) as integer) % 400 = 0) then '29' when substr(end_date, 6, 2) = '02' then '28' else '31' end)), 
	CONSTRAINT ck_relations_attested_on_is_date CHECK (length(attested_on) in (4, 7, 10) and length(substr(attested_on, 1, 4)) = 4 and ltrim(substr(attested_on, 1, 4), '0123456789') = '' and (length(attested_on) = 4 or substr(attested_on, 5, 1) = '-' and ltrim(substr(attested_on, 6, 2), '0123456789') = '' and substr(attested_on, 6, 2) between '01' and '12') and (length(attested_on) < 10 or substr(attested_on, 8, 1) = '-' and ltrim(substr(attested_on, 9, 2), '0123456789') = '' and substr(attested_on, 9, 2) >= '01' and substr(attested_on, 9, 2) <= case when substr(attested_on, 6, 2) in ('04', '06', '09', '11') then '30' when substr(attested_on, 6, 2) = '02' and (cast(substr(attested_on, 1, 4) as integer) % 4 = 0 and cast(substr(attested_on, 1, 4) as integer) % 100 <> 0 or cast(substr(attested_on, 1, 4) as integer) % 400 = 0) then '29' when substr(attested_on, 6, 2) = '02' then '28' else '31' end)), 
	CONSTRAINT ck_relations_end_not_before_start CHECK (substr(end_date, 1, length(start_date)) >= substr(start_date, 1, length(end_date))), 
	CONSTRAINT fk_relations_id_kind FOREIGN KEY(id, kind) REFERENCES records (id, kind) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT ck_relations_kind CHECK (kind = 'relation'), 
	CONSTRAINT fk_relations_subject_id FOREIGN KEY(subject_id) REFERENCES records (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_relations_object_id FOREIGN KEY(object_id) REFERENCES records (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_relations_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE names (
	record_id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	lang TEXT NOT NULL, 
	type TEXT NOT NULL, 
	weak INTEGER DEFAULT '0' NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_names PRIMARY KEY (record_id, lang, type, name), 
	CONSTRAINT ck_names_not_blank CHECK (trim(name) <> ''), 
	CONSTRAINT fk_names_type FOREIGN KEY(type) REFERENCES name_types (code) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT ck_names_lang_is_tag CHECK (length(lang) between 2 and 8 and ltrim(lang, 'abcdefghijklmnopqrstuvwxyz-') = ''), 
	CONSTRAINT ck_names_weak_is_flag CHECK (weak in (0, 1)), 
	CONSTRAINT fk_names_record_id FOREIGN KEY(record_id) REFERENCES records (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_names_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE identifiers (
	scheme TEXT NOT NULL, 
	value TEXT NOT NULL, 
	record_id TEXT NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_identifiers PRIMARY KEY (scheme, value), 
	CONSTRAINT fk_identifiers_scheme FOREIGN KEY(scheme) REFERENCES identifier_schemes (code) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT ck_identifiers_not_blank CHECK (trim(value) <> ''), 
	CONSTRAINT fk_identifiers_record_id FOREIGN KEY(record_id) REFERENCES records (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_identifiers_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE sources (
	id TEXT NOT NULL, 
	type TEXT NOT NULL, 
	record_type TEXT, 
	publisher_id TEXT, 
	author_id TEXT, 
	title TEXT NOT NULL, 
	published TEXT, 
	date_note TEXT, 
	date_reason_fr TEXT, 
	date_reason_en TEXT, 
	lang TEXT NOT NULL, 
	original_lang TEXT, 
	url TEXT, 
	retrieved_on TEXT, 
	file_name TEXT, 
	sha256 TEXT, 
	rights_fr TEXT NOT NULL, 
	rights_en TEXT NOT NULL, 
	note_fr TEXT, 
	note_en TEXT, 
	kind TEXT DEFAULT 'source' NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_sources PRIMARY KEY (id), 
	CONSTRAINT uq_sources_sha256 UNIQUE (sha256), 
	CONSTRAINT ck_sources_not_blank CHECK (trim(title) <> '' and trim(rights_fr) <> '' and trim(rights_en) <> ''), 
	CONSTRAINT fk_sources_type FOREIGN KEY(type) REFERENCES source_types (code) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_sources_record_type FOREIGN KEY(record_type) REFERENCES record_types (code) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT ck_sources_date_note_known CHECK (date_note in ('inferred', 'approximate', 'uncertain')), 
	CONSTRAINT ck_sources_published_is_date CHECK (length(published) in (4, 7, 10) and length(substr(published, 1, 4)) = 4 and ltrim(substr(published, 1, 4), '0123456789') = '' and (length(published) = 4 or substr(published, 5, 1) = '-' and ltrim(substr(published, 6, 2), '0123456789') = '' and substr(published, 6, 2) between '01' and '12') and (length(published) < 10 or substr(published, 8, 1) = '-' and ltrim(substr(published, 9, 2), '0123456789') = '' and substr(published, 9, 2) >= '01' and substr(published, 9, 2) <= case when substr(published, 6, 2) in ('04', '06', '09', '11') then '30' when substr(published, 6, 2) = '02' and (cast(substr(published, 1, 4) as integer) % 4 = 0 and cast(substr(published, 1, 4) as integer) % 100 <> 0 or cast(substr(published, 1, 4) as integer) % 400 = 0) then '29' when substr(published, 6, 2) = '02' then '28' else '31' end)), 
	CONSTRAINT ck_sources_retrieved_on_is_date CHECK (length(retrieved_on) in (4, 7, 10) and length(substr(retrieved_on, 1, 4)) = 4 and ltrim(substr(retrieved_on, 1, 4), '0123456789') = '' and (length(retrieved_on) = 4 or substr(retrieved_on, 5, 1) = '-' and ltrim(substr(retrieved_on, 6, 2), '0123456789') = '' and substr(retrieved_on, 6, 2) between '01' and '12') and (length(retrieved_on) < 10 or substr(retrieved_on, 8, 1) = '-' and ltrim(substr(retrieved_on, 9, 2), '0123456789') = '' and substr(retrieved_on, 9, 2) >= '01' and substr(retrieved_on, 9, 2) <= case when substr(retrieved_on, 6, 2) in ('04', '06', '09', '11') then '30' when substr(retrieved_on, 6, 2) = '02' and (cast(substr(retrieved_on, 1, 4) as integer) % 4 = 0 and cast(substr(retrieved_on, 1, 4) as integer) % 100 <> 0 or cast(substr(retrieved_on, 1, 4) as integer) % 400 = 0) then '29' when substr(retrieved_on, 6, 2) = '02' then '28' else '31' end)), 
	CONSTRAINT ck_sources_lang_is_tag CHECK (length(lang) between 2 and 8 and ltrim(lang, 'abcdefghijklmnopqrstuvwxyz-') = ''), 
	CONSTRAINT ck_sources_sha256_is_hex CHECK (length(sha256) = 64 and ltrim(sha256, '0123456789abcdef') = ''), 
	CONSTRAINT ck_sources_reason_in_both_languages CHECK ((date_reason_fr is null) = (date_reason_en is null)), 
	CONSTRAINT ck_sources_note_in_both_languages CHECK ((note_fr is null) = (note_en is null)), 
	CONSTRAINT ck_sources_inferred_says_why CHECK (date_note is null or date_reason_fr is not null), 
	CONSTRAINT fk_sources_id_kind FOREIGN KEY(id, kind) REFERENCES records (id, kind) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT ck_sources_kind CHECK (kind = 'source'), 
	CONSTRAINT fk_sources_publisher_id FOREIGN KEY(publisher_id) REFERENCES organisations (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_sources_author_id FOREIGN KEY(author_id) REFERENCES records (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_sources_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE citations (
	record_id TEXT NOT NULL, 
	field TEXT DEFAULT '' NOT NULL, 
	source_id TEXT NOT NULL, 
	locator TEXT NOT NULL, 
	anchor TEXT DEFAULT '' NOT NULL, 
	support TEXT NOT NULL, 
	confidence TEXT NOT NULL, 
	url TEXT, 
	mirror_url TEXT, 
	note TEXT, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_citations PRIMARY KEY (record_id, field, source_id, locator, anchor), 
	CONSTRAINT ck_citations_support_known CHECK (support in ('states', 'implies', 'contradicts')), 
	CONSTRAINT ck_citations_confidence_known CHECK (confidence in ('high', 'medium')), 
	CONSTRAINT ck_citations_not_blank CHECK (trim(locator) <> ''), 
	CONSTRAINT ck_citations_locator_says_what CHECK (substr(locator, 1, 1) not between '0' and '9'), 
	CONSTRAINT ck_citations_anchor_is_short CHECK (length(anchor) - length(replace(anchor, ' ', '')) < 8), 
	CONSTRAINT ck_citations_mirror_beside_page CHECK (mirror_url is null or url is not null), 
	CONSTRAINT fk_citations_record_id FOREIGN KEY(record_id) REFERENCES records (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_citations_source_id FOREIGN KEY(source_id) REFERENCES sources (id) DEFERRABLE INITIALLY IMMEDIATE, 
	CONSTRAINT fk_citations_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE records (
	id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	load_id INTEGER NOT NULL, 
	CONSTRAINT pk_records PRIMARY KEY (id), 
	CONSTRAINT uq_records_id_kind UNIQUE (id, kind), 
	CONSTRAINT ck_records_kind_known CHECK (kind in ('country', 'organisation', 'forum', 'process', 'meeting', 'speaker', 'measure', 'statement', 'figure', 'topic', 'source', 'affiliation', 'participation', 'measure_event', 'vote', 'membership', 'relation')), 
	CONSTRAINT ck_records_id_readable CHECK (kind = 'country' and ltrim(id, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') = '' and length(id) between 2 and 3 or kind <> 'country' and ltrim(id, 'abcdefghijklmnopqrstuvwxyz0123456789-') = '' and id not like '-%' and id not like '%-' and id not like '%--%'), 
	CONSTRAINT fk_records_load_id FOREIGN KEY(load_id) REFERENCES loads (id) DEFERRABLE INITIALLY IMMEDIATE
)
 STRICT;

CREATE TABLE loads (
	id INTEGER NOT NULL, 
	dataset TEXT NOT NULL, 
	folder TEXT NOT NULL, 
	loaded_at TEXT NOT NULL, 
	version TEXT NOT NULL, 
	files INTEGER NOT NULL, 
	rows INTEGER NOT NULL, 
	digest TEXT NOT NULL, 
	origin TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_loads PRIMARY KEY (id), 
	CONSTRAINT ck_loads_files_counted CHECK (files >= 0 and rows >= 0)
)
 STRICT;

CREATE TABLE name_index (
	norm TEXT NOT NULL, 
	record_id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	name TEXT NOT NULL, 
	weak INTEGER NOT NULL
)
 STRICT;

