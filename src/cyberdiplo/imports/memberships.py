"""Who belongs to what, from a plain table: a member, a group, a role and days."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.imports.dates import read_date
from cyberdiplo.imports.files import clean
from cyberdiplo.imports.tables import read_table
from cyberdiplo.messages import tr
from cyberdiplo.text.ids import free_id
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from cyberdiplo.imports.job import Job
    from cyberdiplo.imports.outcome import Outcome
    from cyberdiplo.imports.seed_writer import SeedWriter

    Check = tuple[str, str, str | None, Callable[[str], str]]  # column, cell, id of what it names, what is near

DAYS = ("start_date", "end_date", "attested_on")


class Row(NamedTuple):
    """The cells of a row, in the order of the importer's headings."""

    member: str
    group: str
    role: str
    start_date: str
    end_date: str
    attested_on: str
    url: str
    note: str


def run(job: Job) -> None:
    """Read the tables of a job and write their rows."""
    members = job.known.names_of("country", "organisation")
    groups = job.known.names_of("forum", "organisation", "process", "measure", "country")
    roles = job.known.codes_of("membership_roles")
    memberships = Memberships(job)
    for path in job.paths:
        writer = job.own_table(path)
        for line, cells in read_table(path, job.importer.headers, job.mapping):
            row = Row._make(map(clean, cells))
            if not any(row):
                continue
            job.outcome.count("rows")
            member, group = members.find(row.member), groups.find(row.group)
            role = roles.get(fold(row.role or "member"))
            days = {name: read_date(getattr(row, name)) for name in DAYS}
            checks = (
                ("member", row.member, member, members.suggest),
                ("group", row.group, group, groups.suggest),
                ("role", row.role, role, lambda _: tr("no role of the vocabulary membership_roles")),
            )
            if _is_sound(job.outcome, path, line, row, checks, days):
                memberships.write(writer, line, (str(member), str(group), str(role)), days, row)


def _is_sound(outcome: Outcome, path: Path, line: int, row: Row, checks: Sequence[Check], days: dict[str, str]) -> bool:
    """Whether a row can be taken; what cannot is told, all of it at once."""
    before = len(outcome.rejects)
    for column, value, record_id, suggest in checks:
        if record_id is None:
            reason = suggest(value) if value else tr("the cell is empty")
            outcome.reject(path, line, row.member, column, value, reason)
    for column, day in days.items():
        if (value := getattr(row, column)) and not day:
            outcome.reject(path, line, row.member, column, value, tr("no day, month or year"))
    start, end = days["start_date"], days["end_date"]
    if not start and not days["attested_on"]:
        outcome.reject(path, line, row.member, "start_date", "", tr("neither a start nor a day on which it was seen"))
    elif start and end and end[: len(start)] < start[: len(end)]:
        outcome.reject(path, line, row.member, "end_date", row.end_date, tr("the end is before the start"))
    return len(outcome.rejects) == before


class Memberships:
    """Writes memberships that are not there yet; what is there stays, and a day that differs is told."""

    def __init__(self, job: Job) -> None:
        self.outcome = job.outcome
        self.there: dict[tuple[str, str, str], str] = {}
        sql = "select member_id, group_id, role, coalesce(start_date, attested_on) from memberships where {other}"
        for member, group, role, since in job.known.ask(sql):
            self.there[member, group, role] = since
        self._written: dict[tuple[str, str, str, str], str] = {}
        self._ids = {row[0] for row in job.known.ask("select id from records where kind = 'membership' and {other}")}

    def write(
        self,
        writer: SeedWriter,
        line: int,
        key: tuple[str, str, str],
        days: dict[str, str],
        row: Row,
        place: str = "line",
    ) -> None:
        """One membership (member, group, role), cited by its line or row."""
        since = days["start_date"] or days["attested_on"]
        path_line = (writer.file, f"row {line}" if place == "row" else line, row.member)
        if before := self.there.get(key):
            self.outcome.count("known")
            if days["start_date"] and before[: len(since)] != since[: len(before)]:
                reason = tr("the database has {day}, which stays", day=before)
                self.outcome.reject(*path_line, "start_date", since, reason)
            return
        if (*key, since) in self._written:
            self.outcome.count("twice")
            self.outcome.reject(*path_line, "member", row.member, tr("the row is there twice"))
            return
        member, group, role = key
        membership_id = free_id(f"{group}-{role}-{member}".lower().replace("_", "-"), self._ids)
        self._ids.add(membership_id)
        self._written[(*key, since)] = membership_id
        writer.add("memberships", id=membership_id, member_id=member, group_id=group, role=role, **days)
        writer.add(
            "citations",
            record_id=membership_id,
            source_id=writer.source_id,
            locator=f"{place} {line}",
            support="states",
            confidence="high",
            url=row.url,
            note=row.note,
        )
        self.outcome.count("memberships")
