"""``verify`` on the command line: a summary, what fails, every citation in any format, and the exit code."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.cli.commands.verify import REASONS
from cyberdiplo.load.build import build
from tests.proof.proven import DOCUMENTS, change, proven

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    return proven(tmp_path)


@pytest.fixture
def made(collection: Path, tmp_path: Path) -> Path:
    path = tmp_path / "made.sqlite"
    build(path, [collection], shipped=False)
    return path


@pytest.fixture
def broken(collection: Path, tmp_path: Path) -> Path:
    change(collection, "citations", "report-1", anchor="ont refusé un code")
    path = tmp_path / "broken.sqlite"
    build(path, [collection], shipped=False)
    return path


def test_a_summary_tells_how_much_was_checked(cyberdiplo: Run, made: Path) -> None:
    done = cyberdiplo("verify", "--documents", str(DOCUMENTS), ask=made)
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1].split() == ["report", "found", "2", "2", "8", "0"]
    assert "28 citations checked (2 statements, 2 figures): none failing" in done.stderr


def test_what_fails_is_shown_and_the_exit_code_says_so(cyberdiplo: Run, broken: Path) -> None:
    done = cyberdiplo("verify", "--documents", str(DOCUMENTS), "--lang", "fr", ask=broken)
    assert done.returncode == 1
    assert "report-1 · report · par. 1.2\u00a0: «\u00a0ont refusé un code\u00a0»\n  introuvable\n" in done.stdout
    assert "28 citations vérifiées (2 déclarations, 2 chiffres)\u00a0: 1 en échec" in done.stderr


@pytest.mark.parametrize("format", ["csv", "json", "jsonl"])
def test_a_format_gives_every_citation_that_was_checked(cyberdiplo: Run, broken: Path, format: str) -> None:
    done = cyberdiplo("verify", "--documents", str(DOCUMENTS), "--format", format, ask=broken)
    assert done.returncode == 1
    if format == "csv":
        rows = list(csv.DictReader(done.stdout.splitlines()))
    else:
        rows = json.loads(done.stdout) if format == "json" else [json.loads(row) for row in done.stdout.splitlines()]
    assert len(rows) == 28
    (bad,) = [row for row in rows if row["result"] not in ("found", "place")]
    assert (bad["record"], bad["locator"], bad["result"]) == ("report-1", "par. 1.2", "not_found")


def test_the_ending_of_a_file_says_the_format(cyberdiplo: Run, made: Path, tmp_path: Path) -> None:
    file = tmp_path / "checked.json"
    done = cyberdiplo("verify", "--documents", str(DOCUMENTS), "--output", str(file), ask=made)
    assert (done.returncode, done.stdout) == (0, "")
    assert len(json.loads(file.read_text("utf-8"))) == 28


def test_seed_files_are_verified_before_they_are_loaded_and_told_by_line(cyberdiplo: Run, collection: Path) -> None:
    line = change(collection, "citations", "report-1", anchor="ont refusé un code")
    words = ("verify", "--empty", str(collection), "--source", "report", "--documents", str(DOCUMENTS))
    done = cyberdiplo(*words, "--format", "json")
    assert done.returncode == 1
    (bad,) = [row for row in json.loads(done.stdout) if row["result"] == "not_found"]
    assert bad["written_in"] == f"{collection / 'sources' / 'report' / 'citations.csv'}:{line}"


def test_a_folder_without_any_of_the_documents_is_a_failure(cyberdiplo: Run, made: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = cyberdiplo("verify", "--documents", str(tmp_path / "empty"), ask=made)
    assert (done.returncode, done.stdout) == (1, "")
    assert "report.txt is not there" in done.stderr


def test_another_edition_fails_and_says_so(cyberdiplo: Run, made: Path, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("Une autre édition.\n", encoding="utf-8")
    done = cyberdiplo("verify", "--documents", str(tmp_path), ask=made)
    assert done.returncode == 1
    assert "report.txt is another edition" in done.stderr


def test_a_folder_that_is_none_is_wrong_usage(cyberdiplo: Run, made: Path, tmp_path: Path) -> None:
    done = cyberdiplo("verify", "--documents", str(tmp_path / "nowhere"), ask=made)
    assert (done.returncode, done.stdout) == (2, "")
    assert "is not a folder" in done.stderr


def test_without_a_folder_the_option_is_named(cyberdiplo: Run) -> None:
    done = cyberdiplo("verify")
    assert done.returncode == 2
    assert "--documents" in done.stderr


def test_the_shipped_facts_stand_up_to_their_documents(cyberdiplo: Run, documents: Path) -> None:
    done = cyberdiplo("verify", "--documents", str(documents))
    assert done.returncode == 0, done.stdout
    assert "none failing" in done.stderr


def test_a_server_is_verified_as_a_file_is(cyberdiplo: Run, documents: Path, postgres_url: str) -> None:
    words = ("verify", "--documents", str(documents), "--format", "csv")
    there = cyberdiplo(*words, env={"CYBERDIPLO_DATABASE": postgres_url})
    assert there.returncode == 0, there.stderr
    assert cyberdiplo(*words).stdout == there.stdout


def test_where_none_of_many_documents_is_there_some_are_named(cyberdiplo: Run, tmp_path: Path) -> None:
    done = cyberdiplo("verify", "--documents", str(tmp_path))
    assert done.returncode != 0
    assert "is not there" in done.stderr
    assert "more" in done.stderr
    assert done.stderr.count("is not there") == REASONS
