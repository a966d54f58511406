"""``cyberdiplo query``: canned questions on the command line."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.store.leftovers import make_temporary_name
from tests.expect import CANNED, EXPECTED
from tests.foreground import started

if TYPE_CHECKING:
    from tests.conftest import Run


@pytest.fixture
def own(home: Path) -> Path:
    """The folder of the user's own questions."""
    folder = home / ".config" / "cyberdiplo" / "questions"
    folder.mkdir(parents=True)
    return folder


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_the_list_names_every_question_with_its_title_and_parameters(cyberdiplo: Run) -> None:
    rows = table(cyberdiplo("query", "list", "--format", "csv").stdout)
    assert [row["name"] for row in rows] == sorted(CANNED)
    assert {row["origin"] for row in rows} == {"shipped"}
    assert next(row for row in rows if row["name"] == "voted-alike")["parameters"] == "first, second, from, to"
    french = table(cyberdiplo("query", "list", "--format", "csv", "--lang", "fr").stdout)
    assert all(one["title"] != other["title"] for one, other in zip(rows, french, strict=True))


def test_a_question_runs_with_the_options_of_its_header_and_with_param(cyberdiplo: Run) -> None:
    expected = (EXPECTED / "votes-of-a-state__country=BRA.csv").read_text(encoding="utf-8")
    for words in (
        ["votes-of-a-state", "--country", "BRA", "--format", "csv"],
        ["votes-of-a-state", "--param", "country=Brésil", "--format", "csv"],
        ["--format", "csv", "--param", "country=BRA", "votes-of-a-state"],
    ):
        assert cyberdiplo("query", "run", *words).stdout == expected


def test_a_wrong_name_parameter_or_value_is_told_with_what_is_near(cyberdiplo: Run) -> None:
    for code, hint, words in (
        (3, "did you mean vote-totals", ["run", "vote-total"]),
        (3, "did you mean vote-totals", ["show", "vote-total"]),
        (2, "query run vote-totals", ["vote-totals"]),
        (2, "Did you mean 'list'", ["lst"]),
        (2, "did you mean country?", ["run", "votes-of-a-state", "--param", "contry=BRA"]),
        (2, "--param NAME=VALUE", ["run", "votes-of-a-state", "--param", "BRA"]),
        (2, "--country", ["run", "votes-of-a-state", "--countri", "BRA"]),
        (3, "Brazil", ["run", "votes-of-a-state", "--country", "Braz1lia"]),
        (2, "did you mean yes", ["run", "changed-position", "--before", "yess"]),
    ):
        done = cyberdiplo("query", *words)
        assert (done.returncode, done.stdout) == (code, ""), words
        assert hint in done.stderr, words


def test_help_shows_title_parameters_and_examples_in_the_readers_language(cyberdiplo: Run) -> None:
    english = cyberdiplo("query", "run", "group-split", "--help").stdout
    assert "How the members of a group split" in english
    assert "only from this date on" in english
    assert "cyberdiplo query run group-split --group ASEAN" in english
    for env, words in (({}, ["--lang", "fr"]), ({"LC_ALL": "fr_FR.UTF-8"}, [])):
        french = cyberdiplo("query", "run", "group-split", "--help", *words, env=env).stdout
        assert "Comment les membres d'un groupe se sont partagés" in french
        assert "seulement à partir de cette date" in french
        assert "Seulement ces colonnes" in french


def test_show_gives_the_parameters_and_the_sql(cyberdiplo: Run) -> None:
    text = cyberdiplo("query", "show", "voted-alike").stdout
    assert "How often two States voted alike" in text
    assert "first   country: one State [= FRA]" in text
    assert "from final_votes as one" in text
    whole = json.loads(cyberdiplo("query", "show", "voted-alike", "--format", "json", "--lang", "fr").stdout)
    assert whole["parameters"][0] == {
        "name": "first", "kind": "country", "help": "l'un des États", "default": "FRA", "required": False
    }  # fmt: skip


def test_a_question_is_begun_from_the_template_and_runs(cyberdiplo: Run, home: Path) -> None:
    begun = cyberdiplo("query", "new", "my-measures")
    path = Path(begun.stdout.strip())
    assert path == home / ".config" / "cyberdiplo" / "questions" / "my-measures.sql"
    assert "cyberdiplo query run my-measures" in begun.stderr
    rows = table(cyberdiplo("query", "run", "my-measures", "--country", "GBR", "--format", "csv").stdout)
    assert rows
    listed = table(cyberdiplo("query", "list", "--format", "csv").stdout)
    assert [row["origin"] for row in listed if row["name"] == "my-measures"] == ["own"]
    os.link(path, make_temporary_name(path))  # as a run that was killed right after the file got its name leaves it
    again = cyberdiplo("query", "new", "my-measures")
    assert again.returncode == 2
    assert "already" in again.stderr
    assert list(path.parent.iterdir()) == [path]


def test_a_question_is_begun_like_another(cyberdiplo: Run) -> None:
    path = Path(cyberdiplo("query", "new", "my-votes", "--like", "vote-totals").stdout.strip())
    assert "run my-votes --from 2018" in path.read_text(encoding="utf-8")
    mine, ours = (cyberdiplo("query", "run", name, "--format", "csv").stdout for name in ("my-votes", "vote-totals"))
    assert mine == ours


@pytest.mark.parametrize("name", ["Mine", "my_votes", "../x", "", "a--b"])
def test_a_name_that_is_none_is_refused(cyberdiplo: Run, name: str) -> None:
    done = cyberdiplo("query", "new", name)
    assert done.returncode == 2
    assert "lower-case" in done.stderr


def test_a_broken_file_of_the_users_is_told_and_hides_nothing(cyberdiplo: Run, own: Path) -> None:
    (own / "broken.sql").write_text("-- title: x\nselect :a\n", encoding="utf-8")
    (own / "chairs.sql").write_text("-- title: x\nselect 1\n", encoding="utf-8")
    done = cyberdiplo("query", "list", "--format", "csv")
    rows = {row["name"]: row["title"] for row in table(done.stdout)}
    assert set(rows) == {*CANNED, "broken"}
    assert "broken.sql:2: the SQL uses :a" in rows["broken"]
    assert "a question of this name is shipped" in done.stderr
    run = cyberdiplo("query", "run", "broken")
    assert run.returncode == 4
    assert "broken.sql:2" in run.stderr
    assert "Traceback" not in run.stderr


def test_quiet_leaves_only_the_answer_and_verbose_gives_the_sql(cyberdiplo: Run) -> None:
    words = ("votes", "--country", "FRA", "--from", "2031", "--format", "table")
    assert cyberdiplo(*words).stderr
    assert cyberdiplo(*words, "--quiet").stderr == ""
    assert "error" in cyberdiplo(*words, "--quiet", "--group", "France").stderr
    said = cyberdiplo(*words, "--verbose").stderr
    assert "select" in said
    assert "--param country=FRA" in said


@pytest.mark.skipif(os.name != "posix", reason="signals are told otherwise there")
def test_a_question_without_end_stops_at_ctrl_c(own: Path, database_path: Path) -> None:
    (own / "endless.sql").write_text(
        "-- title: x\nwith recursive n(i) as (select 1 union all select i + 1 from n) select max(i) as i from n\n",
        encoding="utf-8",
    )
    words = [sys.executable, "-m", "cyberdiplo", "query", "run", "endless", "--verbose"]
    with started(words, os.environ | {"CYBERDIPLO_DATABASE": str(database_path)}) as running:
        time.sleep(2)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=20)
    assert (running.returncode, out) == (130, "")
    assert "Traceback" not in err
