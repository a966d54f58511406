"""Whoever reads the answer may have had enough: ``| head`` ends quietly and well, whatever was asked."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run


def closed(*words: str, database: Path, errors_too: bool = False) -> tuple[int, str]:
    """The exit code and what is said on stderr, where nobody reads the answer (nor the errors)."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "cyberdiplo", *words],
            env=os.environ | {"CYBERDIPLO_DATABASE": str(database)},
            stdin=subprocess.DEVNULL,
            stdout=writing,
            stderr=writing if errors_too else subprocess.PIPE,
            timeout=120,
            check=False,
        )
    finally:
        os.close(writing)
    return done.returncode, (done.stderr or b"").decode()


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    "words",
    [
        ("--help",),
        ("--version",),
        ("speakers", "--help"),
        ("query", "run", "--help"),
        ("seeds", "--help"),
        ("show", "OTC"),
        ("show", "OTC", "--format", "json"),
        ("votes", "--format", "csv"),
        ("votes", "--format", "json"),
        ("forums",),
        ("search", "OTC"),
        ("sql", "select 1"),
        ("query", "list"),
        ("query", "show", "vote-totals"),
        ("cite", "wto-tbt-cyber-2023"),
        ("db", "schema"),
        ("db", "path"),
    ],
    ids=" ".join,
)
def test_a_closed_pipe_ends_quietly_and_well(database_path: Path, words: tuple[str, ...]) -> None:
    assert closed(*words, database=database_path) == (0, "")
    assert closed(*words, database=database_path, errors_too=True) == (0, "")


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(("words", "code"), [(("show", "zzyzx"), 3), (("seeds", "check", "/nowhere"), 2)])
def test_an_error_keeps_its_code_though_nobody_reads_it(database_path: Path, words: tuple[str, ...], code: int) -> None:
    assert closed(*words, database=database_path, errors_too=True) == (code, "")


def test_head_takes_the_first_line(cyberdiplo: Run, database_path: Path) -> None:
    whole = cyberdiplo("show", "OTC")
    command = f"{sys.executable} -m cyberdiplo show OTC | head -n 1"
    env = os.environ | {"CYBERDIPLO_DATABASE": str(database_path)}
    done = subprocess.run(["sh", "-c", command], env=env, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr, done.returncode) == (whole.stdout.splitlines(keepends=True)[0], "", 0)
