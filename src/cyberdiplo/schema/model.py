"""The tables as plain data, read from the frozen schema: for whoever must not wait for SQLAlchemy."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import NamedTuple

FROZEN = Path(__file__).parent / "frozen"


class Column(NamedTuple):
    """One column: ``type`` is TEXT, INTEGER or REAL; ``codes`` is the vocabulary that its words are of."""

    name: str
    type: str
    required: bool
    default: str | None
    references: str | None
    codes: str | None
    bookkeeping: bool
    doc: str

    @property
    def may_be_empty(self) -> bool:
        """Whether a seed file need say nothing in it, and hence need not have it."""
        return not self.required or self.default is not None


class Table(NamedTuple):
    """One table; ``kind`` is the kind of its records, ``words_of`` the open vocabulary that it is; None otherwise."""

    name: str
    doc: str
    kind: str | None
    derived: bool
    words_of: str | None
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def header(self) -> tuple[str, ...]:
        """The columns of its seed file, in order."""
        return tuple(column.name for column in self.columns if not column.bookkeeping)

    def column(self, name: str) -> Column:
        """The column of that name; KeyError where there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


@cache
def tables() -> dict[str, Table]:
    """Every table by name, in the order in which they are listed."""
    data = json.loads((FROZEN / "model.json").read_text(encoding="utf-8"))
    return {
        entry["name"]: Table(
            name=entry["name"],
            doc=entry["doc"],
            kind=entry["kind"],
            derived=entry["derived"],
            words_of=entry["words_of"],
            key=tuple(entry["key"]),
            columns=tuple(Column(**column) for column in entry["columns"]),
        )
        for entry in data["tables"]
    }


def seed_tables() -> dict[str, Table]:
    """The tables that seed files fill."""
    return {name: table for name, table in tables().items() if not table.derived}


def frozen_sql(name: str) -> str:
    """``tables`` or ``indexes``: SQLite statements that make the schema of today's revision."""
    return (FROZEN / f"{name}.sql").read_text(encoding="utf-8")


def views_sql() -> str:
    """The views, as statements for SQLite and PostgreSQL."""
    return (Path(__file__).parent / "views.sql").read_text(encoding="utf-8")


def functions_sql() -> str:
    """What PostgreSQL lacks for the questions, as statements for it."""
    return (Path(__file__).parent / "functions.sql").read_text(encoding="utf-8")
