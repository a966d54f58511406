"""What the tests take for the program answers as the program."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests import warm

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("home")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there each command is a fresh process")
@pytest.mark.parametrize(
    ("words", "stdin"),
    [
        (("statements", "--country", "FRA"), None),
        (("sources", "--lang", "fr", "--nothing"), None),
        (("sql",), "select 'é', char(0xd800)"),
        (("cite",), "otc-2023-050\n"),
    ],
)
def test_a_fork_answers_as_a_fresh_process(
    database_path: Path, warm_process: warm.Warm, words: tuple[str, ...], stdin: str | None
) -> None:
    env = os.environ | {"CYBERDIPLO_DATABASE": str(database_path)}
    assert warm.fits(env)
    fork = warm_process.run(words, env, stdin)
    command = [sys.executable, "-m", "cyberdiplo", *words]
    fresh = subprocess.run(command, env=env, input=(stdin or "").encode(), capture_output=True, check=False)
    assert (fork.returncode, fork.stdout, fork.stderr) == (
        fresh.returncode, fresh.stdout.decode(), fresh.stderr.decode(),
    )  # fmt: skip


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there each command is a fresh process")
def test_it_starts_wherever_a_test_has_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else all later tests of that worker fail, when the first that needs one has left the folder of the project."""
    monkeypatch.chdir(tmp_path)
    process = warm.Warm()
    try:
        assert process.run(("--version",), dict(os.environ), None).returncode == 0
    finally:
        process.close()


def test_what_changes_python_itself_has_a_fresh_process() -> None:
    assert not warm.fits(os.environ | {"PYTHONOPTIMIZE": "2"})
    assert not warm.fits(os.environ | {"LC_ALL": "C"})
