"""SQL from which is made what full-text search finds of a record; ``{t}`` is the table whose row it reads."""

from __future__ import annotations

ANCHORS = "(select group_concat(anchor, ' · ') from citations where record_id = {t}.id and anchor <> '')"
ISSUERS = ("organisations", "forums", "processes", "countries")
BOTH_NAMES = "name_fr || ' · ' || name_en || coalesce(' · ' || acronym_fr, '') || coalesce(' · ' || acronym_en, '')"
VOICE = """coalesce(speakers.given_name || ' ', '') || coalesce(speakers.family_name || ' · ', '')
    || coalesce(organisations.name_fr || ' · ' || organisations.name_en || ' · ', '')
    || coalesce(organisations.acronym_fr || ' · ', '')
    || coalesce(countries.name_fr || ' · ' || countries.name_en, participations.name_as_recorded, '')"""
VOICED_BY = """left join speakers on speakers.id = participations.speaker_id
  left join organisations on organisations.id = participations.organisation_id
  left join countries on countries.id = participations.country_id"""
VOICES = f"""(
  select group_concat({VOICE}, ' · ')
  from statement_participations as link join participations on participations.id = link.participation_id
  {VOICED_BY}
  where link.statement_id = {{t}}.id
)"""
# The same while an index is built, from names that were put together once for each participation.
VOICES_ONCE = (
    "create temp table search_voices (id text primary key, voice text) without rowid",
    f"insert into search_voices select participations.id, {VOICE} from participations {VOICED_BY}",
)
VOICES_READ = """(
  select group_concat(voice, ' · ')
  from statement_participations as link join search_voices on search_voices.id = link.participation_id
  where link.statement_id = {t}.id
)"""

# The views say what it is to be in a forum. A list of what is in some forums is made once, not looked up for each hit.
SAID_THERE = "select statement_id from statement_forums where forum_id in ({forums})"
TOOK_PART_THERE = "select participation_id from participation_forums where forum_id in ({forums})"
IN_PROCESSES = "select id from processes where forum_id in ({forums})"
PLACES = "select place_id from place_forums where forum_id in ({forums})"
# The same of one statement, by its place: a search has few hits, a forum may have very many statements.
MADE_THERE = f"""(
    statements.forum_id in ({PLACES})
    or statements.meeting_id in ({PLACES})
    or statements.process_id in ({PLACES})
    or statements.measure_id in ({PLACES}))"""


def names_of(table: str, column: str) -> str:
    """The names of the row of another table that a column points at."""
    return f"(select {BOTH_NAMES} from {table} as other where other.id = {{t}}.{column})"


# What a figure is of, whatever kind of record it is.
SUBJECT = f"(select {BOTH_NAMES} from labels as other where other.id = {{t}}.subject_id)"
