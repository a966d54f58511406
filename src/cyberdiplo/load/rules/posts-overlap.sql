-- level: warning
-- says: {detail}
-- hint: look at the dates: one post ends where the next begins, and the same post is one row.
select 'affiliations', later.id, 'start_date',
  earlier.id || ' is in the same body at the same time, since ' || earlier.start_date
from affiliations earlier
join affiliations later on later.speaker_id = earlier.speaker_id and later.organisation_id = earlier.organisation_id
  and (later.start_date, later.id) > (earlier.start_date, earlier.id)
where earlier.end_date is null
  or substr(later.start_date, 1, min(length(later.start_date), length(earlier.end_date)))
    < substr(earlier.end_date, 1, min(length(later.start_date), length(earlier.end_date)))
union all
select 'affiliations', seen.id, 'attested_on', known.id || ' is the same post, and has its dates'
from affiliations seen
join affiliations known on known.speaker_id = seen.speaker_id and known.organisation_id = seen.organisation_id
  and coalesce(known.position_en, '') = coalesce(seen.position_en, '') and known.start_date is not null
where seen.start_date is null
  and seen.attested_on >= known.start_date and seen.attested_on <= coalesce(known.end_date, '9999')
