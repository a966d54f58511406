"""What the questions answer from the shipped seeds; ``python -m tests.expect`` writes it anew, git shows what changed.

A file of tests/expected is named as a question, list or canned, and its parameters: ``votes__country=FRA.csv``.
Every canned question has one without parameters, and one for each of its parameters given alone; a new case is an empty
file of the right name and one run of this.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from cyberdiplo.load.build import build
from cyberdiplo.questions import catalogue
from cyberdiplo.questions.question import QUESTIONS as ROOM
from cyberdiplo.questions.run import ask
from cyberdiplo.render.style import Style
from cyberdiplo.render.writers.registry import WRITERS
from cyberdiplo.store import sqlite
from tests.conftest import ROOT  # which sets the day of the answers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cyberdiplo.questions.question import Question
    from cyberdiplo.store.connection import Connection

EXPECTED = ROOT / "tests" / "expected"
CANNED = catalogue.find_canned()
LISTS = {path.stem: path for path in sorted((ROOM / "lists").glob("*.sql"))}
QUESTIONS = LISTS | CANNED


def cases() -> list[str]:
    """The names of all cases: those that have a file, and every canned question."""
    return sorted({path.stem for path in EXPECTED.glob("*.csv")} | set(CANNED))


def asked(case: str) -> tuple[Question, dict[str, str]]:
    """The question and the parameters that a case names."""
    name, *pairs = case.split("__")
    return catalogue.read(QUESTIONS[name]), dict(pair.split("=", 1) for pair in pairs)


def answer(connection: Connection, question: Question, wishes: Mapping[str, str], lang: str = "en") -> str:
    """The answer as CSV."""
    out = io.StringIO()
    WRITERS["csv"](ask(connection, question, wishes, lang=lang), out, Style(lang=lang))
    return out.getvalue()


def main() -> None:
    """Write every file anew, and take away those of questions that are no more."""
    EXPECTED.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "cyberdiplo.sqlite"
        build(path)
        connection = sqlite.reading(path)
        changed = 0
        for case in cases():
            file = EXPECTED / f"{case}.csv"
            if case.split("__")[0] not in QUESTIONS:
                file.unlink()
                changed += 1
                continue
            text = answer(connection, *asked(case))
            if not file.exists() or file.read_text(encoding="utf-8") != text:
                file.write_text(text, encoding="utf-8", newline="")
                changed += 1
        connection.close()
    print(f"{len(cases())} cases, {changed} files changed", file=sys.stderr)


if __name__ == "__main__":
    main()
