"""What attacks are made on: databases, folders and files, made once; a fresh copy of them for each try."""

from __future__ import annotations

import csv
import hashlib
import json
import lzma
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
import zipfile
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cyberdiplo.schema.model import seed_tables
from tests.store.kept import Facts, Row, facts, some_facts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ROOT = Path(__file__).parents[2]
OLD = ROOT / "tests" / "store" / "databases"
USERS: dict[str, dict[str, list[list[str]]]] = json.loads((OLD / "users.json").read_text("utf-8"))
SERVER_TABLES = "select table_name from information_schema.tables where table_schema = current_schema()"
STATEMENTS = 2_000  # of the user's folder
SECONDS = 600  # after which a process is taken to hang: on a busy machine a load of seconds may take minutes


@dataclass
class Done:
    """A process that has ended: ``code`` is negative where a signal ended it."""

    words: tuple[str, ...]
    code: int
    said: str

    def faults(self, *codes: int) -> Iterator[str]:
        """What no end may look like, and an exit code that is none of these."""
        name = " ".join(self.words)
        if ("Traceback" in self.said and not self.before_us()) or "itself failed" in self.said:
            yield f"{name}: an internal error: {self.said.strip()[-400:]}"
        if self.code > 0 and self.code != 130 and not self.said.strip():
            yield f"{name}: exit {self.code} without a word"
        if codes and self.code not in codes:
            yield f"{name}: exit {self.code} and not {' or '.join(map(str, codes))}: {self.said.strip()[:300]}"

    def before_us(self) -> bool:
        """Whether Ctrl-C came while Python itself started, before any line of ours: then it shows its own traceback."""
        return self.said.rstrip().endswith("KeyboardInterrupt") and "cyberdiplo" not in self.said


class World:
    """An empty home, a folder for temporary files, and the folder in which the commands run."""

    def __init__(self, root: Path) -> None:
        self.home, self.scratch, self.work = root / "home", root / "tmp", root / "work"
        for folder in (self.home, self.scratch, self.work):
            folder.mkdir(parents=True)

    def start(self, words: Sequence[str], *, before: Sequence[str] = (), **more: Any) -> subprocess.Popen[str]:
        """Start the program; ``before``: a command that starts it, such as strace."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("CYBERDIPLO_", "XDG_", "LC_", "LANG", "PG"))}
        env = kept | {"HOME": str(self.home), "TMPDIR": str(self.scratch), "LC_ALL": "C.UTF-8"} | more.pop("env", {})
        return subprocess.Popen(
            [*before, sys.executable, "-m", "cyberdiplo", *words],
            cwd=self.work,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
            **more,
        )

    def run(self, *words: str, **more: Any) -> Done:
        """Run the program to its end."""
        return finished(self.start(words, **more), words)

    def names(self) -> list[str]:
        """Everything that lies about, with its mode; what a restore keeps is called alike whenever that was."""
        return sorted({_named(path, root) for root in (self.work, self.home, self.scratch) for path in root.rglob("*")})


def _named(path: Path, root: Path) -> str:
    name = path.relative_to(root.parent).as_posix()
    before, kept, after = name.partition(".before-restore-")
    mode = stat.S_IMODE(path.lstat().st_mode)
    return f"{before}{kept}{after[-7:]} {mode:o}{' link' if path.is_symlink() else ''}"


def finished(process: subprocess.Popen[str], words: Sequence[str]) -> Done:
    """Wait for a process; one that hangs is ended, and told by a code that no program has."""
    try:
        _, output = process.communicate(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        return Done(tuple(words), 999, "it hangs")
    return Done(tuple(words), process.returncode, output)


class Stage:
    """What the tries begin with, by name; made when it is first wanted."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.root.mkdir(parents=True, exist_ok=True)
        self.world = World(root / "making")
        self.kept: dict[str, Any] = {}  # what lasts as long as the stage, such as a server
        self.closing = ExitStack()

    def put(self, name: str, work: Path) -> None:
        """A copy in the folder of a try."""
        place = self.root / name
        if not place.exists():
            MAKERS[name](self, place)
        if place.is_dir():
            shutil.copytree(place, work / name, symlinks=True)
        else:
            shutil.copy2(place, work / name)

    def do(self, *words: str) -> None:
        """Run a command of the making, which must succeed."""
        done = self.world.run(*words)
        assert done.code == 0, done


def notes(_: Stage, place: Path) -> None:
    """A user's collection with many statements."""
    shutil.copytree(OLD / "users" / "my-notes", place)
    report = place / "sources" / "my-report"
    _multiply(report / "statements.csv", "my-report-1", lambda number: {"id": f"note-{number}", "sort": str(number)})
    _multiply(report / "citations.csv", "my-report-1", lambda number: {"record_id": f"note-{number}"})
    _multiply(report / "statement_participations.csv", "my-report-1", lambda n: {"statement_id": f"note-{n}"})
    (report / "expect.toml").unlink()


def _multiply(path: Path, like: str, change: Callable[[int], dict[str, str]]) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    header = list(rows[0])
    template = next(row for row in rows if like in row.values() and not row.get("field"))
    rows += [template | change(number) for number in range(100, 100 + STATEMENTS)]
    rows.sort(key=lambda row: tuple(row[name] for name in seed_tables()[path.stem].key))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def changed(stage: Stage, place: Path) -> None:
    """The same after an hour's work in it, to be put in its place."""
    stage.put("my-notes", place.parent / "making")
    (place.parent / "making" / "my-notes").rename(place)
    path = place / "sources" / "my-report" / "statements.csv"
    path.write_text(path.read_text("utf-8").replace("Alice Example said", "Alice Example wrote"), encoding="utf-8")


def untidy(_: Stage, place: Path) -> None:
    """A folder whose files have to be put in form: as a spreadsheet leaves them, in no order."""
    notes(_, place)
    for path in place.rglob("*.csv"):
        header, *lines = path.read_text("utf-8").splitlines()
        path.write_text("\r\n".join([header, *reversed(lines)]) + "\r\n", encoding="utf-8", newline="")
        path.chmod(0o640)


def shipped(stage: Stage, place: Path) -> None:
    """The shipped seeds, private."""
    stage.do("load", "--database", str(place))
    place.chmod(0o600)


def own(stage: Stage, place: Path) -> None:
    """The shipped seeds and the user's collection."""
    stage.put("my-notes", stage.root / "making" / "work")
    stage.put("shipped.sqlite", place.parent / "making")
    (place.parent / "making" / "shipped.sqlite").rename(place)
    stage.do("load", "--database", str(place), "my-notes")


def old(_stage: Stage, place: Path) -> None:
    """A database of an earlier revision with a user's rows."""
    place.write_bytes(lzma.decompress((OLD / f"{place.name}.xz").read_bytes()))
    place.chmod(0o600)


def backup(stage: Stage, place: Path) -> None:
    """A backup of the shipped seeds alone."""
    stage.put("shipped.sqlite", place.parent / "making")
    (place.parent / "making" / "shipped.sqlite").rename(place)


def members(_: Stage, place: Path) -> None:
    """A team's own table: every country in three groups."""
    with (ROOT / "seeds" / "reference" / "countries.csv").open(encoding="utf-8", newline="") as file:
        states = [row["id"] for row in csv.DictReader(file)]
    lines = [f"{state};{group};observer;2021" for group in ("oecd", "wto", "paris-call") for state in states]
    place.write_text("\n".join(["Member;Group;Role;Start Date", *lines, ""]), encoding="utf-8")


def exported(stage: Stage, place: Path) -> None:
    """An earlier export."""
    stage.put("shipped.sqlite", stage.root / "making" / "work")
    stage.do("export", str(place), "--database", "shipped.sqlite")
    (stage.root / "making" / "work" / "shipped.sqlite").unlink()


def answer(_: Stage, place: Path) -> None:
    """A file of the user's, private, that an answer replaces."""
    place.write_text("the answer of yesterday\n")
    place.chmod(0o600)


def desk(_: Stage, place: Path) -> None:
    """A small folder of the user's."""
    shutil.copytree(OLD / "users" / "desk", place)


MAKERS: dict[str, Callable[[Stage, Path], None]] = {
    "my-notes": notes,
    "changed": changed,
    "untidy": untidy,
    "members.csv": members,
    "desk": desk,
    "shipped.sqlite": shipped,
    "own.sqlite": own,
    **{path.name.removesuffix(".xz"): old for path in OLD.glob("*.sqlite.xz")},
    "backup.sqlite": backup,
    "out": exported,
    "answer.csv": answer,
    "answer.xlsx": answer,
}


def fingerprint(path: Path) -> str:
    """What is in a database, workbook, file or folder, whatever loads and days are written in it; ``-`` for nothing."""
    if path.is_dir():
        return hashlib.sha256("".join(f"{p.name}{fingerprint(p)}" for p in sorted(path.iterdir())).encode()).hexdigest()
    if not path.exists():
        return "-"
    if path.suffix == ".sqlite":
        return _rows(path)
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as book:
            parts = [book.read(name) for name in sorted(book.namelist()) if not name.endswith("core.xml")]
        return hashlib.sha256(b"".join(parts)).hexdigest()
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _rows(path: Path) -> str:
    digest = hashlib.sha256()
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        try:
            for line in content(connection):
                digest.update(line.encode())
        except sqlite3.Error as error:
            return f"unreadable: {error}"
    return digest.hexdigest()


def content(connection: Any) -> Iterator[str]:
    """Every row that seeds give, whatever load it came with, and the revision; of any revision, on either database."""
    yield str(connection.execute("select version_num from alembic_version").fetchone())
    listed = "select name from sqlite_master" if isinstance(connection, sqlite3.Connection) else SERVER_TABLES
    there = {name for (name,) in connection.execute(listed).fetchall()}
    for name in sorted(there & set(seed_tables())):
        cursor = connection.execute(f"select * from {name}")
        kept = [place for place, column in enumerate(cursor.description) if column[0] != "load_id"]
        yield from sorted(repr([row[place] for place in kept]) for row in cursor.fetchall())


def sound(path: Path) -> Iterator[str]:
    """What SQLite itself finds wrong in a database."""
    if (seen := fingerprint(path)).startswith("unreadable"):
        yield f"the file is {seen}"
        return
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        if (soundness := connection.execute("pragma integrity_check(1)").fetchone()[0]) != "ok":
            yield f"the file is not sound: {soundness}"
        if broken := connection.execute("pragma foreign_key_check").fetchone():
            yield f"a reference leads nowhere: {broken}"


@cache
def _users(name: str) -> Facts:
    """What the user's rows say in a database of an earlier revision."""
    data = lzma.decompress((OLD / f"{name}.xz").read_bytes())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        return some_facts(str(path), USERS[name])


def lost(target: str, name: str) -> Iterator[str]:
    """What the user's rows said in a database of an earlier revision, and that is no longer said, by whichever load."""
    before = _users(name)
    after = facts(target, list(before))
    for table, rows in before.items():
        gone = [key for key, row in rows.items() if not _said(row, after[table].get(key))]
        if gone:
            yield f"{len(gone)} rows of the user's are gone from {table}, such as {gone[0]}"


def _said(row: Row, now: Row | None) -> bool:
    return now is not None and all(now[column] == value for column, value in row.items() if column != "load_id")
