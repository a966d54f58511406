"""Files and folders are there whole or not at all, as private as what they replace; dead processes' are taken away."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import sys
import textwrap
from typing import TYPE_CHECKING, Any

import pytest

from cyberdiplo.errors import BadUsage
from cyberdiplo.store import atomic, leftovers, signals
from tests.conftest import ROOT
from tests.foreground import started

if TYPE_CHECKING:
    from pathlib import Path

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="modes, links and signals of POSIX")


def write(path: Path, text: str = "new", *, force: bool = False) -> None:
    with atomic.replacing(path, force=force) as beside:
        beside.write_text(text)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_file_takes_the_place_of_the_old_one_only_when_it_is_complete(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old")

    def half() -> None:
        with atomic.replacing(path) as beside:
            beside.write_text("half")
            assert path.read_text() == "old"
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half()
    assert (path.read_text(), names(tmp_path)) == ("old", {"a.csv"})
    write(path)
    assert (path.read_text(), names(tmp_path)) == ("new", {"a.csv"})


@POSIX
@pytest.mark.parametrize("before", [0o600, 0o640, 0o664, 0o755])
def test_a_file_keeps_the_mode_of_the_one_that_it_replaces_and_is_private_meanwhile(
    tmp_path: Path, before: int
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old")
    path.chmod(before)
    with atomic.replacing(path) as beside:
        assert mode(beside) == 0o600
    assert mode(path) == before


@POSIX
def test_a_new_file_has_the_mode_that_the_umask_says(tmp_path: Path) -> None:
    umask = os.umask(0o027)
    try:
        write(tmp_path / "a.csv")
    finally:
        os.umask(umask)
    assert mode(tmp_path / "a.csv") == 0o640


@POSIX
def test_a_write_protected_file_is_replaced_only_by_force(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old")
    path.chmod(0o444)
    with pytest.raises(atomic.WriteProtected, match=r"a\.csv is write-protected"):
        write(path)
    assert path.read_text() == "old"
    write(path, force=True)
    assert (path.read_text(), mode(path)) == ("new", 0o444)


@POSIX
@pytest.mark.parametrize("there", [True, False])
def test_a_link_is_followed_and_stays_one(tmp_path: Path, there: bool) -> None:
    (tmp_path / "elsewhere").mkdir()
    path = tmp_path / "elsewhere" / "a.csv"
    if there:
        path.write_text("old")
    link = tmp_path / "link.csv"
    link.symlink_to(path)
    write(link)
    assert link.is_symlink()
    assert path.read_text() == "new"


def test_a_new_file_never_takes_the_place_of_another_one(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"

    def late() -> None:
        with atomic.new(path) as made:
            made.write_text("mine")
            path.write_text("theirs")

    with pytest.raises(FileExistsError):
        late()
    assert (path.read_text(), names(tmp_path)) == ("theirs", {"a.sqlite"})


def test_a_name_that_holds_a_password_is_no_name_of_a_file(tmp_path: Path) -> None:
    with pytest.raises(BadUsage) as told:
        write(tmp_path / "postgresql:someone:hush@host")
    assert "hush" not in str(told.value)
    assert names(tmp_path) == set()


LEAVE = """
    import os, pathlib, sys
    from cyberdiplo.store import atomic, leftovers, signals
    place = pathlib.Path(sys.argv[1])
    making = atomic.folder_beside if sys.argv[2] == "folder" else atomic.beside
    with making(place) as made:
        if sys.argv[2] == "folder":
            (made / "x").write_text("half")
        print(made.name, flush=True)
        sys.stdin.readline()
        os._exit(0)  # as SIGKILL does: nothing is cleaned up
"""


@POSIX
@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_a_process_left_is_taken_away_when_it_is_gone_and_not_before(tmp_path: Path, what: str) -> None:
    command = [sys.executable, "-c", textwrap.dedent(LEAVE), str(tmp_path / "a.csv"), what]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        left = process.stdout.readline().strip()
        write(tmp_path / "other.csv")
        assert names(tmp_path) == {left, "other.csv"}  # it is still at work
        process.communicate("\n")
    (tmp_path / f"{left}-journal").write_text("what SQLite kept beside it") if what == "file" else None
    write(tmp_path / "other.csv")
    assert names(tmp_path) == {"other.csv"}


@POSIX
@pytest.mark.parametrize("replaced", [True, False])
def test_a_file_that_was_being_replaced_is_kept_if_it_was_and_forgotten_if_not(tmp_path: Path, replaced: bool) -> None:
    """A restore that died after it had given the old file its second name, before or after the new one came."""
    place = tmp_path / "a.sqlite"
    place.write_text("old")
    aside = leftovers.make_before_name(place)
    os.link(place, aside)
    aside.with_name(f"{aside.name}-wal").write_text("what belongs to the old one")
    if replaced:
        (tmp_path / "made").write_text("new")
        (tmp_path / "made").replace(place)
    leftovers.sweep(tmp_path)
    assert not aside.exists()
    assert place.read_text() == ("new" if replaced else "old")
    texts = {path.suffix: path.read_text() for path in tmp_path.iterdir() if path != place}
    assert texts == {".sqlite-wal": "what belongs to the old one"} | ({".sqlite": "old"} if replaced else {})
    assert replaced == any(path.name.startswith("a.before-restore-") for path in tmp_path.iterdir())


@POSIX
def test_a_file_that_is_being_replaced_is_let_be(tmp_path: Path) -> None:
    place = tmp_path / "a.sqlite"
    place.write_text("old")
    with leftovers.working_on(place):
        aside = leftovers.make_before_name(place)
        os.link(place, aside)
        leftovers.sweep(tmp_path)
        assert aside.exists()


@POSIX
def test_a_users_own_file_is_never_taken_for_what_somebody_left(tmp_path: Path) -> None:
    mine = {"report.cyberdiplo", ".cyberdiplo", ".a.csv.cyberdiplo", ".a.csv.notes.cyberdiplo", ".a.0123456789ab.part"}
    for name in mine:
        (tmp_path / name).write_text("mine")
    leftovers.sweep(tmp_path)
    assert names(tmp_path) == mine


@pytest.mark.parametrize("making", [atomic.beside, atomic.folder_beside])
def test_a_signal_right_after_it_was_made_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, making: Any
) -> None:
    def signalled(_held: int, made: Path) -> bool:
        assert made.exists()
        raise signals.Terminated(15)

    monkeypatch.setattr(atomic, "_is_ours", signalled)
    with pytest.raises(signals.Terminated), making(tmp_path / "a.csv"):
        pass
    assert names(tmp_path) == set()


@POSIX
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_that_ends_the_program_leaves_nothing(tmp_path: Path, name: str) -> None:
    number = getattr(signal, name)
    code = textwrap.dedent(LEAVE).replace("sys.stdin.readline()", "import time\n    time.sleep(60)")
    code = (
        "import cyberdiplo.store.signals as s\ntry:\n"
        + textwrap.indent(code, " ")
        + "\nexcept s.Terminated as e:\n s.die(e.number)"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "a.csv"), "file"]
    with started(command) as process:
        assert process.stdout
        assert process.stdout.readline()
        process.send_signal(number)
        process.communicate()
    assert process.returncode == -number
    assert names(tmp_path) == set()


def folder(place: Path, text: str) -> Path:
    place.mkdir()
    (place / "x").write_text(text)
    return place


@pytest.mark.parametrize("exchange", [True, False])
def test_a_folder_takes_the_place_of_another_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchange: bool
) -> None:
    if not exchange:
        monkeypatch.setattr(atomic, "_exchange", lambda *_: False)
    place = folder(tmp_path / "export", "old")
    place.chmod(0o700)
    (place / "x").chmod(0o600)
    with atomic.folder_beside(place) as made:
        (made / "x").write_text("new")
        atomic.put_folder(made, place, replace=True)
    assert (place / "x").read_text() == "new"
    assert names(tmp_path) == {"export"}
    assert sys.platform == "win32" or (mode(place), mode(place / "x")) == (0o700, 0o600)


@POSIX
def test_a_folder_that_was_being_replaced_is_put_back(tmp_path: Path) -> None:
    """Where a system needs two renames, and the process died between them."""
    before = folder(tmp_path / f".export.0123456789ab{leftovers.BEFORE}{leftovers.ENDING}", "old")
    leftovers.sweep(tmp_path)
    assert not before.exists()
    assert (tmp_path / "export" / "x").read_text() == "old"


def test_a_folder_that_is_there_stays_unless_it_is_to_be_replaced(tmp_path: Path) -> None:
    place = folder(tmp_path / "export", "old")
    with pytest.raises(FileExistsError), atomic.folder_beside(place) as made:
        atomic.put_folder(made, place, replace=False)
    assert (place / "x").read_text() == "old"


@POSIX
def test_everything_is_synced_before_it_gets_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a power cut a name must not lead to nothing: the file first, then its name, then the folder that has it."""
    done: list[str] = []
    real = {name: getattr(os, name) for name in ("fsync", "replace", "link", "rename")}

    def note(name: str) -> None:
        def call(*words: object, **more: object) -> object:
            done.append(name)
            return real[name](*words, **more)

        monkeypatch.setattr(os, name, call)

    for name in real:
        note(name)
    write(tmp_path / "a")
    assert done == ["fsync", "replace", "fsync"]
    done.clear()
    with atomic.new(tmp_path / "b"):
        pass
    assert done == ["fsync", "link", "fsync"]
    done.clear()
    with atomic.folder_beside(tmp_path / "c") as made:
        (made / "x").write_text("x")
        atomic.put_folder(made, tmp_path / "c", replace=False)
    assert done == ["fsync", "fsync", "rename", "fsync"]


@POSIX
def test_where_temporary_files_go_is_found_without_making_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    made: list[str] = []
    monkeypatch.setattr(os, "open", lambda path, *_: made.append(path))
    assert leftovers.find_temporary_folder() == tmp_path
    assert not made
    for path in (ROOT / "src").rglob("*.py"):  # nobody else asks ``tempfile``, which makes one and may be killed then
        text = path.read_text("utf-8")
        assert path.name == "leftovers.py" or "gettempdir(" not in text, path
        assert "TemporaryFile(" not in text.replace("TemporaryFile(dir=", ""), path


@pytest.mark.skipif(sys.platform != "linux", reason="folders that only grow are Linux's")
def test_nothing_is_begun_in_a_folder_where_it_could_not_be_taken_away(tmp_path: Path) -> None:
    folder = tmp_path / "only-grows"
    folder.mkdir()
    if (
        not shutil.which("chattr")
        or subprocess.run(["chattr", "+a", str(folder)], capture_output=True, check=False).returncode
    ):
        pytest.skip("this user or file system has no such folders")
    try:
        with pytest.raises(PermissionError, match="only-grows"), atomic.beside(folder / "answer.csv"):
            raise AssertionError
        assert list(folder.iterdir()) == []
    finally:
        subprocess.run(["chattr", "-a", str(folder)], check=True)
