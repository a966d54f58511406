"""What the tables promise beyond their columns, read from the frozen schema: unique keys, and which text is a date."""

from __future__ import annotations

import re
from functools import cache

from cyberdiplo.schema.model import frozen_sql

DATE = r"\d{4}(-\d{2}(-\d{2})?)?"  # YYYY, YYYY-MM or YYYY-MM-DD
CLOCK = r"\d{2}:\d{2}"


@cache
def _tables() -> dict[str, str]:
    parts = re.split(r"CREATE TABLE (\w+) \(", frozen_sql("tables"))
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def unique_keys(table: str) -> list[list[str]]:
    """The keys of a table beside its primary one."""
    return [key.split(", ") for key in re.findall(r"CONSTRAINT uq_\w+ UNIQUE \(([^)]*)\)", _tables()[table])]


def patterns(table: str) -> dict[str, str]:
    """Columns whose text has a form: column -> regular expression."""
    found = re.findall(rf"CONSTRAINT ck_{table}_(\w+)_is_(date|time) CHECK", _tables()[table])
    return {column: DATE if form == "date" else CLOCK for column, form in found}
