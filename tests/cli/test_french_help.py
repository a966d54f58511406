"""Help in French: every command, option and heading, for whoever's locale is French or says --lang fr."""

from __future__ import annotations

import inspect
import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
import typer

from cyberdiplo.cli.main import COMMANDS, app, find_summary
from tests.catalogue import typeset
from tests.cli.test_help import ALL
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conftest import Run

# Help is made when its modules are imported: each language in a process of its own.
PROGRAM = """
import json
from cyberdiplo.cli.words import language
language.choose()
from tests.cli.test_french_help import texts
print(json.dumps(texts()))
"""


def texts() -> dict[str, str]:
    """Every text of help: by the words of the command, what it is of it, and which paragraph."""
    found = {f"listed {name}": find_summary(name) for name in COMMANDS}
    for words, command in commands(typer.main.get_command(app)):
        for what in ("help", "epilog"):
            for place, paragraph in enumerate(inspect.cleandoc(getattr(command, what) or "").split("\n\n")):
                found[" ".join([*words, what, str(place)])] = " ".join(paragraph.split())
        for parameter in command.params:
            found[" ".join([*words, "option", parameter.name])] = getattr(parameter, "help", None) or ""
    return {key: text for key, text in found.items() if text}


def commands(command: Any, words: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command and verb with its words."""
    yield words, command
    if hasattr(command, "list_commands"):
        context = command.context_class(command)
        names = command.list_commands(context)
        for name in names[:1] if words == ("query", "run") else names:  # the others have the same options
            yield from commands(command.get_command(context, name), (*words, name))


def texts_in(lang: str) -> dict[str, str]:
    environment = os.environ | {"LC_ALL": f"{lang}.UTF-8", "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    done = subprocess.run([sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=True)
    made: dict[str, str] = json.loads(done.stdout)
    return made


# Typer's own, of which only what help shows is looked up.
COMPLETION = {"option install_completion", "option show_completion"}


def test_every_text_of_help_has_a_french_one(home: Path) -> None:  # noqa: ARG001  # for what it sets
    english, french = texts_in("en_GB"), texts_in("fr_FR")
    assert english.keys() == french.keys()
    assert len(english) > 300
    assert {key for key, text in english.items() if french[key] == text} == COMPLETION


@pytest.mark.parametrize("words", [(), *ALL], ids=" ".join)
def test_no_heading_nor_remark_of_help_is_english(cyberdiplo: Run, words: tuple[str, ...]) -> None:
    shown = cyberdiplo(*words, "--help", env={"LC_ALL": "fr_FR.UTF-8"}).stdout
    assert shown.startswith("Emploi\u00a0: ")
    english = r"^\w[^:]*\w:|Examples?:|Show this|completion for|\[(?:default|env\s|required)"
    assert re.findall(english, shown, re.MULTILINE) == []


@pytest.mark.parametrize("how", [("--lang", "fr"), ("--lang=fr",)])
def test_an_option_says_the_language_of_help_too(cyberdiplo: Run, how: tuple[str, ...]) -> None:
    assert "Trier par ces colonnes" in cyberdiplo("speakers", "list", *how, "--help").stdout


def test_english_help_stays_as_it_is(cyberdiplo: Run) -> None:
    shown = cyberdiplo("speakers", "list", "--help", env={"LC_ALL": "en_GB.UTF-8"}).stdout
    assert shown.startswith("Usage: ")
    assert "Order by these columns" in shown


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("speakers --form x", "Erreur : Il n'y a pas d'option --form. Vouliez-vous dire --forum ou --format ?"),
        ("speakers --zzzzzzz x", "Erreur : Il n'y a pas d'option --zzzzzzz"),
        (
            "speakers --limit a",
            "Erreur : Valeur non valable pour « --limit » / « -n » : « a » n'est pas un nombre entier.",
        ),
        ("speakers --limit -3", "Valeur non valable pour « --limit » / « -n » : -3 n'est pas dans l'intervalle 0<=x<="),
        (
            "show --format zz a",
            "Erreur : Valeur non valable pour « --format » / « -f » : « zz » n'est pas l'un de « text », ",
        ),
        ("show", "Erreur : Il manque l'argument « name »."),
        ("documents add", "Erreur : Il manque l'argument « FILE... »."),
        ("speakers --quiet=3", "Erreur : L'option « --quiet » ne prend pas de valeur."),
        ("speakers --columns", "Erreur : L'option « --columns » demande une valeur."),
        ("show a b", "Erreur : Mots en trop (b)"),
        ("forums lits", "Erreur : Il n'y a pas de commande « lits ». Vouliez-vous dire « list » ?"),
        ("sql x --timeout a", "Erreur : Valeur non valable pour « --timeout » : « a » n'est pas un nombre."),
        ("show zzzz", "erreur : Rien ne s'appelle « zzzz » (cherché : fiche).\nconseil : cherchez avec"),
    ],
)
def test_what_is_wrong_is_said_in_french_whole(cyberdiplo: Run, words: str, said: str) -> None:
    done = cyberdiplo(*words.split(), env={"LC_ALL": "fr_FR.UTF-8"})
    assert typeset(said) in done.stderr
    assert done.returncode == cyberdiplo(*words.split()).returncode
    assert re.findall(r"Usage|Try |for help|[Ee]rror|hint|valid |Missing|such", done.stderr) == []
