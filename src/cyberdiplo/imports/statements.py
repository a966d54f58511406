"""Who said what, and where, from a plain table: one row a point, each bound to a meeting or a process.

Nobody is invented: a speaker without a record keeps the printed name beside the State or body. A meeting that the
database has not is entered as the table names it, on its day; so it must name its forum.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.imports.dates import read_date
from cyberdiplo.imports.files import clean
from cyberdiplo.imports.tables import read_table
from cyberdiplo.messages import tr
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from pathlib import Path

    from cyberdiplo.imports.job import Job
    from cyberdiplo.imports.seed_writer import SeedWriter

ANCHOR = 8  # words


class Row(NamedTuple):
    """The cells of a row, in the order of the importer's headings."""

    date: str
    meeting: str
    process: str
    forum: str
    speaker: str
    country: str
    organisation: str
    capacity: str
    summary_en: str
    summary_fr: str
    type: str
    topics: str
    quote: str
    url: str
    note: str


class Voice(NamedTuple):
    """Where somebody spoke, and who: what makes one participation."""

    meeting_id: str
    process_id: str
    capacity: str
    speaker_id: str
    organisation_id: str
    country_id: str
    printed: str


def run(job: Job) -> None:
    """Read the tables of a job and write their rows."""
    reader = _Reader(job)
    for path in job.paths:
        writer = job.own_table(path)
        for line, cells in read_table(path, job.importer.headers, job.mapping):
            row = Row._make(map(clean, cells))
            if any(row):
                job.outcome.count("rows")
                reader.read(path, writer, line, row)


class _Reader:
    """Reads rows, and knows which meetings and voices are there by now."""

    def __init__(self, job: Job) -> None:
        self.job, self.outcome = job, job.outcome
        known = job.known
        self.names = {
            "meeting": known.names_of("meeting"),
            "process": known.names_of("process"),
            "forum": known.names_of("forum"),
            "speaker": known.names_of("speaker"),
            "country": known.states,
            "organisation": known.names_of("organisation"),
            "topics": known.names_of("topic"),
        }
        self.codes = {"capacity": known.codes_of("capacities"), "type": known.codes_of("statement_types")}
        sql = (
            "select id, meeting_id, process_id, capacity, speaker_id, organisation_id, country_id, name_as_recorded"
            " from participations where role = 'speaker' and on_behalf_of_id is null and on_behalf_of_en is null"
            " and form is null and {other}"
        )
        self.voices = {self._key(Voice(*cells)): voice_id for voice_id, *cells in known.ask(sql)}
        self.meetings: dict[tuple[str, str], str] = {}  # folded name, day -> id

    @staticmethod
    def _key(voice: Voice) -> Voice:
        """As the tables tell two participations apart: neither by capacity nor, for a person, by the printed name."""
        return voice._replace(capacity="", printed="" if voice.speaker_id else voice.printed)

    def read(self, path: Path, writer: SeedWriter, line: int, row: Row) -> None:
        """One row: its statement, or what is wrong with it, all of it at once."""
        before = len(self.outcome.rejects)
        ids = {
            column: self._find(path, line, row, column) for column in ("process", "forum", "country", "organisation")
        }
        day = read_date(row.date)
        capacity = self._read_code(path, line, row, "capacity") or ("" if ids["organisation"] else "state")
        type_ = self._read_code(path, line, row, "type") or "position"
        checks = (
            ("date", bool(day), tr("no day, month or year")),
            ("summary_en", bool(row.summary_en or row.summary_fr), tr("the cell is empty")),
            ("country", bool(row.country or row.organisation), tr("neither a State nor an organisation")),
            ("capacity", bool(capacity), tr("for an organisation, say in which capacity it spoke")),
            ("meeting", bool(row.meeting or row.process), tr("neither a meeting nor a process")),
        )
        for column, holds, reason in checks:
            if not holds:
                self.outcome.reject(path, line, row.speaker, column, getattr(row, column), reason)
        if len(self.outcome.rejects) > before:
            return
        meeting_id = self._meeting(path, writer, line, row, day, ids["forum"])
        if meeting_id is None:
            return
        speaker_id = self.names["speaker"].find(row.speaker) or "" if row.speaker else ""
        printed = row.speaker if row.speaker and not speaker_id else ""
        voice = Voice(
            meeting_id,
            "" if meeting_id else ids["process"],
            capacity,
            speaker_id,
            ids["organisation"],
            ids["country"],
            printed,
        )
        self._write(path, writer, line, row, type_, voice)

    def _find(self, path: Path, line: int, row: Row, column: str) -> str:
        value = getattr(row, column)
        if not value:
            return ""
        record_id = self.names[column].find(value)
        if record_id is None:
            self.outcome.reject(path, line, row.speaker, column, value, self.names[column].suggest(value))
        return record_id or ""

    def _read_code(self, path: Path, line: int, row: Row, column: str) -> str:
        value = getattr(row, column)
        code = self.codes[column].get(fold(value), "") if value else ""
        if value and not code:
            self.outcome.reject(path, line, row.speaker, column, value, tr("no word of this vocabulary"))
        return code

    def _meeting(self, path: Path, writer: SeedWriter, line: int, row: Row, day: str, forum_id: str) -> str | None:
        """The meeting's id, a new one where its name is new; empty where only a process is named; None where told."""
        if not row.meeting:
            return ""
        if meeting_id := self.names["meeting"].find(row.meeting) or self.meetings.get((fold(row.meeting), day)):
            return meeting_id
        if not forum_id:
            reason = tr("no meeting of this name; with its forum it would be entered")
            self.outcome.reject(path, line, row.speaker, "meeting", row.meeting, reason)
            return None
        meeting_id = self.job.new_id(writer.source_id, row.meeting, day)
        self.meetings[fold(row.meeting), day] = meeting_id
        writer.add(
            "meetings",
            id=meeting_id,
            type="meeting",
            forum_id=forum_id,
            start_date=day,
            status="held",
            name_fr=row.meeting,
            name_en=row.meeting,
        )
        writer.cite(meeting_id, f"line {line}")
        self.outcome.count("meetings")
        return meeting_id

    def _write(self, path: Path, writer: SeedWriter, line: int, row: Row, type_: str, voice: Voice) -> None:
        statement_id = f"{writer.source_id}-{line}"
        summary = row.summary_en or row.summary_fr
        writer.add(
            "statements",
            id=statement_id,
            type=type_,
            meeting_id=voice.meeting_id,
            process_id=voice.process_id,
            attribution="individual",
            reporting="summarised",
            summary_fr=row.summary_fr or summary,
            summary_en=summary,
            sort=str(line),
        )
        writer.add(
            "statement_participations",
            statement_id=statement_id,
            participation_id=self._find_voice(writer, line, voice),
            sort="1",
        )
        writer.add(
            "citations",
            record_id=statement_id,
            source_id=writer.source_id,
            locator=f"line {line}",
            anchor=" ".join((row.quote or summary).split()[:ANCHOR]),
            support="states",
            confidence="high",
            url=row.url,
            note=row.note,
        )
        for topic in filter(None, (name.strip() for name in row.topics.split(";"))):
            if topic_id := self.names["topics"].find(topic):
                writer.add("record_topics", record_id=statement_id, topic_id=topic_id)
            else:
                reason = self.names["topics"].suggest(topic)
                self.outcome.reject(path, line, row.speaker, "topics", topic, reason)
        self.outcome.count("statements")

    def _find_voice(self, writer: SeedWriter, line: int, voice: Voice) -> str:
        """The participation of this voice, a new one where it has not spoken there yet."""
        key = self._key(voice)
        if key not in self.voices:
            voice_id = self.voices[key] = f"{writer.source_id}-{line}-voice"
            writer.add(
                "participations",
                id=voice_id,
                meeting_id=voice.meeting_id,
                process_id=voice.process_id,
                role="speaker",
                capacity=voice.capacity,
                speaker_id=voice.speaker_id,
                organisation_id=voice.organisation_id,
                country_id=voice.country_id,
                name_as_recorded=voice.printed,
            )
            writer.cite(voice_id, f"line {line}")
        return self.voices[key]
