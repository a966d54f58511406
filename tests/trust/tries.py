"""One try: a command meets a fault; then everything that has to hold is looked at."""

from __future__ import annotations

import shutil
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from tests.trust import faults
from tests.trust.jobs import PROBES, Job
from tests.trust.stage import Done, Stage, World, fingerprint, lost, sound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.trust.faults import Fault

NUMBERS = count()


@dataclass
class Seen:
    """What an undisturbed run of a job begins and ends with."""

    before: str
    after: str
    names: list[str]
    lasts: float
    files: tuple[dict[str, str], dict[str, str]]


@dataclass
class Row:
    """One line of the table: how often, what was seen, what failed and how it can be repeated."""

    attack: str
    tries: int = 0
    seen: dict[str, int] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)
    not_tried: str = ""

    def count(self, what: str) -> None:
        """One more of this outcome."""
        self.seen[what] = self.seen.get(what, 0) + 1


@contextmanager
def world(stage: Stage, job: Job) -> Iterator[World]:
    """A fresh folder with what the job begins with."""
    with tempfile.TemporaryDirectory(dir=stage.root, prefix="try-") as folder:
        own_world = World(Path(folder))
        furnish(stage, job, own_world)
        yield own_world


def furnish(stage: Stage, job: Job, own_world: World) -> None:
    """Put what the job begins with into its folder."""
    for name in job.begins:
        stage.put(name, own_world.work)
    if job.put[0]:
        (own_world.work / job.put[0]).rename(own_world.work / job.put[1])


def undisturbed(stage: Stage, job: Job) -> Seen:
    """Run the job as it should go."""
    with world(stage, job) as own_world:
        about = own_world.work / job.about
        before, files = fingerprint(about), _files(about)
        begun = time.monotonic()
        done = own_world.run(*job.words)
        lasts = time.monotonic() - begun
        assert done.code == 0, done
        return Seen(before, fingerprint(about), own_world.names(), lasts, (files, _files(about)))


def _files(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): fingerprint(path) for path in folder.rglob("*.csv")}


def attempt(stage: Stage, job: Job, seen: Seen, fault: Fault, row: Row, *, must_strike: bool = False) -> None:
    """Strike once, and look at everything; an aimed fault that did not come is a failure of the attack itself."""
    row.tries += 1
    with world(stage, job) as own_world:
        struck = fault.strike(own_world, job.words)
        told = [*struck.faults(), *judge(job, seen, own_world, struck, row)]
        if must_strike and struck.code != -9:
            told.append(f"it was not killed there, but ended with {struck.code}")
    row.failures += [f"{job.name}, {fault.kind}, {fault.how}: {failure}" for failure in told]


def judge(job: Job, seen: Seen, own_world: World, struck: Done, row: Row) -> Iterator[str]:
    """What does not hold after a fault: the next command, the content, the user's rows, the next run, the folder."""
    about = own_world.work / job.about
    ended_well = struck.code == 0
    if job.database and (own_world.work / job.database).exists():
        yield from _probe(job, seen, own_world)
    now = fingerprint(about)
    state = _state(seen, now, about, job)
    row.count(("as it was" if seen.before == seen.after else state) + (" (ended before)" if ended_well else ""))
    if state == "neither":
        yield "what is there is neither what was before nor what should be there"
    if ended_well and now != seen.after:
        yield "it said that it had ended well, and what it did is not there"
    database = own_world.work / job.database
    if job.database and database.exists():
        yield from sound(database)
        if job.users and not now.startswith("unreadable"):
            yield from lost(str(database), job.users)
    again = own_world.run(*job.words)
    yield from again.faults(0, *([job.again] if state == "new" else []))
    if (then := fingerprint(about)) != seen.after:
        yield f"after it was run again what is there is not what should be there ({then[:9]})"
    if (names := own_world.names()) != seen.names:
        more, less = sorted(set(names) - set(seen.names)), sorted(set(seen.names) - set(names))
        yield f"left behind: {more}" if not less else f"left behind: {more}, missing or of another mode: {less}"


def _state(seen: Seen, now: str, about: Path, job: Job) -> str:
    if now == seen.before:
        return "absent" if now == "-" else "old"
    if now == seen.after:
        return "new"
    each = _files(about) if job.each else {}
    if each and all(print_ in (seen.files[0].get(name), seen.files[1].get(name)) for name, print_ in each.items()):
        return "each file old or new"
    return "neither"


def _probe(job: Job, seen: Seen, own_world: World) -> Iterator[str]:
    """The first command after a fault succeeds, whichever it is; a database of an earlier revision is told as such."""
    words = (*PROBES[next(NUMBERS) % len(PROBES)], "--database", job.database)
    done = own_world.run(*words)
    earlier = bool(job.users) and fingerprint(own_world.work / job.database) == seen.before
    yield from done.faults(5 if earlier and words[:2] != ("db", "status") else 0)


def on_small_disk(stage: Stage, job: Job, seen: Seen, room: int | None, row: Row) -> None:
    """The job on a file system with so many bytes left, or (None) on one that is read only."""
    with world(stage, job) as own_world:
        used = sum(path.stat().st_size for path in own_world.work.rglob("*") if path.is_file()) + (1 << 19)
        kept = own_world.work.with_name("begins")
        shutil.copytree(own_world.work, kept, symlinks=True)
        if not faults.small_disk(own_world.work, used + (room or 1 << 20)):
            row.not_tried = "no file system may be mounted here"
            return
        shutil.copytree(kept, own_world.work, symlinks=True, dirs_exist_ok=True)
        shutil.rmtree(kept)
        if room is None and not faults.read_only(own_world.work):
            row.not_tried = "no file system may be mounted here"
        row.tries += 1
        struck = own_world.run(*job.words)
        faults.give_back(own_world.work)
        told = [*struck.faults(), *judge(job, seen, own_world, struck, row)]
    how = "read only" if room is None else f"with {room:,} bytes left"
    row.failures += [f"{job.name}, on a file system {how}: {failure}" for failure in told]
