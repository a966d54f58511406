"""Pages of a collection, each with what is cited on it: who speaks there, where, on which day, and which records."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.records.cited import LANGUAGES, Author, CitedSource
from cyberdiplo.store.lists import execute_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cyberdiplo.store.connection import Connection

Address = tuple[str, str]  # the id of a source and a page of it

OWN_TEXTS = ("web_page", "communique")  # in which somebody publishes what they say themselves
PAGE = "page "  # begins the locator of what stands on a page that has a name there
ENACTED = ("adopted", "signed", "assented", "proposed")  # the first of these that is cited dates the text of a law
NAMED = ("measure", "meeting", "process", "forum", "organisation", "country", "speaker")
# What is cited on each page: a step of a measure counts for the measure.
CITED = """
select
  citations.source_id, citations.url, records.kind, coalesce(measure_events.measure_id, records.id),
  citations.locator, measure_events.type, measure_events.event_date
from citations
join records on records.id = citations.record_id
left join measure_events on measure_events.id = records.id
where citations.url is not null and citations.source_id in (:ids)
"""
STATEMENTS = """
select
  statements.id, statements.attribution, meetings.start_date, meetings.end_date, meetings.date_note,
  coalesce(statements.meeting_id, statements.measure_id, statements.process_id, statements.forum_id),
  said.forum_id, statements.meeting_id
from statements
join said on said.statement_id = statements.id
left join meetings on meetings.id = statements.meeting_id
where statements.id in (:ids)
"""
VOICES = """
select
  voices.statement_id, coalesce(voices.speaker_id, voices.organisation_id, voices.country_id), voices.country_id,
  voices.capacity, family_name, given_name, voices.name_fr, voices.name_en, voices.country_fr, voices.country_en
from voices left join speakers on speakers.id = voices.speaker_id
where voices.statement_id in (:ids) order by voices.statement_id, voices.place, voices.participation_id
"""


class Voice(NamedTuple):
    """Who speaks: a person, or a body by its id; the country is that of whoever speaks for a State."""

    id: str | None
    country_id: str | None
    family: str
    given_name: str | None
    name: tuple[str, str]  # French, English
    country: tuple[str, str] | None

    def author(self, lang: str) -> Author:
        """Them as an author."""
        return Author(self.name[LANGUAGES.index(lang)], self.family, self.given_name)

    def say(self, lang: str) -> str:
        """``Franck Riester (France)``."""
        name = self.name[LANGUAGES.index(lang)]
        country = self.country[LANGUAGES.index(lang)] if self.country and self.family else ""
        return f"{name} ({country})" if country and country != name else name


class Spoken(NamedTuple):
    """A statement as far as the page that it stands on is called by it."""

    attribution: str
    start: str | None
    end: str | None
    date_note: str | None
    where: str | None  # id of the meeting, else of what stands for it
    forum: str | None
    meeting: str | None
    voices: tuple[Voice, ...]


class Page(NamedTuple):
    """What is known of a page: the statements on it, and how often each other record is cited there, by kind and id."""

    source: CitedSource
    address: str
    statements: list[Spoken]
    records: Counter[tuple[str, str]]
    alone: bool  # the one page of its source, or one of several at which the same text stands
    name: str  # which of the pages it is, as its places say: what stands behind "page" in all of them
    steps: Mapping[tuple[str, str], str]  # when what happened to a measure, as far as it is cited on it

    @property
    def speaks(self) -> bool:
        """Whether it is what one speaker, or several together, said, and not what somebody else tells of it."""
        return bool(
            self.statements
            and self.voices
            and self.source.type in OWN_TEXTS
            and self.source.record_type in (None, "instrument")
            and not (self.alone and (self.source.published or self.source.url))
            and all(spoken.attribution in ("individual", "joint") for spoken in self.statements)
            and len({spoken.voices for spoken in self.statements}) == 1
        )

    @property
    def is_law(self) -> bool:
        """Whether it is the text of a measure in a collection of such texts."""
        kind = self.main_record[0] if self.main_record else ""
        return self.source.type == "law" and kind == "measure" and not (self.alone or self.statements)

    @property
    def enacted(self) -> str | None:
        """When the text was made law, else proposed, as far as that is cited on it."""
        measure_id = self.main_record[1] if self.main_record else ""
        return next((self.steps[measure_id, step] for step in ENACTED if (measure_id, step) in self.steps), None)

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Everybody who speaks on it, each once, in the order of the data."""
        return tuple(dict.fromkeys(voice for spoken in self.statements for voice in spoken.voices))

    @property
    def date(self) -> str:
        """The day on which all of it was said, or as much of it as they share."""
        days = [day for spoken in self.statements for day in (spoken.start, spoken.end or spoken.start) if day]
        return _share(days)

    def sole(self, name: str) -> str | None:
        """What all statements on it have in this field, where they have one."""
        values = {getattr(spoken, name) for spoken in self.statements}
        return values.pop() if len(values) == 1 else None

    @property
    def main_record(self) -> tuple[str, str] | None:
        """Kind and id of what is cited most often on it, of things that have a name."""
        named = [record for record in self.records if record[0] in NAMED]
        return min(named, key=lambda record: (-self.records[record], NAMED.index(record[0]), record), default=None)


def _share(days: Iterable[str], between: str = "-") -> str:
    """Year, month and day as far as all of these have the same; of other texts what stands between other marks."""
    shared = []
    for parts in zip(*(day.split(between) for day in days)):  # noqa: B905  # the shortest says least
        if len(set(parts)) > 1:
            break
        shared.append(parts[0])
    return between.join(shared)


def _name_page(locators: Iterable[str]) -> str:
    """``TBT news of 23 June 2023``, ``Release GA/DIS/3659``, where all its places begin so."""
    names = [locator.removeprefix(PAGE) for locator in locators if locator.startswith((PAGE, "release "))]
    name = _share(names, ", ")
    return name[:1].upper() + name[1:]


def read_pages(
    connection: Connection, source_ids: Iterable[str], sources: Mapping[str, CitedSource]
) -> dict[Address, Page]:
    """Every page of these sources."""
    cited: dict[Address, Counter[tuple[str, str]]] = {}
    locators: dict[Address, set[str]] = {}
    steps: dict[Address, dict[tuple[str, str], str]] = {}
    for source_id, url, kind, record_id, locator, step, day in execute_for(connection, CITED, source_ids):
        address = (str(source_id), str(url))
        cited.setdefault(address, Counter())[str(kind), str(record_id)] += 1
        locators.setdefault(address, set()).add(locator)
        if day and step in ENACTED:
            dated = steps.setdefault(address, {})
            dated[record_id, step] = min(day, dated.get((record_id, step), day))
    statements = _read_statements(connection, [name for count in cited.values() for kind, name in count if (
        kind == "statement"
    )])  # fmt: skip
    count = Counter(source_id for source_id, _ in cited)
    return {
        (source_id, url): Page(
            sources[source_id], url, [statements[name] for kind, name in sorted(records) if kind == "statement"],
            records, count[source_id] == 1 or sources[source_id].record_type == "instrument",
            _name_page(locators[source_id, url]), steps.get((source_id, url), {}),
        )
        for (source_id, url), records in cited.items()
    }  # fmt: skip


def _read_statements(connection: Connection, statement_ids: Iterable[str]) -> dict[str, Spoken]:
    ids = list(statement_ids)
    voices: dict[str, list[Voice]] = {}
    for row in execute_for(connection, VOICES, ids):
        statement_id, who, country_id, capacity, family, given_name, name_fr, name_en, country_fr, country_en = row
        country = (country_fr, country_en) if country_fr and capacity == "state" else None
        voice = Voice(who, country_id, family or "", given_name, (name_fr, name_en), country)
        voices.setdefault(str(statement_id), []).append(voice)
    rows = execute_for(connection, STATEMENTS, ids)
    return {
        str(statement_id): Spoken(
            attribution, start, end, date_note, where, forum, meeting, tuple(voices.get(str(statement_id), ()))
        )
        for statement_id, attribution, start, end, date_note, where, forum, meeting in rows
    }
