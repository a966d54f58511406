"""What a review and a draft do with the folder itself: they lose nothing of others, and are alone in it."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.cli.talk.reviewing import MOST_MISSES, show
from cyberdiplo.drafts.folder import read_folder
from cyberdiplo.drafts.review import list_pending
from cyberdiplo.drafts.writing import keep_decisions, working_alone
from cyberdiplo.errors import CyberdiploError
from tests.cli.test_drafting import drafted

if TYPE_CHECKING:
    from tests.conftest import Run

__all__ = ["drafted"]


def decisions(folder: Path) -> list[str]:
    with (folder / "draft.csv").open(encoding="utf-8", newline="") as file:
        return [row["decision"] for row in csv.DictReader(file) if row["decision"]]


def draft_again(drafted: Path, cyberdiplo: Run) -> None:
    report = str(drafted.parents[2] / "teapots.txt")
    into = str(drafted.parents[1])
    done = cyberdiplo("documents", "draft", report, "--like", "moderator-report", "--into", into)
    assert done.returncode == 0, done.stderr


def test_what_else_is_in_the_folder_stays_as_it_is(drafted: Path, cyberdiplo: Run) -> None:
    (drafted / "sub").mkdir()
    (drafted / "sub" / "note.txt").write_text("mine", "utf-8")
    (drafted / "link").symlink_to("sub/note.txt")
    (drafted / "notes.md").write_text("mine too", "utf-8")
    assert cyberdiplo("documents", "review", str(drafted), stdin="a\nq\n").returncode == 0
    draft_again(drafted, cyberdiplo)
    assert (drafted / "sub" / "note.txt").read_text("utf-8") == "mine"
    assert os.readlink(drafted / "link") == "sub/note.txt"  # noqa: PTH115
    assert (drafted / "notes.md").read_text("utf-8") == "mine too"
    assert decisions(drafted) == ["accepted"]


def test_one_review_at_a_time(drafted: Path, cyberdiplo: Run) -> None:
    with working_alone(drafted):
        for words in (
            ("review", str(drafted)),
            ("draft", str(drafted.parents[2] / "teapots.txt"), "--like", "moderator-report",
             "--into", str(drafted.parents[1])),
        ):  # fmt: skip
            done = cyberdiplo("documents", *words, stdin="a\nq\n")
            assert (done.returncode, "Somebody else is reviewing" in done.stderr) == (1, True)
    assert cyberdiplo("documents", "review", str(drafted), stdin="a\nq\n").returncode == 0


def test_what_was_edited_meanwhile_is_not_undone(drafted: Path) -> None:
    folder = read_folder(drafted)
    speakers = drafted / "speakers.csv"
    speakers.write_text(speakers.read_text("utf-8").replace("Karl", "Carl"), "utf-8")
    list_pending(folder)[0].decision = "accepted"
    with pytest.raises(CyberdiploError, match="was changed meanwhile"):
        keep_decisions(folder)
    assert "Carl" in speakers.read_text("utf-8")
    assert decisions(drafted) == []


def test_a_decision_is_kept_before_the_next_one(drafted: Path) -> None:
    folder = read_folder(drafted)
    for count in (1, 2):
        list_pending(folder)[0].decision = "accepted"
        keep_decisions(folder)
        assert len(decisions(drafted)) == count


def test_cut_off_between_two_files_nothing_is_loaded_that_was_rejected(drafted: Path) -> None:
    """The rows are written first, what was decided last."""
    before = (drafted / "draft.csv").read_bytes()
    folder = read_folder(drafted)
    person = next(row for row in list_pending(folder) if row.table == "speakers")
    folder.drop((person.table, person.key), "nobody")
    keep_decisions(folder)
    (drafted / "draft.csv").write_bytes(before)
    again = read_folder(drafted).proposals[person.table, person.key]
    assert (again.decision, again.reason) == ("rejected", "taken out by hand")


@pytest.mark.skipif(sys.platform == "win32", reason="links are for administrators there")
def test_a_folder_that_is_a_link_or_where_one_stands_is_written_where_it_lies(
    drafted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = drafted.with_name("real")
    drafted.rename(real)
    drafted.symlink_to(real)
    monkeypatch.chdir(drafted)
    for path in (drafted, Path()):
        folder = read_folder(path)
        list_pending(folder)[0].decision = "accepted"
        keep_decisions(folder)
    assert drafted.is_symlink()
    assert decisions(real) == ["accepted", "accepted"]


def test_a_write_protected_file_is_not_replaced(drafted: Path, cyberdiplo: Run) -> None:
    (drafted / "draft.csv").chmod(0o444)
    done = cyberdiplo("documents", "review", str(drafted), stdin="a\nq\n")
    assert (done.returncode, "write-protected" in done.stderr) == (1, True)
    assert decisions(drafted) == []


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("draft.csv", b"table,key\n"),
        ("draft.csv", b"\xff\xfe"),
        ("draft.csv", b"table,key,column,place,anchor,sure,why,proposed,decision,reason\nspeakers,x,,,,,,{,,\n"),
        ("draft.csv", b"table,key,column,place,anchor,sure,why,proposed,decision,reason\nnone,x,,,,,,{},,\n"),
        ("draft.csv", b"table,key,column,place,anchor,sure,why,proposed,decision,reason\nspeakers,x,,,,,,[1],,\n"),
        ("speakers.csv", b'id\n"' + b"x\n" * 80_000),
        ("speakers.csv", b"id\ncaf\xe9\n"),
    ],
)
def test_a_folder_of_something_else_is_refused_in_a_sentence(
    drafted: Path, cyberdiplo: Run, name: str, raw: bytes
) -> None:
    (drafted / name).write_bytes(raw)
    done = cyberdiplo("documents", "review", str(drafted), stdin="a\nq\n")
    assert (done.returncode, name in done.stderr) == (4, True), done.stderr


@pytest.mark.parametrize(
    ("answers", "told"),
    [("a" * 20_000, "longer than 10,000"), ("z\n" * 200, f"{MOST_MISSES} answers could not be used")],
)
def test_answers_without_end_are_no_answers(drafted: Path, cyberdiplo: Run, answers: str, told: str) -> None:
    done = cyberdiplo("documents", "review", str(drafted), stdin=answers)
    assert (done.returncode, told in done.stderr) == (2, True), done.stderr


def test_an_arrow_is_no_letter(drafted: Path, home: Path, database_path: Path) -> None:  # noqa: ARG001
    pty = pytest.importorskip("pty")
    own, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "cyberdiplo", "documents", "review", str(drafted)],
        env=os.environ | {"CYBERDIPLO_DATABASE": str(database_path)},
        stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    assert process.stdout is not None
    shown = b""
    for wanted, pressed in ((b"[q]uit", b"\x1b[A"), (b"No such key", b"")):
        while wanted not in shown and (more := os.read(process.stdout.fileno(), 4096)):
            shown += more
        os.write(own, pressed)
    assert b"No such key" in shown
    os.write(own, b"q")
    process.communicate(timeout=60)
    os.close(own)
    os.close(theirs)
    assert decisions(drafted) == []


def test_a_screen_of_one_column_shows_a_row(drafted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "1")
    folder = read_folder(drafted)
    row = list_pending(folder)[0]
    show(folder, row, {row.place: "A passage of some words."}, 1, 1)
