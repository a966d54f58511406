"""The same files give the same rows on SQLite and on PostgreSQL, whoever loads at the same time."""

from __future__ import annotations

import csv
import io
import signal
import sqlite3
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import psycopg
import pytest
from hypothesis import given, strategies as st

from cyberdiplo.errors import BadSeed, DatabaseProblem
from cyberdiplo.load.build import build, load_into
from cyberdiplo.load.postgres_target import PostgresTarget, Refused, lines
from cyberdiplo.load.sqlite_target import SqliteTarget
from cyberdiplo.schema.model import seed_tables, tables
from cyberdiplo.store import postgres
from tests import server
from tests.load.mini import MINI, copy_mini, set_cell
from tests.server import change, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROW = {"id": "a-figure", "label_fr": "x", "label_en": "x", "comparator": "approx", "unit": "count", "subject_id": "a"}


def content(target: str, table: str) -> list[tuple[object, ...]]:
    """A table's rows without the numbers of loads."""
    columns = [column.name for column in tables()[table].columns if column.name not in ("load_id", "loaded_at")]
    with opened(target) as connection:
        return sorted(connection.execute(f"select {', '.join(columns)} from {table}"), key=repr)


@pytest.mark.parametrize("table", tables())
def test_the_shipped_seeds_give_the_same_rows(database_path: Path, postgres_url: str, table: str) -> None:
    assert content(str(database_path), table) == content(postgres_url, table)


# --- one row at a time -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def targets(mini_path: Path, mini_url: str, postgres_server: str) -> Iterator[tuple[SqliteTarget, PostgresTarget]]:
    """A transaction on each that is never kept."""
    file = sqlite3.connect(mini_path)
    file.isolation_level = None
    file.execute("begin")
    with server.database(postgres_server, server.name(mini_url)) as url:
        connection = postgres.connect(url)
        yield SqliteTarget(file), PostgresTarget(connection)
        connection.close()
    file.close()


@pytest.fixture
def mini_postgres(mini_url: str, postgres_server: str) -> Iterator[str]:
    """The small collection on a server; the test's own."""
    with server.database(postgres_server, server.name(mini_url)) as url:
        yield url


def taken(target: SqliteTarget | PostgresTarget, table: str, cells: dict[str, str]) -> object:
    """The row as it is stored, or None where it is refused; nothing of it stays."""
    described = seed_tables()[table]
    target.savepoint()
    try:
        target.insert(described, [[cells.get(name, "") for name in described.header]], 1)
        sql = f"select {', '.join(described.header)} from {table} where id = :id"
        return list(target.execute(sql, {"id": cells["id"]}))
    except target.refusals:
        return None
    finally:
        target.undo()
        target.release()


TEXT = st.text(st.characters(exclude_characters="\0\x01", codec="utf-8"), min_size=1)
NUMBERS = st.from_regex(r"[-+ ]?[0-9_]{0,4}[.,eExX]?[0-9-]{0,3} ?", fullmatch=True) | st.sampled_from(
    ["NaN", "Infinity", "1e5", "1E+05", "0x1F", "1_000", " 5", "5 ", "+5", "5.", ".5", "-", ".", "٣", "1/2"]
)
DATES = st.from_regex(r"[0-9]{1,4}(-[0-9a]{1,2}(-[0-9 ]{1,2})?)?", fullmatch=True) | st.sampled_from(
    [
        "2024-02-29",
        "2023-02-29",
        "1900-02-29",
        "2000-02-29",
        "2023-04-31",
        "2023-13",
        "2023-00",
        "abcd",
        "20-1",
        "2023-02-",
    ]
)


@given(text=TEXT)
def test_any_text_is_stored_as_it_is(targets: tuple[SqliteTarget, PostgresTarget], text: str) -> None:
    cells = {"id": "someone", "given_name": text, "family_name": "x", "sort_name": "x"}
    here, there = (taken(target, "speakers", cells) for target in targets)
    assert here == there == [("someone", text, "x", "x")]


@given(value=NUMBERS)
def test_a_number_is_taken_by_both_or_by_none(targets: tuple[SqliteTarget, PostgresTarget], value: str) -> None:
    here, there = (taken(target, "figures", ROW | {"value": value}) for target in targets)
    assert here == there
    topic = {"id": "a-topic", "name_fr": "x", "name_en": "x", "sort": value}
    here, there = (taken(target, "topics", topic) for target in targets)
    assert here == there


@given(date=DATES)
def test_a_date_is_taken_by_both_or_by_none(targets: tuple[SqliteTarget, PostgresTarget], date: str) -> None:
    here, there = (taken(target, "figures", ROW | {"value": "1", "as_of": date}) for target in targets)
    assert here == there


def test_a_row_with_a_cell_too_many_is_refused() -> None:
    with pytest.raises(Refused):
        list(lines(seed_tables()["speakers"], [["a", "b", "c", "d", "e"]], 1))


# --- several at once -------------------------------------------------------------------------------

LOAD = """
import sys
from pathlib import Path
from cyberdiplo.load.build import {0}
{0}(sys.argv[1], [Path(sys.argv[2])]{1})
"""


def loading(what: str, target: str, folder: Path, more: str = "") -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", LOAD.format(what, more), target, str(folder)], stderr=subprocess.PIPE, text=True
    )


def own_folder(parent: Path, name: str) -> Path:
    """A folder with one more person in it."""
    folder = parent / name
    folder.mkdir()
    for table, cells in (
        ("speakers", [f"person-{name}", "", name, name]),
        ("citations", [f"person-{name}", "", "report", "par. 2", "", "states", "high", "", "", ""]),
    ):
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows([seed_tables()[table].header, cells])
        (folder / f"{table}.csv").write_text(text.getvalue(), encoding="utf-8")
    return folder


def test_two_who_load_at_once_lose_nothing(mini_database: str, tmp_path: Path) -> None:
    names = ["a", "b", "c", "d"]
    running = [loading("load_into", mini_database, own_folder(tmp_path, name)) for name in names]
    for process in running:
        _, said = process.communicate(timeout=120)
        assert process.returncode == 0, said
    with opened(mini_database) as connection:
        sql = "select family_name from speakers where id like 'person-%' order by 1"
        assert [row[0] for row in connection.execute(sql)] == names
        loads = [row[0] for row in connection.execute("select id from loads order by id")]
    assert loads == list(range(1, len(loads) + 1))


def test_two_who_make_the_tables_at_once_both_get_their_rows(empty_postgres: str) -> None:
    running = [loading("build", empty_postgres, MINI, ", shipped=False") for _ in range(2)]
    for process in running:
        _, said = process.communicate(timeout=120)
        assert process.returncode == 0, said
    assert content(empty_postgres, "forums")


def test_who_has_to_wait_is_told_and_the_wait_has_an_end(
    mini_postgres: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CYBERDIPLO_WAIT", "2")
    held, other = postgres.connect(mini_postgres), postgres.connect(mini_postgres)
    postgres.lock(held)
    with pytest.raises(DatabaseProblem, match=r"Another load is under way \(waited 2 s\)"):
        postgres.lock(other)
    assert "waiting for it, at most 2 s" in capsys.readouterr().err
    held.close()
    other.close()


def test_nobody_who_may_only_read_can_keep_a_load_waiting(
    mini_postgres: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CYBERDIPLO_WAIT", "1")
    reader = "cyberdiplo_reader_who_locks"
    change(
        mini_postgres,
        f"drop role if exists {reader}; create role {reader} login; grant usage on schema public to {reader};"
        f" grant select on all tables in schema public to {reader}",
    )
    try:
        theirs = psycopg.connect(mini_postgres.replace("postgres@", f"{reader}@", 1))
        theirs.execute("select pg_advisory_lock(7167868469787257200), * from alembic_version")
        theirs.execute("select * from statements, loads")
        with pytest.raises(psycopg.errors.InsufficientPrivilege), theirs.transaction():
            theirs.execute("lock table alembic_version in share mode")
        theirs.execute("lock table alembic_version in access share mode")
        load_into(mini_postgres, [own_folder(tmp_path, "eager")])
        theirs.close()
    finally:
        change(mini_postgres, f"drop owned by {reader}; drop role {reader}")


def test_whoever_waited_sees_what_the_other_one_did(mini_postgres: str, tmp_path: Path) -> None:
    held = postgres.connect(mini_postgres)
    postgres.lock(held)
    process = loading("load_into", mini_postgres, own_folder(tmp_path, "patient"))
    waiting = "select count(*) from pg_locks where relation = 'alembic_version'::regclass and not granted"
    while process.poll() is None and held.execute(waiting).fetchone() != (1,):
        time.sleep(0.05)
    held.execute(
        "insert into loads (id, dataset, folder, loaded_at, version, files, rows, digest)"
        " select 77, 'theirs', '.', '', '', 0, 0, ''"
    )
    held.commit()
    held.close()
    _, said = process.communicate(timeout=60)
    assert process.returncode == 0, said
    with opened(mini_postgres) as connection:
        assert connection.execute("select load_id from speakers where id = 'person-patient'").fetchone() == (78,)


def test_whoever_reads_meanwhile_sees_all_or_nothing(mini_postgres: str, tmp_path: Path) -> None:
    reading = postgres.reading(mini_postgres)
    before = reading.execute("select count(*) from speakers").fetchone()
    load_into(mini_postgres, [own_folder(tmp_path, "late")])
    assert reading.execute("select count(*) from speakers").fetchone() == before
    reading.close()


KILLED = """
import os, signal, sys
from pathlib import Path
from cyberdiplo.load import name_index
from cyberdiplo.load.build import load_into
name_index.index_names = lambda target: os.kill(os.getpid(), signal.SIGKILL)
from cyberdiplo.load import load
load_into(sys.argv[1], [Path(sys.argv[2])])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
def test_a_load_that_is_killed_on_the_way_leaves_what_was_there(mini_database: str, tmp_path: Path) -> None:
    before = {name: content(mini_database, name) for name in tables()}
    folder = own_folder(tmp_path, "killed")
    done = subprocess.run([sys.executable, "-c", KILLED, mini_database, str(folder)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert {name: content(mini_database, name) for name in tables()} == before
    load_into(mini_database, [folder])


def test_a_refused_load_into_new_tables_leaves_none(empty_postgres: str, tmp_path: Path) -> None:
    mini = copy_mini(tmp_path)
    set_cell(mini / "sources/report/statements.csv", 0, "meeting_id", "cable-talk-1")
    with pytest.raises(BadSeed, match="did you mean cable-talks-1"):
        build(empty_postgres, [mini], shipped=False)
    with opened(empty_postgres) as connection:
        assert connection.execute("select to_regclass('forums') is null").fetchone() == (1,)


def test_new_tables_have_every_key_and_index_whatever_was_loaded(empty_postgres: str, mini_url: str) -> None:
    build(empty_postgres, [], shipped=False)
    sql = (
        "select conname, pg_get_constraintdef(oid) from pg_constraint where contype in ('p', 'u', 'f', 'c')"
        " and connamespace = to_regnamespace('public') union all select indexname, indexdef from pg_indexes"
        " where schemaname = 'public' order by 1, 2"
    )
    found = []
    for url in (empty_postgres, mini_url):
        with opened(url) as connection:
            found.append([row for row in connection.execute(sql) if "search" not in row[0]])
    assert found[0] == found[1]
    assert len(found[0]) > 300


def test_a_load_with_nothing_new_changes_nothing(mini_database: str) -> None:
    before = {name: content(mini_database, name) for name in tables()}
    assert set(load_into(mini_database, [MINI]).folders.values()) == {None}
    assert {name: content(mini_database, name) for name in tables()} == before
