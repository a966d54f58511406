"""``cite`` on the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from bibtexparser.entrypoint import parse_string

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run


def test_a_person_is_cited_with_place_and_words(cyberdiplo: Run) -> None:
    done = cyberdiplo("cite", "Fick", "--lang", "fr")
    assert (done.returncode, done.stderr) == (0, "")
    said = " ".join(done.stdout.split())
    assert said.startswith("Jacqueline Fick (personne fick-jacqueline)")
    assert "Wei Guo Tang, « Séance thématique" in said
    assert "Organisation mondiale du commerce, rapport, s. d., en français, par. 3.5 : « Jacqueline Fick »" in said


def test_a_name_in_any_language_finds_what_is_cited(cyberdiplo: Run) -> None:
    answers = {
        cyberdiplo("cite", name, "--style", "csl-json").stdout for name in ("GTCNL", "OEWG", "un-oewg-2019-2021")
    }
    assert len(answers) == 1
    keys = [item["id"] for item in json.loads(answers.pop())]
    assert len(set(keys)) == len(keys)
    assert all(any(source in key for key in keys) for source in ("un-oewg-text", "afp-french-proposal-2020"))


@pytest.mark.parametrize(("ending", "read"), [(".bib", parse_string), (".json", json.loads), (".txt", str)])
def test_the_ending_of_a_file_says_the_style(cyberdiplo: Run, tmp_path: Path, ending: str, read: object) -> None:
    file = tmp_path / f"out{ending}"
    done = cyberdiplo("cite", "wto-tbt-cyber-2023", "--output", str(file))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"wrote 1 citation to {file}\n")
    assert cyberdiplo("cite", "wto-tbt-cyber-2023", "--output", str(file), "--quiet").stderr == ""
    assert read(file.read_text("utf-8"))  # type: ignore[operator]


def test_no_line_is_wider_than_the_screen_but_a_link(cyberdiplo: Run) -> None:
    for name in ("GTCNL", "afp-french-proposal-2020", "Fick"):
        for line in cyberdiplo("cite", name).stdout.splitlines():
            assert len(line) <= 80 or line.startswith("http")


def test_a_wrong_name_says_what_is_near(cyberdiplo: Run) -> None:
    done = cyberdiplo("cite", "Polverinno")
    assert (done.returncode, done.stdout) == (3, "")
    assert "did you mean Polverino" in done.stderr


def test_a_wrong_style_is_wrong_usage(cyberdiplo: Run) -> None:
    assert cyberdiplo("cite", "Fick", "--style", "ris").returncode == 2


def test_an_ending_that_says_no_style_is_wrong_usage(cyberdiplo: Run, tmp_path: Path) -> None:
    done = cyberdiplo("cite", "Fick", "--output", str(tmp_path / "out.xyz"))
    assert done.returncode == 2
    assert not (tmp_path / "out.xyz").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("cite", "GTCNL", "--style", "csl-json"),
        ("cite", "wto-tbt-cyber-2023", "--lang", "fr"),
        ("sources", "show", "un-oewg-text", "--format", "json"),
    ],
    ids=" ".join,
)
def test_a_server_gives_the_same_answer(cyberdiplo: Run, postgres_url: str, words: tuple[str, ...]) -> None:
    there = cyberdiplo(*words, env={"CYBERDIPLO_DATABASE": postgres_url})
    assert there.returncode == 0, there.stderr
    assert cyberdiplo(*words).stdout == there.stdout
