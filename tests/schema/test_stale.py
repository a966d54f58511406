"""The generated files of a checkout are known to be of other models, by what these say and not by their age alone."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.schema import stale

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The sources of a checkout, and a mark that they were written down."""
    sources = tmp_path / "schema"
    sources.mkdir()
    (sources / "base.py").write_text("one = 1\n", "utf-8")
    (tmp_path / "pyproject.toml").touch()
    for name, path in (("HERE", sources), ("CHECKOUT", tmp_path / "pyproject.toml"), ("MARK", tmp_path / "made-from")):
        monkeypatch.setattr(stale, name, path)
    stale.MARK.write_text(stale.digest_sources(), "utf-8")
    later = stale.MARK.stat().st_mtime_ns + 10**9
    os.utime(stale.MARK, ns=(later, later))
    yield sources
    stale.is_stale.cache_clear()


def is_stale_now() -> bool:
    stale.is_stale.cache_clear()
    return stale.is_stale()


def change(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")
    later = stale.MARK.stat().st_mtime_ns + 10**9
    os.utime(path, ns=(later, later))


def test_changed_models_are_seen_and_touched_ones_are_not(checkout: Path) -> None:
    assert not is_stale_now()
    change(checkout / "base.py", "one = 1\n")
    assert not is_stale_now()
    change(checkout / "base.py", "one = 2\n")
    assert is_stale_now()
    stale.CHECKOUT.unlink()  # what is installed was made from what it came with
    assert not is_stale_now()


def test_a_new_module_and_a_missing_mark_are_seen(checkout: Path) -> None:
    change(checkout / "more.sql", "create view a as select 1;\n")
    assert is_stale_now()
    stale.MARK.unlink()
    assert is_stale_now()
