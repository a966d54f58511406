"""What is used of Typer's private names is still there, and stands in one module."""

from __future__ import annotations

import ast
import importlib
from typing import TYPE_CHECKING, Annotated

import pytest
import typer
from typer import _completion_classes
from typer._click.shell_completion import ShellComplete
from typer._completion_classes import ZshComplete

from cyberdiplo.cli.main import app as program
from cyberdiplo.cli.words.typer_internals import complete_without_harm
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PACKAGE = ROOT / "src" / "cyberdiplo"
WHAT_TO_DO = (
    f"Typer {typer.__version__} has no {{}} any more: change cli/words/typer_internals.py, which says what it is for,"
    " or keep to an earlier Typer in pyproject.toml until that is done."
)


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("typer._completion_classes", "_sanitize_help_text"),
        ("typer._click.shell_completion", "CompletionItem"),
        ("typer._click.parser", "_Option"),
        ("typer._click.types", "_NumberParamTypeBase"),
        ("typer.models", "TyperPath"),
    ],
)
def test_a_private_name_is_still_there(module: str, name: str) -> None:
    try:
        there = hasattr(importlib.import_module(module), name)
    except ImportError:
        there = False
    assert there, WHAT_TO_DO.format(f"{module}.{name}")


def test_what_is_replaced_is_what_typer_calls() -> None:
    """That Rich is not imported at all when a shell completes, test_help sees."""
    name = "_sanitize_help_text"
    assert name in ZshComplete.format_completion.__code__.co_names, WHAT_TO_DO.format(f"call of {name}")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("topics -n 1 -n 2", "--limit is given twice: '1' and '2'."),
        ("--lang fr topics --lang en", "--lang is given twice: 'en' and 'fr'."),
        ("db status -d a -d b", "--database is given twice: 'a' and 'b'."),
        ("meetings --from 2023 --from 2024", "--from is given twice: '2023' and '2024'."),
        ("votes --guard --no-guard", "--guard/--no-guard is given twice, and not alike."),
    ],
)
def test_an_option_of_one_value_that_is_given_two_is_refused(
    words: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """At the one place that all options of all commands go through; the same value twice harms nobody."""
    with pytest.raises(SystemExit) as end:
        program(words.split())
    assert (end.value.code, f"error: {sentence}" in capsys.readouterr().err) == (2, True)


def test_the_same_value_twice_harms_nobody(database_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        program(f"topics -n 1 --limit 1 --quiet -q -d {database_path} -f csv".split())
    assert (end.value.code, capsys.readouterr().out.count("\n")) == (0, 2)


@pytest.mark.parametrize("words", ["topics -n 1_0", "topics --offset ٣", "sql --timeout 1_0 values(1)"])
def test_a_number_is_written_in_plain_digits(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Python reads 1_0 as 10 and the digits of any script; here a slip of the hand is told."""
    with pytest.raises(SystemExit) as end:
        program(words.split())
    assert (end.value.code, "is no number that" in capsys.readouterr().err) == (2, True)


@pytest.mark.parametrize(
    ("words", "name"),
    [(["seeds", "fmt", ""], "PATH"), (["load", " "], "PATH"), (["topics", "-o", ""], "--output")],
)
def test_a_path_that_is_empty_is_not_the_folder_one_is_in(
    words: list[str], name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as end:
        program(words)
    assert (end.value.code, capsys.readouterr().err.partition("\n")[0]) == (2, f"error: {name} names nothing.")


def test_the_home_folder_is_found_in_every_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    for words in (["seeds", "check", "~/none"], ["load", "~/none"], ["db", "restore", "~/none"]):
        with pytest.raises(SystemExit):
            program(words)
        assert str(tmp_path / "none") in capsys.readouterr().err


HARMLESS = ["OTC", "wto-tbt", "A/RES/78/16", "été"]
HARMFUL = [r"x\$(y)", "x`y`", "x;y", "x>y", 'x"y', "x'y", "x{y}", "x(y)", "~x", "x\ny", "x!y", "x&", "*"]


def offer(incomplete: str) -> list[str]:
    """Names as somebody else's data may have them."""
    quoted = ["it (l'Italie)", 'it "is"', "it `is`", "it & is", "it is; so"]
    return quoted if incomplete else HARMLESS + HARMFUL


@pytest.mark.parametrize("shell", ["BashComplete", "ZshComplete", "FishComplete"])
def test_nothing_is_offered_that_a_shell_would_run(shell: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tried in the shells: Tab alone ran the first one in zsh, and Enter after it all of them in bash."""
    for kind, method in ((ShellComplete, "get_completions"), (ZshComplete, "format_completion")):
        monkeypatch.setattr(kind, method, getattr(kind, method))  # to be put back
    complete_without_harm()
    app = typer.Typer(add_completion=False)

    @app.command()
    def _command(name: Annotated[str, typer.Option(autocompletion=offer)]) -> None: ...

    complete = getattr(_completion_classes, shell)(typer.main.get_command(app), {}, "x", "_X")
    assert [item.value for item in complete.get_completions(["--name"], "")] == HARMLESS
    items = complete.get_completions(["--name"], "it ")
    assert [item.value for item in items] == ["it (l'Italie)"]
    if shell == "ZshComplete":
        assert complete.format_completion(items[0]).startswith(r'''"it (l'\''Italie)"''')


def private_names(source: str) -> set[str]:
    """The private names of Typer in a module: modules, what is imported from them, methods that are overridden."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Attribute):
            found.add(ast.unparse(node))
        elif isinstance(node, ast.ClassDef) and any("Typer" in ast.unparse(base) for base in node.bases):
            methods = {one.name for one in node.body if isinstance(one, ast.FunctionDef)}
            overridden = methods & {*dir(typer.core.TyperGroup), *dir(typer.core.TyperCommand)}
            found |= {f"typer.{name}" for name in overridden if not name.startswith("__")}
    return {name for name in found if name.startswith("typer.") and "._" in name and not name.endswith("__")}


def test_one_module_has_all_of_them() -> None:
    using = {path.name for path in PACKAGE.rglob("*.py") if private_names(path.read_text("utf-8"))}
    assert using == {"typer_internals.py"}
