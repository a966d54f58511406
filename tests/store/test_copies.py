"""A backup is a sound copy, as private as the database; it comes back, and what was there before is kept."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import struct
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.errors import BadUsage, DatabaseProblem
from cyberdiplo.store import atomic, leftovers, sqlite, sqlite_file
from cyberdiplo.store.copies import backup, restore

if TYPE_CHECKING:
    from tests.conftest import Run


@pytest.fixture
def path(mini_path: Path, tmp_path: Path) -> Path:
    """A database of its own, alone in its folder."""
    (tmp_path / "data").mkdir()
    return Path(shutil.copy(mini_path, tmp_path / "data" / "mini.sqlite"))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def topics(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("select count(*) from topics").fetchone()[0])


def change(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(sql)


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
@pytest.mark.parametrize("mode", [0o600, 0o640])
def test_a_backup_is_as_private_as_the_database(path: Path, tmp_path: Path, mode: int) -> None:
    path.chmod(mode)
    backup(path, tmp_path / "copy.sqlite")
    assert stat.S_IMODE((tmp_path / "copy.sqlite").stat().st_mode) == mode
    assert topics(tmp_path / "copy.sqlite") == topics(path)
    assert names(tmp_path) == ["copy.sqlite", "data"]


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="access lists of Linux")
def test_a_right_of_one_colleague_becomes_none_of_a_group(path: Path, tmp_path: Path) -> None:
    one_reads = [(0x01, 6, -1), (0x02, 4, 4242), (0x04, 0, -1), (0x10, 4, -1), (0x20, 0, -1)]
    listed = struct.pack("<I", 2) + b"".join(struct.pack("<HHi", *entry) for entry in one_reads)
    try:
        os.setxattr(path, atomic.ACL, listed)
    except OSError:
        pytest.skip("this file system has no access lists")
    backup(path, tmp_path / "copy.sqlite")
    assert os.getxattr(tmp_path / "copy.sqlite", atomic.ACL) == listed


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="access lists of Linux")
def test_a_new_file_has_the_rights_that_its_folder_gives(tmp_path: Path) -> None:
    of_new = [(0x01, 7, -1), (0x02, 7, 4242), (0x04, 5, -1), (0x10, 7, -1), (0x20, 0, -1)]
    listed = struct.pack("<I", 2) + b"".join(struct.pack("<HHi", *entry) for entry in of_new)
    folder = tmp_path / "shared"
    folder.mkdir()
    try:
        os.setxattr(folder, atomic.ACL_OF_NEW, listed)
    except OSError:
        pytest.skip("this file system has no access lists")
    with atomic.replacing(folder / "answer.csv") as beside:
        beside.write_text("id\n", "utf-8")
    (folder / "touched.csv").touch()
    modes = {entry.name: stat.S_IMODE(entry.stat().st_mode) for entry in folder.iterdir()}
    assert modes["answer.csv"] == modes["touched.csv"] == 0o660
    assert os.getxattr(folder / "answer.csv", atomic.ACL) == os.getxattr(folder / "touched.csv", atomic.ACL)


def test_a_backup_never_takes_the_place_of_a_file(path: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.sqlite").write_text("mine")
    with pytest.raises(DatabaseProblem, match="already exists"):
        backup(path, tmp_path / "copy.sqlite")
    assert (tmp_path / "copy.sqlite").read_text() == "mine"


def test_a_backup_of_a_database_that_another_program_put_in_wal_mode_is_one_file(path: Path, tmp_path: Path) -> None:
    change(path, "pragma journal_mode = wal")
    before = topics(path)
    with closing(sqlite3.connect(path)) as writer:
        writer.execute("update topics set sort = sort + 1")
        writer.commit()
        backup(path, tmp_path / "copy.sqlite")
    assert (tmp_path / "copy.sqlite").read_bytes()[18:20] == b"\x01\x01"  # no longer in that mode
    assert topics(tmp_path / "copy.sqlite") == before
    assert names(tmp_path) == ["copy.sqlite", "data"]


def test_a_backup_comes_back_and_what_was_there_is_kept(path: Path, tmp_path: Path) -> None:
    path.chmod(0o600)
    backup(path, tmp_path / "copy.sqlite")
    change(path, "delete from record_topics")
    kept = restore(path, tmp_path / "copy.sqlite")
    assert kept
    assert names(path.parent) == sorted([path.name, kept.name])
    with closing(sqlite.reading(path)) as now, closing(sqlite.reading(kept)) as then:
        assert now.execute("select count(*) > 0 from record_topics").fetchone() == (1,)
        assert then.execute("select count(*) from record_topics").fetchone() == (0,)
    assert sys.platform == "win32" or stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_backup_comes_back_where_nothing_is(path: Path, tmp_path: Path) -> None:
    backup(path, tmp_path / "copy.sqlite")
    path.unlink()
    assert restore(path, tmp_path / "copy.sqlite") is None
    assert names(path.parent) == [path.name]
    sqlite.reading(path).close()


@pytest.mark.parametrize("damage", ["not a database at all", "", "half"])
def test_a_backup_comes_back_over_a_damaged_file(path: Path, tmp_path: Path, damage: str) -> None:
    backup(path, tmp_path / "copy.sqlite")
    raw = path.read_bytes()[: path.stat().st_size // 2] if damage == "half" else damage.encode()
    path.write_bytes(raw)
    kept = restore(path, tmp_path / "copy.sqlite")
    assert kept
    assert kept.read_bytes() == raw
    sqlite.reading(path).close()


def test_what_another_database_kept_beside_itself_is_not_taken_for_the_restored_ones(
    path: Path, tmp_path: Path
) -> None:
    """A journal belongs to a name; rolled back into the restored file it would destroy it."""
    backup(path, tmp_path / "copy.sqlite")
    path.write_bytes(b"damaged")
    journal = path.with_name(f"{path.name}-journal")
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(504))
    assert restore(path, tmp_path / "copy.sqlite")
    assert not journal.exists()
    sqlite.reading(path).close()


def test_nothing_is_restored_while_somebody_writes(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.1)
    monkeypatch.setattr(sqlite_file, "BUSY_SECONDS", 0.1)
    monkeypatch.setattr(sqlite_file.connect, "__defaults__", (0.1,))
    backup(path, tmp_path / "copy.sqlite")
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("begin immediate")
        with pytest.raises(DatabaseProblem, match="in use by another program"):
            restore(path, tmp_path / "copy.sqlite")
    assert names(path.parent) == [path.name]


@pytest.mark.parametrize(
    ("sql", "says"),
    [
        ("drop table alembic_version", "is not a cyberdiplo database"),
        ("update alembic_version set version_num = '9999'", "made by a newer cyberdiplo"),
        ("update alembic_version set version_num = '0000'", "not a cyberdiplo database"),
        ("update alembic_version set version_num = 'abc'", "is not a cyberdiplo database"),
        ("delete from topics", "is not sound"),
        ("drop table loads", "is damaged: 'loads' is not in it"),
    ],
)
def test_what_is_not_ours_or_newer_or_broken_is_not_restored(path: Path, tmp_path: Path, sql: str, says: str) -> None:
    backup(path, tmp_path / "copy.sqlite")
    change(tmp_path / "copy.sqlite", sql)
    before = path.read_bytes()
    with pytest.raises(DatabaseProblem, match=says):
        restore(path, tmp_path / "copy.sqlite")
    assert path.read_bytes() == before
    assert names(path.parent) == [path.name]


def test_the_database_is_not_its_own_backup(path: Path) -> None:
    with pytest.raises(BadUsage, match="is the database itself"):
        restore(path, path)


def test_the_command_says_where_the_old_file_is(cyberdiplo: Run, path: Path, tmp_path: Path) -> None:
    copy = str(tmp_path / "copy.sqlite")
    assert cyberdiplo("db", "backup", copy, ask=path).stderr == f"copied to {copy}\n"
    done = cyberdiplo("db", "restore", copy, ask=path)
    assert done.returncode == 0
    assert f"restored from {copy}" in done.stderr
    kept = Path(done.stderr.strip().rpartition(" is kept as ")[2])
    assert kept.parent.samefile(path.parent)
    assert cyberdiplo("db", "restore", str(tmp_path / "no.sqlite"), ask=path).returncode == 5


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells a dead process's file in another way")
def test_a_backup_that_is_there_already_is_tidied_up_behind(path: Path, tmp_path: Path) -> None:
    """One that was killed between giving the copy its name and taking the other one away left both."""
    copy = tmp_path / "copy.sqlite"
    backup(path, copy)
    os.link(copy, leftovers.make_temporary_name(copy))
    with pytest.raises(DatabaseProblem, match="already exists"):
        backup(path, copy)
    assert names(tmp_path) == ["copy.sqlite", "data"]
