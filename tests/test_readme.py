"""What the README shows is what the program answers."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT
from tests.readme import EXAMPLE, README, on_terminal

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLES = EXAMPLE.findall(README.read_text("utf-8"))


@pytest.mark.parametrize(("words", "answer"), EXAMPLES, ids=[words for words, _ in EXAMPLES])
def test_an_example_gives_the_answer_that_is_shown(words: str, answer: str, database_path: Path) -> None:
    import shlex

    assert on_terminal(shlex.split(words), database_path) == answer


def test_there_are_ten_examples_with_answers() -> None:
    assert len(EXAMPLES) >= 10
    assert all(answer.strip() for _, answer in EXAMPLES)


def test_each_extra_is_in_its_table() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    rows = re.findall(
        r"^\| (`.*`) \|", README.read_text("utf-8").partition("| extra |")[2].partition("## ")[0], re.MULTILINE
    )
    assert {name for row in rows for name in re.findall(r"`(\w+)`", row)} >= extras.keys() - {"test"}


def test_every_page_that_is_linked_is_there() -> None:
    import re

    for page in [README, ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]:
        for target in re.findall(r"\]\((?!http|#|mailto)([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), (page.name, target)
