-- What SQLite has and PostgreSQL has not, so that the same questions run on both; made anew at each upgrade. Plain
-- SQL, for which nobody need be a superuser.

create or replace function group_concat_next(already text, next text, between_them text) returns text
language sql immutable parallel safe
as $$
  select case when next is null then already when already is null then next else already || between_them || next end
$$;

create or replace aggregate group_concat(text, text) (sfunc = group_concat_next, stype = text, parallel = safe);

create or replace function group_concat_next(already text, next text) returns text
language sql immutable parallel safe
as $$ select case when next is null then already when already is null then next else already || ',' || next end $$;

create or replace aggregate group_concat(text) (sfunc = group_concat_next, stype = text, parallel = safe);
