"""While it answers, the program calls nobody, starts no other program and writes to no file that it does not name."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

MINI = Path(__file__).parents[1] / "load" / "mini"
COMMANDS = (
    ["forums"], ["speakers", "--format", "json"], ["search", "cyber"], ["show", "wto"], ["cite", "wto"],
    ["query", "list"], ["sql", "select 1"], ["db", "status"], ["db", "schema"], ["timeline"], ["show", "nowhere"],
    ["seeds", "check", "--empty", str(MINI)],
)  # fmt: skip
PROGRAM = """
import json, sys
from tests.trust.watched import Watch, run
watch, seen = Watch(), {}
for words in json.loads(sys.argv[1]):
    watch.seen.clear()
    code, told = run(words, watch)
    seen[" ".join(words)] = [code, *watch.seen]
print(json.dumps(seen))
"""


def reached(commands: list[list[str]], database: Path, home: Path) -> dict[str, list[object]]:
    """The exit code of each command, and what it reached for."""
    home.mkdir(exist_ok=True)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, json.dumps(commands)],
        env=os.environ | {"CYBERDIPLO_DATABASE": str(database), "HOME": str(home)},
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return dict(json.loads(done.stdout))


@pytest.fixture(autouse=True)
def _no_environment(home: Path) -> None:
    """With nothing of the real environment."""


def test_no_command_that_asks_reaches_for_anything(mini_path: Path, home: Path) -> None:
    for command, (code, *seen) in reached([*COMMANDS], mini_path, home).items():
        assert seen == [], command
        assert code in (0, 3, 4), command


def test_what_is_watched_for_is_seen(mini_path: Path, home: Path) -> None:
    answer = home.parent / "answer.csv"
    (seen,) = reached([["forums", "--output", str(answer)]], mini_path, home).values()
    assert any(str(answer.parent) in str(what) for what in seen[1:])


def test_commands_made_up_by_machine_do_no_harm(mini_path: Path) -> None:
    """A few of each kind; ``python -m tests.trust.fuzz`` makes thousands."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.trust.fuzz", "--examples", "5", "--database", str(mini_path)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3_000:]
    assert sum(json.loads(done.stdout)["tried"].values()) >= 25
