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
from cyberdiplo.briefs.room import PAGES, count_pages
from cyberdiplo.errors import BadUsage
from cyberdiplo.messages import tr
from cyberdiplo.questions import catalogue, run
from cyberdiplo.questions.names import lookup
from cyberdiplo.questions.question import RECORD_KINDS
from cyberdiplo.questions.vague_dates import count_vague, tell_vague
from cyberdiplo.questions.values import read_values
from cyberdiplo.records.page_sources import read_page_sources
from cyberdiplo.records.record import read_fields, read_label
from cyberdiplo.records.sources import read_sources
from cyberdiplo.schema.vocabulary import label
from cyberdiplo.text.dates import say_date, say_times

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
# What is told at most of each, and of what is told as far as there is room the least. ``full`` lifts it.
MOST = {"people": 24, "points": 60, "votes": 6, "measures": 6, "figures": 12}
LEAST = {"points": 6, "measures": 2}


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
        self.pages: dict[tuple[str, str], CitedSource] = {}
        self.cited: dict[str, CitedSource] = {}

    def write(self, subjects: Sequence[Subject]) -> Brief | None:
        people, codes_of_people = self.ask("people", self._name_present())
        points, _ = self.ask("points")
        votes, _ = self.ask("votes")
        measures, codes_of_measures = self.ask("measures")
        figures, codes_of_figures = self.ask("figures")
        if not any((people, points, votes, measures, figures)):
            return None
        find, lang, most, short = self.find_place, self.lang, self.most, bool(self.most)

        def write_points(most: int | None) -> Section:
            return self.write_points(points, most)

        def write_measures(most: int | None) -> Section:
            return sections.write_measures(measures, codes_of_measures, most, find, lang)

        parts = {
            "people": sections.write_people(people, codes_of_people, most.get("people"), find, lang),
            "points": write_points(most.get("points")),
            "votes": sections.write_votes(votes, most.get("votes"), find, lang),
            "measures": write_measures(most.get("measures")),
            "figures": sections.write_figures(figures, codes_of_figures, most.get("figures"), find, lang),
        }
        first = self.write_subjects(subjects)
        brief = self.put_together(first, parts, subjects)
        fewer = {"points": min(len(points), most.get("points", 0)), "measures": most.get("measures", 0)}
        for name, rewrite in {"points": write_points, "measures": write_measures}.items():
            while short and fewer[name] > LEAST[name] and count_pages(brief) > PAGES:
                fewer[name] -= 1
                parts[name] = rewrite(fewer[name])
                brief = self.put_together(first, parts, subjects)
        return brief

    def put_together(self, first: Section, parts: Mapping[str, Section], subjects: Sequence[Subject]) -> Brief:
        """The brief of these sections, with the sources that they cite."""
        lang = self.lang
        lists = {"people": "speakers", "points": "statements"}
        told = [first]
        told += [
            part._replace(command=self.name_command(lists.get(name, name), subjects) if part.left_out else "")
            for name, part in parts.items()
            if part.blocks
        ]
        cited = dict.fromkeys(sentence.place.key for sentence in list_sentences(told) if sentence.place)
        return Brief(
            self.name_brief(subjects), lang, told, [self.cited[key] for key in cited],
            [part.title for part in parts.values() if not part.blocks], settings.today(),
        )  # fmt: skip

    def ask(self, name: str, more: Wishes | None = None) -> tuple[list[Row], Mapping[str, Labels]]:
        """The rows of one of our questions, and what its codes are called."""
        wishes = {**self.wishes, **(more or {})}
        result = run.ask(self.connection, read_question(name), wishes, lang=self.lang)
        rows = [dict(zip(result.columns, row, strict=True)) for row in result.rows]
        self._read(rows)
        return rows, result.codes

    def _name_present(self) -> Wishes:
        """Everybody at a meeting, where it is not asked what was said there on something."""
        narrowed = any(self.wishes.get(name) for name in ("topic", "measure", "process"))
        return {} if narrowed else {"present": self.wishes.get("meeting", ())}

    def _read(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Read the sources, and pages of sites, that are not yet known: each reading takes all keys of the database."""
        places = dict.fromkeys((row["source_id"], row["url"]) for row in rows if row.get("source_id"))
        if unknown := [source_id for source_id, _ in places if source_id not in self.sources]:
            self.sources |= read_sources(self.connection, unknown, self.lang, own_words=False)
        if pages := [(source_id, url) for source_id, url in places if url and (source_id, url) not in self.pages]:
            read = read_page_sources(self.connection, pages, self.sources, self.lang, own_words=False)
            self.pages |= {(source_id, url): self.sources[source_id] for source_id, url in pages} | read

    def find_place(self, row: Mapping[str, Any]) -> Place | None:
        """Where a row is written."""
        if not row["source_id"]:
            return None
        self._read([row])
        source = self.pages.get((row["source_id"], row["url"]), self.sources[row["source_id"]])
        self.cited.setdefault(source.key, source if source.url or not row["url"] else source._replace(url=row["url"]))
        return read_place(row, source, self.lang)

    def write_points(self, points: Sequence[Row], most: int | None) -> Section:
        """What was said, as much of it as there is room for."""
        kept = choose_points(points, most)
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
        """What it is, where, when, how it stands."""
        fields = {field.column: field for field in read_fields(self.connection, subject.id, subject.kind, self.lang)}
        told = {name: field.text.removesuffix(f" ({field.value})") for name, field in fields.items()}  # without its id
        facts = [told[name] for name in FACTS if name in fields and not fields[name].other]
        if "mandate_id" in fields:
            facts.append(tr("mandate: {name}", self.lang, name=told["mandate_id"]))
        days = [fields[name].value for name in ("start_date", "end_date") if name in fields]
        if days:
            facts.append(" – ".join(say_date(day, self.lang) for day in dict.fromkeys(days)))
        times = [str(fields[name].value) for name in ("start_time", "end_time") if name in fields]
        facts += [say_times(times, self.lang)] if times else []
        facts += [fields["status"].text] if "status" in fields else []
        return facts or [label("records.kind", subject.kind, self.lang)]

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
        """The command that lists all of a section; where its list has not every filter, the brief in full."""
        asked = [(subject.filter, subject.id) for subject in subjects]
        asked += [(name, self.wishes[name][0]) for name in DATES if self.wishes.get(name)]
        options = [f"--{name} {value}" for name, value in asked]
        question = catalogue.read_list(noun)
        if not all(question.parameter(name) for name, _ in asked):
            return " ".join(["cyberdiplo brief", *options, "--full"])
        return " ".join(["cyberdiplo", noun, *options])
