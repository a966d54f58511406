"""Help: on every command, with examples that run."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
import typer

from cyberdiplo.cli.commands.nouns import help_text
from cyberdiplo.cli.main import COMMANDS, app
from cyberdiplo.questions import catalogue

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

Complete = Callable[[dict[str, str]], subprocess.CompletedProcess[str]]


def commands(command: Any = None, words: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The words of every command and verb, but the questions of ``query run``, which have a test of their own."""
    command = command or typer.main.get_command(app)
    if words:
        yield words
    if hasattr(command, "list_commands") and words != ("query", "run"):
        context = command.context_class(command)
        for name in command.list_commands(context):
            yield from commands(command.get_command(context, name), (*words, name))


ALL = sorted(commands())


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_every_command_says_what_it_is_for_with_h_too(cyberdiplo: Run, words: tuple[str, ...]) -> None:
    long, short = (cyberdiplo(*words, flag) for flag in ("--help", "-h"))
    assert long.returncode == 0
    assert long.stdout == short.stdout
    assert "Usage:" in long.stdout


def examples(lang: str) -> Iterator[str]:
    """Each line of help that shows a command, of every command and question."""
    shown = [catalogue.read(path) for path in catalogue.find_canned().values()]
    shown += [catalogue.read_list(noun) for noun in catalogue.list_nouns()]
    for question in shown:
        yield from help_text(question, lang).splitlines()
        yield from (f"  cyberdiplo {line}" for line in question.next)
    for words in ALL:
        command = typer.main.get_command(app)
        for word in words:
            command = command.get_command(command.context_class(command), word)  # type: ignore[attr-defined]
        yield from f"{command.help}\n{command.epilog}".splitlines()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_example_is_wider_than_a_screen(lang: str) -> None:
    lines = [line for line in examples(lang) if line.startswith("  cyberdiplo ")]
    assert len(lines) > 150
    assert [line for line in lines if len(line) > 80] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_an_example(cyberdiplo: Run, name: str) -> None:
    shown = "".join(cyberdiplo(*words, "--help").stdout for words in ALL if words[0] == name)
    assert re.search(r"Examples?:\s+cyberdiplo ", shown)


@pytest.mark.parametrize("name", COMMANDS)
def test_an_unknown_verb_or_option_is_told(cyberdiplo: Run, name: str) -> None:
    done = cyberdiplo(name, "--no-such-option")
    assert done.returncode == 2
    assert "no-such-option" in done.stderr


def test_a_near_miss_is_told(cyberdiplo: Run) -> None:
    for words, near in (
        (["speaker"], "speakers"),
        (["forums", "lits"], "list"),
        (["votes", "--contry", "x"], "--country"),
    ):
        done = cyberdiplo(*words)
        assert done.returncode == 2
        assert near in done.stderr


# Completion


def tab(run: Complete, line: str, shell: str = "bash") -> list[str]:
    """What Tab offers at the end of a command line."""
    place = len(line.split()) - (not line.endswith(" "))
    env = {
        "_CYBERDIPLO_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": line,
        "COMP_CWORD": str(place),
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    done = run(env)
    assert done.stderr == ""
    return re.findall(r"\"([^\"]+?)\"" if shell == "zsh" else r"\S+", done.stdout)


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("cyberdiplo sp", "speakers"),
        ("cyberdiplo timel", "timeline"),
        ("cyberdiplo speakers sh", "show"),
        ("cyberdiplo speakers --for", "--forum"),
        ("cyberdiplo speakers --forum OT", "OTC"),
        ("cyberdiplo speakers --forum wto-t", "wto-tbt"),
        ("cyberdiplo speakers --capacity priv", "private_sector"),
        ("cyberdiplo votes --group A", "ASEAN"),
        ("cyberdiplo show wto-tb", "wto-tbt"),
        ("cyberdiplo query ru", "run"),
        ("cyberdiplo query run vote-t", "vote-totals"),
        ("cyberdiplo query show vote-t", "vote-totals"),
        ("cyberdiplo query run group-split --gr", "--group"),
        ("cyberdiplo query run group-split --group ASE", "ASEAN"),
        ("cyberdiplo countries --lang f", "fr"),
    ],
)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_tab_offers_nouns_ids_acronyms_and_questions(complete: Complete, line: str, offered: str, shell: str) -> None:
    assert offered in tab(complete, line, shell)


def test_tab_never_fails_nor_loads_what_is_heavy(complete: Complete) -> None:
    assert tab(complete, "cyberdiplo show x'\"", "fish") == []
    env = {"_CYBERDIPLO_COMPLETE": "complete_bash", "COMP_WORDS": "cyberdiplo show FR", "COMP_CWORD": "2"}
    done = complete(env | {"CYBERDIPLO_DATABASE": "/nowhere.sqlite"})
    assert (done.stdout.strip(), done.stderr) == ("", "")


WATCHED = """
import sys
sys.argv[0] = "cyberdiplo"
before = set(sys.modules)  # what measures coverage has its own
from cyberdiplo.__main__ import main
try:
    main()
finally:
    heavy = {"sqlalchemy", "alembic", "rich", "platformdirs", "tomllib"} & (set(sys.modules) - before)
    if heavy:
        print("imported", *heavy, file=sys.stderr)
"""


@pytest.fixture
def complete(home: Path, database_path: Path) -> Complete:  # noqa: ARG001  # for what it sets
    """The program under its own name, as a shell calls it; says on stderr what it should not have imported."""

    def run(env: dict[str, str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", WATCHED],
            env=os.environ | {"CYBERDIPLO_DATABASE": str(database_path)} | env,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run
