"""What is timed: the project's own commands, each with what a careful user of another tool would run instead."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from benchmarks import corpus
from benchmarks.measure import Command
from cyberdiplo.load.build import build, upgrade
from cyberdiplo.questions import catalogue
from cyberdiplo.questions.run import prepare
from cyberdiplo.result import Window
from cyberdiplo.settings import resource
from cyberdiplo.store import sqlite as store

if TYPE_CHECKING:
    from collections.abc import Iterator

PEERS = Path(__file__).parent / "peers"
BIN = Path(sys.executable).parent
OURS = [str(BIN / "cyberdiplo")]
TOOL = str(BIN / "sqlite-utils")
LARGE = 500_000  # statements from which a job runs once


@dataclass(frozen=True)
class Job:
    """One row of the table: ours against a peer; ``goal`` is the ratio of CPU seconds to stay under."""

    group: str
    what: str
    against: str
    goal: float | None
    ours: Command
    peer: Command
    same: str = ""  # how the outputs are compared: bytes, lines, count, or not at all
    times: int | None = None


def jobs(folder: Path, sizes: list[int]) -> Iterator[Job]:
    """Every job, the quick ones first."""
    default = folder / "default.sqlite"
    if not default.exists():
        build(default)
    yield from at_the_prompt(folder, default)
    for size in sizes:
        database = corpus_database(folder, size)
        yield from questions(database, size)
        yield from searches(database, size)
    for size in sizes:
        yield from exports(folder, corpus_database(folder, size), size)
    for size in sizes:
        yield from loads(folder, size)
        yield from indexes(corpus_database(folder, size), size)
    yield from on_a_server(folder, [size for size in sizes if size < LARGE])


def at_size(size: int, goal: float) -> float | None:
    """The goal of a job that small sizes say nothing about: there the start of the program is all there is."""
    return goal if size >= 100_000 else None


@cache
def corpus_database(folder: Path, size: int) -> Path:
    """The made-up corpus of that size, as files and as a database: made once, its views those of today's program."""
    files, database = folder / f"corpus-{size}", folder / f"corpus-{size}.sqlite"
    if not files.exists():
        corpus.make(size, files)
    if not database.exists():
        build(database, [files], shipped=False)
    else:
        drop(database)
        upgrade(database, resource("seeds"))
    return database


def at_the_prompt(folder: Path, default: Path) -> Iterator[Job]:
    """Start-up, completion, and the very first question."""
    yield Job("prompt", "--version", "sqlite-utils", 0.6, Command([*OURS, "--version"]), Command([TOOL, "--version"]))
    yield Job("prompt", "--help", "sqlite-utils", 0.7, Command([*OURS, "--help"]), Command([TOOL, "--help"]))
    ours = {
        "_CYBERDIPLO_COMPLETE": "complete_bash", "COMP_WORDS": "cyberdiplo speakers --forum OT", "COMP_CWORD": "3",
        "CYBERDIPLO_DATABASE": str(default),
    }  # fmt: skip
    theirs = {"_SQLITE_UTILS_COMPLETE": "bash_complete", "COMP_WORDS": "sqlite-utils ta", "COMP_CWORD": "1"}
    program = OURS
    yield Job("prompt", "a Tab press", "sqlite-utils", 0.6, Command(program, env=ours), Command([TOOL], env=theirs))
    home, migrated = folder / "home", folder / "migrated.sqlite"
    yield Job(
        "prompt", "first question ever", "alembic upgrade head", 1.2,
        Command(
            [*OURS, "speakers", "--forum", "OTC", "--format", "csv"], before=lambda: _remove(home),
            env={"XDG_DATA_HOME": str(home), "HOME": str(home)},
        ),
        Command(
            [str(BIN / "alembic"), "-x", f"database={migrated}", "upgrade", "head"],
            before=lambda: migrated.unlink(missing_ok=True),
        ),
    )  # fmt: skip


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def sql_of(database: Path, noun: str, page: Window | None = None, **given: str) -> str:
    """The SQL that a list runs, its values written in, for peers that take no parameters."""
    connection = store.reading(database)
    sql, values = prepare(connection, catalogue.read_list(noun), given, "en", page)
    connection.close()
    for name in sorted(values, key=len, reverse=True):
        sql = sql.replace(f":{name}", "'" + str(values[name]).replace("'", "''") + "'")
    return sql


def questions(database: Path, size: int) -> Iterator[Job]:
    """Fifty rows of one forum, at any size of the database."""
    forum = f"forum-{max(size // 2000, 3) - 1:05}"  # one with none under it
    sql = sql_of(database, "statements", Window(limit=50), forum=forum)
    words = [*OURS, "statements", "--forum", forum, "--limit", "50", "--database", str(database)]
    csv = Command([*words, "--format", "csv"])
    peer = [TOOL, "query", str(database), sql]
    what = f"50 rows as CSV, {size:,} statements"
    yield Job("question", what, "sqlite-utils", 0.6, csv, Command([*peer, "--csv"]), same="lines")
    yield Job("question", f"50 rows on a terminal, {size:,} statements", "sqlite-utils --table", 0.9,
              Command(words, env={"COLUMNS": "240", "PAGER": "cat"}, terminal=True),
              Command([*peer, "--table"]))  # fmt: skip
    if shutil.which("sqlite3"):
        yield Job("question", what, "the sqlite3 shell", None, csv,
                  Command(["sqlite3", "-readonly", "-csv", "-header", str(database), sql]))  # fmt: skip
    if (BIN / "datasette").exists():
        address = f"/{database.stem}.csv?{urlencode({'sql': sql})}"
        yield Job("question", what, "datasette --get", None, csv,
                  Command([str(BIN / "datasette"), str(database), "--get", address]))  # fmt: skip


def searches(database: Path, size: int) -> Iterator[Job]:
    """A rare word and a common one, against the same index."""
    for what, word, goal in (("a rare word", corpus.RARE, 0.6), ("a common word", corpus.COMMON, 0.75)):
        sql = (
            "select search_records.record_id, snippet(search_index, -1, '[', ']', '…', 12) from search_index"
            " join search_records on search_records.number = search_index.rowid"
            f" where search_index match '{word}' order by rank limit 20"
        )
        yield Job("search", f"{what}, {size:,} statements", "sqlite-utils over the same index", goal,
                  Command([*OURS, "search", word, "--limit", "20", "--format", "csv", "--database", str(database)]),
                  Command([TOOL, "query", str(database), sql, "--csv"]))  # fmt: skip


def exports(folder: Path, database: Path, size: int) -> Iterator[Job]:
    """Every statement, by a query with four joins, and as the list has it with its voices, topics and place."""
    labelled, listed = PEERS / "labelled.sql", folder / f"statements-{size}.sql"
    listed.write_text(sql_of(database, "statements"), encoding="utf-8")
    times, goal = 3 if size < LARGE else 1, at_size(size, 0.4)
    text = labelled.read_text("utf-8")
    for how in ("csv", "jsonl"):
        module = "the csv module" if how == "csv" else "the json module"
        what = f"{size:,} labelled rows as {how}"
        words = [
            *OURS,
            "sql",
            "--timeout",
            "86400",
            "--file",
            str(labelled),
            "--format",
            how,
            "--database",
            str(database),
        ]
        ours = Command(words)
        yield Job("export", what, module, goal, ours, module_over_cursor(how, database, labelled), "lines", times)
        flag = "--csv" if how == "csv" else "--nl"
        yield Job("export", what, "sqlite-utils", goal, ours,
                  Command([TOOL, "query", str(database), text, flag]), "lines" if how == "csv" else "",
                  times)  # fmt: skip
        if how == "csv":
            yield Job("export", what, "SQLAlchemy Core", None, ours,
                      Command([sys.executable, str(PEERS / "export_core.py"), str(database), str(labelled)]), "lines",
                      times)  # fmt: skip
            if shutil.which("sqlite3"):
                shell = ["sqlite3", "-readonly", "-csv", "-header", str(database), text]
                yield Job("export", what, "the sqlite3 shell", None, ours, Command(shell), times=times)
        words = [*OURS, "statements", "--format", how, "--database", str(database)]
        what, same = f"{size:,} rows of the list of statements as {how}", "lines"
        if how == "jsonl":  # which has ids and lists besides, so that only the time can be set beside the peer's
            what, same = f"{what}, ours with ids", ""
        yield Job("export", what, module, None, Command(words), module_over_cursor(how, database, listed), same, times)


def module_over_cursor(how: str, database: Path, sql: Path) -> Command:
    """The standard library's writer over a cursor with the same query."""
    return Command([sys.executable, str(PEERS / "export_rows.py"), how, str(database), str(sql)])


def loads(folder: Path, size: int) -> Iterator[Job]:
    """Seed files into a new database, every constraint on."""
    files, ours, peer = folder / f"corpus-{size}", folder / "ours.sqlite", folder / "peer.sqlite"
    command = Command(
        [*OURS, "load", "--empty", "--no-search", "--quiet", "--database", str(ours), str(files)],
        before=lambda: ours.unlink(missing_ok=True),
    )
    times = 3 if size < LARGE else 1
    for name, script, goal in (
        ("executemany, indexes there", "load_executemany.py", 1.0),
        ("sqlite-utils insert", "load_sqlite_utils.py", 0.3),
        ("SQLAlchemy Core", "load_core.py", None),
    ):
        words = [sys.executable, str(PEERS / script), str(files), str(peer)]
        yield Job("load", f"{size:,} statements", name, goal, command, Command(words), times=times)


def indexes(database: Path, size: int) -> Iterator[Job]:
    """The search index of a database made anew, against another one of the same texts."""
    yield Job(
        "index", f"search index of {size:,} statements", "FTS5 as it comes", at_size(size, 0.6),
        Command([*OURS, "db", "index", "--quiet", "--database", str(database)], before=lambda: drop(database)),
        Command([sys.executable, str(PEERS / "index_default.py"), str(database)], before=lambda: drop(database)),
        times=3 if size < LARGE else 1,
    )  # fmt: skip


def drop(database: Path) -> None:
    """Take the peer's index away."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("drop table if exists plain_index")


def on_a_server(folder: Path, sizes: list[int]) -> Iterator[Job]:
    """The same load into PostgreSQL, against psql's own copy; the server's seconds count on both sides, or on none."""
    if not sizes or not shutil.which("psql"):
        return
    from benchmarks import server

    with ExitStack() as stack:
        url, seconds = stack.enter_context(server.running())
        known, used = ("", seconds) if seconds else (", the clients alone", lambda: 0.0)
        for size in sizes:
            files, script = folder / f"corpus-{size}", folder / f"copy-{size}.sql"
            ours, peer = server.beside(url, "bench_ours"), server.beside(url, "bench_peer")
            yield Job(
                "postgres", f"{size:,} statements into PostgreSQL{known}", "psql \\copy",
                at_size(size, 2.0) if seconds else None,
                Command([*OURS, "load", "--empty", "--no-search", "--quiet", "--database", ours, str(files)],
                        before=lambda ours=ours: server.fresh(ours), server=used),
                Command(["psql", peer, "--quiet", "--no-psqlrc", "--set", "ON_ERROR_STOP=1", "--file", str(script)],
                        before=lambda peer=peer, files=files, script=script: server.tables(peer, files, script),
                        server=used),
                times=3,
            )  # fmt: skip
