"""Whoever builds, upgrades, loads into or replaces a database file is alone at it; others wait, and are told."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.errors import BadUsage, DatabaseProblem
from cyberdiplo.store import lock, sqlite, sqlite_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HOLD = """
    import pathlib, sys
    from cyberdiplo.store import lock
    with lock.exclusive(pathlib.Path(sys.argv[1])):
        print("held", flush=True)
        sys.stdin.readline()
"""


@contextmanager
def held(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process has the lock as long as the block lasts."""
    command = [sys.executable, "-c", textwrap.dedent(HOLD), str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.communicate("\n")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_second_one_waits_is_told_and_gives_up_in_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(lock.WAIT_VARIABLE, "2")
    said: list[str] = []
    path = tmp_path / "a.sqlite"
    with held(path):
        with pytest.raises(DatabaseProblem, match=r"written by another cyberdiplo \(waited 2 s\)") as told:
            lock.exclusive(path, telling=said.append).__enter__()
        assert lock.WAIT_VARIABLE in told.value.hint
    assert [text.partition(";")[0] for text in said] == [f"{path} is being written by another cyberdiplo"]


def test_it_is_free_when_the_other_one_ends_and_nothing_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    with held(path):
        assert names(tmp_path) == [".a.sqlite.lock"]
    with lock.exclusive(path):
        pass
    assert names(tmp_path) == []


def test_it_is_free_when_the_other_one_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    with held(path) as process:
        process.kill()
        process.wait()
        assert names(tmp_path) == [".a.sqlite.lock"]
        with lock.exclusive(path):
            pass
        assert names(tmp_path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="links of POSIX")
def test_a_file_and_a_link_to_it_have_one_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(lock.WAIT_VARIABLE, "0")
    path, link = tmp_path / "a.sqlite", tmp_path / "link.sqlite"
    link.symlink_to(path)
    assert sqlite_file.marker(link) == sqlite_file.marker(path)
    with held(path), pytest.raises(DatabaseProblem):
        lock.exclusive(link).__enter__()


@pytest.mark.parametrize("odd", ["long", "-1", "²", "1.5"])
def test_an_odd_patience_is_told(monkeypatch: pytest.MonkeyPatch, odd: str) -> None:
    monkeypatch.setenv(lock.WAIT_VARIABLE, odd)
    with pytest.raises(BadUsage, match=f"CYBERDIPLO_WAIT cannot be '{odd}'"):
        lock.read_patience()


def test_a_file_of_the_users_that_has_the_name_of_the_lock_stays(tmp_path: Path) -> None:
    mine = tmp_path / ".a.sqlite.lock"
    mine.write_text("mine")
    with pytest.raises(DatabaseProblem, match=r"not cyberdiplo's has the name of its lock .*\.a\.sqlite\.lock"):
        lock.exclusive(tmp_path / "a.sqlite").__enter__()
    with lock.at_once(tmp_path / "a.sqlite") as free:
        assert not free
    assert mine.read_text() == "mine"


def test_ones_own_lock_is_not_taken_for_that_of_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever writes looks at the file under the lock: another program's write is waited for as long as by a reader."""
    monkeypatch.setenv(lock.WAIT_VARIABLE, "2")
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.1)
    path = tmp_path / "a.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as other_program:
        other_program.execute("begin exclusive")
        with lock.exclusive(path), pytest.raises(DatabaseProblem, match=r"another program \(waited 0\.1 s\)"):
            sqlite.opened(path)
        with held(path), pytest.raises(DatabaseProblem, match=r"another program \(waited 2 s\)"):
            sqlite.opened(path)


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_colleagues_can_see_whether_it_is_taken_whatever_the_umask(tmp_path: Path) -> None:
    umask = os.umask(0o077)
    try:
        with lock.exclusive(tmp_path / "a.sqlite"):
            assert (tmp_path / ".a.sqlite.lock").stat().st_mode & 0o777 == 0o644
    finally:
        os.umask(umask)


@pytest.mark.skipif(sys.platform == "win32", reason="links of POSIX")
def test_what_a_write_that_is_cut_off_would_damage_is_not_written(tmp_path: Path) -> None:
    """A journal lies beside one name of a file; whoever opens it by the other one would not see it."""
    path = tmp_path / "a.sqlite"
    path.touch()
    os.link(path, tmp_path / "b.sqlite")
    with pytest.raises(DatabaseProblem, match="has a second name") as told:
        lock.exclusive(path).__enter__()
    assert "cp a.sqlite" in told.value.hint


@pytest.mark.skipif(sys.platform == "win32", reason="links of POSIX")
def test_a_link_to_itself_and_a_folder_are_told(tmp_path: Path) -> None:
    (tmp_path / "loop.sqlite").symlink_to("loop.sqlite")
    with pytest.raises(DatabaseProblem, match="leads to itself"):
        lock.exclusive(tmp_path / "loop.sqlite").__enter__()
    (tmp_path / "folder.sqlite").mkdir()
    with pytest.raises(DatabaseProblem, match="is not a file"):
        lock.exclusive(tmp_path / "folder.sqlite").__enter__()


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_a_write_protected_database_is_not_written_even_by_root(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    path.touch(0o444)
    with pytest.raises(DatabaseProblem, match="is write-protected"):
        lock.exclusive(path).__enter__()
    assert names(tmp_path) == ["a.sqlite"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become somebody else")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    code = textwrap.dedent("""
        import os, pathlib, sys
        from cyberdiplo.store import lock
        from cyberdiplo.errors import DatabaseProblem
        os.setuid(65534)
        try:
            lock.exclusive(pathlib.Path(sys.argv[1])).__enter__()
        except DatabaseProblem as error:
            print(error, error.hint)
    """)
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    path = tmp_path / "a.sqlite"
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=False)
    if not done.stdout and "Permission" in done.stderr:
        pytest.skip("nobody may not reach this Python")
    assert "cannot be written: Permission denied" in done.stdout


def test_what_earlier_versions_left_goes_once_it_is_old(tmp_path: Path) -> None:
    for name in (
        ".a.sqlite.123.building",
        ".a.sqlite.upgrading",
        ".a.sqlite.upgrading-journal",
        ".a.sqlite.77.building",
    ):
        (tmp_path / name).write_text("left")
        if "77" not in name:
            os.utime(tmp_path / name, (0, 0))
    with lock.exclusive(tmp_path / "a.sqlite"):
        pass
    assert names(tmp_path) == [".a.sqlite.77.building"]
