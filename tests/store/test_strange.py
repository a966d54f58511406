"""A database that somebody sends may have in it what acts on whoever opens it: it is refused, and said what it is."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from cyberdiplo import settings
from cyberdiplo.cli.talk.troubles import explain
from cyberdiplo.errors import DatabaseProblem, Stopped
from cyberdiplo.load.build import upgrade
from cyberdiplo.store import copies, sqlite, sqlite_reading, sqlite_state, strange
from cyberdiplo.store.address import database_at

if TYPE_CHECKING:
    from pathlib import Path

ENDLESS = "with recursive c(n) as (select 1 union all select n + 1 from c)"
STRANGE = {
    "trigger": ("create trigger rewrite after insert on statements begin delete from names; end", "the trigger"),
    "view": ("create view more as select 1 as a", "the view 'more'"),
    "table": ("create table more (a text)", "the table 'more'"),
    "virtual table": ("create virtual table more using fts5(a)", "table 'more'"),
    "a view in a table's place": (
        f"alter table languages rename to l; create view languages as {ENDLESS} select l.* from l, c",
        "languages|the table 'l'",
    ),
    "a column that fills the memory": (
        "create table t (a text, b text as (hex(zeroblob(400000000)))) strict; drop table dictionary_columns;"
        "alter table t rename to dictionary_columns",
        "the table 'dictionary_columns'",
    ),
    "a virtual table by another spelling": (
        "pragma writable_schema = on; delete from sqlite_master where type = 'index' and tbl_name = 'languages';"
        "update sqlite_master set sql = 'create/**/virtual table languages using fts5(code)' where name = 'languages'",
        "table 'languages'",
    ),
    "a table of the index that computes": (
        "pragma writable_schema = on; update sqlite_master set sql ="
        " 'create table search_index_config(k primary key, v as (zeroblob(400000000))) without rowid'"
        " where name = 'search_index_config'",
        "the table 'search_index_config'",
    ),
}


def _spoiled(database: Path, script: str, tmp_path: Path) -> Path:
    copy = tmp_path / "sent.sqlite"
    copy.write_bytes(database.read_bytes())
    with closing(sqlite3.connect(copy)) as connection:
        connection.executescript(f"pragma foreign_keys = off; pragma legacy_alter_table = on; {script}")
    return copy


@pytest.mark.parametrize("case", STRANGE)
def test_what_is_not_ours_is_not_opened(mini_path: Path, tmp_path: Path, case: str) -> None:
    script, words = STRANGE[case]
    sent = _spoiled(mini_path, script, tmp_path)
    before = sent.read_bytes()
    for opening in (
        lambda: sqlite.reading(sent),
        lambda: sqlite_state.status(sent),
        lambda: copies.restore(tmp_path / "new.sqlite", sent),
        lambda: database_at(sent).writing().__enter__(),
        lambda: upgrade(sent, tmp_path),
    ):
        with pytest.raises(DatabaseProblem, match=words):
            opening()
    assert sent.read_bytes() == before
    assert not (tmp_path / "new.sqlite").exists()


@pytest.mark.parametrize(
    "spelling", ["text as (", "text\tas(", "text/**/as --x\n(", "text(9)AS/* ( */ /**/(", "generated always as("]
)
def test_a_column_that_computes_is_seen_however_it_is_spelt(spelling: str) -> None:
    sql = f"create table names (a text, b {spelling}a || 'x'))"
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(sql)
        connection.execute("insert into names (a) values ('q')")
        assert connection.execute("select b from names").fetchone() == ("qx",)  # SQLite computes it
        with pytest.raises(DatabaseProblem, match="the table 'names'"):
            strange.refuse(connection, "it")


@pytest.mark.parametrize("view", ["labels", "search_texts"])  # the second comes with a load, and is not in views.sql
def test_a_view_of_another_making_is_refused_until_it_is_made_anew(mini_path: Path, tmp_path: Path, view: str) -> None:
    endless = f"drop view {view}; create view {view} as {ENDLESS} select n as id from c"
    sent = _spoiled(mini_path, endless, tmp_path)
    with pytest.raises(DatabaseProblem, match=f"the view '{view}' is not as this version makes it"):
        sqlite.reading(sent)
    upgrade(sent, settings.resource("seeds"))
    with closing(sqlite.reading(sent)) as connection:
        assert connection.execute(f"select count(*) from {view}").fetchone()[0] > 0


def test_whatever_view_was_changed_an_upgrade_sees_it(mini_path: Path) -> None:
    with closing(sqlite3.connect(mini_path)) as connection:
        connection.isolation_level = None
        names = [name for (name,) in connection.execute("select name from sqlite_master where type = 'view'")]
        assert not strange.has_changed_views(connection)
        for name in names:
            connection.execute("begin")
            connection.execute(f"drop view {name}")
            connection.execute(f"create view {name} as select 1 as id")
            assert strange.has_changed_views(connection), name
            connection.execute("rollback")


def test_an_index_of_the_users_own_does_no_harm(mini_path: Path, tmp_path: Path) -> None:
    copy = _spoiled(mini_path, "create index mine on names (name)", tmp_path)
    sqlite.reading(copy).close()


def test_an_upgrade_of_an_earlier_revision_looks_for_what_acts(mini_path: Path, tmp_path: Path) -> None:
    for case in ("trigger", "virtual table", "a virtual table by another spelling"):
        script, words = STRANGE[case]
        sent = _spoiled(mini_path, f"update alembic_version set version_num = '0001'; {script}", tmp_path)
        with pytest.raises(DatabaseProblem, match=words):
            upgrade(sent, tmp_path)


def test_a_question_comes_to_an_end(mini_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite_reading, "SECONDS", 0.2)
    with pytest.raises(Stopped, match="took too long"), database_at(mini_path).asking() as connection:
        connection.execute(f"{ENDLESS} select count(*) from c", {}).fetchone()


def test_completion_waits_for_nothing(mini_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        database_at(mini_path).peek(f"{ENDLESS} select count(*) from c", ())


def test_what_is_missing_is_told_and_a_view_is_made_anew(mini_path: Path, tmp_path: Path) -> None:
    with pytest.raises(DatabaseProblem, match="is damaged: 'verbs' is not in it"):
        sqlite.reading(_spoiled(mini_path, "drop table verbs", tmp_path))
    sent = _spoiled(mini_path, "drop view labels", tmp_path)
    with pytest.raises(DatabaseProblem, match="is damaged: 'labels' is not in it"):
        sqlite.reading(sent)
    upgrade(sent, settings.resource("seeds"))
    sqlite.reading(sent).close()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of POSIX")
@pytest.mark.parametrize("side", ["-journal", "-wal"])
def test_what_lies_beside_it_and_never_ends_is_not_read(mini_path: Path, tmp_path: Path, side: str) -> None:
    copy = _spoiled(mini_path, "", tmp_path)
    os.mkfifo(f"{copy}{side}")
    for opened in (lambda: sqlite.reading(copy), sqlite.writing(copy).__enter__):
        with pytest.raises(DatabaseProblem, match="is no regular file"):
            opened()


def test_what_a_table_works_out_for_a_row_fills_no_memory(mini_path: Path, tmp_path: Path) -> None:
    changed = "replace(sql, 'acronym_fr TEXT', 'acronym_fr TEXT DEFAULT (hex(zeroblob(400000000)))')"
    script = f"pragma writable_schema = on; update sqlite_master set sql = {changed} where name = 'forums'"
    with (
        pytest.raises(DatabaseProblem, match="too large"),
        sqlite.writing(_spoiled(mini_path, script, tmp_path)) as raw,
    ):
        raw.execute("insert into forums (id, type, name_fr, name_en, load_id) values ('a', 'group', 'a', 'a', 1)")


def test_too_large_a_cell_is_told(mini_path: Path, tmp_path: Path) -> None:
    script = "update languages set label_en = hex(zeroblob(20000000)) where code = (select min(code) from languages)"
    with pytest.raises(sqlite3.DataError) as error:
        sqlite.reading(_spoiled(mini_path, script, tmp_path)).execute("select * from languages").fetchall()
    assert "has a value that is too large to be read" in str(explain(error.value))
