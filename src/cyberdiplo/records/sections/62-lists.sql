-- title: Lists
-- titre: Listes
-- kinds: organisation, forum, process, measure, meeting, country
-- words: list, liste
-- column list: rosters.list
select counted_rosters.list, counted_rosters.as_of, counted_rosters.on_record, counted_rosters.total,
  counted_rosters.note_fr as note, counted_rosters.source_id as source, counted_rosters.locator
from counted_rosters
where counted_rosters.record_id = :id
order by counted_rosters.list, counted_rosters.as_of
