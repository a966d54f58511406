"""Rules that need more than one row to be seen broken: one .sql file each.

A rule's query gives the rows that break it: the table (or the kind of record), the row's id (or its key, the parts
joined by ``|``), the column, and what is wrong with it. Its header says how grave it is and what would be right:

- ``error`` stops a load; these are few and quick;
- ``check`` is an error too, but only ``seeds check`` looks for it (on SQLite, with the index of names made);
- ``warning`` is for a person to judge, and shows in ``seeds check``.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo import settings
from cyberdiplo.load.form import row_key
from cyberdiplo.load.problems import LIMIT, Location, Problem, RowKey
from cyberdiplo.load.rows import open_rows
from cyberdiplo.schema.model import seed_tables
from cyberdiplo.schema.vocabulary import STATUS_AFTER

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from cyberdiplo.load.files import Folder
    from cyberdiplo.load.target import Target


@dataclass(frozen=True)
class Rule:
    """One rule: the query gives table, id, column and detail of each row that breaks it."""

    name: str
    level: str
    says: str
    hint: str
    sql: str


class Breach(NamedTuple):
    """A row that breaks a rule, as its query gives it; ``key`` is the row's id, or the parts of its key joined by |."""

    rule: Rule
    table: str
    key: str
    column: str
    detail: str


def read_rules() -> list[Rule]:
    """Every rule, by name."""
    return [_read(path) for path in sorted(Path(__file__).parent.glob("*.sql"))]


def _read(path: Path) -> Rule:
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    header = dict(line[3:].split(": ", 1) for line in lines if line.startswith("-- ") and ": " in line)
    sql = text.replace("{status_after}", _status_after()).replace("{today}", settings.today())
    return Rule(path.stem, header["level"], header["says"], header["hint"], sql)


def _status_after() -> str:
    """STATUS_AFTER as rows: what status an event of a type makes."""
    return " union all ".join(
        f"select '{event}' as type, '{status}' as status" for event, status in STATUS_AFTER.items()
    )


def find_broken(
    target: Target,
    folders: Iterable[Folder],
    *,
    levels: Collection[str] = ("error",),
    locations: Mapping[RowKey, Location] | None = None,
) -> list[Problem]:
    """The rows that break a rule of these levels."""
    breaches: list[Breach] = []
    for rule in read_rules():
        if rule.level in levels:
            rows = list(target.execute(rule.sql))
            breaches += [
                Breach(rule, table, key, column or "", detail or "") for table, key, column, detail in rows[: LIMIT + 1]
            ]
    where = locations if locations is not None or not breaches else locate(folders)
    known = seed_tables()
    of_kind = {table.kind: name for name, table in known.items() if table.kind}
    problems = []
    for rule, table, key, column, detail in breaches:
        table = of_kind.get(table, table)
        parts = key.split("|", max(len(known[table].key) - 1, 0)) if table in known else [key]
        path, line = (where or {}).get((table, tuple(parts)), (Path(f"{table} {key}"), None))
        message = rule.says.replace("{detail}", detail)
        level = "error" if rule.level == "check" else rule.level
        problems.append(Problem(path, line, column, rule.name, message, rule.hint, level))
    return problems


def locate(folders: Iterable[Folder], *, only: str = "") -> dict[RowKey, Location]:
    """Where each row stands, by table and key; with ``only``, the rows of that table."""
    locations: dict[RowKey, Location] = {}
    for folder in folders:
        for seed in (seed for seed in folder.files if not only or seed.table.name == only):
            with open_rows(seed) as rows:
                line = rows.line_num + 1
                for cells in rows:
                    if len(cells) == len(seed.table.header):
                        locations[(seed.table.name, row_key(seed.table, cells))] = Location(seed.path, line)
                    line = rows.line_num + 1
    return locations
