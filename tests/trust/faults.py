"""Ways in which a process comes to a bad end: killed at random, at each system call, told to end, starved of room."""

from __future__ import annotations

import os
import random
import re
import resource
import shutil
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tests.foreground import in_the_foreground
from tests.trust.stage import Done, World, finished

if TYPE_CHECKING:
    from pathlib import Path

CALLS = "write,pwrite64,fsync,fdatasync,ftruncate,rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat"
LASTING = re.compile(r"f(data)?sync|ftruncate|(rename|link|unlink|mkdir)\w*")
CALL = re.compile(r"^(?:\d+ +)?(\w+)\(")
TICK = 0.0002  # seconds between two looks at a folder


class Call(NamedTuple):
    """A system call by its name, and the how-manieth of that name it is."""

    name: str
    number: int


Strike = Callable[[World, Sequence[str]], Done]


class Fault(NamedTuple):
    """One try of one kind; ``strike`` starts the command in a world and sees it end."""

    kind: str
    how: str
    strike: Strike


def after(number: signal.Signals, seconds: float) -> Strike:
    """A signal so many seconds after the start."""

    def strike(world: World, words: Sequence[str]) -> Done:
        process = world.start(words, preexec_fn=in_the_foreground)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(number)
        return finished(process, words)

    return strike


def at_change(number: int) -> Strike:
    """SIGKILL when the folders of the database and of the command have changed so many times."""

    def strike(world: World, words: Sequence[str]) -> Done:
        process = world.start(words)
        before, seen = _looks(world), 0
        while process.poll() is None:
            now = _looks(world)
            if now != before:
                before, seen = now, seen + 1
                if seen >= number:
                    process.kill()
            time.sleep(TICK)
        return finished(process, words)

    return strike


def _looks(world: World) -> list[tuple[str, int, int]]:
    seen = []
    for folder in (world.work, world.home / ".local" / "share" / "cyberdiplo"):
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    known = entry.stat(follow_symlinks=False)
                    seen.append((entry.name, known.st_size, known.st_mtime_ns))
        except OSError:
            continue
    return sorted(seen)


def at_call(call: str, number: int) -> Strike:
    """SIGKILL as the process enters its so-manieth call of this name, which is how strace counts them."""

    def strike(world: World, words: Sequence[str]) -> Done:
        inject = f"inject={call}:signal=KILL:when={number}"
        tracer = ["strace", "-qq", "-o", os.devnull, "-e", f"trace={call}", "-e", inject]
        done = finished(world.start(words, before=tracer), words)
        return replace(done, code=-signal.SIGKILL) if done.code == 128 + signal.SIGKILL else done

    return strike


def within(size: int) -> Strike:
    """No file may become larger than this."""

    def strike(world: World, words: Sequence[str]) -> Done:
        limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))  # noqa: E731
        return finished(world.start(words, preexec_fn=limit), words)

    return strike


def traced() -> bool:
    """Whether system calls can be traced here."""
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-qq", "-o", os.devnull, "true"], capture_output=True, check=False).returncode == 0


def calls(world: World, words: Sequence[str]) -> list[Call]:
    """The calls of one run that ends well, in order: what is called, and the how-manieth of its name it is."""
    log = world.scratch / "calls"
    done = finished(world.start(words, before=["strace", "-qq", "-o", str(log), "-e", f"trace={CALLS}"]), words)
    assert done.code == 0, done
    lines = log.read_text(errors="replace").splitlines()
    log.unlink()
    seen: Counter[str] = Counter()
    calls_made = []
    for line in lines:
        if match := CALL.match(line):
            seen[match[1]] += 1
            calls_made.append(Call(match[1], seen[match[1]]))
    return calls_made


def each_call(calls_made: Sequence[Call], most: int) -> list[Call]:
    """So many calls at which to strike: the last ones, most of them such as last (names, syncs), the rest writes."""
    lasting = [call for call in calls_made if LASTING.match(call.name)]
    others = [call for call in calls_made if not LASTING.match(call.name)]
    chosen = dict.fromkeys(lasting[-max(1, most // 5) :])
    for among, share in ((lasting, most * 3 // 4), (others, most)):
        left = [call for call in among if call not in chosen]
        chosen |= dict.fromkeys(random.sample(left, min(max(0, share - len(chosen)), len(left))))
    return [call for call in calls_made if call in chosen]


def small_disk(folder: Path, size: int) -> bool:
    """Put a small file system in the place of a folder; whether that is possible here."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "cyberdiplo-trust", str(folder)]
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def read_only(folder: Path) -> bool:
    """Let nothing be written on the file system of a folder any more."""
    command = ["mount", "-o", "remount,ro", str(folder)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def give_back(folder: Path) -> None:
    """The file system goes, and what was in it stays in the folder."""
    kept = folder.with_name("kept")
    shutil.copytree(folder, kept, symlinks=True)
    subprocess.run(["umount", str(folder)], check=True, capture_output=True)
    shutil.rmtree(folder)
    kept.rename(folder)


def random_kills(lasts: float, count: int) -> Iterator[Fault]:
    """SIGKILL at random moments of a run that lasts so many seconds."""
    for _ in range(count):
        seconds = random.uniform(0.02, lasts * 1.02)
        yield Fault("killed at a random moment", f"{seconds:.3f} s after its start", after(signal.SIGKILL, seconds))


def signals(lasts: float, count: int) -> Iterator[Fault]:
    """TERM, HUP and INT at random moments."""
    for number in range(count):
        name = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)[number % 3]
        seconds = random.uniform(0.08, lasts * 1.02)  # before, it is Python that is told, and not yet the program
        how = f"{name.name} {seconds:.3f} s after its start"
        yield Fault("told to end (TERM, HUP, INT)", how, after(name, seconds))
