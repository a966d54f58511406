"""``documents`` on the command line: what is said, what is written, and the exit codes."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.load.build import build
from tests.documents.making import make_pdf
from tests.proof.proven import DOCUMENT, proven

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run


@pytest.fixture
def made(tmp_path: Path) -> Path:
    path = tmp_path / "made.sqlite"
    build(path, [proven(tmp_path)], shipped=False)
    return path


def test_a_document_is_added_listed_shown_searched_verified_and_removed(cyberdiplo: Run, made: Path) -> None:
    done = cyberdiplo("documents", "add", str(DOCUMENT), ask=made)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "report.txt: 15 passages, as report\n")
    done = cyberdiplo("documents", "add", str(DOCUMENT), ask=made)
    assert (done.returncode, done.stderr) == (0, "report.txt: was there already, as report\n")
    (row,) = csv.DictReader(cyberdiplo("documents", "list", "--format", "csv", ask=made).stdout.splitlines())
    assert (row["id"], row["source"], row["format"], row["lang"], row["passages"]) == (
        "report",
        "report",
        "text",
        "fr",
        "15",
    )
    shown = cyberdiplo("documents", "show", "report", "--place", "par. 2.1", "--format", "json", ask=made)
    assert [each["place"] for each in json.loads(shown.stdout)] == ["par. 2.1", "par. 2.1 item 1", "par. 2.1 item 2"]
    found = cyberdiplo("search", "retient", "--kind", "passage", "--format", "json", ask=made)
    assert [(each["source"], each["locator"]) for each in json.loads(found.stdout)] == [("report", "par. 2.1")]
    assert "28 citations checked" in cyberdiplo("verify", ask=made).stderr
    shown = cyberdiplo("show", "report-1", "--format", "json", ask=made)
    assert [each["locator"] for each in json.loads(shown.stdout)["sections"]["surroundings"]] == [
        "par. 1.1",
        "par. 1.2",
        "par. 2.1",
    ]
    shown = cyberdiplo("show", "report", "--format", "json", ask=made)  # which it does not cite itself
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "surroundings" not in shown.stdout
    done = cyberdiplo("documents", "remove", "report", ask=made)
    assert (done.returncode, done.stderr) == (0, "report: taken out (report.txt)\n")
    assert "surroundings" not in cyberdiplo("show", "report-1", "--format", "json", ask=made).stdout


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        (("documents", "add", "nothing.txt"), 4, "cannot be read"),
        (("documents", "add", str(DOCUMENT), str(DOCUMENT), "--source", "report"), 2, "--source"),
        (("documents", "show", "nothing"), 3, "No document"),
        (("documents", "remove", "nothing"), 3, "No document"),
        (("verify",), 2, "No document"),
    ],
    ids=["no file", "one source for two", "show", "remove", "verify"],
)
def test_what_cannot_be_done_is_told(cyberdiplo: Run, made: Path, words: tuple[str, ...], code: int, why: str) -> None:
    done = cyberdiplo(*words, ask=made)
    assert done.returncode == code
    assert why in done.stderr
    assert "hint: " in done.stderr


def test_a_place_that_a_document_lacks_is_told(cyberdiplo: Run, made: Path) -> None:
    cyberdiplo("documents", "add", str(DOCUMENT), ask=made)
    done = cyberdiplo("documents", "show", "report", "--place", "art. 9", ask=made)
    assert (done.returncode, done.stdout) == (3, "")
    assert "report has no place 'art. 9'" in done.stderr


def test_a_scan_is_told_and_nothing_is_added(cyberdiplo: Run, made: Path, tmp_path: Path) -> None:
    done = cyberdiplo("documents", "add", str(make_pdf(tmp_path / "scan.pdf", [[]])), ask=made)
    assert done.returncode == 4
    assert "There is no text in scan.pdf" in done.stderr
    assert cyberdiplo("documents", "list", "--format", "csv", ask=made).stdout.count("\n") == 1


def test_what_a_document_says_of_itself_is_told(cyberdiplo: Run, made: Path, tmp_path: Path) -> None:
    (tmp_path / "call.txt").write_text("This call is on background, not for attribution.", "utf-8")
    done = cyberdiplo("documents", "add", str(tmp_path / "call.txt"), ask=made)
    assert "call.txt: no source is known" in done.stderr
    assert "call.txt: The document says that who spoke may not be named." in done.stderr


def test_every_source_of_the_project_verifies_from_what_was_added(
    cyberdiplo: Run, database_path: Path, documents: Path, tmp_path: Path
) -> None:
    import shutil

    ask = tmp_path / "own.sqlite"
    shutil.copy(database_path, ask)
    files = sorted(str(path) for path in documents.glob("*.txt"))
    assert cyberdiplo("documents", "add", *files, ask=ask).returncode == 0
    done = cyberdiplo("verify", ask=ask)
    assert done.returncode == 0
    assert "1026 citations checked" in done.stderr
