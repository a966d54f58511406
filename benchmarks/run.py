"""``python -m benchmarks.run``: the project and its peers in turn, as a table of ratios.

    python -m benchmarks.run [--sizes 1000,100000,1000000] [--times 5] [--only load,export]
        [--against module] [--folder DIR]

Answers are compared before anything is timed. Figures are medians of one run on one machine; only ratios say
something beyond it, and nothing is kept as a truth.
"""

from __future__ import annotations

import argparse
import math
import os
import platform
import re
import sqlite3
import tempfile
from collections import defaultdict
from datetime import UTC, datetime
from itertools import zip_longest
from pathlib import Path

from benchmarks.jobs import Job, jobs
from benchmarks.measure import Run, in_turn, once
from cyberdiplo.load.build import build

SIZE = re.compile(r"\d[\d,]{3,}")  # in what a job says of itself


def same(job: Job, folder: Path) -> None:
    """Raise where the two do not give the same answer."""
    if not job.same:
        return
    once(job.ours, folder / "ours.out")
    once(job.peer, folder / "peer.out")
    with (folder / "ours.out").open("rb") as ours, (folder / "peer.out").open("rb") as peer:
        for number, (our_line, other) in enumerate(zip_longest(ours, peer, fillvalue=b""), 1):
            if _tight(our_line) != _tight(other):
                raise SystemExit(f"{job.what}: line {number} differs from {job.against}:\n{our_line!r}\n{other!r}")


def _tight(line: bytes) -> bytes:
    """JSON without the spaces that one writer puts and another does not."""
    return line.replace(b'": ', b'":').replace(b", ", b",").rstrip(b"\r\n")


def shown(job: Job, ours: Run, peer: Run, ratio: float) -> str:
    """One row of the table."""
    met = "" if job.goal is None else ("yes" if ratio <= job.goal else "no")
    return (
        f"| {job.what} | {job.against} | {ours.cpu:.2f} | {peer.cpu:.2f} | {ours.wall:.2f} | {peer.wall:.2f} |"
        f" {ours.peak:.0f} | {peer.peak:.0f} | **{ratio:.2f}** | {job.goal or ''} | {met} |"
    )


def growth(growing: dict[tuple[str, str], dict[int, Run]]) -> None:
    """How our own cost grows with the rows: an exponent of 1 is in step with them."""
    print("\n| job | from | to | exponent of CPU | peak MiB | then |\n| --- | --- | --- | --- | --- | --- |")
    for (_, what), runs in growing.items():
        for (small, before), (large, after) in zip(sorted(runs.items()), sorted(runs.items())[1:], strict=False):
            exponent = math.log(after.cpu / before.cpu) / math.log(large / small)
            print(f"| {what} | {small:,} | {large:,} | {exponent:.2f} | {before.peak:.0f} | {after.peak:.0f} |")


def main() -> None:
    """Run what was asked for and print the table as it grows."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--sizes", default="1000,100000")
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--only", default="")
    parser.add_argument("--against", default="", help="only peers whose name has this in it")
    parser.add_argument("--folder", type=Path)
    asked = parser.parse_args()
    folder = asked.folder or Path(tempfile.mkdtemp(prefix="cyberdiplo-bench-"))
    folder.mkdir(parents=True, exist_ok=True)
    python = f"{platform.python_implementation()} {platform.python_version()}"
    machine = f"{platform.machine()}, {os.cpu_count()} cores, {python}, SQLite {sqlite3.sqlite_version}"
    print(f"{datetime.now(UTC):%Y-%m-%d}, {machine}; medians\n")
    default = folder / "default.sqlite"
    rows = build(default).rows
    print(f"The shipped seeds build in one go into {default.stat().st_size / 1e6:.1f} MB from {rows:,} rows.\n")
    print("| job | against | CPU s | theirs | wall s | theirs | peak MiB | theirs | CPU ratio | goal | met |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |", flush=True)
    names = set(asked.only.split(",")) - {""}
    growing: dict[tuple[str, str], dict[int, Run]] = defaultdict(dict)
    for job in jobs(folder, [int(size) for size in asked.sizes.split(",")]):
        if (names and job.group not in names) or asked.against not in job.against:
            continue
        same(job, folder)
        times = job.times or asked.times
        ours, peer, ratio = in_turn(job.ours, job.peer, times, folder, warm=0 if times < 3 else 1)
        print(shown(job, ours, peer, ratio), flush=True)
        if match := SIZE.search(job.what):
            growing[job.group, SIZE.sub("N", job.what)][int(match[0].replace(",", ""))] = ours
    growth(growing)


if __name__ == "__main__":
    main()
