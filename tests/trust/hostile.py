"""Attacks by what is asked and how often: commands made up by hypothesis, and many questions at once."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.conftest import ROOT
from tests.trust.tries import Row

if TYPE_CHECKING:
    from pathlib import Path

    from tests.trust.stage import Stage

MEGABYTE = 1 << 20
GROWTH = 16 * MEGABYTE  # that many questions may add to what one process holds: an allocator's own


def run_module(name: str, *words: str, database: str) -> tuple[dict[str, object], str]:
    """The figures that a module of ours prints, and what it said where it failed."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.trust.{name}", *words, "--database", database],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))},
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False,
    )  # fmt: skip
    try:
        figures = json.loads(done.stdout.splitlines()[-1])
    except (IndexError, ValueError):
        figures = {}
    return figures, "" if done.returncode == 0 and figures else done.stderr[-2_000:] or f"exit code {done.returncode}"


def fuzz(where: str, database: str, examples: int) -> Row:
    """So many commands of each kind."""
    row = Row(f"questions made up by a machine, {where}")
    figures, failure = run_module("fuzz", "--examples", str(examples), database=database)
    for kind, count in dict(figures.get("tried", {})).items():  # type: ignore[call-overload]
        row.tries += count
        row.seen[kind] = count
    row.seen["MB at most"] = int(str(figures.get("bytes", 0))) // MEGABYTE
    if failure:
        row.failures.append(failure)
    return row


def soak(where: str, database: str, questions: int, processes: int = 8) -> Row:
    """So many questions of eight processes while loads go on."""
    row = Row(f"many questions at once while loads go on, {where}")
    figures, failure = run_module(
        "soak", "--questions", str(questions), "--processes", str(processes), database=database
    )
    row.tries = int(str(figures.get("asked", 0)))
    row.seen = {name: int(str(figures.get(name, 0))) for name in ("asked", "wrong", "loads", "more_files")}
    row.seen |= {f"MB {name}": int(float(str(figures.get(key, 0)))) // MEGABYTE for name, key in SIZES.items()}
    if failure:
        row.failures.append(failure)
    elif float(str(figures["more_bytes"])) > GROWTH or float(str(figures["more_files"])) > 0:
        row.failures.append(f"what a process holds has grown: {figures}")
    return row


SIZES = {"at most": "bytes", "more at the end": "more_bytes"}


def copied(stage: Stage, name: str) -> Path:
    """A database of the test's own, with what ships."""
    folder = stage.root / f"hostile-{name}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    stage.put("shipped.sqlite", folder)
    return folder / "shipped.sqlite"
