"""``cyberdiplo sql``: it answers, it says what is wrong, and nothing that is asked can do harm."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.foreground import started

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

ENDLESS = "with recursive c(x) as (select 1 union all select x + 1 from c) "
LONG = "hex(zeroblob(1900000))"
MEGABYTES = 300
NESTED = ", ".join(f"c{i}(x) as (select x from c{i - 1} union all select x from c{i - 1})" for i in range(1, 60))

# (statement, format, exit code, a part of what is said)
HOSTILE: list[tuple[str, str, int, str]] = [
    ("delete from forums", "csv", 1, "only reads"),
    ("with a as (select 1) delete from forums", "csv", 1, "DELETE is not allowed"),
    ("with a as (select 1) insert into forums select * from forums", "csv", 1, "INSERT is not allowed"),
    ("update forums set id = 'x'", "csv", 1, "only reads"),
    ("drop table forums", "csv", 1, "only reads"),
    ("create table x as select 1", "csv", 1, "only reads"),
    ("create temp table x as select 1", "csv", 1, "only reads"),
    ("explain query plan delete from forums", "csv", 1, "DELETE is not allowed"),
    ("attach 'x.db' as x", "csv", 1, "only reads"),
    ("vacuum into 'x.db'", "csv", 1, "only reads"),
    ("begin immediate", "csv", 1, "only reads"),
    ("pragma journal_mode = wal", "csv", 1, "PRAGMA journal_mode"),
    ("pragma user_version = 7", "csv", 1, "PRAGMA user_version"),
    ("pragma writable_schema = on", "csv", 1, "PRAGMA writable_schema"),
    ("pragma hard_heap_limit = 0", "csv", 1, "PRAGMA hard_heap_limit"),
    ("pragma temp_store_directory = '.'", "csv", 1, "PRAGMA temp_store_directory"),
    ("insert into search_index (search_index) values ('rebuild')", "csv", 1, "only reads"),
    ("select load_extension('./x')", "csv", 1, "load_extension() is not allowed"),
    ("select fts3_tokenizer('simple')", "csv", 1, "fts3_tokenizer"),
    ("select writefile('x', 'y')", "csv", 1, "writefile"),
    ("select readfile('/etc/passwd')", "csv", 1, "readfile"),
    ("select edit('x')", "csv", 1, "edit"),
    ("select 1; drop table forums", "csv", 2, "several statements"),
    (ENDLESS + "select count(*) from c", "csv", 6, "stopped after 0.5 seconds"),
    (ENDLESS + "select x from c", "csv", 6, "stopped after 0.5 seconds"),
    (ENDLESS + "select x from c", "json", 6, "stopped after 0.5 seconds"),
    (ENDLESS + "select x from c", "table", 6, "make no table"),
    (ENDLESS + "select x, hex(randomblob(500)) from c order by 2", "csv", 6, "stopped after 0.5 seconds"),
    (ENDLESS + "select x, randomblob(4000000) from c", "csv", 6, "stopped after 0.5 seconds"),
    (ENDLESS + "select x, hex(zeroblob(1900000)) from c", "jsonl", 6, "stopped after 0.5 seconds"),
    (ENDLESS + f"select x, {LONG} from c", "csv", 6, "stopped after 0.5 seconds"),
    (ENDLESS + "select group_concat(x) from c", "csv", 6, ""),
    ("with recursive c(x) as (select 1 union select x + 1 from c) select max(x) from c", "csv", 6, "stopped after"),
    ("with recursive c(x) as (select 'a' union all select x || x from c) select max(x) from c", "csv", 6, "too big"),
    ("select count(*) from statements a, statements b, statements c, statements d", "csv", 6, "stopped after 0.5"),
    ("select a.* from statements a, statements b, statements c", "csv", 6, "stopped after 0.5 seconds"),
    ("select randomblob(2000000000)", "csv", 6, "too big"),
    ("select zeroblob(2000000000)", "csv", 6, "too big"),
    ("select " + ", ".join(f"randomblob(4000000) as c{i}" for i in range(14)), "csv", 6, "more memory"),
    ("select " + ", ".join(f"randomblob(4000000) as c{i}" for i in range(300)), "csv", 6, "more memory"),
    (f"with c0(x) as (select 1), {NESTED} select count(*) from c59", "csv", 6, "more memory"),
    (f"select instr({LONG}, substr({LONG}, 2, 1800000) || '1')", "csv", 6, "one step of it took too long"),
    (f"select replace({LONG}, substr({LONG}, 2, 1000000) || '1', '')", "csv", 6, "one step of it took too long"),
    ("select " + "(" * 2000 + "1" + ")" * 2000, "csv", 6, "too much"),
    ("select " + "+".join(["1"] * 5000), "csv", 6, "too much"),
    (" union all ".join(["select 1"] * 600), "csv", 6, "too much"),
    ("select " + ",".join(["1"] * 3000), "csv", 6, "too much"),
    ("select 1 from " + ", ".join(f"forums f{i}" for i in range(70)), "csv", 1, "64 tables"),
    ("select '" + "a" * 300_000 + "'", "csv", 2, "longer than"),
]  # fmt: skip

# Runs a command and tells how much memory it took: a small process, for a child begins with its parent's.
MEASURE = (
    "import resource, subprocess, sys\n"
    "done = subprocess.run(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)\n"
    "sys.stderr.buffer.write(done.stderr)\n"
    "print(done.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
)


@pytest.mark.skipif(os.name != "posix", reason="memory is measured as POSIX does")
@pytest.mark.parametrize(("sql", "format", "code", "said"), HOSTILE, ids=[line[0][:60] for line in HOSTILE])
def test_nothing_that_is_asked_can_do_harm(
    database_path: Path, tmp_path: Path, sql: str, format: str, code: int, said: str
) -> None:
    before = hashlib.sha256(database_path.read_bytes()).hexdigest()
    file = tmp_path / "statement.sql"
    file.write_text(sql, encoding="utf-8")
    empty = tmp_path / "empty"
    empty.mkdir()
    words = [sys.executable, "-m", "cyberdiplo", "sql", "--file", str(file), "--format", format, "--timeout", "0.5"]
    done = subprocess.run(
        [sys.executable, "-S", "-c", MEASURE, *words],
        cwd=empty,
        env=os.environ | {"CYBERDIPLO_DATABASE": str(database_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    found, kilobytes = map(int, done.stdout.split())
    assert found == code, done.stderr
    assert done.stderr.startswith("error: ")
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert kilobytes < MEGABYTES * 1024
    assert not [*empty.iterdir()]
    assert [path.name for path in database_path.parent.iterdir()] == [database_path.name]
    assert hashlib.sha256(database_path.read_bytes()).hexdigest() == before


def test_it_answers(cyberdiplo: Run) -> None:
    done = cyberdiplo("sql", "select id, acronym_fr from forums where id = :id", "--param", "id=wto-tbt", "-f", "csv")
    assert (done.stdout, done.stderr, done.returncode) == ("id,acronym_fr\nwto-tbt,OTC\n", "", 0)


CELLS = "select 'é' as text, x'00ff' as blob, null as missing, 3.0 as number, 'a\"b,\nc' as lines"


@pytest.mark.parametrize("format", ["csv", "tsv", "json", "jsonl"])
def test_rows_fetched_together_are_written_as_rows_fetched_one_by_one(cyberdiplo: Run, format: str) -> None:
    together = cyberdiplo("sql", CELLS, "-f", format)
    one_by_one = cyberdiplo("sql", CELLS, "-f", format, "--limit", "5")
    within_a_limit = cyberdiplo("sql", CELLS.replace("'é'", "'' || 'é'"), "-f", format)
    assert together.stdout == one_by_one.stdout == within_a_limit.stdout
    assert "00ff" in together.stdout
    assert "é" in together.stdout


@pytest.mark.parametrize("blob", ["cast('é' as blob)", "X'c3a9'", "(select block from search_index_data limit 1)"])
def test_a_blob_is_hexadecimal_however_it_came_about(cyberdiplo: Run, blob: str) -> None:
    done = cyberdiplo("sql", f"select {blob} as made, 'é' as text", "-f", "csv")
    made, text = done.stdout.splitlines()[1].split(",")
    assert made == cyberdiplo("sql", f"select lower(hex({blob})) as made", "-f", "csv").stdout.splitlines()[1]
    assert text == "é"


def test_the_statement_comes_from_a_file_or_from_standard_input_too(cyberdiplo: Run, tmp_path: Path) -> None:
    sql = "-- how many\nselect count(*) as n from forums;\n"
    (tmp_path / "q.sql").write_bytes(b"\xef\xbb\xbf" + sql.encode())
    answers = {
        cyberdiplo("sql", sql, "-f", "csv").stdout,
        cyberdiplo("sql", "--file", str(tmp_path / "q.sql"), "-f", "csv").stdout,
        cyberdiplo("sql", "-", "-f", "csv", stdin=sql).stdout,
        cyberdiplo("sql", "-f", "csv", stdin=sql).stdout,
    }
    assert len(answers) == 1
    assert answers.pop().startswith("n\n")


@pytest.mark.parametrize(
    "words",
    [
        ("",),
        ("-- nothing",),
        (),
        ("select 1", "--file", "x"),
        ("--file", "no-such-file"),
        ("select :a",),
        ("select :a", "--param", "b=1"),
        ("select 1", "--columns", "x"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_said_to_be_so(cyberdiplo: Run, words: tuple[str, ...]) -> None:
    done = cyberdiplo("sql", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("error: ")
    assert "hint: " in done.stderr


@pytest.mark.parametrize(
    ("sql", "message", "marked", "hint"),
    [
        ("select * from forms", "There is no table 'forms'.", "forms", "forums"),
        ("select nmae from forums", "There is no column 'nmae'.", "nmae", "name_fr or name_en"),
        ('select "nmae" from forums', "There is no column 'nmae'.", '"nmae"', "single quotes"),
        ('select id from forums where id = "wto-tbt"', "There is no column 'wto-tbt'.", '"wto-tbt"', "'wto-tbt'"),
        ("select f.nmae\nfrom forums f", "There is no column 'f.nmae'.", "nmae", "name_fr"),
        ("select lenght(id) from forums", "There is no function lenght().", "lenght", "length"),
        ("select id form forums", "stumbles at 'forums'", "forums", "from"),
        ("selct 1", "'SELCT' does not begin a query", "", "select"),
        ("select count(", "ends before it is complete", "", "open"),
        ("select id from forums, processes", "several tables", "id", "table.id"),
    ],
)
def test_a_mistake_is_shown_with_what_may_be_meant(
    cyberdiplo: Run, sql: str, message: str, marked: str, hint: str
) -> None:
    done = cyberdiplo("sql", sql)
    assert done.returncode == 1
    first, *rest = done.stderr.splitlines()
    assert message in first
    assert hint in rest[-1]
    if marked:
        line, mark = rest[:2]
        assert line[mark.index("^") : mark.rindex("^") + 1] == marked


def test_a_name_in_double_quotes_is_a_name(cyberdiplo: Run) -> None:
    done = cyberdiplo(
        "sql", 'select "id", count(*) as "how many" from "forums" where "id" = \'g7\' group by "id"', "-f", "csv"
    )
    assert done.stdout == "id,how many\ng7,1\n"


def test_the_part_and_order_are_as_asked(cyberdiplo: Run) -> None:
    done = cyberdiplo(
        "sql", "values (1, 'a'), (2, 'b'), (3, 'c')", "-f", "csv", "--sort", "-column1", "--columns", "column2",
        "--limit", "1", "--offset", "1",
    )  # fmt: skip
    assert done.stdout == "column2\nb\n"


def test_the_plan_is_a_tree_of_steps(cyberdiplo: Run) -> None:
    done = cyberdiplo(
        "sql", "select * from forums where id in (select forum_id from meetings)", "--explain", "-f", "json"
    )
    steps = json.loads(done.stdout)
    assert [*steps[0]] == ["step", "parent", "plan"]
    assert any(row["plan"].startswith("  ") for row in steps)


@pytest.mark.parametrize(
    "sql",
    [
        "select record_id from search_records join search_index on number = search_index.rowid"
        " where search_index match 'normes' order by bm25(search_index) limit 1",
        "select snippet(search_index, 1, '[', ']', '…', 8) from search_index where search_index match 'normes' limit 1",
        "select value from json_each('[1, 2]')",
        "select name from pragma_table_info('forums')",
        "pragma table_info(forums)",
        "explain query plan select 1",
        "select cast(x'ff41' as text)",
        "select count(*) over () from forums",
    ],
)
def test_what_only_reads_is_allowed(cyberdiplo: Run, sql: str) -> None:
    done = cyberdiplo("sql", sql, "-f", "json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)


def test_a_file_is_written_whole_or_not_at_all(cyberdiplo: Run, tmp_path: Path) -> None:
    stuck = f"select 1 union all select instr({LONG}, substr({LONG}, 2, 1800000) || '1')"
    for sql in (ENDLESS + "select x from c", stuck):
        done = cyberdiplo("sql", sql, "--timeout", "1", "--output", str(tmp_path / "out.csv"))
        assert done.returncode == 6
        assert not [*tmp_path.glob("*out*")]


@pytest.mark.skipif(os.name != "posix", reason="sends a signal as POSIX does")
@pytest.mark.parametrize(
    "sql", [ENDLESS + "select count(*) from c", f"select instr({LONG}, substr({LONG}, 2, 1800000) || '1')"]
)
def test_ctrl_c_ends_it(database_path: Path, sql: str) -> None:
    environment = os.environ | {"CYBERDIPLO_DATABASE": str(database_path)}
    words = [sys.executable, "-m", "cyberdiplo", "sql", sql, "--timeout", "600", "--format", "csv"]
    with started(words, environment) as child:
        time.sleep(2)  # until it is at work
        child.send_signal(signal.SIGINT)
        _, stderr = child.communicate(timeout=30)
    assert child.returncode == 130
    assert "Traceback" not in stderr
