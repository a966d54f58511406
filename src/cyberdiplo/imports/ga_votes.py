"""Votes in the General Assembly from the UN Digital Library: a row for each State and resolution, streamed.

Votes are written as they come; what the resolutions need, a few thousand, is written at the end. A vote that is there
twice counts once; where the two differ, the first one stays and the other is told.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.imports.files import clean, refuse
from cyberdiplo.imports.former_states import ENDED, RENAMED, write_name
from cyberdiplo.imports.ga_jsonl import DRAFT
from cyberdiplo.imports.ga_measures import Rows
from cyberdiplo.imports.ga_records import Record, Resolution, adoption_day, read_choice, read_symbol
from cyberdiplo.imports.tables import read_table
from cyberdiplo.messages import tr, tr_plural
from cyberdiplo.text.ids import make_id

if TYPE_CHECKING:
    from pathlib import Path

    from cyberdiplo.imports.job import Job
    from cyberdiplo.imports.seed_writer import Add, SeedWriter

CHOICES = {"Y": "yes", "N": "no", "A": "abstain", "X": "absent"}
CODES = " " + "".join(CHOICES)  # a vote as one byte: its place here
TOTALS = ("total_yes", "total_no", "total_abstentions", "total_non_voting")
ADOPTED_BY = re.compile(r" ?[:/]? ?resolution ?(?:/|:)? ?adopted by the General Assembly.*$", re.IGNORECASE)
RIGHTS_FR = "Organisation des Nations Unies, Bibliothèque numérique ; à reconnaître comme source."
RIGHTS_EN = "United Nations Digital Library, to be acknowledged as the source."
EVERY = 20_000  # rows between two looks at the progress
ROWS = 10_000_000  # of a file; since 1946 there have been a million
TEXTS = 50_000  # resolutions; with a recorded vote there have been ten thousand


class Row(NamedTuple):
    """The cells of a row, in the order of the importer's headings."""

    undl_id: str
    ms_code: str
    ms_name: str
    ms_vote: str
    date: str
    session: str
    resolution: str
    draft: str
    committee_report: str
    meeting: str
    title: str
    agenda_title: str
    subjects: str
    vote_note: str
    total_yes: str
    total_no: str
    total_abstentions: str
    total_non_voting: str
    total_ms: str
    undl_link: str


class Ballot(NamedTuple):
    """What is kept of a resolution while its votes come; ``votes`` has a byte for each State, as they come up."""

    resolution: Resolution
    roll_call_id: str
    votes: bytearray
    totals: tuple[str, ...]
    note: str
    wanted_here: bool  # asked for, and without votes in the database


def run(job: Job) -> None:
    """Read the files of a job and write its rows."""
    reader = _Reader(job)
    for path in job.paths:
        reader.read(path)
    reader.finish()


class _Reader:
    """Reads votes and remembers of each resolution what is written at the end."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.outcome = job.outcome
        self.ballots: dict[str, Ballot | None] = {}  # by the symbol as it stands; None: no such resolution
        self.by_symbol: dict[str, Ballot] = {}
        self.places: dict[str, int] = {}  # of States in ``Ballot.votes``
        self.writers: dict[Path, SeedWriter] = {}
        self.unknown: Counter[str] = Counter()
        self.by_code: Counter[tuple[str, str]] = Counter()  # votes of States whose name is not known, with their codes
        self.ended: Counter[str] = Counter()  # votes of States that are no more, and have no record but ours
        self.ended_names: dict[str, str] = {}
        self.choice = read_choice(job.options)

    def read(self, path: Path) -> None:
        """Write the votes of a file."""
        self.writers[path] = self.job.writer(
            path,
            type="dataset",
            publisher_id="un" if "un" in self.job.known.bodies else "",
            title=f"General Assembly voting data ({path.name})",
            lang="en",
            rights_fr=RIGHTS_FR,
            rights_en=RIGHTS_EN,
        )
        size, number = path.stat().st_size, 0
        add = self.writers[path].adder("votes")
        lines = read_table(path, self.job.importer.headers, self.job.mapping, most=ROWS)
        for number, (line, cells) in enumerate(lines, 1):
            row = Row._make(cells)
            if number % EVERY == 0:
                self.job.progress(f"{path.name}, {row.resolution}", min(number * 300, size), size)
            try:
                ballot = self.ballots[row.resolution]
            except KeyError:
                ballot = self.ballots[row.resolution] = self._begin(path, line, row)
            if ballot is None:
                self._reject(path, line, row, "resolution", row.resolution, tr("no symbol of a resolution, or no day"))
            elif ballot.wanted_here:
                self._take(path, line, row, ballot, add)
        self.outcome.count("rows", number)

    def _begin(self, path: Path, line: int, row: Row) -> Ballot | None:
        if len(self.ballots) >= TEXTS:
            raise refuse(path, line, tr("the table has more than {count:,} resolutions", count=TEXTS))
        symbol = read_symbol(row.resolution)
        origin, draft = clean(row.committee_report) or clean(row.draft), DRAFT.match(clean(row.draft))
        title = ADOPTED_BY.sub("", clean(row.title))
        record = Record(
            symbol,
            path,
            line,
            titles={"en": title} if title else {},
            adopted=row.date,
            method="recorded_vote",
            meeting=clean(row.meeting),
            origin=origin,
            draft=draft[0] if draft else "",
            subjects=row.subjects.split("|"),
        )
        resolution = Resolution(symbol, [record])
        if not symbol or not adoption_day(resolution):
            return None
        if symbol in self.by_symbol:  # written in another way before
            return self.by_symbol[symbol]
        asked_for = self.choice.has(resolution)
        self.outcome.count("recorded_votes" if asked_for else "left_out")
        known_id = self.job.known.symbols.get(symbol)
        here = asked_for and known_id not in self.job.known.voted
        if asked_for and not here:
            self.outcome.count("known")
        totals = tuple(getattr(row, name) for name in TOTALS)
        roll_call_id = f"{known_id or make_id(symbol)}-roll-call"
        votes = bytearray(self.job.known.states.count + len(ENDED))
        ballot = self.by_symbol[symbol] = Ballot(resolution, roll_call_id, votes, totals, clean(row.vote_note), here)
        return ballot

    def _take(self, path: Path, line: int, row: Row, ballot: Ballot, add: Add) -> None:
        country_id = self._find_state(path, line, row)
        vote = row.ms_vote.strip().upper()
        if country_id is None:
            self.unknown[clean(row.ms_name) or row.ms_code] += 1
            self._reject(path, line, row, "ms_name", row.ms_name, self.job.known.states.suggest(row.ms_name))
        elif vote not in CHOICES:
            self._reject(path, line, row, "ms_vote", row.ms_vote, tr("no vote: Y, N, A or X"))
        else:
            place = self.places.setdefault(country_id, len(self.places))
            code = CODES.index(vote)
            before = ballot.votes[place]
            if not before:
                ballot.votes[place] = code
                add([ballot.roll_call_id, country_id, CHOICES[vote]])
            elif before != code:
                reason = tr("the State has another vote in an earlier row, which stays: {vote}", vote=CODES[before])
                self._reject(path, line, row, "ms_vote", row.ms_vote, reason)
            else:
                self.outcome.count("twice")

    def _find_state(self, path: Path, line: int, row: Row) -> str | None:
        """By its name; by its code where the name is not known, as an earlier one may not be."""
        states = self.job.known.states
        if country_id := states.find(row.ms_name):
            return country_id
        name, code = clean(row.ms_name), row.ms_code.strip().upper()
        country_id = RENAMED.get(code, code)
        if states.with_code(country_id):
            self.by_code[name, country_id] += 1
            return country_id
        if country_id not in ENDED or not name:
            return None
        if country_id not in self.ended:
            self._enter(path, line, country_id, name)
        self.ended[country_id] += 1
        return country_id

    def _enter(self, path: Path, line: int, country_id: str, name: str) -> None:
        """A State that is no more: by the name that the table has for it, which stands for both languages."""
        writer, name = self.writers[path], write_name(name)
        writer.add("countries", id=country_id, type="former_state", name_fr=name, name_en=name)
        writer.cite(country_id, f"line {line}", note="Named as in the file, which has one name for both languages.")
        self.ended_names[country_id] = name

    def _reject(self, path: Path, line: int, row: Row, column: str, value: str, reason: str) -> None:
        self.outcome.reject(path, line, row.resolution, column, value, reason)

    def finish(self) -> None:
        """The resolutions, their adoptions, meetings and roll calls; what does not agree is told."""
        ballots = [ballot for ballot in self.by_symbol.values() if ballot.wanted_here and any(ballot.votes)]
        rows = Rows(self.job.known, self.writers, self.outcome)
        rows.write_meetings(ballot.resolution for ballot in ballots)
        for ballot in ballots:
            note = " ".join(filter(None, [ballot.note, self._compare(ballot)]))
            rows.write_roll_call(ballot.resolution, rows.write_text(ballot.resolution), note)
            self.outcome.count("votes", len(ballot.votes) - ballot.votes.count(0))
        self._tell_states()

    def _tell_states(self) -> None:
        """Which States were not taken by a name that the database has."""
        for code, count in self.ended.most_common():
            self.outcome.remarks.append(
                tr_plural("{name} ({code}): entered as a former State, as the file names it; {count:,} vote",
                          "{name} ({code}): entered as a former State, as the file names it; {count:,} votes",
                          count, name=self.ended_names[code], code=code)
            )  # fmt: skip
        for (name, code), count in self.by_code.most_common():
            self.outcome.remarks.append(
                tr_plural("{name}: taken as {code}, by its code; {count:,} vote",
                          "{name}: taken as {code}, by its code; {count:,} votes", count, name=name, code=code)
            )  # fmt: skip
        for name, count in self.unknown.most_common():
            self.outcome.remarks.append(
                tr("{name}: no State of this name; {count:,} votes not taken", name=name, count=count)
            )

    def _compare(self, ballot: Ballot) -> str:
        """Tell where the file's totals are not those of its rows."""
        counted = [_whole(total) for total in ballot.totals]
        listed = [str(ballot.votes.count(code)) for code in range(1, len(CODES))]
        if not any(counted) or all(total in ("", number) for total, number in zip(counted, listed, strict=True)):
            return ""
        record = ballot.resolution.records[0]
        totals, numbers = "-".join(total or "?" for total in counted), "-".join(listed)
        reason = tr(
            "counted {totals}, listed {listed} (for, against, abstaining, not voting)", totals=totals, listed=numbers
        )
        self.outcome.reject(record.path, record.line or "", ballot.resolution.symbol, "totals", totals, reason)
        return f"The source counts {totals} and lists {numbers} (for, against, abstaining, not voting)."


def _whole(total: str) -> str:
    """``112.0`` is 112; what is no number is left out."""
    number = total.strip().partition(".")
    return str(int(number[0])) if number[0].isdecimal() and not number[2].strip("0") and len(total) < 12 else ""
