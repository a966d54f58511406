"""What an import writes on the way is taken away, whatever ends it."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from cyberdiplo.imports import run
from cyberdiplo.store import atomic

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_signal_leaves_no_folder_of_an_import(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with ExitStack() as stack:
        stack.enter_context(run.scratch_folder())
        assert len(list(tmp_path.iterdir())) == 1
        atomic.abandon()  # what a signal does that strikes where no block is left
        assert list(tmp_path.iterdir()) == []


def test_what_a_killed_import_left_goes_with_the_next_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    left = tmp_path / ".cyberdiplo-import.0123456789ab.cyberdiplo"
    left.mkdir()
    with run.scratch_folder():
        assert not left.exists()
    assert list(tmp_path.iterdir()) == []
