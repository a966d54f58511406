"""The quick part of every attack, with the tests; ``python -m tests.trust`` makes the whole of them."""

from __future__ import annotations

import sys
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

import pytest

from tests.trust.attacks import Attack, attacks, stage_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.trust.stage import Stage

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")
# What is attacked is first seen undisturbed, which takes as long as an attack: so all on one thing are one test.
QUICK = {
    about: list(several)
    for about, several in groupby(
        sorted((attack for attack in attacks() if attack.quick), key=attrgetter("about")), key=attrgetter("about")
    )
}


@pytest.fixture(scope="session")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with stage_in(tmp_path_factory.mktemp("trust")) as whole_stage:
        yield whole_stage


@pytest.mark.parametrize("several", QUICK.values(), ids=QUICK)
def test_nothing_is_lost_and_nothing_left_behind(several: list[Attack], stage: Stage) -> None:
    for attack in several:
        row = attack.run(stage, attack.quick)
        assert row.failures == [], attack.name
        assert row.tries or row.not_tried, attack.name
