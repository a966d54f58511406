"""Every command works with ``--database postgresql://…`` as with a file, and never prints a password."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.foreground import started
from tests.load.mini import MINI

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run


@pytest.fixture
def url(postgres_url: str) -> str:
    """With a password, which must appear nowhere (the server does not ask for it)."""
    return postgres_url.replace("postgres@", "postgres:hush-hush@", 1)


@pytest.mark.parametrize(
    "words",
    [
        ("speakers", "--forum", "OTC", "--format", "csv"),
        ("statements", "--speaker", "Fick", "--format", "json"),
        ("figures", "--forum", "OTC", "--sort", "-value", "--limit", "5", "--format", "tsv"),
        ("votes", "--resolution", "A/RES/77/37", "--country", "FRA", "--format", "jsonl"),
        ("topics", "--format", "markdown", "--lang", "fr"),
        ("show", "OTC"),
        ("forums", "show", "otc", "--lang", "fr"),
        ("show", "nobody at all"),
        ("sql", "select id, name_fr from forums order by id", "--format", "csv"),
        ("query", "run", "vote-totals", "--format", "csv"),
        ("timeline", "--from", "2023", "--format", "csv"),
        ("search", "xyzzyplugh", "--format", "csv"),
    ],
    ids=" ".join,
)
def test_a_command_answers_as_from_a_file(cyberdiplo: Run, url: str, words: tuple[str, ...]) -> None:
    file, server = cyberdiplo(*words), cyberdiplo(*words, "--database", url)
    assert (server.returncode, server.stdout, server.stderr) == (file.returncode, file.stdout, file.stderr)


def test_the_environment_names_the_server_too(cyberdiplo: Run, url: str) -> None:
    done = cyberdiplo("db", "path", env={"CYBERDIPLO_DATABASE": url})
    assert done.returncode == 0
    assert done.stdout == url.replace(":hush-hush", "") + "\n"


def test_loading_makes_the_tables_then_replaces_rows(cyberdiplo: Run, empty_postgres: str) -> None:
    target = ("--database", empty_postgres)
    missing = cyberdiplo("forums", *target)
    assert missing.returncode == 5
    assert "'cyberdiplo load'" in missing.stderr
    first = cyberdiplo("load", "--empty", str(MINI), *target)
    assert (first.returncode, first.stdout) == (0, "")
    assert "2 folders loaded" in first.stderr
    again = cyberdiplo("load", str(MINI), *target)
    assert "0 folders loaded (0 rows), 2 unchanged" in again.stderr


def test_status_tells_place_size_revision_counts_and_index_use(cyberdiplo: Run, url: str) -> None:
    done = cyberdiplo("db", "status", "--format", "csv", "--database", url)
    assert done.returncode == 0
    facts = dict(line.split(",", 1) for line in done.stdout.splitlines())
    assert facts["database"] == url.replace(":hush-hush", "")
    assert facts["state"] == "ready"
    assert int(facts["bytes"]) > 1_000_000
    assert int(facts["rows of statements"]) > 100
    assert int(facts["indexes"]) > 50
    assert {"revision", "postgresql", "bytes of indexes", "reads by index", "indexes never used"} <= facts.keys()


def test_a_backup_is_left_to_pg_dump(cyberdiplo: Run, url: str, tmp_path: Path) -> None:
    done = cyberdiplo("db", "backup", str(tmp_path / "copy"), "--database", url)
    assert done.returncode == 2
    assert "pg_dump" in done.stderr
    assert "hush" not in done.stderr
    assert list(tmp_path.glob("copy*")) == []


def test_upgrading_what_is_up_to_date_says_so(cyberdiplo: Run, url: str) -> None:
    done = cyberdiplo("db", "upgrade", "--database", url)
    assert done.returncode == 0
    assert "up to date" in done.stderr
    assert "hush" not in done.stderr


def test_an_export_is_the_same(cyberdiplo: Run, url: str, tmp_path: Path) -> None:
    made = []
    for place, more in (("file", ()), ("server", ("--database", url))):
        output = tmp_path / f"{place}.csv"
        done = cyberdiplo("statements", "--output", str(output), *more)
        assert done.returncode == 0, done.stderr
        made.append(output.read_bytes())
    assert made[0] == made[1]


@pytest.mark.parametrize("where", ["file", "server"])
def test_explain_tells_where_how_much_and_which_indexes(cyberdiplo: Run, url: str, where: str) -> None:
    more = ("--database", url) if where == "server" else ()
    done = cyberdiplo("statements", "--speaker", "Fick", "--explain", "--format", "json", *more)
    assert done.returncode == 0, done.stderr
    facts = [(row["what"], row["value"]) for row in json.loads(done.stdout)]
    named = dict(facts)
    assert {
        "database",
        "revision",
        "bytes",
        "rows of statements",
        "sql",
        ":speaker",
        "plan",
        "index used",
    } <= named.keys()
    assert named[":speaker"] == "fick-nathaniel" or "fick" in str(named[":speaker"])
    assert "hush" not in done.stdout


@pytest.mark.parametrize(
    ("sql", "code", "says"),
    [
        ("select * from forms", 1, "did you mean forums or"),
        ("select name from forums", 1, "did you mean name_fr or name_en?"),
        ("with x as (delete from forums returning id) select * from x", 1, "this command only reads"),
        ("select 1; select 2", 2, "several statements"),
        ("select pg_sleep(30)", 6, "stopped after 0.3 seconds"),
        ("select count(*)::text from forums where id <> :id", 0, ""),
    ],
)
def test_free_sql_is_read_only_limited_and_explained(cyberdiplo: Run, url: str, sql: str, code: int, says: str) -> None:
    more = ("--param", "id=100%") if ":id" in sql else ()
    done = cyberdiplo("sql", sql, "--timeout", "0.3" if "sleep" in sql else "20", *more, "--database", url)
    assert done.returncode == code, done.stderr
    assert says in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT to send")
def test_ctrl_c_stops_the_statement_on_the_server(url: str, home: Path, postgres_server: str) -> None:
    import psycopg

    words = [sys.executable, "-m", "cyberdiplo", "sql", "select pg_sleep(60), 'interrupt me'", "--timeout", "600"]
    running = "select count(*) from pg_stat_activity where query like '%interrupt me%' and pid <> pg_backend_pid()"
    with (
        psycopg.connect(postgres_server, autocommit=True) as looking,
        started([*words, "--database", url], os.environ | {"HOME": str(home)}) as process,
    ):
        while looking.execute(running + " and state = 'active'").fetchone() != (1,):
            assert process.poll() is None
            time.sleep(0.05)
        said = ""
        for _ in range(5):  # on a busy machine a signal may come between two waits of the driver
            process.send_signal(signal.SIGINT)
            try:
                _, said = process.communicate(timeout=10)
                break
            except subprocess.TimeoutExpired:
                continue
        assert process.returncode == 130
        assert "Traceback" not in said
        assert looking.execute(running + " and state = 'active'").fetchone() == (0,)


def test_without_the_driver_a_hint_says_what_to_install(cyberdiplo: Run, tmp_path: Path) -> None:
    (tmp_path / "psycopg.py").write_text("raise ImportError('not here')", encoding="utf-8")
    done = cyberdiplo(
        "forums",
        "--database",
        "postgresql://host/db",
        env={"PYTHONPATH": f"{tmp_path}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"},
    )
    assert done.returncode == 5
    assert "pip install 'cyberdiplo[postgres]'" in done.stderr
