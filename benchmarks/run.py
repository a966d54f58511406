"""``python -m benchmarks.run``: the project and its peers in turn, as a table of ratios.

    python -m benchmarks.run [--sizes 1000,100000,1000000] [--times 5] [--only load,export] [--folder DIR]

Answers are compared before anything is timed. Figures are medians of one run on one machine; only ratios say
something beyond it, and nothing is kept as a truth.
"""

from __future__ import annotations

import argparse
import platform
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import corpus
from benchmarks.measure import Command, Run, in_turn, once
from cyberdiplo.ask import catalogue
from cyberdiplo.ask.run import Page, prepare
from cyberdiplo.intake.build import build
from cyberdiplo.store import sqlite

HERE = Path(__file__).parent
BIN = Path(sys.executable).parent
OURS = [sys.executable, "-m", "cyberdiplo"]
TOOL = str(BIN / "sqlite-utils")


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
        yield from questions(folder, database, size)
        yield from searches(database, size)
    for size in sizes:
        yield from exports(folder, corpus_database(folder, size), size)
    for size in sizes:
        yield from loads(folder, size)


def corpus_database(folder: Path, size: int) -> Path:
    """The made-up corpus of that size, as files and as a database, made once."""
    files, database = folder / f"corpus-{size}", folder / f"corpus-{size}.sqlite"
    if not files.exists():
        corpus.make(size, files)
    if not database.exists():
        build(database, [files], shipped=False)
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
    program = [str(BIN / "cyberdiplo")]
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
    import shutil

    shutil.rmtree(folder, ignore_errors=True)


def sql_of(database: Path, noun: str, page: Page | None = None, **given: str) -> str:
    """The SQL that a list runs, its values written in, for peers that take no parameters."""
    connection = sqlite.reading(database)
    sql, values = prepare(connection, catalogue.listing(noun), given, "en", page)
    connection.close()
    for name in sorted(values, key=len, reverse=True):
        sql = sql.replace(f":{name}", "'" + str(values[name]).replace("'", "''") + "'")
    return sql


def questions(folder: Path, database: Path, size: int) -> Iterator[Job]:
    """Fifty rows of one forum, at any size of the database."""
    forum = f"forum-{max(size // 2000, 3) - 1:05}"  # one with none under it
    sql = sql_of(database, "statements", Page(limit=50), forum=forum)
    words = [*OURS, "statements", "--forum", forum, "--limit", "50", "--database", str(database)]
    peer = [TOOL, "query", str(database), sql]
    env = {"COLUMNS": "240"}
    yield Job("question", f"50 rows as CSV, {size:,} statements", "sqlite-utils", 0.6,
              Command([*words, "--format", "csv"]), Command([*peer, "--csv"]), same="lines")  # fmt: skip
    yield Job("question", f"50 rows as a table, {size:,} statements", "sqlite-utils --table", 1.1,
              Command(words, env=env), Command([*peer, "--table"]))  # fmt: skip


def searches(database: Path, size: int) -> Iterator[Job]:
    """A rare word and a common one, against the same index."""
    for what, word, goal in (("a rare word", corpus.RARE, 0.6), ("a common word", corpus.COMMON, 0.75)):
        sql = (
            "select search_records.record_id, snippet(search_index, 1, '[', ']', '…', 12) from search_index"
            " join search_records on search_records.number = search_index.rowid"
            f" where search_index match '{word}' order by rank limit 20"
        )
        yield Job("search", f"{what}, {size:,} statements", "sqlite-utils over the same index", goal,
                  Command([*OURS, "search", word, "--limit", "20", "--format", "csv", "--database", str(database)]),
                  Command([TOOL, "query", str(database), sql, "--csv"]))  # fmt: skip


def exports(folder: Path, database: Path, size: int) -> Iterator[Job]:
    """Every statement with its labels."""
    sql = folder / f"statements-{size}.sql"
    sql.write_text(sql_of(database, "statements"), encoding="utf-8")
    times = 3 if size < 500_000 else 1
    for how, goal in (("csv", 0.4), ("jsonl", 0.4)):
        peer = [sys.executable, str(HERE / "peers" / "export_rows.py"), how, str(database), str(sql)]
        ours = [*OURS, "statements", "--format", how, "--database", str(database)]
        yield Job("export", f"{size:,} rows as {how}", f"the {'csv' if how == 'csv' else 'json'} module", goal,
                  Command(ours), Command(peer), same="lines", times=times)  # fmt: skip
    theirs = [TOOL, "query", str(database), sql.read_text("utf-8"), "--csv"]
    yield Job("export", f"{size:,} rows as csv", "sqlite-utils", 0.4,
              Command([*OURS, "statements", "--format", "csv", "--database", str(database)]), Command(theirs),
              times=times)  # fmt: skip


def loads(folder: Path, size: int) -> Iterator[Job]:
    """Seed files into a new database, every constraint on."""
    files, ours, peer = folder / f"corpus-{size}", folder / "ours.sqlite", folder / "peer.sqlite"
    command = Command(
        [*OURS, "load", "--empty", "--no-search", "--quiet", "--database", str(ours), str(files)],
        before=lambda: ours.unlink(missing_ok=True),
    )
    times = 3 if size < 500_000 else 1
    for name, script, goal in (
        ("executemany, indexes there", "load_executemany.py", 1.0),
        ("sqlite-utils insert", "load_sqlite_utils.py", 0.3),
    ):
        words = [sys.executable, str(HERE / "peers" / script), str(files), str(peer)]
        yield Job("load", f"{size:,} statements", name, goal, command, Command(words), times=times)
    yield Job(
        "index", f"search index of {size:,} statements", "FTS5 as it comes", 0.6,
        Command([*OURS, "db", "index", "--quiet", "--database", str(ours)]),
        Command([sys.executable, str(HERE / "peers" / "index_default.py"), str(peer)]), times=times,
    )  # fmt: skip


def same(job: Job, folder: Path) -> None:
    """Raise where the two do not give the same answer."""
    if not job.same:
        return
    once(job.ours, folder / "ours.out")
    once(job.peer, folder / "peer.out")
    ours, peer = ((folder / name).read_bytes().splitlines() for name in ("ours.out", "peer.out"))
    if len(ours) != len(peer):
        raise SystemExit(f"{job.what}: {len(ours)} lines against {len(peer)} of {job.against}")
    for number, (one, other) in enumerate(zip(ours, peer, strict=True), 1):
        if _tight(one) != _tight(other):
            raise SystemExit(f"{job.what}: line {number} differs from {job.against}:\n{one!r}\n{other!r}")


def _tight(line: bytes) -> bytes:
    """JSON without the spaces that one writer puts and another does not."""
    return line.replace(b'": ', b'":').replace(b", ", b",")


def shown(job: Job, ours: Run, peer: Run, ratio: float) -> str:
    """One row of the table."""
    met = "" if job.goal is None else ("yes" if ratio <= job.goal else "no")
    return (
        f"| {job.what} | {job.against} | {ours.cpu:.2f} | {peer.cpu:.2f} | {ours.wall:.2f} | {peer.wall:.2f} |"
        f" {ours.peak:.0f} | {peer.peak:.0f} | **{ratio:.2f}** | {job.goal or ''} | {met} |"
    )


def main() -> None:
    """Run what was asked for and print the table as it grows."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--sizes", default="1000,100000")
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--only", default="")
    parser.add_argument("--folder", type=Path)
    asked = parser.parse_args()
    folder = asked.folder or Path(tempfile.mkdtemp(prefix="cyberdiplo-bench-"))
    folder.mkdir(parents=True, exist_ok=True)
    print(f"{datetime.now(UTC):%Y-%m-%d}, {platform.machine()}, {platform.python_implementation()} "
          f"{platform.python_version()}, SQLite {sqlite3.sqlite_version}, medians\n")  # fmt: skip
    default = folder / "default.sqlite"
    rows = build(default).rows
    print(f"The shipped seeds build in one go into {default.stat().st_size / 1e6:.1f} MB from {rows:,} rows.\n")
    print("| job | against | CPU s | theirs | wall s | theirs | peak MiB | theirs | CPU ratio | goal | met |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |", flush=True)
    wanted = set(asked.only.split(",")) - {""}
    for job in jobs(folder, [int(size) for size in asked.sizes.split(",")]):
        if wanted and job.group not in wanted:
            continue
        same(job, folder)
        times = job.times or asked.times
        ours, peer, ratio = in_turn(job.ours, job.peer, times, folder, warm=0 if times < 3 else 1)
        print(shown(job, ours, peer, ratio), flush=True)


if __name__ == "__main__":
    main()
