"""What was meant by an option or a command that there is not, in both languages; where a value belongs instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import typer

from cyberdiplo.cli.main import COMMANDS, _read_as_meant, app
from cyberdiplo.cli.words.options import QUESTION
from cyberdiplo.cli.words.other_words import COMMANDS as COMMAND_WORDS, OPTIONS, find_meant
from cyberdiplo.questions import catalogue
from cyberdiplo.render.style import french_heading
from cyberdiplo.text.names import fold
from tests.expect import QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Run


def walk(command: Any, context: Any, path: str = "") -> Iterator[tuple[str, set[str]]]:
    """Each command by its words, with the options that it has."""
    yield (
        path.strip(),
        {
            option.lstrip("-")
            for parameter in command.get_params(context)
            for option in (*parameter.opts, *parameter.secondary_opts)
            if option.startswith("--")
        },
    )
    for name in command.list_commands(context) if hasattr(command, "list_commands") else ():
        under = command.get_command(context, name)
        yield from walk(under, type(context)(under, parent=context, info_name=name), f"{path} {name}")


@pytest.fixture(scope="module")
def tree() -> dict[str, set[str]]:
    """The options of every command."""
    top = typer.main.get_command(app)
    return dict(walk(top, top.make_context("cyberdiplo", ["--help"], resilient_parsing=True)))


def test_every_option_has_a_word_in_french(tree: dict[str, set[str]]) -> None:
    every = set().union(*tree.values())
    assert len(every) > 80
    assert {name for name in every if not OPTIONS.get(name) and not french_heading(name.replace("-", "_"))} == set()
    assert set(OPTIONS) - every == set()
    assert set(COMMAND_WORDS) - set(COMMANDS) == set()


def test_each_word_leads_to_its_option_wherever_that_is(tree: dict[str, set[str]]) -> None:
    for path, options in tree.items():
        for name in options & set(OPTIONS):
            for word in OPTIONS[name].split():
                if word in options:
                    continue  # it is one itself
                for spelling in (word, f"{word}s", word.upper()):
                    assert name in find_meant(spelling, options, OPTIONS), (path, spelling)


def test_a_word_that_means_nothing_leads_nowhere(tree: dict[str, set[str]]) -> None:
    for options in tree.values():
        for word in ("xyzzy", "qqq", "", "é"):
            assert find_meant(word, options, OPTIONS) == []


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (("statements", "--sujet", "étiquetage"), "--topic"),
        (("statements", "--pays=FRA",), "--country"),
        (("votes", "--thème", "cybercriminalité"), "--topic"),
        (("statements", "--depuis", "2020"), "--from"),
        (("statements", "--jusqu-à", "2020"), "--to"),
        (("measures", "--binding", "x"), "--legal-force"),
        (("search", "x", "--enceinte", "OTC"), "--forum"),
        (("compare", "FRA", "DEU", "--sujet", "x"), "--topic"),
        (("query", "run", "supporters", "--pays", "FRA"), "--country"),
        (("forums", "--fichier", "x.csv"), "--output"),
        (("statements", "--countri", "FRA"), "--country"),
        (("--aide",), "--help"),
    ],
)  # fmt: skip
def test_an_option_in_other_words_is_told(cyberdiplo: Run, words: tuple[str, ...], meant: str) -> None:
    for lang, sentence in (("en", f"Did you mean {meant}?"), ("fr", f"Vouliez-vous dire {meant}\u00a0?")):
        done = cyberdiplo(*words, env={"LC_ALL": "fr_FR.UTF-8" if lang == "fr" else "C.UTF-8"})
        assert done.returncode == 2
        assert sentence in done.stderr


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("mesures", "measures"), ("déclarations", "statements"), ("chercher", "search"), ("enceinte", "forums")],
)
def test_a_command_in_other_words_is_told(cyberdiplo: Run, typed: str, meant: str) -> None:
    done = cyberdiplo(typed)
    assert done.returncode == 2
    assert f"Did you mean {meant}?" in done.stderr


@pytest.mark.parametrize(
    ("words", "right"),
    [
        (("statements", "--type", "supports"), "--stance supports"),
        (("statements", "--forum", "FRA"), "--country FRA"),
        (("statements", "--stance", "Fick"), "--speaker Fick"),
        (("statements", "--from", "OTC"), "--forum OTC"),
        (("measures", "--status", "binding"), "--legal-force binding"),
        (("votes", "--country", "77/37"), "--resolution 77/37"),
        (("votes", "--country", "oui"), "--vote oui"),
        (("query", "run", "for-and-against", "--record", "opposes"), "--stance opposes"),
    ],
)
def test_a_value_of_another_option_is_told(cyberdiplo: Run, words: tuple[str, ...], right: str) -> None:
    done = cyberdiplo(*words)
    assert done.returncode in (2, 3)
    assert f"goes with another option: {right}" in done.stderr
    assert f"va avec une autre option\u00a0: {right}" in cyberdiplo(*words, "--lang", "fr").stderr


def test_a_value_that_nothing_takes_has_the_hint_of_its_own(cyberdiplo: Run) -> None:
    assert "hint: did you mean supports?" in cyberdiplo("statements", "--stance", "suports").stderr
    assert "hint: one of: yes, no" in cyberdiplo("votes", "--vote", "zzz").stderr


def test_no_parameter_of_a_question_hides_behind_an_option_of_every_answer() -> None:
    hidden = {
        (name, parameter.name)
        for name, path in QUESTIONS.items()
        for parameter in catalogue.read(path).parameters
        if parameter.name in QUESTION
    }
    assert hidden == set()


@pytest.mark.parametrize("word", ["binding", "contraignant", "contraignante", "obligatoire"])
def test_measures_are_listed_by_their_force(cyberdiplo: Run, word: str) -> None:
    done = cyberdiplo("measures", "--legal-force", word, "--columns", "force", "--no-header")
    assert set(done.stdout.split()) == {"binding"}
    wrong = cyberdiplo("measures", "--force", word)
    assert f"Did you mean 'cyberdiplo measures --legal-force {word}'?" in wrong.stderr


def test_words_are_written_as_they_are_compared() -> None:
    for table in (OPTIONS, COMMAND_WORDS):
        for words in table.values():
            assert all(fold(word) == word.replace("-", " ") for word in words.split())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("--country France statements --limit 2", "statements --limit 2 --country France"),
        ("--lang fr --help", "--help"),
        ("aide statements", "statements --help"),
        ("--version", "--version"),
        ("--unknown thing", "--unknown thing"),
        ("--lang fr statements", "statements --lang fr"),
    ],
)
def test_what_stands_before_a_command_is_read_as_meant(typed: str, meant: str) -> None:
    assert _read_as_meant(typed.split()) == meant.split()


def test_a_misspelt_command_has_one_meaning() -> None:
    assert find_meant("speekers", COMMANDS, COMMAND_WORDS) == ["speakers"]
