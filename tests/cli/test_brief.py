"""``brief`` on the command line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

SESSION = ("--meeting", "wto-tbt-2023-06-20-cybersecurity")


@pytest.mark.parametrize(("name", "begins"), [
    ("note.docx", b"PK"), ("note.html", b"<!doctype html>"), ("note.md", b"# Thematic"), ("note.txt", b"Thematic"),
])  # fmt: skip
def test_the_ending_of_a_file_says_the_format(cyberdiplo: Run, tmp_path: Path, name: str, begins: bytes) -> None:
    file = tmp_path / name
    done = cyberdiplo("brief", *SESSION, "--output", str(file))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"wrote {file}\n")
    assert file.read_bytes().startswith(begins)


def test_a_pipe_gets_markdown_in_the_language_asked_for(cyberdiplo: Run) -> None:
    done = cyberdiplo("brief", *SESSION, "--lang", "fr")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("# Séance thématique sur la coopération")
    assert "**Nandini Jolly (CryptoMill, Canada)**" in done.stdout


def test_a_document_goes_through_a_pipe_too(cyberdiplo: Run, tmp_path: Path) -> None:
    piped = cyberdiplo("brief", *SESSION, "--format", "html")
    cyberdiplo("brief", *SESSION, "--output", str(tmp_path / "note.html"))
    assert piped.stdout == (tmp_path / "note.html").read_text("utf-8")


def test_names_are_taken_as_people_write_them(cyberdiplo: Run) -> None:
    answers = {
        cyberdiplo("brief", "--process", process, "--country", country).stdout
        for process, country in (("OEWG I", "France"), ("GTCNL 2019-2021", "FRA"), ("un-oewg-2019-2021", "fra"))
    }
    assert len(answers) == 1
    assert answers.pop().startswith("# Open-ended Working Group (2019-2021) · France\n")


def test_a_brief_on_nothing_is_wrong_usage(cyberdiplo: Run) -> None:
    done = cyberdiplo("brief")
    assert (done.returncode, done.stdout) == (2, "")
    assert "error: A brief needs a subject." in done.stderr
    assert "--meeting, --forum, --process, --measure, --country, --group, --topic, --from, --to or --on" in done.stderr


def test_an_empty_selection_says_so_and_writes_nothing(cyberdiplo: Run, tmp_path: Path) -> None:
    file = tmp_path / "note.md"
    done = cyberdiplo("brief", *SESSION, "--from", "2024", "--topic", "encryption", "--output", str(file))
    assert (done.returncode, done.stdout) == (0, "")
    assert "no brief was written" in done.stderr
    assert "hint: leave out one of --meeting, --topic, --from." in done.stderr
    assert not file.exists()
    alone = cyberdiplo("brief", "--from", "2090")
    assert (alone.returncode, alone.stdout) == (0, "")
    assert "cyberdiplo timeline" in alone.stderr


@pytest.mark.parametrize(("words", "code", "sentence"), [
    (("--meeting", "no such meeting"), 3, "There is no meeting"),
    ((*SESSION, "--from", "2024", "--to", "2023"), 2, "ends"),
    ((*SESSION, "--from", "soon"), 2, "YYYY"),
    ((*SESSION, "--output", "note.pdf"), 2, ".docx"),
    ((*SESSION, "--format", "pdf"), 2, "pdf"),
], ids=str)  # fmt: skip
def test_what_is_wrong_is_told(cyberdiplo: Run, words: tuple[str, ...], code: int, sentence: str) -> None:
    done = cyberdiplo("brief", *words)
    assert (done.returncode, done.stdout) == (code, "")
    assert sentence in done.stderr


def test_a_pdf_is_refused_with_the_way_to_one(cyberdiplo: Run, tmp_path: Path) -> None:
    done = cyberdiplo("brief", *SESSION, "--output", str(tmp_path / "note.pdf"))
    assert done.returncode == 2
    assert "not written as PDF" in done.stderr
    assert ".docx" in done.stderr


def test_full_leaves_nothing_out(cyberdiplo: Run) -> None:
    short, full = (cyberdiplo("brief", *SESSION, *words).stdout for words in ((), ("--full",)))
    assert re.search(r"\d+ more in the database: cyberdiplo statements --meeting", short)
    assert "more in the database" not in full
    assert len(full) > 2 * len(short)
