-- title: Sources, with how much was taken from them
-- titre: Les sources, avec ce qui en a été tiré
-- column type: sources.type
-- column record_type: sources.record_type
-- languages: both
-- (left out: author_id, date_note, date_reason_fr, date_reason_en, original_lang)
-- (left out: retrieved_on, file_name, sha256, note_fr, note_en)
select
  sources.id, -- Id of the source.
  sources.title, -- Its title as printed.
  sources.type, -- What sort of document.
  sources.record_type, -- What sort of record of words, where it is one.
  sources.publisher_id, -- Who published it.
  organisations.name_fr as publisher_fr, -- That publisher, in French.
  organisations.name_en as publisher_en, -- That publisher, in English.
  sources.published, -- (date) When it was published.
  sources.lang, -- Language of the text that was read.
  sources.url, -- Where it can be read.
  sources.rights_fr, -- Whose it is, in French.
  sources.rights_en, -- Whose it is, in English.
  (select count(*) from citations where source_id = sources.id) as citations -- (integer) How often it is cited.
from sources
left join organisations on organisations.id = sources.publisher_id
