"""Every rule of the tables refuses a wrong row, and says which rule it was.

``wrong_rows.csv``: a sound row of the table with these columns changed (``column=value; …``, ``null`` for nothing)
must be refused by the constraint named. Each CHECK of the schema must have its row there, but for the rules that many
tables have, whose wrong rows are made here.
"""

from __future__ import annotations

import csv
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import CheckConstraint
from sqlalchemy.dialects import sqlite as dialect
from sqlalchemy.schema import CreateTable

from cyberdiplo.schema.model import tables
from cyberdiplo.schema.tables import METADATA
from cyberdiplo.schema.vocabulary import OPEN
from tests.load.mini import build_mini

if TYPE_CHECKING:
    from collections.abc import Iterator

WRONG = list(csv.DictReader((Path(__file__).parent / "wrong_rows.csv").read_text("utf-8").splitlines()))
WRONG += [
    {"table": table.name, "change": "kind=other", "rule": f"ck_{table.name}_kind"}
    for table in tables().values()
    if table.kind
]
WRONG += [
    {"table": name, "change": change, "rule": f"ck_{name}_{rule}"}
    for name in OPEN.values()
    for change, rule in (
        *(("label_fr=  ", "not_blank"), ("label_en=", "not_blank"), ("code=Nö", "code_is_word")),
        ("code=same; counts_as=same", "counts_as_another"),
    )
]
# How the names of rules that many tables have end, and a cell that each refuses.
ANYWHERE = {"_is_date": "2023-02-30", "_is_time": "24:10", "_known": "nonsense", "name_fr_not_blank": "  "}


def wrong_anywhere() -> Iterator[dict[str, str]]:
    """A wrong row for each rule that many tables have, where the file has none."""
    covered = {case["rule"] for case in WRONG}
    for table in METADATA.tables.values():
        for rule in sorted(str(one.name) for one in table.constraints if isinstance(one, CheckConstraint)):
            said = rule.removeprefix(f"ck_{table.name}_")
            said = f"name_fr_{said}" if said == "not_blank" and "name_fr" in table.columns else said
            for end, cell in ANYWHERE.items():
                if said.endswith(end) and rule not in covered:
                    column = said.removesuffix(end) or "name_fr"
                    yield {"table": table.name, "change": f"{column}={cell}", "rule": rule}


WRONG += wrong_anywhere()


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = build_mini(tmp_path_factory.mktemp("sound") / "sound.sqlite")
    with closing(sqlite3.connect(path)) as own, own:  # what no folder says of its own records
        own.execute("insert into refinements values ('cable-talks-1', 'start_date', '2020-03-02', '2020-03-02', 1)")
    return path


@pytest.fixture
def connection(sound: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    sqlite3.connect(sound).backup(connection)
    connection.execute("pragma foreign_keys = on")
    yield connection
    connection.close()


def changed(
    connection: sqlite3.Connection, table: str, change: str, shipped: Path | None = None
) -> tuple[str, dict[str, object]]:
    """A row to insert that is sound but for the change: like one of the small collection, or else a shipped one."""
    columns = [column.name for column in tables()[table].columns]
    if table == "name_index":
        raise AssertionError("made by the loader")
    sql = f"select {', '.join(columns)} from {table} limit 1"
    row = connection.execute(sql).fetchone()
    if row is None and shipped:
        with closing(sqlite3.connect(shipped)) as other:
            row = other.execute(sql).fetchone()
    assert row, f"neither the small collection nor the seeds have a row of {table}"
    values = dict(zip(columns, row, strict=True))
    for part in change.split("; "):
        name, _, value = part.partition("=")
        assert name in values, name
        values[name] = None if value == "null" else value
    sql = f"insert into {table} ({', '.join(values)}) values ({', '.join(f':{name}' for name in values)})"
    return sql, values


@pytest.mark.parametrize("case", WRONG, ids=[f"{case['table']}-{case['rule']}-{case['change']}" for case in WRONG])
def test_a_wrong_row_is_refused_by_its_rule(
    connection: sqlite3.Connection, case: dict[str, str], database_path: Path
) -> None:
    sql, values = changed(connection, case["table"], case["change"], database_path)
    if "id" in values and not re.search(r"\bid=", case["change"]):
        values["id"] = _registered(connection, case["table"])
    with pytest.raises(sqlite3.IntegrityError) as refused:
        connection.execute(sql, values)
    assert case["rule"] in str(refused.value)


def _registered(connection: sqlite3.Connection, table: str) -> object:
    """A new id, registered, so that nothing but the rule in question can refuse the row."""
    kind = tables()[table].kind
    if table == "loads":
        return 99
    new = "ZZZ" if kind == "country" else "new-row"
    if kind:
        connection.execute("insert into records (id, kind, load_id) values (?, ?, 1)", (new, kind))
    return new


def test_every_check_of_the_schema_has_its_wrong_row() -> None:
    covered = {case["rule"] for case in WRONG}
    checks: set[str] = set()
    for table in METADATA.tables.values():
        text = str(CreateTable(table).compile(dialect=dialect.dialect()))
        for constraint in table.constraints:
            if isinstance(constraint, CheckConstraint):
                name = next(word for word in text.split() if word == f"ck_{table.name}_{constraint.name}" or (
                    word.startswith("ck_") and word == str(constraint.name)))  # fmt: skip
                checks.add(name)
    assert checks - covered == set()


def test_a_table_takes_only_text_where_it_says_number(connection: sqlite3.Connection) -> None:
    sql, values = changed(connection, "figures", "value=about ten")
    values["id"] = _registered(connection, "figures")
    with pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT value in REAL column"):
        connection.execute(sql, values)
