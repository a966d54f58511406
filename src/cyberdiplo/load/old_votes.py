"""Seed folders from before roll calls, read as if they had them: a vote was a record then, with an id and citations.

``votes.csv`` had ``id,measure_id,country_id,vote``. The votes of a folder on a measure become one roll call; where
another folder has one on that measure, they are further votes of it. What cites, tags or names a vote does so to its
roll call; a citation that not all votes of the folder share has the State as its field. Migration 0007 did the same to
the rows that were loaded.
"""

from __future__ import annotations

import csv
import mmap
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from cyberdiplo.load.form import check_form
from cyberdiplo.load.problems import refuse
from cyberdiplo.load.rows import open_rows
from cyberdiplo.load.vote_ids import (
    PREFIX,
    KnownVotes,
    RollCallVote,
    find_links,
    point_citation,
    point_to_roll_calls,
    usual,
)
from cyberdiplo.schema.model import seed_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from cyberdiplo.load.files import Folder, Line, SeedFile
    from cyberdiplo.load.target import Target

FEW = 100  # ids that are looked for one by one in the bytes of a file
SOURCE = slice(2, 5)  # in a row of citations: source, locator, anchor


def as_roll_calls(target: Target, folders: Sequence[Folder]) -> list[Folder]:
    """The folders, those of the old form with roll calls. Raises BadSeed where such a file cannot be read."""
    known, old_votes = _collect_known(target, folders), _find_old_votes(folders)
    for rows in old_votes.values():
        for _, (vote_id, measure, country, _vote) in rows:
            known.calls.setdefault(measure, f"{measure}-roll-call")
            known.ids[vote_id] = RollCallVote(known.calls[measure], country)
    if not known.ids and not known.calls:
        return list(folders)
    theirs = {call for call, _ in _read_roll_calls(target, folders)}
    read = []
    for folder in folders:
        if folder in old_votes:
            read.append(_Old(folder, old_votes[folder], known, theirs).read())
            theirs |= {known.calls[cells[1]] for _, cells in old_votes[folder]}
        else:
            read.append(replace(folder, files=tuple(_point_file(seed, known) for seed in folder.files)))
    return read


def _find_old_votes(folders: Sequence[Folder]) -> dict[Folder, list[Line]]:
    """The votes of the folders that have them in the old form."""
    votes = {}
    for folder in folders:
        for seed in folder.files:
            if seed.table.header != seed_tables()[seed.table.name].header:
                votes[folder] = _read_whole(folder, seed)
    return votes


def _collect_known(target: Target, folders: Sequence[Folder]) -> KnownVotes:
    """What is written down in the database and in folders of the new form."""
    former = target.execute("select id, record_id, field from former_ids")
    known = KnownVotes(
        {str(former_id): RollCallVote(str(record), str(country)) for former_id, record, country in former}
    )
    known.states = {str(country_id) for (country_id,) in target.execute("select id from countries")}
    known.states |= {cells[0] for rows in _read_files(folders, "countries") for _, cells in rows}
    for rows in _read_files(folders, "former_ids"):
        known.ids |= {cells[0]: RollCallVote(*cells[1:]) for _, cells in rows}
    for record in _find_in_use(target, folders, known) & known.ids.keys():
        del known.ids[record]  # a rule of the load says so
    for call, measure in _read_roll_calls(target, folders):
        known.calls.setdefault(measure, call)
    return known


def _find_in_use(target: Target, folders: Sequence[Folder], known: KnownVotes) -> set[str]:
    """Ids of records that are there or about to be, among them every one that is written down as a former id."""
    sql = "select records.id from records join former_ids on former_ids.id = records.id"
    ids = {str(record_id) for (record_id,) in target.execute(sql)}
    for folder in folders:
        for seed in folder.files:
            if not (known.ids and seed.table.kind and _may_name(seed, known)):
                continue
            try:
                ids |= {cells[0] for _, cells in read_lines(seed) if cells and cells[0] in known.ids}
            except (csv.Error, UnicodeDecodeError):
                raise refuse(list(check_form(folder, order=False))) from None
    return ids


def _read_roll_calls(target: Target, folders: Sequence[Folder]) -> Iterator[tuple[str, str]]:
    """(roll call, measure) of what other folders have: first what is final in the database, then in files."""
    loading = {folder.key for folder in folders}
    sql = (
        "select dated_roll_calls.id, dated_roll_calls.measure_id, loads.dataset, loads.folder from dated_roll_calls"
        " join roll_calls on roll_calls.id = dated_roll_calls.id join loads on loads.id = roll_calls.load_id"
        " where dated_roll_calls.final = 1"
    )
    for call, measure, *key in list(target.execute(sql)):
        if tuple(key) not in loading:
            yield str(call), str(measure)
    header = seed_tables()["roll_calls"].header
    for rows in _read_files(folders, "roll_calls"):
        named = [dict(zip(header, cells, strict=True)) for _, cells in rows]
        corrected = {row["corrects_id"] for row in named}
        for row in named:
            if not row["part"] and row["stage"] != "committee" and row["id"] not in corrected:
                yield row["id"], row["measure_id"]


def _read_files(folders: Sequence[Folder], table: str) -> Iterator[list[Line]]:
    """The rows of each file of a table."""
    return (_read_whole(folder, seed) for folder in folders for seed in folder.files if seed.table.name == table)


def _read_whole(folder: Folder, seed: SeedFile) -> list[Line]:
    """Every row of a file, each with every cell. Raises BadSeed with what is wrong with the form of its folder."""
    try:
        rows = list(read_lines(seed))
    except (csv.Error, UnicodeDecodeError):
        rows = [(0, [])]
    if any(len(cells) != len(seed.table.header) for _, cells in rows):
        raise refuse(list(check_form(folder, order=False)))
    return rows


class _Old:
    """A folder of the old form, being read: its votes, and what all ids of votes find."""

    def __init__(self, folder: Folder, votes: list[Line], known: KnownVotes, theirs: set[str]) -> None:
        self.folder, self.votes, self.known = folder, votes, known
        self.calls: dict[str, Line] = {}  # the folder's own roll calls, each at the line of its first vote
        self.voters: dict[str, set[str]] = defaultdict(set)
        for line, (_, measure, country, _vote) in votes:
            if (call := known.calls[measure]) not in theirs:
                self.calls.setdefault(call, (line, [call, measure]))
                self.voters[call].add(country)
        self.former = [
            (line, [vote_id, *known.ids[vote_id]])
            for line, (vote_id, measure, country, _vote) in votes
            if vote_id != usual(measure, country)
        ]
        self.written: list[tuple[str, int]] = []

    def read(self) -> Folder:
        """The folder with roll calls in the place of records of votes."""
        files = [file for seed in self.folder.files if seed.table.name == "relations" for file in self._file(seed)]
        for seed in self.folder.files:
            files += self._file(seed) if seed.table.name != "relations" else []
        return replace(self.folder, files=tuple(files), written=tuple(self.written))

    def _file(self, seed: SeedFile) -> list[SeedFile]:
        if seed.table.name == "votes":
            return self._votes(seed)
        if not find_links(seed.table):
            return [seed]
        rows = _read_whole(self.folder, seed)
        self.written.append((seed.table.name, len(rows)))
        if seed.table.name == "citations":
            return [replace(seed, rows=_repeatable(self._citations(rows)))]
        if seed.table.name == "relations":
            rows = list(self._relations(rows))
        return [replace(seed, rows=_repeatable(point_to_roll_calls(seed.table, rows, self.known)))]

    def _votes(self, seed: SeedFile) -> list[SeedFile]:
        empty = [""] * (len(seed_tables()["roll_calls"].header) - 2)
        rows_by_table: dict[str, Iterable[Line]] = {
            "roll_calls": ((line, [*cells, *empty]) for line, cells in self.calls.values()),
            "votes": ((line, [self.known.calls[measure], *rest]) for line, (_, measure, *rest) in self.votes),
            "former_ids": self.former,
        }
        return [
            replace(seed, table=seed_tables()[name], rows=_repeatable(rows)) for name, rows in rows_by_table.items()
        ]

    def _relations(self, rows: list[Line]) -> Iterator[Line]:
        """The relations; one of a roll call that another one says already is found by that one's id."""
        measures = {call: measure for measure, call in self.known.calls.items()}
        seen: dict[tuple[str, ...], str] = {}
        for line, cells in rows:
            if not (self.known.find(cells[1]) or self.known.find(cells[3])):
                yield line, cells
                continue
            subject, target = (was.record if (was := self.known.find(end)) else end for end in (cells[1], cells[3]))
            target = measures[subject] if subject == target else target
            fact = (subject, cells[2], target, cells[4])
            if fact in seen:
                self.known.ids[cells[0]] = RollCallVote(seen[fact], "")
                self.former.append((line, [cells[0], seen[fact], ""]))
            else:
                seen[fact] = cells[0]
                yield line, [cells[0], subject, cells[2], target, *cells[4:]]

    def _citations(self, rows: list[Line]) -> Iterator[Line]:
        """The citations; what every vote of a roll call of ours shares is said of it, all else of one State."""
        by_place: dict[tuple[str, ...], list[tuple[RollCallVote, Line]]] = defaultdict(list)
        for line, cells in rows:
            if (was := self.known.find(cells[0])) and was.record in self.calls:
                by_place[was.record, cells[1], *cells[SOURCE]].append((was, (line, cells)))
            else:
                yield line, point_citation(cells, self.known)
        for (call, column, *_), cited in by_place.items():
            common: tuple[str, ...] | None = None
            if {was.country for was, _ in cited} >= self.voters[call]:
                counted = Counter(tuple(cells[SOURCE.start :]) for _, (_, cells) in cited)
                common = max(counted, key=lambda rest: (counted[rest], rest))
                line = next(line for _, (line, cells) in cited if tuple(cells[SOURCE.start :]) == common)
                yield line, [call, column, *common]
            for _, (line, cells) in cited:
                if tuple(cells[SOURCE.start :]) != common:
                    yield line, point_citation(cells, self.known)


def _point_file(seed: SeedFile, known: KnownVotes) -> SeedFile:
    """A file of a folder that has no votes of the old form, but may name some."""
    if not find_links(seed.table) or not _may_name(seed, known):
        return seed
    return replace(seed, rows=lambda: point_to_roll_calls(seed.table, read_lines(seed), known))


def _may_name(seed: SeedFile, known: KnownVotes) -> bool:
    """Whether a file may name a vote of the old form: looked for in its bytes, as hardly any does."""
    if seed.path.stat().st_size == 0:
        return False
    if len(known.ids) > FEW:
        return True
    with seed.path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as raw:
        begins = (f"{before}{PREFIX}" for before in ',\n"')
        return any(raw.find(text.encode()) >= 0 for text in (*begins, *known.ids))


def _repeatable(rows: Iterable[Line]) -> Callable[[], Iterable[Line]]:
    """The same rows whenever they are read: in a load that is refused, more than once."""
    same_rows = tuple(rows)
    return lambda: same_rows


def read_lines(seed: SeedFile) -> Iterator[Line]:
    """The rows of a file with their lines, the header apart."""
    with open_rows(seed) as rows:
        line = rows.line_num + 1
        for cells in rows:
            yield line, cells
            line = rows.line_num + 1
