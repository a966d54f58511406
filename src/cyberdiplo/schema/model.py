"""The tables as plain data, made from the models, for code that must not wait for SQLAlchemy's import."""

from __future__ import annotations

from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

from cyberdiplo.schema import GENERATED
from cyberdiplo.schema.stale import is_stale

HERE = Path(__file__).parent
DATE = r"\d{4}(-\d{2}(-\d{2})?)?"  # YYYY, YYYY-MM or YYYY-MM-DD
CLOCK = r"\d{2}:\d{2}"


class Column(NamedTuple):
    """One column: ``type`` is TEXT, INTEGER or REAL; ``codes`` is the vocabulary that its words are of.

    ``doc`` and ``fr`` say what it means, in English and French; ``form`` is one of FORMS, or empty.
    """

    name: str
    type: str
    required: bool
    default: str | None
    references: str | None
    codes: str | None
    bookkeeping: bool
    doc: str
    fr: str = ""
    form: str = ""

    @property
    def pattern(self) -> str | None:
        """What its text looks like, as a regular expression, where it is a date or a time."""
        return {"date": DATE, "time": CLOCK}.get(self.form)

    @property
    def may_be_empty(self) -> bool:
        """Whether a seed file need say nothing in it, and hence need not have it."""
        return not self.required or self.default is not None


class TableFields(NamedTuple):
    """One table; ``kind`` is the kind of its records, ``words_of`` the open vocabulary that it is; None otherwise.

    ``unique`` are its keys other than the primary one.
    """

    name: str
    doc: str
    fr: str
    kind: str | None
    derived: bool
    words_of: str | None
    key: tuple[str, ...]
    unique: tuple[tuple[str, ...], ...]
    columns: tuple[Column, ...]


class Table(TableFields):
    """One table, with what is read off its columns."""

    @cached_property  # it is asked for with every row of a seed file
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
    data = _read_json("model.json")
    return {
        entry["name"]: Table(
            name=entry["name"],
            doc=entry["doc"],
            fr=entry["fr"],
            kind=entry["kind"],
            derived=entry["derived"],
            words_of=entry["words_of"],
            key=tuple(entry["key"]),
            unique=tuple(map(tuple, entry["unique"])),
            columns=tuple(Column(**column) for column in entry["columns"]),
        )
        for entry in data["tables"]
    }


def seed_tables() -> dict[str, Table]:
    """The tables that seed files fill."""
    return {name: table for name, table in tables().items() if not table.derived}


@cache
def headings() -> dict[str, str]:
    """What stands above the columns that say so themselves, in French, by their names without a language or ``_id``."""
    return dict(_read_json("headings.json"))


def generated_sql(name: str) -> str:
    """``tables`` or ``indexes``: SQLite statements that make the schema of today's revision."""
    return _generated(f"{name}.sql")


@cache
def known_objects() -> str:
    """What may be in a SQLite database of ours; see ``snapshot.known``."""
    return _generated("known.sql")


def _read_json(name: str) -> Any:
    import json  # a question whose answer is CSV reads none

    return json.loads(_generated(name))


def _generated(name: str) -> str:
    """One of the generated files; in a checkout where they are not those of today's models, they are made now."""
    path = GENERATED / name
    if is_stale() or not path.is_file():
        from cyberdiplo.schema import snapshot

        try:
            snapshot.main()
        except OSError:  # it may not be written
            return snapshot.files()[name]
    return path.read_text(encoding="utf-8")


def functions_sql() -> str:
    """What PostgreSQL lacks for the questions, as statements for it."""
    return (HERE / "functions.sql").read_text(encoding="utf-8")
