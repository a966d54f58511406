"""``cite`` on the command line."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import rispy  # type: ignore[import-untyped]
from bibtexparser.entrypoint import parse_string

from cyberdiplo.questions.catalogue import read_list

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
        cyberdiplo("cite", name, "--style", "csl-json").stdout
        for name in ("GTCNL I", "OEWG 2019-2021", "un-oewg-2019-2021")
    }
    assert len(answers) == 1
    keys = [item["id"] for item in json.loads(answers.pop())]
    assert len(set(keys)) == len(keys)
    assert {"un2021groupe", "afp2020france"} <= set(keys)


@pytest.mark.parametrize(
    ("ending", "read"), [(".bib", parse_string), (".ris", rispy.loads), (".json", json.loads), (".txt", str)]
)
def test_the_ending_of_a_file_says_the_style(cyberdiplo: Run, tmp_path: Path, ending: str, read: object) -> None:
    file = tmp_path / f"out{ending}"
    done = cyberdiplo("cite", "wto-tbt-cyber-2023", "--output", str(file))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"wrote 1 entry with 1 place to {file}\n")
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
    assert cyberdiplo("cite", "Fick", "--style", "endnote").returncode == 2


def test_a_style_is_a_format_too(cyberdiplo: Run) -> None:
    assert cyberdiplo("cite", "Fick", "--format", "ris").stdout == cyberdiplo("cite", "Fick", "-s", "ris").stdout != ""


def list_keys(stdout: str) -> list[str]:
    """The keys of the entries of a BibTeX file."""
    return [entry.key for entry in parse_string(stdout).entries]


def test_several_names_are_cited_together_each_source_once(cyberdiplo: Run) -> None:
    done = cyberdiplo("cite", "otc-2023-050", "Fick", "afp-2020-014", "otc-2023-050", "--style", "bibtex")
    assert list_keys(done.stdout) == ["afp2020france", "tangseance"]
    assert [line.partition(":")[0] for line in done.stdout.splitlines() if line.startswith("%")] == [
        r"% \cite[line 20]{afp2020france} afp-2020-014",
        r"% \cite[par. 3.5]{tangseance} otc-2023-050",
        r"% \cite[par. 3.5]{tangseance} fick-jacqueline",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "otc-2023-050\nafp-2020-014\n",
        "otc-2023-050\r\n\r\nafp-2020-014",
        "\ufeffid\notc-2023-050\nafp-2020-014\n",
        "id\tspeakers\notc-2023-050\tFick, J.\nafp-2020-014\t\n",
        'id,summary\notc-2023-050,"a, b\nc"\nafp-2020-014,\n',
        "name;id;country\nFick;otc-2023-050;ZAF\nLe Drian;afp-2020-014;FRA\n",
        "otc-2023-050,Fick\nafp-2020-014,Le Drian\n",
    ],
    ids=["lines", "windows", "mark", "tsv", "csv", "heading", "no-header"],
)
def test_ids_come_from_a_pipe(cyberdiplo: Run, text: str) -> None:
    named = cyberdiplo("cite", "otc-2023-050", "afp-2020-014", "--style", "bibtex").stdout
    assert list_keys(named) == ["afp2020france", "tangseance"]
    assert cyberdiplo("cite", "--style", "bibtex", stdin=text).stdout == named
    assert cyberdiplo("cite", "-", "--style", "bibtex", stdin=text).stdout == named


def test_names_come_from_a_pipe_too(cyberdiplo: Run) -> None:
    text = "Tang, Wei Guo\nComité des obstacles techniques au commerce\n"
    done = cyberdiplo("cite", "--style", "ris", stdin=text)
    assert done.stdout == cyberdiplo("cite", "tang-wei-guo", "OTC", "--style", "ris").stdout != ""


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_a_list_can_be_piped(cyberdiplo: Run, form: str) -> None:
    filters = ("--speaker", "Fick")
    listed = cyberdiplo("statements", *filters, "--format", form).stdout
    done = cyberdiplo("cite", "--style", "bibtex", stdin=listed)
    assert done.stdout == cyberdiplo("cite", *filters, "--style", "bibtex").stdout != ""


def test_a_wrong_id_in_a_pipe_is_told(cyberdiplo: Run) -> None:
    done = cyberdiplo("cite", stdin="otc-2023-050\notc-2023-999\n")
    assert (done.returncode, done.stdout) == (3, "")
    assert "otc-2023-999" in done.stderr


def test_nothing_to_cite_is_wrong_usage(cyberdiplo: Run) -> None:
    done = cyberdiplo("cite", stdin="")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Nothing was named to cite" in done.stderr


def test_a_closed_standard_input_is_nothing_to_cite(cyberdiplo: Run) -> None:
    words = [sys.executable, "-m", "cyberdiplo", "cite"]
    done = subprocess.run(["sh", "-c", '"$@" <&-', "sh", *words], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert cyberdiplo("cite", "-", stdin="").returncode == 2


def test_names_and_filters_together_are_wrong_usage(cyberdiplo: Run) -> None:
    done = cyberdiplo("cite", "Fick", "--country", "FRA")
    assert (done.returncode, done.stdout) == (2, "")


FILTERS = [
    ("--country", "FRA"),
    ("--forum", "OTC", "--topic", "labelling"),
    ("--meeting", "un-oewg-2021-2025-s11-2025-07-08"),
    ("--speaker", "Fick"),
    ("--measure", "Paris Call"),
]


@pytest.mark.parametrize("filters", FILTERS, ids=" ".join)
@pytest.mark.parametrize("style", ["bibtex", "ris", "csl-json"])
def test_the_filters_are_those_of_the_statements(cyberdiplo: Run, filters: tuple[str, ...], style: str) -> None:
    done = cyberdiplo("cite", *filters, "--style", style)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == cyberdiplo("statements", *filters, "--format", style).stdout
    ids = [row["id"] for row in json.loads(cyberdiplo("statements", *filters, "--format", "json").stdout)]
    assert ids
    assert [record_id for record_id in ids if record_id not in done.stdout] == []


def test_every_filter_of_the_statements_is_one_of_cite(cyberdiplo: Run) -> None:
    told = cyberdiplo("cite", "--help").stdout
    names = [parameter.name for parameter in read_list("statements").parameters]
    assert [name for name in names if f"--{name.replace('_', '-')}" not in told] == []


LISTS = [
    ("figures", "--forum", "OTC"),
    ("measures", "--country", "EU"),
    ("meetings", "--forum", "OTC"),
    ("speakers", "--forum", "OTC"),
    ("organisations", "--limit", "9"),
    ("forums", "--limit", "9"),
    ("processes",),
    ("countries", "--limit", "9"),
    ("sources", "--limit", "9"),
    ("timeline", "--limit", "9"),
    ("search", "ransomware"),
    ("query", "run", "proposals"),
    ("query", "run", "sponsors"),
    ("sql", "select id from statements limit 9"),
]


@pytest.mark.parametrize("words", LISTS, ids=" ".join)
def test_every_list_of_records_is_a_bibliography(cyberdiplo: Run, words: tuple[str, ...]) -> None:
    done = cyberdiplo(*words, "--format", "bibtex")
    assert done.returncode == 0
    keys = list_keys(done.stdout)
    assert keys
    assert sorted(set(keys)) == keys
    assert [one["id"] for one in rispy.loads(cyberdiplo(*words, "--format", "ris").stdout)] == keys
    assert [one["id"] for one in json.loads(cyberdiplo(*words, "--format", "csl-json").stdout)] == keys


@pytest.mark.parametrize(
    "words", [("votes", "--limit", "9"), ("query", "list"), ("sql", "select 1 as id"), ("db", "status")], ids=" ".join
)
def test_a_list_of_no_records_is_none(cyberdiplo: Run, words: tuple[str, ...]) -> None:
    done = cyberdiplo(*words, "--format", "bibtex")
    assert (done.returncode, done.stdout) == (2, "")
    assert "hint: " in done.stderr


def test_the_columns_of_a_list_change_nothing(cyberdiplo: Run) -> None:
    words = ("statements", "--speaker", "Fick", "--format", "ris")
    assert cyberdiplo(*words, "--columns", "summary").stdout == cyberdiplo(*words).stdout != ""


def test_a_part_of_a_list_is_cited(cyberdiplo: Run) -> None:
    words = ("statements", "--forum", "OTC", "--sort", "-id", "--limit", "2", "--offset", "3")
    listed = json.loads(cyberdiplo(*words, "--format", "json").stdout)
    (found,) = rispy.loads(cyberdiplo(*words, "--format", "ris").stdout)
    cited = re.findall(r"otc-2023-\d+", found["notes"][0])
    assert sorted(cited, reverse=True) == [row["id"] for row in listed]


def test_records_without_a_citation_are_counted(cyberdiplo: Run) -> None:
    done = cyberdiplo("cite", "OTC", "labelling", "cybercrime", "--style", "ris")
    assert (done.returncode, done.stderr) == (0, "2 of 3 records have no citation.\n")


def test_no_statement_is_no_citation_and_told(cyberdiplo: Run) -> None:
    done = cyberdiplo("cite", "--speaker", "Fick", "--country", "FRA", "--style", "csl-json")
    assert (done.returncode, done.stdout) == (0, "[]\n")
    assert "No statement fits" in done.stderr


def test_an_entry_is_the_same_whatever_leads_to_it_in_any_language(cyberdiplo: Run) -> None:
    ways = [("cite", "otc-2023-050"), ("cite", "--forum", "OTC"), ("speakers", "--forum", "OTC")]
    entries = {
        entry.raw
        for way in ways
        for lang in ("fr", "en")
        for entry in parse_string(cyberdiplo(*way, "--format", "bibtex", "--lang", lang).stdout).entries
        if entry.key == "tangseance"
    }
    assert len(entries) == 1


def test_an_ending_that_says_no_style_is_wrong_usage(cyberdiplo: Run, tmp_path: Path) -> None:
    done = cyberdiplo("cite", "Fick", "--output", str(tmp_path / "out.xyz"))
    assert done.returncode == 2
    assert not (tmp_path / "out.xyz").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("cite", "GTCNL", "--style", "csl-json"),
        ("cite", "--country", "FRA", "--lang", "fr"),
        ("statements", "--forum", "OTC", "--format", "bibtex"),
        ("query", "run", "proposals", "--format", "ris"),
        ("cite", "wto-tbt-cyber-2023", "--lang", "fr"),
        ("sources", "show", "un-oewg-text", "--format", "json"),
    ],
    ids=" ".join,
)
def test_a_server_gives_the_same_answer(cyberdiplo: Run, postgres_url: str, words: tuple[str, ...]) -> None:
    there = cyberdiplo(*words, env={"CYBERDIPLO_DATABASE": postgres_url})
    assert there.returncode == 0, there.stderr
    assert cyberdiplo(*words).stdout == there.stdout
