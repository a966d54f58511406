"""Help in French: every command, option and heading, for whoever's locale is French or says --lang fr."""

from __future__ import annotations

import inspect
import re
import sys
from typing import TYPE_CHECKING, Any

import pytest
import typer

from cyberdiplo.cli import french_words
from cyberdiplo.cli.french import translate
from cyberdiplo.cli.main import COMMANDS, app, summary
from tests.cli.test_help import ALL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Run


def texts(lang: str, monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, ...], str]:
    """Every text of help: by the words of the command, what it is of it, and which paragraph."""
    monkeypatch.setattr(sys, "argv", ["cyberdiplo", "--lang", lang])
    root = typer.main.get_command(app)
    translate(root, lang)
    found = {("", name, "listed", ""): summary(name, lang) for name in COMMANDS}
    for words, command in commands(root):
        for what in ("help", "epilog"):
            for place, paragraph in enumerate(inspect.cleandoc(getattr(command, what) or "").split("\n\n")):
                found[" ".join(words), what, str(place), ""] = " ".join(paragraph.split())
        for parameter in command.params:
            found[" ".join(words), "option", parameter.name, ""] = getattr(parameter, "help", None) or ""
    return {key: text for key, text in found.items() if text}


def commands(command: Any, words: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command and verb with its words."""
    yield words, command
    if hasattr(command, "list_commands"):
        context = command.context_class(command)
        names = command.list_commands(context)
        for name in names[:1] if words == ("query", "run") else names:  # the others have the same options
            yield from commands(command.get_command(context, name), (*words, name))


def test_every_text_of_help_has_a_french_one(monkeypatch: pytest.MonkeyPatch) -> None:
    english, french = (texts(lang, monkeypatch) for lang in ("en", "fr"))
    assert english.keys() == french.keys()
    assert len(english) > 300
    assert {key: text for key, text in english.items() if french[key] == text} == {}


def test_no_french_text_is_left_over_from_an_english_one_that_is_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    used = {" ".join(text.split()) for text in texts("en", monkeypatch).values()}
    assert set(french_words.OPTIONS) | set(french_words.COMMANDS) <= used


@pytest.mark.parametrize("words", [(), *ALL], ids=" ".join)
def test_no_heading_nor_remark_of_help_is_english(cyberdiplo: Run, words: tuple[str, ...]) -> None:
    shown = cyberdiplo(*words, "--help", env={"LC_ALL": "fr_FR.UTF-8"}).stdout
    assert shown.startswith("Emploi : ")
    assert re.findall(r"^\w[^:]*\w:|Examples?:|Show this|\[(?:default|env\s|required)", shown, re.MULTILINE) == []


@pytest.mark.parametrize("how", [("--lang", "fr"), ("--lang=fr",)])
def test_an_option_says_the_language_of_help_too(cyberdiplo: Run, how: tuple[str, ...]) -> None:
    assert "Trier par ces colonnes" in cyberdiplo("speakers", "list", *how, "--help").stdout


def test_english_help_stays_as_it_is(cyberdiplo: Run) -> None:
    shown = cyberdiplo("speakers", "list", "--help", env={"LC_ALL": "en_GB.UTF-8"}).stdout
    assert shown.startswith("Usage: ")
    assert "Order by these columns" in shown


def test_translating_twice_is_translating_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["cyberdiplo", "--lang", "fr"])
    root: Any = typer.main.get_command(app)
    command = root.get_command(None, "load")
    before = command.get_help(typer.Context(command))
    translate(command, "fr")
    assert command.get_help(typer.Context(command)) == before
