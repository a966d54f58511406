"""The same on a PostgreSQL server: loads, upgrades and removals that are killed or run at once, and waits that end."""

from __future__ import annotations

import hashlib
import lzma
import random
import signal
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import psycopg

from tests import server
from tests.trust.faults import after
from tests.trust.stage import OLD, Done, Stage, World, content, finished, lost
from tests.trust.tries import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

OLDER = "0002.postgresql.sql"
USERS_ROWS = "0002.sqlite"  # the same in it
READER = "cyberdiplo_reader_of_trust"


class Server(NamedTuple):
    """A server, and on it databases to copy: the shipped seeds, these with the user's folder, and an old one."""

    url: str
    shipped: str
    own: str
    older: str


class Work(NamedTuple):
    """What is done, with which folders, on a copy of which database."""

    name: str
    words: tuple[str, ...]
    begins: tuple[str, ...]
    base: Callable[[Server], str]


WORKS = (
    Work("load a folder", ("load", "my-notes"), ("my-notes",), lambda known: known.shipped),
    Work(
        "take folders out",
        ("load", "--remove", "my-report", "--remove", "my-notes/reference"),
        (),
        lambda known: known.own,
    ),
)
UPGRADE = Work("upgrade from 0002", ("db", "upgrade"), (), lambda known: known.older)


@contextmanager
def furnished(url: str, stage: Stage) -> Iterator[Server]:
    """A server with the databases to copy."""
    with server.database(url) as shipped, server.database(url) as own, server.database(url) as older:
        stage.do("load", "--database", shipped)
        stage.do("load", "--database", own)
        with tempfile.TemporaryDirectory(dir=stage.root) as folder:
            stage.put("my-notes", Path(folder))
            stage.do("load", "--database", own, f"{folder}/my-notes")
        dump = stage.root / OLDER
        dump.write_bytes(lzma.decompress((OLD / f"{OLDER}.xz").read_bytes()))
        server.restore(older, dump)
        yield Server(url, shipped, own, older)


@contextmanager
def _try(stage: Stage, known: Server, base: str, begins: tuple[str, ...]) -> Iterator[tuple[World, str]]:
    with (
        tempfile.TemporaryDirectory(dir=stage.root, prefix="try-") as folder,
        server.database(known.url, server.name(base)) as url,
    ):
        own_world = World(Path(folder))
        for name in begins:
            stage.put(name, own_world.work)
        yield own_world, url


def fingerprint(url: str) -> str:
    """What is in a database, whatever loads are written in it."""
    digest = hashlib.sha256()
    with psycopg.connect(url) as connection:
        for line in content(connection):
            digest.update(line.encode())
    return digest.hexdigest()


def killed(stage: Stage, known: Server, tries: int) -> Row:
    """A load and a removal killed at random moments: old or new, whole, and the next run succeeds."""
    return _kill(stage, known, tries, WORKS, Row("PostgreSQL: load, removal killed at a random moment"))


def upgrade_killed(stage: Stage, known: Server, tries: int) -> Row:
    """The same of an upgrade."""
    return _kill(stage, known, tries, (UPGRADE,), Row("PostgreSQL: upgrade killed at a random moment"))


def _kill(stage: Stage, known: Server, tries: int, works: tuple[Work, ...], row: Row) -> Row:
    for work in works:
        with _try(stage, known, work.base(known), work.begins) as (own_world, url):
            before = fingerprint(url)
            begun = time.monotonic()
            done = own_world.run(*work.words, "--database", url)
            lasts = time.monotonic() - begun
            assert done.code == 0, done
            then = fingerprint(url)
        for _ in range(tries):
            seconds = random.uniform(0.05, lasts)
            with _try(stage, known, work.base(known), work.begins) as (own_world, url):
                row.tries += 1
                struck = after(signal.SIGKILL, seconds)(own_world, (*work.words, "--database", url))
                now = fingerprint(url)
                row.count({before: "old", then: "new"}.get(now, "neither"))
                again = own_world.run(*work.words, "--database", url)
                told = [*struck.faults(), *again.faults(0, *([3] if now == then else []))]
                told += [] if now in (before, then) else ["what is there is neither old nor new"]
                told += [] if fingerprint(url) == then else ["after another run what is there is not what should be"]
                told += lost(url, USERS_ROWS) if work.base(known) == known.older else []
            row.failures += [f"{work.name}, killed {seconds:.3f} s after its start: {failure}" for failure in told]
    return row


def together(stage: Stage, known: Server, tries: int) -> Row:
    """Two and eight at once: both do their work, in an empty database too."""
    row = Row("PostgreSQL: two and eight loads and upgrades at once")
    for number in range(tries):
        many = 8 if number % 4 == 3 else 2
        with _try(stage, known, known.shipped, ("my-notes", "desk")) as (own_world, url):
            row.failures += _at_once(own_world, url, ["my-notes", "desk"] * (many // 2), row)
        with _try(stage, known, "postgresql://x/template0", ("my-notes", "desk")) as (own_world, url):
            row.failures += _at_once(own_world, url, ["my-notes", "desk"] * (many // 2), row)
        with _try(stage, known, known.older, ()) as (own_world, url):
            row.tries += 1
            words = ("db", "upgrade", "--database", url)
            ended = [finished(process, words) for process in [own_world.start(words) for _ in range(many)]]
            row.failures += [failure for done in ended for failure in done.faults(0)] + list(lost(url, USERS_ROWS))
            row.count("all ended well" if all(done.code == 0 for done in ended) else "some gave way")
    return row


def _at_once(own_world: World, url: str, folders: list[str], row: Row) -> Iterator[str]:
    row.tries += 1
    lists = [("load", folder, "--database", url) for folder in folders]
    running = [(words, own_world.start(words)) for words in lists]
    ended = [finished(process, words) for words, process in running]
    row.count("all ended well" if all(done.code == 0 for done in ended) else "some gave way")
    for done in ended:
        yield from done.faults(0)
    with psycopg.connect(url) as connection:
        count = connection.execute("select count(distinct dataset) from loads where digest <> ''").fetchone()
    if count != (3,):
        yield f"{count} collections are there and not 3: a load that ended well has vanished"


def waits(stage: Stage, known: Server, tries: int) -> Row:
    """A reader keeps no load waiting; where another load holds the lock, the wait is said and has an end."""
    row = Row("PostgreSQL: locks held by a reader, and by another load")
    for _ in range(tries):
        with _try(stage, known, known.shipped, ("my-notes",)) as (own_world, url), psycopg.connect(url) as reader:
            row.tries += 1
            reader.execute("select pg_advisory_lock(7167868469787257200), count(*) from alembic_version, loads")
            done = own_world.run("load", "my-notes", "--database", url, env={"CYBERDIPLO_WAIT": "5"})
            row.failures += done.faults(0)
            row.count("a reader keeps nobody waiting")
        with _try(stage, known, known.shipped, ("my-notes",)) as (own_world, url), psycopg.connect(url) as writer:
            row.tries += 1
            writer.execute("lock table alembic_version in share row exclusive mode")
            done = own_world.run("load", "my-notes", "--database", url, env={"CYBERDIPLO_WAIT": "2"})
            row.failures += _bounded(done)
            row.count("the wait was said, and ended")
    return row


def _bounded(done: Done) -> Iterator[str]:
    yield from done.faults(5)
    if "waiting for it" not in done.said:
        yield f"the wait was not said: {done.said.strip()[:200]}"


def rows_of(url: str) -> list[str]:
    """Every row of a database."""
    with psycopg.connect(url) as connection:
        return list(content(connection))


@contextmanager
def as_reader(url: str) -> Iterator[str]:
    """The address of the same database for a role that may only read it."""
    with psycopg.connect(url, autocommit=True) as owner:
        owner.execute(f"create role {READER} login")
        owner.execute(f"grant select on all tables in schema public to {READER}")
        try:
            yield url.replace("postgresql://postgres@", f"postgresql://{READER}@")
        finally:
            owner.execute(f"drop owned by {READER}")
            owner.execute(f"drop role {READER}")
