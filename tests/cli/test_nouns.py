"""The nouns: a name where a verb belongs, and what is said beside an answer."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (("speakers", "OTC"), "speakers --forum OTC"),
        (("speakers", "l'OTC", "--limit", "2"), 'speakers --forum "l\'OTC"'),
        (("speakers", "comité", "OTC"), "speakers --forum 'comité OTC'"),
        (("statements", "France"), "statements --country France"),
        (("votes", "A/RES/73/27"), "votes --resolution A/RES/73/27"),
        (("speakers", "Fick"), "speakers show Fick"),
        (("speakers", "privé"), "speakers --capacity 'privé'"),
        (("forums", "lits"), "list"),
        (("timeline", "OTC"), "cyberdiplo timeline --forum OTC"),
        (("forums", "list", "OTC"), "cyberdiplo forums show OTC"),
        (("query", "run", "vote-totals", "A/RES/73/27"), "cyberdiplo query run vote-totals --resolution A/RES/73/27"),
    ],
)
def test_a_name_without_an_option_is_told_with_the_one_that_takes_it(
    cyberdiplo: Run, words: tuple[str, ...], meant: str
) -> None:
    done = cyberdiplo(*words)
    assert done.returncode == 2
    assert f"{meant}'?" in done.stderr


def test_a_name_that_nothing_has_is_told_as_any_wrong_verb(cyberdiplo: Run) -> None:
    done = cyberdiplo("speakers", "zzyzx")
    assert done.returncode == 2
    assert "No such command 'zzyzx'." in done.stderr
    assert "Did you mean" not in done.stderr


def test_a_name_too_many_that_nothing_has_is_told(cyberdiplo: Run) -> None:
    done = cyberdiplo("timeline", "zzyzx")
    assert done.returncode == 2
    assert "(zzyzx)" in done.stderr
    assert "Did you mean" not in done.stderr


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (("help",), ("--help",)),
        (("--limit", "3", "help", "forums"), ("forums", "--help")),
        (("help", "forums"), ("forums", "--help")),
        (("-v",), ("--version",)),
        (("--lang", "fr", "forums", "-n", "2"), ("forums", "-n", "2", "--lang", "fr")),
        (("--lang=fr", "forums", "show", "OTC"), ("forums", "show", "OTC", "--lang", "fr")),
        (
            ("-f", "json", "-q", "search", "--", "-cout", "norme"),
            ("search", "-f", "json", "-q", "--", "-cout", "norme"),
        ),
    ],
)
def test_what_is_written_before_a_command_is_read_as_it_is_meant(
    cyberdiplo: Run, words: tuple[str, ...], meant: tuple[str, ...]
) -> None:
    done, other = cyberdiplo(*words), cyberdiplo(*meant)
    assert (done.returncode, done.stdout, done.stderr) == (0, other.stdout, other.stderr)
    assert done.stdout != ""


def test_a_mistake_builds_no_database(cyberdiplo: Run, tmp_path: Path) -> None:
    nowhere = tmp_path / "none.sqlite"
    assert cyberdiplo("speakers", "OTC", ask=nowhere).returncode == 2
    assert not nowhere.exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("votes", "--resolution", "A/RES/79/243"), "A/RES/79/243 was adopted without a vote on 2024-12-24"),
        (("votes", "--resolution", "A/RES/79/243", "--lang", "fr"), "A/RES/79/243 a été adoptée sans vote le 2024"),
        (("votes", "--resolution", "A/RES/65/41"), "A/RES/65/41 was adopted by consensus on 2010-12-08"),
        (("votes", "--resolution", "A/RES/53/70"), "A/RES/53/70 was adopted without a vote on 1998-12-04"),
        (("votes", "--resolution", "eu-cyber-resilience-act"), "No votes on "),
        (("query", "run", "vote-totals", "--resolution", "A/RES/79/243"), "without a vote"),
        (("query", "run", "roll-calls", "--resolution", "A/RES/79/243"), "without a vote"),
    ],
)
def test_a_resolution_that_was_adopted_without_a_vote_is_told(
    cyberdiplo: Run, words: tuple[str, ...], said: str
) -> None:
    done = cyberdiplo(*words, "--format", "csv")
    assert done.returncode == 0
    assert said in done.stderr
    assert len(done.stdout.splitlines()) == 1
    assert cyberdiplo(*words, "--format", "csv", "--quiet").stderr == ""


@pytest.mark.parametrize(
    "words",
    [
        ("votes", "--country", "FRA"),
        ("statements", "--measure", "a-res-53-70"),
    ],
)
def test_nothing_is_told_where_there_are_votes_or_none_was_asked_for(cyberdiplo: Run, words: tuple[str, ...]) -> None:
    assert cyberdiplo(*words, "--format", "csv").stderr == ""


def test_votes_show_takes_the_resolution(cyberdiplo: Run) -> None:
    done = cyberdiplo("votes", "show", "A/RES/73/27")
    assert done.returncode == 0
    assert "RECORDED VOTE" in done.stdout
    assert "cyberdiplo votes --resolution a-res-73-27" in done.stderr
    assert cyberdiplo("votes", "show", "vote-a-res-60-45-afg").returncode == 0


def test_a_record_of_another_kind_is_told(cyberdiplo: Run) -> None:
    done = cyberdiplo("votes", "show", "France")
    assert done.returncode == 3
    assert "'France' is a country: 'cyberdiplo show FRA' shows it." in done.stderr


def test_one_section_of_a_page_is_shown_whole(cyberdiplo: Run) -> None:
    whole = json.loads(cyberdiplo("show", "FRA", "--format", "json").stdout)["sections"]
    for name in ("said", "Said in its name", "sai", "saidd"):  # by key, by title, by how it begins, nearly right
        done = cyberdiplo("show", "FRA", "--section", name, "--format", "json")
        assert json.loads(done.stdout)["sections"] == {"said": whole["said"]}, done.stderr
        assert done.stderr == ("section: Said in its name\n" if name == "saidd" else "")
    votes = json.loads(cyberdiplo("show", "FRA", "-s", "votes", "--format", "json").stdout)["sections"]
    assert list(votes) == [key for key in whole if key.startswith("votes")]
    assert len(votes) > 1
    text = cyberdiplo("show", "FRA", "-s", "said").stdout
    assert len(whole["said"]) > 8  # the page has the newest eight and says so
    assert all(row["id"] in text for row in whole["said"])
    several = json.loads(cyberdiplo("show", "FRA", "-s", "names", "-s", "said", "--format", "json").stdout)
    assert list(several["sections"]) == ["names", "said"]


def test_a_section_that_the_record_has_not_is_told_with_those_that_it_has(cyberdiplo: Run) -> None:
    done = cyberdiplo("show", "Fick", "--section", "forums")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("error: fick-jacqueline has no section 'forums'.\nhint: its sections: posts (")
