"""Whole processes in turn, A B A B …: CPU seconds, wall seconds and peak memory as the system accounts for them."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path


@dataclass(frozen=True)
class Run:
    """One run of one command; ``peak`` is in MiB."""

    cpu: float
    wall: float
    peak: float


@dataclass(frozen=True)
class Command:
    """A command, what to do before each run, what is added to its environment, and the seconds of a server it uses."""

    words: Sequence[str]
    before: Callable[[], None] = lambda: None
    env: Mapping[str, str] | None = None
    server: Callable[[], float] = lambda: 0.0
    terminal: bool = False  # its output goes to a screen, and is not kept


# A process counts the memory of the one that started it until it has more of its own, so a small one starts it.
SPAWN = """
import json, os, sys
screen, out = os.openpty() if not sys.argv[1] else (None, os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_TRUNC))
child = os.fork()
if not child:
    os.dup2(out, 1)
    os.execvpe(sys.argv[2], sys.argv[2:], os.environ)
os.close(out)
try:
    while screen is not None and os.read(screen, 65536):
        pass
except OSError:  # the other end is closed
    pass
_, status, usage = os.wait4(child, 0)
print(json.dumps([os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024]))
"""


def once(command: Command, output: Path) -> Run:
    """Run a command to its end, its output in a file."""
    command.before()
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | dict(command.env or {})
    worked = command.server()
    begun = time.perf_counter()
    words = [sys.executable, "-I", "-S", "-c", SPAWN, "" if command.terminal else str(output), *command.words]
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
    wall = time.perf_counter() - begun
    code, cpu, peak = json.loads(done.stdout)
    if code != 0:
        raise RuntimeError(f"{' '.join(command.words)} ended with {code}: {done.stderr[-2000:]}")
    return Run(cpu + command.server() - worked, wall, peak)


def in_turn(ours: Command, peer: Command, times: int, folder: Path, warm: int = 1) -> tuple[Run, Run, float]:
    """Medians of both, and the ratio of their CPU seconds."""
    pairs: list[tuple[Run, Run]] = []
    for number in range(times + warm):
        pair = once(ours, folder / "ours.out"), once(peer, folder / "peer.out")
        if number >= warm:  # the first ones compile and fill the cache
            pairs.append(pair)
    a, b = _median([a for a, _ in pairs]), _median([b for _, b in pairs])
    return a, b, a.cpu / b.cpu


def _median(runs: list[Run]) -> Run:
    return Run(*(statistics.median(getattr(run, name) for run in runs) for name in ("cpu", "wall", "peak")))
