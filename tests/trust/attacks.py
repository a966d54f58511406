"""Every attack by name: how it is made, how often in a whole run and in the quick part."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from tests import server
from tests.trust import faults, hostile, postgres, together, tries
from tests.trust.jobs import JOBS, Job
from tests.trust.stage import Stage
from tests.trust.tries import Row, Seen

if TYPE_CHECKING:
    from pathlib import Path

SIZES = (1 << 10, 100 << 10, 1 << 20, 3 << 20, 5 << 20)
ROOM = (1 << 14, 1 << 18, 1 << 20, 5 << 20, None)
Make = Callable[[Stage, Job, Seen, Row, int], None]


class Attack(NamedTuple):
    """``times`` of a whole run and of the quick part, for each job or for each group of commands."""

    name: str
    times: int
    quick: int
    run: Callable[[Stage, int], Row]

    @property
    def about(self) -> str:
        """What is attacked: a job, several commands at once, a database of a server."""
        return self.name.partition(": ")[0]


def killed(stage: Stage, job: Job, seen: Seen, row: Row, times: int) -> None:
    """SIGKILL at random moments."""
    for fault in faults.random_kills(seen.lasts, times):
        tries.attempt(stage, job, seen, fault, row)


def told(stage: Stage, job: Job, seen: Seen, row: Row, times: int) -> None:
    """TERM, HUP and INT at random moments."""
    for fault in faults.signals(seen.lasts, times):
        tries.attempt(stage, job, seen, fault, row)


def at_calls(stage: Stage, job: Job, seen: Seen, row: Row, times: int) -> None:
    """SIGKILL at system calls; where they cannot be traced, at changes of the folders."""
    if not faults.traced():
        return at_changes(stage, job, seen, row, times)
    with tries.world(stage, job) as own_world:
        calls_made = faults.calls(own_world, job.words)
    for call in faults.each_call(calls_made, times):
        fault = faults.Fault("killed", f"at {call.name} {call.number}", faults.at_call(*call))
        tries.attempt(stage, job, seen, fault, row, must_strike=True)
    return None


def at_changes(stage: Stage, job: Job, seen: Seen, row: Row, times: int) -> None:
    """SIGKILL as soon as a folder has changed once, twice, …"""
    for number in range(1, times + 1):
        fault = faults.Fault("killed", f"at change {number} of the folder", faults.at_change(number))
        tries.attempt(stage, job, seen, fault, row)


def limited(stage: Stage, job: Job, seen: Seen, row: Row, times: int) -> None:
    """No file may become larger than so many bytes."""
    for size in SIZES[:times] if times > 1 else SIZES[2:3]:
        fault = faults.Fault("a limit", f"of {size:,} bytes a file", faults.within(size))
        tries.attempt(stage, job, seen, fault, row)


def crowded(stage: Stage, job: Job, seen: Seen, row: Row, times: int) -> None:
    """A file system with little room, and one that is read only."""
    if job.name == "first build":
        row.not_tried = "its folder is in the home folder"
        return
    for room in ROOM[-times:]:
        tries.on_small_disk(stage, job, seen, room, row)


def for_each(job: Job, what: str, make: Make, times: int, quick: int) -> Attack:
    """An attack on one job."""

    def run(stage: Stage, count: int) -> Row:
        row = Row(f"{job.name}: {what}")
        if job.name not in stage.kept:
            stage.kept[job.name] = tries.undisturbed(stage, job)
        make(stage, job, stage.kept[job.name], row, count)
        return row

    return Attack(f"{job.name}: {what}", times, quick, run)


def at_once(several: together.Several, times: int, quick: int) -> Attack:
    """Several commands at once."""

    def run(stage: Stage, count: int) -> Row:
        row = Row(several.name)
        for _ in range(count):
            together.attempt(stage, several, row)
        return row

    return Attack(several.name, times, quick, run)


def on_server(make: Callable[[Stage, postgres.Server, int], Row], times: int, quick: int) -> Attack:
    """An attack on a database of a server."""
    name = f"PostgreSQL: {make.__name__}"

    def run(stage: Stage, count: int) -> Row:
        if "server" not in stage.kept:
            url = stage.closing.enter_context(server.running())
            stage.kept["server"] = stage.closing.enter_context(postgres.furnished(url, stage))
        return make(stage, stage.kept["server"], count)

    return Attack(name, times, quick, run)


def on_file(what: Callable[[str, str, int], Row], name: str, times: int, quick: int) -> Attack:
    """An attack by what is asked of a SQLite file."""

    def run(stage: Stage, count: int) -> Row:
        return what("SQLite", str(hostile.copied(stage, what.__name__)), count)

    return Attack(f"{name}: SQLite", times, quick, run)


def fuzz(_: Stage, known: postgres.Server, count: int) -> Row:
    """Questions made up by a machine, to a server."""
    before = postgres.rows_of(known.shipped)
    with postgres.as_reader(known.shipped) as reader:
        row = hostile.fuzz("PostgreSQL, as a role that may only read", reader, count)
    if postgres.rows_of(known.shipped) != before:
        row.failures.append("the content of the database has changed")
    return row


def soak(_: Stage, known: postgres.Server, count: int) -> Row:
    """Many questions at once while loads go on, on a server."""
    return hostile.soak("PostgreSQL", known.own, count)


KINDS: tuple[tuple[str, Make, int], ...] = (
    ("killed at a random moment", killed, 100),
    ("killed at a call that writes, syncs or names", at_calls, 40),
    ("killed as the folder changes", at_changes, 12),
    ("told to end (TERM, HUP, INT)", told, 12),
    ("a limit on the size of files", limited, len(SIZES)),
    ("little room, or none, on the file system", crowded, len(ROOM)),
)
# The quick part: each job under attack once or twice, each way to attack on jobs of several kinds, in seconds that a
# test run has. The way of a job that is not there lies within that of another.
QUICK: dict[Make, tuple[str, ...]] = {
    at_calls: ("first build", "load a folder", "restore", "put seeds in form"),
    told: ("load where no database is", "take folders out", "export"),
    limited: ("load a changed folder", "index", "backup", "answer as CSV"),
}  # fmt: skip
NOT_QUICK = {
    *("two first builds", "two loads where no database is", "two loads of one folder where no database is"),
    *("two upgrades", "eight upgrades", "two indexes", "a first build and a load", "eight loads where no database is"),
}  # their way lies within that of others at once; store/test_migrate.py kills upgrades
SLOW = {"export", "export over an export", "answer as CSV", "answer as workbook", "backup", "restore", "index"}


def attacks() -> Iterator[Attack]:
    """All of them, in the order of the page."""
    for what, make, times in KINDS:
        for job in JOBS:
            often = times // 2 if job.name in SLOW and times > 50 else times
            yield for_each(job, what, make, often, int(job.name in QUICK.get(make, ())))
    for several in together.TOGETHER:
        yield at_once(several, 6 if "eight" in several.name else 12, int(several.name not in NOT_QUICK))
    yield on_server(postgres.killed, 12, 1)
    yield on_server(postgres.upgrade_killed, 12, 0)
    yield on_server(postgres.together, 8, 0)
    yield on_server(postgres.waits, 3, 1)
    yield on_file(hostile.fuzz, "fuzz", 1_000, 0)
    yield on_server(fuzz, 500, 0)
    yield on_file(hostile.soak, "soak", 10_000, 0)
    yield on_server(soak, 10_000, 0)


@contextmanager
def stage_in(folder: Path) -> Iterator[Stage]:
    """A stage in an empty folder, as long as it is needed."""
    stage = Stage(folder / "stage")
    with stage.closing:
        yield stage
