"""``cyberdiplo search``: the words of the command line, and what they give."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Run


FORM = ("--format", "json", "--limit", "3")


@pytest.mark.parametrize(
    "words", [("coopération", "-commerce"), ("coopération -commerce",), ("-commerce", "coopération")]
)
def test_an_unwanted_word_is_no_option(cyberdiplo: Run, words: tuple[str, ...]) -> None:
    done = cyberdiplo("search", *words, *FORM)
    found = [row["id"] for row in json.loads(done.stdout)]
    assert len(found) == 3
    assert found == [row["id"] for row in json.loads(cyberdiplo("search", "coopération -commerce", *FORM).stdout)]
    assert found != [row["id"] for row in json.loads(cyberdiplo("search", "coopération commerce", *FORM).stdout)]


def test_options_stay_options(cyberdiplo: Run) -> None:
    done = cyberdiplo("search", "OTC", "-fcsv", "-n1", "-c", "id")
    assert done.stdout.splitlines() == ["id", "wto-tbt"]


def test_it_says_what_it_is_where_it_is_written_and_why(cyberdiplo: Run) -> None:
    first = json.loads(cyberdiplo("search", "l'OTC", "--format", "json").stdout)[0]
    assert [*first] == ["kind", "id", "name", "snippet", "source", "locator", "score"]
    assert (first["kind"], first["id"]) == ("forum", "wto-tbt")
    assert first["source"]
    assert first["locator"]


def test_a_pipe_gets_every_hit(cyberdiplo: Run) -> None:
    assert len(json.loads(cyberdiplo("search", "cybersécurité", "--format", "json").stdout)) > 50


def test_a_kind_may_be_named_in_either_language(cyberdiplo: Run) -> None:
    answers = {
        cyberdiplo("search", "normes", "--kind", kind, "--format", "csv").stdout
        for kind in ("statement", "statements", "déclaration", "Declaration")
    }
    assert len(answers) == 1


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("x", "--kind", "statment"), 2, "did you mean statement?"),
        (("x", "--forum", "OTX"), 3, "did you mean"),
        (("",), 2, "nothing to search for"),
        ((), 2, "WORDS"),
        (("cybersecurty", "-f", "csv"), 0, "searched for cybersecurity instead"),
        (("???", "-f", "csv"), 0, "no word to search for"),
    ],
)
def test_what_is_wrong_is_said(cyberdiplo: Run, words: tuple[str, ...], code: int, said: str) -> None:
    done = cyberdiplo("search", *words)
    assert done.returncode == code
    assert said in done.stderr


def test_quiet_says_nothing_beside_the_answer(cyberdiplo: Run) -> None:
    assert cyberdiplo("search", "cybersecurty", "-f", "csv", "--quiet").stderr == ""
