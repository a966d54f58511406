"""Gather a brief: what was asked for, then people, points, votes, measures and figures, and the sources of it all."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from cyberdiplo import settings
from cyberdiplo.briefs import sections
from cyberdiplo.briefs.note import (
    Block,
    Brief,
    Column,
    Entry,
    Group,
    Place,
    Section,
    Sentence,
    list_sentences,
    read_place,
)
from cyberdiplo.briefs.points import arrange_points, choose_points
from cyberdiplo.errors import BadUsage
from cyberdiplo.messages import tr
from cyberdiplo.questions import catalogue, run
from cyberdiplo.questions.names import lookup
from cyberdiplo.questions.question import RECORD_KINDS
from cyberdiplo.questions.vague_dates import count_vague, tell_vague
from cyberdiplo.questions.values import read_values
from cyberdiplo.records.record import read_fields, read_label
from cyberdiplo.records.sources import read_sources
from cyberdiplo.schema.vocabulary import label
from cyberdiplo.text.dates import say_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cyberdiplo.questions.question import Parameter, Question
    from cyberdiplo.records.cited import CitedSource
    from cyberdiplo.result import Labels
    from cyberdiplo.store.connection import Connection

    Row = dict[str, Any]
    Wishes = Mapping[str, Sequence[str]]

SQL = Path(__file__).parent / "sql"
PART = re.compile(r"^\{(lists/)?(\w+)\}$", re.MULTILINE)
RECORDS, DATES = ("meeting", "forum", "process", "measure", "country", "group", "topic"), ("from", "to")
FILTERS = (*RECORDS, *DATES, "on")
SECTIONS = ("points", "votes", "measures", "figures")
# What is told of a record that was asked for, by its columns.
FACTS = ("type", "force", "forum_id", "process_id", "organisation_id", "issuer_id", "place_fr", "place_en")
# What fits on two pages, as the session of 20 June 2023 shows; ``full`` lifts it.
MOST = {"people": 24, "points": 22, "votes": 6, "measures": 5, "figures": 12}


class Subject(NamedTuple):
    """A record that was asked for."""

    filter: str
    id: str
    kind: str
    name: str


def list_filters() -> list[Parameter]:
    """What a brief can be asked for, as the lists of statements and of dated things are."""
    known = {
        parameter.name: parameter
        for noun in ("timeline", "statements")
        for parameter in catalogue.read_list(noun).parameters
    }
    return [known[name] for name in FILTERS]


def gather(
    connection: Connection, wishes: Wishes, lang: str, *, full: bool = False, guesses: list[str] | None = None
) -> Brief | None:
    """The brief on a selection, None where the database has nothing in it. Raises what ``read_values`` does."""
    settled = read_values(connection, list_filters(), wishes, lang, guesses)
    _settle_day(settled)
    subjects = list(_find_subjects(connection, settled, lang))
    brief = _Gathering(connection, settled, lang, {} if full else MOST).write(subjects)
    if guesses is not None and any(name in settled for name in DATES):
        guesses += _tell_vague(connection, settled, lang)
    return brief


def _settle_day(settled: dict[str, list[Any]]) -> None:
    """A day is a time that begins and ends on it. Raises BadUsage for a day and a time."""
    if day := settled.pop("on", None):
        if any(name in settled for name in DATES):
            raise BadUsage(tr("A brief is of a day or of a period."), hint=tr("leave out --on, or --from and --to."))
        settled |= dict.fromkeys(DATES, day)


def _tell_vague(connection: Connection, settled: Wishes, lang: str) -> Iterator[str]:
    """How much is left out because its date is only a year or a month."""
    counts = [count_vague(connection, read_question(name), settled, lang) for name in SECTIONS]
    start, end = (settled.get(name, [""])[0] for name in DATES)
    period = {"on": start} if start == end else counts[0][1]
    return tell_vague(sum((left_out for left_out, _ in counts), Counter()), period, lang)


def _find_subjects(connection: Connection, settled: Wishes, lang: str) -> Iterator[Subject]:
    for name in RECORDS:
        for record_id in settled.get(name, ()):
            (match,) = lookup(connection, record_id, RECORD_KINDS[name])
            yield Subject(name, match.id, match.kind, read_label(connection, match.id, lang) or match.id)


@cache
def read_question(name: str) -> Question:
    """A question of a brief, with the questions in it: ``{scope}`` is ours, ``{lists/measures}`` a noun's."""
    question = catalogue.read(SQL / f"{name}.sql")
    parameters = {parameter.name: parameter for parameter in question.parameters}

    def put_in(part: re.Match[str]) -> str:
        inner = catalogue.read_list(part[2]) if part[1] else read_question(part[2])
        for parameter in inner.parameters:
            parameters.setdefault(parameter.name, parameter)
        return inner.sql

    sql = PART.sub(put_in, question.sql)
    return question._replace(sql=sql, parameters=tuple(parameters.values()))


class _Gathering:
    """What the sections of one brief share."""

    def __init__(self, connection: Connection, wishes: Wishes, lang: str, most: Mapping[str, int]) -> None:
        self.connection, self.wishes, self.lang, self.most = connection, wishes, lang, most
        self.sources: dict[str, CitedSource] = {}

    def write(self, subjects: Sequence[Subject]) -> Brief | None:
        people, codes_of_people = self.ask("people", self._name_present())
        points, _ = self.ask("points")
        votes, _ = self.ask("votes")
        measures, codes_of_measures = self.ask("measures")
        figures, codes_of_figures = self.ask("figures")
        if not any((people, points, votes, measures, figures)):
            return None
        find, lang, most = self.find_place, self.lang, self.most
        parts = {
            "people": sections.write_people(people, codes_of_people, most.get("people"), find, lang),
            "points": self.write_points(points),
            "votes": sections.write_votes(votes, most.get("votes"), find, lang),
            "measures": sections.write_measures(measures, codes_of_measures, most.get("measures"), find, lang),
            "figures": sections.write_figures(figures, codes_of_figures, most.get("figures"), find, lang),
        }
        lists = {"people": "speakers", "points": "statements"}
        told = [self.write_subjects(subjects)]
        told += [
            part._replace(command=self.name_command(lists.get(name, name), subjects) if part.left_out else "")
            for name, part in parts.items()
            if part.blocks
        ]
        cited = dict.fromkeys(sentence.place.source_id for sentence in list_sentences(told) if sentence.place)
        return Brief(
            self.name_brief(subjects), lang, told, [self.source(source_id) for source_id in cited],
            [part.title for part in parts.values() if not part.blocks], settings.today(),
        )  # fmt: skip

    def ask(self, name: str, more: Wishes | None = None) -> tuple[list[Row], Mapping[str, Labels]]:
        """The rows of one of our questions, and what its codes are called."""
        wishes = {**self.wishes, **(more or {})}
        result = run.ask(self.connection, read_question(name), wishes, lang=self.lang)
        rows = [dict(zip(result.columns, row, strict=True)) for row in result.rows]
        self._read(str(row["source_id"]) for row in rows if row.get("source_id"))
        return rows, result.codes

    def _name_present(self) -> Wishes:
        """Everybody at a meeting, where it is not asked what was said there on something."""
        narrowed = any(self.wishes.get(name) for name in ("topic", "measure", "process"))
        return {} if narrowed else {"present": self.wishes.get("meeting", ())}

    def source(self, source_id: str) -> CitedSource:
        """A source, read once."""
        self._read([source_id])
        return self.sources[source_id]

    def _read(self, source_ids: Iterable[str]) -> None:
        """Read the sources that are not yet known, together: each reading takes all keys of the database."""
        if unknown := [source_id for source_id in dict.fromkeys(source_ids) if source_id not in self.sources]:
            self.sources |= read_sources(self.connection, unknown, self.lang)

    def find_place(self, row: Mapping[str, Any]) -> Place | None:
        """Where a row is written."""
        return read_place(row, self.source(row["source_id"]).url if row["source_id"] else None, self.lang)

    def write_points(self, points: Sequence[Row]) -> Section:
        kept = choose_points(points, self.most.get("points"))
        sql = f"select id, name_{self.lang} from topics where parent_id is null"
        areas = {str(row[0]): str(row[1]) for row in self.connection.execute(sql, {})}
        dated = len(self.wishes.get("meeting", ())) != 1
        blocks = arrange_points(kept, areas, self.find_place, self.lang, dated=dated)
        return Section(tr("Positions", self.lang), blocks, len(points) - len(kept))

    def write_subjects(self, subjects: Sequence[Subject]) -> Section:
        """What and when: the facts of each record that was asked for."""
        groups = []
        for subject in subjects:
            row = self.find_first_citation(subject.id)
            facts = Sentence(subject.id, " · ".join(self.list_facts(subject)), self.find_place(row) if row else None)
            groups.append(Group("", [Entry(subject.name if len(subjects) > 1 else "", [facts])]))
        if period := self.name_period():
            groups.append(Group("", [Entry("", [Sentence("", period)])]))
        return Section(tr("What and when", self.lang), [Block("", [Column("", groups)])])

    def find_first_citation(self, record_id: str) -> Row | None:
        columns = ("source_id", "locator", "anchor", "url", "support", "confidence")
        sql = f"select {', '.join(columns)} from first_citations where record_id = :id"
        row = self.connection.execute(sql, {"id": record_id}).fetchone()
        return dict(zip(columns, row, strict=True)) if row else None

    def list_facts(self, subject: Subject) -> list[str]:
        """What it is, where, when, how it stands; its id, for whoever asks for more."""
        fields = {field.column: field for field in read_fields(self.connection, subject.id, subject.kind, self.lang)}
        facts = [fields[name].text for name in FACTS if name in fields and not fields[name].other]
        if "mandate_id" in fields:
            facts.append(tr("mandate: {name}", self.lang, name=fields["mandate_id"].text))
        days = [fields[name].value for name in ("start_date", "end_date") if name in fields]
        if days:
            facts.append(" – ".join(say_date(day, self.lang) for day in dict.fromkeys(days)))
        times = [fields[name].text for name in ("start_time", "end_time") if name in fields]
        facts += ["–".join(times)] if times else []
        facts += [fields["status"].text] if "status" in fields else []
        return [*(facts or [label("records.kind", subject.kind, self.lang)]), subject.id]

    def name_brief(self, subjects: Iterable[Subject]) -> str:
        names = " · ".join(subject.name for subject in subjects) or tr("Multilateral cyber diplomacy", self.lang)
        period = self.name_period()
        return tr("{names}, {period}", self.lang, names=names, period=period) if period else names

    def name_period(self) -> str:
        """From when to when, as it was asked."""
        start, end = (self.wishes.get(name, ("",))[0] for name in DATES)
        if start and start == end:
            return say_date(start, self.lang)
        sentence = (
            tr("from {start} to {end}", self.lang) if start and end
            else tr("from {start} on", self.lang) if start
            else tr("until {end}", self.lang)
        )  # fmt: skip
        days = {name: say_date(day, self.lang) for name, day in (("start", start), ("end", end)) if day}
        return sentence.format(**days) if days else ""

    def name_command(self, noun: str, subjects: Iterable[Subject]) -> str:
        """The command that lists all of a section; empty where its list has not every filter."""
        asked = [(subject.filter, subject.id) for subject in subjects]
        asked += [(name, self.wishes[name][0]) for name in DATES if self.wishes.get(name)]
        question = catalogue.read_list(noun)
        if not all(question.parameter(name) for name, _ in asked):
            return ""
        return " ".join(["cyberdiplo", noun, *(f"--{name} {value}" for name, value in asked)])
