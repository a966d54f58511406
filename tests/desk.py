"""Forty questions of a desk officer, each with the command that answers it and the answer expected.

``python -m tests.desk`` writes the answers of tests/expected/desk anew; whoever does reads what git shows as changed.
A question may need several commands: they are its rows in tests/questions/desk.csv, in order.
"""

from __future__ import annotations

import csv
import os
import shlex
import subprocess
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from cyberdiplo.load.build import build
from tests.conftest import ROOT  # which sets the day of the answers

LIST = ROOT / "tests" / "questions" / "desk.csv"
ANSWERS = ROOT / "tests" / "expected" / "desk"


class Asked(NamedTuple):
    """One row of the list."""

    file: str
    question: str
    words: list[str]


def read() -> list[Asked]:
    """Every row; its file is named by the number of the question and of the command."""
    times: Counter[int] = Counter()
    asked = []
    with LIST.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            number = int(row["number"])
            times[number] += 1
            words = shlex.split(row["command"])
            as_data = [] if words[0] == "show" else ["--format", "csv"]
            asked.append(Asked(f"{number:02}-{times[number]}.txt", row["question"], [*words, *as_data]))
    return asked


def as_text(asked: Asked, answer: str, said: str) -> str:
    """What the file of an answer has: the question, the command, what is said beside the answer (#), the answer."""
    beside = "".join(f"# {line}\n" for line in said.splitlines())
    return f"{asked.question}\n$ cyberdiplo {shlex.join(asked.words)}\n{beside}\n{answer}"


def main() -> None:
    """Write every answer anew."""
    ANSWERS.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "cyberdiplo.sqlite"
        build(path)
        environment = os.environ | {"CYBERDIPLO_DATABASE": str(path), "CYBERDIPLO_LANG": "en", "HOME": folder}
        for old in ANSWERS.iterdir():
            old.unlink()
        for asked in read():
            command = [sys.executable, "-m", "cyberdiplo", *asked.words]
            done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
            (ANSWERS / asked.file).write_text(as_text(asked, done.stdout, done.stderr), encoding="utf-8")


if __name__ == "__main__":
    main()
