"""Attacks in processes beside each other, each with a stage of its own."""

from __future__ import annotations

import multiprocessing
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from multiprocessing.util import Finalize
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.trust.attacks import Attack, attacks, stage_in
from tests.trust.tries import Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.trust.stage import Stage

stages: list[Stage] = []  # of this process: the one that it works on


def begin() -> None:
    """A stage for as long as this process works."""
    closing = ExitStack()
    folder = closing.enter_context(tempfile.TemporaryDirectory(prefix="trust-"))
    stages.append(closing.enter_context(stage_in(Path(folder))))
    Finalize(None, closing.close, exitpriority=10)


def make(name: str, count: int) -> tuple[Row, float]:
    """One attack on the stage of this process, and how many seconds it took."""
    attack = next(known for known in attacks() if known.name == name)
    begun = time.monotonic()
    try:
        row = attack.run(stages[0], count)
    except pytest.skip.Exception as reason:
        row = Row(name, not_tried=str(reason))
    return row, time.monotonic() - begun


def results(chosen: Sequence[tuple[Attack, int]], jobs: int) -> Iterator[tuple[Row, float]]:
    """Make the attacks, so many at once; their rows in order, with the seconds that each took."""
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=fresh, initializer=begin) as pool:
        for future in [pool.submit(make, attack.name, count) for attack, count in chosen]:
            yield future.result()
