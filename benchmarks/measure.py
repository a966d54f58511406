"""Whole processes in turn, A B A B …: CPU seconds, wall seconds and peak memory as the system accounts for them."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Run:
    """One run of one command; ``peak`` is in MiB."""

    cpu: float
    wall: float
    peak: float


@dataclass(frozen=True)
class Command:
    """A command, what to do before each run, and what is added to its environment."""

    words: Sequence[str]
    before: Callable[[], None] = lambda: None
    env: Mapping[str, str] | None = None


def once(command: Command, output: Path) -> Run:
    """Run a command to its end, its output in a file."""
    command.before()
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | dict(command.env or {})
    begun = time.perf_counter()
    with output.open("wb") as out:
        process = subprocess.Popen(list(command.words), stdout=out, stderr=subprocess.PIPE, env=environment)
        said = process.stderr.read() if process.stderr else b""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - begun
    if process.returncode != 0:
        raise RuntimeError(f"{' '.join(command.words)} ended with {process.returncode}: {said.decode()[-2000:]}")
    return Run(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def in_turn(ours: Command, peer: Command, times: int, folder: Path, warm: int = 1) -> tuple[Run, Run, float]:
    """Medians of both, and the median of the ratios of their CPU seconds, pair by pair."""
    pairs: list[tuple[Run, Run]] = []
    for number in range(times + warm):
        pair = once(ours, folder / "ours.out"), once(peer, folder / "peer.out")
        if number >= warm:  # the first ones compile and fill the cache
            pairs.append(pair)
    ratio = statistics.median(a.cpu / b.cpu for a, b in pairs)
    return _median([a for a, _ in pairs]), _median([b for _, b in pairs]), ratio


def _median(runs: list[Run]) -> Run:
    return Run(*(statistics.median(getattr(run, name) for run in runs) for name in ("cpu", "wall", "peak")))
