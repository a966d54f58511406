"""Who spoke at the OTC: the first question, as a user asks it."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.readme import on_terminal

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

TWELVE = [
    "mullane-mike",
    "jolly-nandini",
    "mchale-jonathan",
    "fick-jacqueline",
    "gan-jiefu",
    "tian-huirong",
    "mahn-amy",
    "tamura-hideyasu",
    "endhy-aziz-mohamad",
    "dholiwar-veena",
    "polverino-fabio",
    "vega-fidalgo-luis-miguel",
]


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("name", ["OTC", "TBT", "otc", "Comité des obstacles techniques au commerce", "wto-tbt"])
def test_any_name_of_the_forum_gives_the_same_twelve(cyberdiplo: Run, name: str) -> None:
    done = cyberdiplo("speakers", "--forum", name, "--format", "csv")
    assert [row["id"] for row in rows(done.stdout)] == TWELVE
    assert done.stderr == ""


def test_an_organisation_covers_the_forums_it_hosts(cyberdiplo: Run) -> None:
    assert [row["id"] for row in rows(cyberdiplo("speakers", "--forum", "OMC", "--format", "csv").stdout)][
        :12
    ] == TWELVE


def test_the_columns_are_those_of_the_contract(cyberdiplo: Run) -> None:
    header = cyberdiplo("speakers", "--forum", "OTC", "--format", "csv").stdout.splitlines()[0]
    assert header == "id,name,role,capacity,position,organisation,country,forum,meeting,date"


def test_the_moderator_is_not_a_speaker(cyberdiplo: Run) -> None:
    found = rows(
        cyberdiplo(
            "speakers", "--meeting", "wto-tbt-2023-06-20-cybersecurity", "--role", "moderator", "--format", "csv"
        ).stdout
    )
    assert [(row["name"], row["country"]) for row in found] == [("Wei Guo Tang", "Singapore")]


def test_capacity_is_not_the_country_printed_beside_the_name(cyberdiplo: Run) -> None:
    found = {
        row["id"]: row
        for row in rows(cyberdiplo("speakers", "--forum", "OTC", "--lang", "fr", "--format", "csv").stdout)
    }
    assert (found["jolly-nandini"]["country"], found["jolly-nandini"]["capacity"]) == ("Canada", "private_sector")
    assert (found["fick-jacqueline"]["country"], found["fick-jacqueline"]["capacity"]) == (
        "Afrique du Sud",
        "private_sector",
    )
    assert (found["mullane-mike"]["country"], found["mullane-mike"]["capacity"]) == ("", "standards_body")
    assert found["vega-fidalgo-luis-miguel"]["country"] == "Union européenne"


def test_an_unknown_forum_exits_3_and_suggests_the_near_one(cyberdiplo: Run) -> None:
    done = cyberdiplo("speakers", "--forum", "OTX")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == "error: There is no forum 'OTX'.\nhint: did you mean OTC?\n"


def test_each_point_comes_with_topics_paragraph_and_anchor(cyberdiplo: Run) -> None:
    points = json.loads(
        cyberdiplo("statements", "--speaker", "Fick", "--attribution", "individual", "--format", "json").stdout
    )
    assert len(points) >= 10
    assert {point["locator"] for point in points} == {"par. 3.5"}
    assert all(point["topics"] and point["anchor"] and point["speakers"] == "Jacqueline Fick" for point in points)


def test_a_joint_statement_is_shown_as_joint(cyberdiplo: Run) -> None:
    whole = json.loads(cyberdiplo("show", "Polverino", "--format", "json").stdout)
    said = whole["sections"]["statements"]
    assert said
    assert {row["attribution"] for row in said} == {"joint", "collective"}  # with his colleague, and with all speakers
    joint = {row["speakers"] for row in said if row["attribution"] == "joint"}
    assert joint == {"Fabio Polverino; Luis Miguel Vega Fidalgo"}


def test_a_file_has_its_format_from_its_ending_and_keeps_its_accents(cyberdiplo: Run, tmp_path: Path) -> None:
    file = tmp_path / "speakers.csv"
    done = cyberdiplo("speakers", "--forum", "OTC", "--lang", "fr", "--output", str(file))
    assert (done.returncode, done.stdout) == (0, "")
    text = file.read_bytes()
    assert not text.startswith(b"\xef\xbb\xbf")
    assert "Séance thématique" in text.decode("utf-8")


def test_excel_gets_what_it_needs(cyberdiplo: Run, tmp_path: Path) -> None:
    file = tmp_path / "speakers.csv"
    cyberdiplo("speakers", "--forum", "OTC", "--lang", "fr", "--excel", "--output", str(file))
    text = file.read_bytes().decode("utf-8")
    assert text.startswith("\ufeffid;nom;rôle;à quel titre")
    assert text.count("\r\n") == 13
    assert "pour le secteur privé" in text
    cyberdiplo("speakers", "--forum", "OTC", "--lang", "fr", "--excel", "--codes", "--output", str(file))
    codes = file.read_bytes().decode("utf-8")
    assert codes.startswith("\ufeffid;name;role;capacity")
    assert "private_sector" in codes


def test_an_ending_that_says_nothing_is_wrong_usage_and_writes_nothing(cyberdiplo: Run, tmp_path: Path) -> None:
    done = cyberdiplo("speakers", "--output", str(tmp_path / "speakers.doc"))
    assert done.returncode == 2
    assert list(tmp_path.glob("speakers*")) == []


@pytest.mark.usefixtures("home")
def test_a_closed_pipe_ends_quietly(database_path: Path) -> None:
    script = f"{sys.executable} -m cyberdiplo statements --format csv | head -n 1"
    environment = os.environ | {"CYBERDIPLO_DATABASE": str(database_path)}
    done = subprocess.run(["bash", "-c", script], env=environment, capture_output=True, text=True, check=False)
    assert done.stdout.startswith("id,date,forum")
    assert done.stderr == ""


@pytest.mark.usefixtures("home")
def test_eighty_columns_cut_no_name(database_path: Path) -> None:
    seen = on_terminal(["speakers", "--forum", "OTC", "--columns", "name,organisation,country"], database_path)
    assert all(len(line) <= 80 for line in seen.splitlines())
    for name in ("Jacqueline Fick", "Mohamad Endhy Aziz", "Luis Miguel Vega Fidalgo"):
        assert name in seen


@pytest.mark.parametrize("width", [30, 40, 60, 80, 120, 250])
@pytest.mark.usefixtures("home")
def test_no_line_is_wider_than_the_screen(database_path: Path, width: int) -> None:
    words = ["speakers", "--forum", "OTC", "--columns", "name,country"]
    seen = on_terminal(words, database_path, width)
    assert all(len(line) <= width for line in seen.splitlines())
    assert all(word in seen.split() for word in ("Jacqueline", "Fick", "Polverino"))


def test_a_pipe_gets_one_record_a_line_with_every_column_whatever_the_width_and_the_data(cyberdiplo: Run) -> None:
    for words in (
        ["speakers", "--forum", "OTC"],
        ["statements", "--country", "IRN"],
        ["search", "OTC"],
        ["db", "status"],
    ):
        narrow, wide = (cyberdiplo(*words, env={"COLUMNS": columns}).stdout for columns in ("30", "250"))
        assert narrow == wide == cyberdiplo(*words, "--format", "tsv").stdout
        head, *lines = narrow.splitlines()
        assert lines
        assert {line.count("\t") for line in lines} == {head.count("\t")}


def test_a_table_or_records_in_a_pipe_are_asked_for(cyberdiplo: Run) -> None:
    """The table at its natural width, a line a record; the record layout whatever the width."""
    words = ("statements", "--country", "IRN", "--limit", "3")
    table = cyberdiplo(*words, "--format", "table").stdout.splitlines()
    assert len(table) == 2 + 3
    records = cyberdiplo(*words, "--format", "record", env={"COLUMNS": "250"}).stdout
    assert [block.split()[0] for block in records.split("\n\n")] == ["id"] * 3


def test_a_pipe_and_no_color_have_no_colour(cyberdiplo: Run) -> None:
    for extra in ({}, {"NO_COLOR": "1"}, {"TERM": "dumb"}):
        assert "\x1b" not in cyberdiplo("speakers", "--forum", "OTC", env=extra).stdout


def test_the_first_question_builds_the_database_once(home: Path) -> None:
    def ask() -> subprocess.CompletedProcess[str]:
        words = [sys.executable, "-m", "cyberdiplo", "speakers", "--forum", "OTC", "--format", "csv"]
        return subprocess.run(words, env=dict(os.environ), capture_output=True, text=True, check=False)

    first, second = ask(), ask()
    assert first.stdout == second.stdout
    assert first.stderr.startswith("Built the database at ")
    assert second.stderr == ""
    assert len(list(home.rglob("cyberdiplo.sqlite"))) == 1


def test_a_database_that_was_named_and_is_missing_is_not_made(cyberdiplo: Run, tmp_path: Path) -> None:
    done = cyberdiplo("forums", ask=tmp_path / "none.sqlite")
    assert done.returncode == 5
    assert "There is no database at" in done.stderr
    assert "hint:" in done.stderr
    assert not (tmp_path / "none.sqlite").exists()


def test_a_file_that_is_no_database_is_told(cyberdiplo: Run, tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_text("not a database at all, but long enough to be looked at\n" * 20, encoding="utf-8")
    done = cyberdiplo("forums", ask=file)
    assert done.returncode == 5
    assert "is not a SQLite database" in done.stderr


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize(
    "noun",
    [
        "forums",
        "processes",
        "meetings",
        "speakers",
        "organisations",
        "measures",
        "statements",
        "figures",
        "votes",
        "topics",
        "countries",
        "sources",
    ],
)
def test_every_noun_lists_with_and_without_the_verb(cyberdiplo: Run, noun: str, lang: str) -> None:
    bare = cyberdiplo(noun, "--format", "csv", "--lang", lang)
    listed = cyberdiplo(noun, "list", "--format", "csv", "--lang", lang)
    assert (bare.returncode, bare.stdout) == (0, listed.stdout)
    assert bare.stdout.count("\n") >= 2


def test_columns_sort_limit_and_offset(cyberdiplo: Run) -> None:
    done = cyberdiplo(
        "speakers", "--forum", "OTC", "-c", "country,id", "--sort", "-id", "--limit", "2", "--offset", "1", "-f", "csv"
    )
    assert done.stdout == "country,id\nChina,tian-huirong\nJapan,tamura-hideyasu\n"


def test_a_column_that_is_nearly_one_is_taken_and_another_is_told(cyberdiplo: Run) -> None:
    done = cyberdiplo("speakers", "--columns", "contry")
    assert (done.returncode, done.stderr) == (0, "column: country (country)\n")
    done = cyberdiplo("speakers", "--columns", "shoe")
    assert done.returncode == 2
    assert "columns: id, name, role" in done.stderr


def test_an_unknown_command_suggests_the_near_one(cyberdiplo: Run) -> None:
    done = cyberdiplo("speekers")
    assert done.returncode == 2
    assert "Did you mean speakers" in done.stderr


def test_a_filter_given_twice_means_either(cyberdiplo: Run) -> None:
    done = cyberdiplo("speakers", "--forum", "OTC", "--country", "Chine", "--country", "JPN", "-f", "csv", "-c", "id")
    assert done.stdout.split() == ["id", "gan-jiefu", "tian-huirong", "tamura-hideyasu"]


def test_an_empty_answer_still_has_its_header(cyberdiplo: Run) -> None:
    done = cyberdiplo("speakers", "--forum", "OTC", "--country", "FRA", "--format", "csv")
    assert done.returncode == 0
    assert done.stdout.count("\n") == 1
    assert json.loads(cyberdiplo("speakers", "--forum", "OTC", "--country", "FRA", "--format", "json").stdout) == []
