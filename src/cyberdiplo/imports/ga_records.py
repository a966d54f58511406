"""A General Assembly resolution as official files tell of it, and several tellings of one brought together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.imports.dates import read_date
from cyberdiplo.imports.files import clean, refuse
from cyberdiplo.messages import tr, tr_plural
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from cyberdiplo.imports.outcome import Outcome

SYMBOL = re.compile(r"(A/RES/(?:ES-|S-)?\d+/\d+) ?([A-Z](?:[-+,][A-Z])?)?")
OLD_SYMBOL = re.compile(r"A/RES/\d+ ?\([-A-Z]+\)(?: ?[A-Z](?:[-+,][A-Z])?)?")  # before 1976: A/RES/377(V)
MOST = 100_000  # records of a run; the General Assembly has adopted twenty thousand resolutions
TOLD = 3  # repeated symbols that are told by name
COLUMNS = {  # what a row calls what a record has
    "titles": "title",
    "adopted": "adoption_date",
    "method": "adoption_type",
    "meeting": "pv",
    "committee": "committee",
    "agenda_item": "agenda_item",
    "origin": "originating_document",
    "sponsors": "sponsors",
    "joined": "additional_sponsors",
    "votes": "MS_in_favour, MS_against, MS_abstaining",
    "totals": "MS_in_favour_count, MS_against_count, MS_abstaining_count",
}
VOTES = {"in_favour": "yes", "against": "no", "abstaining": "abstain"}


@dataclass
class Record:
    """What one row or file says of a resolution; what it does not say is empty."""

    symbol: str
    path: Path
    line: int | None  # of a file that has a row for each
    titles: dict[str, str] = field(default_factory=dict)  # language -> title
    adopted: str = ""  # as written
    method: str = ""  # recorded_vote, without_vote
    meeting: str = ""  # A/77/PV.46
    committee: str = ""
    agenda_item: str = ""
    origin: str = ""  # the draft or report, as written
    draft: str = ""  # its symbol
    draft_date: str = ""
    sponsors: list[str] = field(default_factory=list)
    joined: list[str] = field(default_factory=list)  # those who sponsored it later
    votes: dict[str, list[str]] = field(default_factory=dict)  # of VOTES -> names of States
    totals: dict[str, str] = field(default_factory=dict)  # of VOTES -> as written
    subjects: list[str] = field(default_factory=list)

    def place(self, part: str) -> str:
        """A locator: the line where there is one, else the part of the file."""
        return f"line {self.line}" if self.line else part


@dataclass
class Resolution:
    """The records of one symbol, the first one first; what they have in common is asked of all in turn."""

    symbol: str
    records: list[Record]

    @property
    def number(self) -> str:
        """77/36, as people name it."""
        return self.symbol.removeprefix("A/RES/")

    def first(self, name: str) -> str:
        """What the first record says that says something."""
        return next((value for record in self.records if (value := getattr(record, name))), "")

    def title(self, lang: str) -> tuple[str, Record | None]:
        """The title in a language, and who gives it."""
        return next(((record.titles[lang], record) for record in self.records if lang in record.titles), ("", None))


def gather(records: Iterable[Record], outcome: Outcome) -> list[Resolution]:
    """The resolutions of all records, in order, each with what is told of it. Raises BadSeed for too many."""
    by_symbol: dict[str, Resolution] = {}
    for number, record in enumerate(records, 1):
        outcome.count("rows")
        if number > MOST:
            raise refuse(record.path, record.line, tr("there are more than {count:,} resolutions", count=MOST))
        by_symbol.setdefault(record.symbol, Resolution(record.symbol, [])).records.append(record)
    return list(by_symbol.values())


def tell_repeats(resolutions: Iterable[Resolution], outcome: Outcome) -> None:
    """Which symbols stand in several rows, and what differs between these."""
    repeated = []
    for resolution in resolutions:
        first, *others = resolution.records
        rows = [record for record in others if record.line]
        for record in rows:
            differing = ", ".join(_differing(first, record)) or tr("nothing")
            place = f"{first.path.name}:{first.line}" if first.line else first.path.name
            reason = tr("repeats {place}; merged; differs in: {columns}", place=place, columns=differing)
            outcome.reject(record.path, record.line or "", record.symbol, "symbol", record.symbol, reason)
        if rows:
            lines = ", ".join(str(record.line or record.path.name) for record in (first, *rows))
            repeated.append(f"{resolution.symbol} ({lines})")
    if repeated:
        listed = ", ".join(repeated[:TOLD]) + (", …" if len(repeated) > TOLD else "")
        sentence = tr_plural(
            "{count} symbol stands in several rows, which were merged: {listed}",
            "{count} symbols stand in several rows, which were merged: {listed}",
            len(repeated),
            listed=listed,
        )
        outcome.count("repeated", len(repeated))
        outcome.remarks.append(sentence)


def _differing(first: Record, other: Record) -> list[str]:
    return [column for name, column in COLUMNS.items() if getattr(first, name) != getattr(other, name)]


class Choice(NamedTuple):
    """Which resolutions are asked for: of a subject, with words in their title, by symbol; of nothing said, any."""

    subjects: list[str]  # folded
    words: list[list[str]]  # folded; all of one list are in the title
    symbols: set[str]  # in small letters

    def has(self, resolution: Resolution) -> bool:
        """Whether a resolution is among them."""
        if self.symbols and self.symbols.isdisjoint((resolution.symbol.casefold(), resolution.number.casefold())):
            return False
        if self.subjects:
            own = [fold(subject) for record in resolution.records for subject in record.subjects]
            if not any(subject in name for subject in self.subjects for name in own):
                return False
        if self.words:
            titles = [fold(title) for record in resolution.records for title in record.titles.values()]
            return any(all(word in title for word in words) for words in self.words for title in titles)
        return True


def read_choice(options: Mapping[str, list[str]]) -> Choice:
    """Which resolutions the options ask for; symbols may stand in one text, with commas between."""
    return Choice(
        [fold(subject) for subject in options.get("subject", [])],
        [fold(wish).split() for wish in options.get("match", [])],
        {symbol.strip().casefold() for listed in options.get("symbols", []) for symbol in listed.split(",")} - {""},
    )


def read_symbol(text: str) -> str:
    """The symbol of a resolution in its usual form; empty where it is none."""
    symbol = clean(text)
    if parts := SYMBOL.fullmatch(symbol):
        return " ".join(filter(None, parts.groups()))
    return symbol.replace(" ", "") if OLD_SYMBOL.fullmatch(symbol) else ""


def adoption_day(resolution: Resolution) -> str:
    """When it was adopted; empty where no record has a day that can be read."""
    return next((day for record in resolution.records if (day := read_date(record.adopted))), "")
