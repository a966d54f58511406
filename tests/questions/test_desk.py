"""Forty questions of a desk officer, each answered by one command or two, as a file of tests/expected/desk has it.

The program wrote the files; somebody read each against the sources before it was kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.desk import ANSWERS, Asked, as_text, read

if TYPE_CHECKING:
    from tests.conftest import Run

NOT_ON_RECORD = {"11-2.txt"}  # its answer is that nothing is, which is said beside it


@pytest.mark.parametrize("asked", read(), ids=lambda asked: asked.file)
def test_the_answer_is_the_one_expected(cyberdiplo: Run, asked: Asked) -> None:
    done = cyberdiplo(*asked.words, env={"CYBERDIPLO_LANG": "en"})
    assert as_text(asked, done.stdout, done.stderr) == (ANSWERS / asked.file).read_text("utf-8")


def test_there_are_forty_and_each_has_an_answer_with_rows_or_says_that_nothing_is_on_record() -> None:
    assert {int(asked.file[:2]) for asked in read()} == {*range(1, 41)}
    assert {asked.file for asked in read()} == {path.name for path in ANSWERS.iterdir()}
    for path in ANSWERS.iterdir():
        head, _, answer = path.read_text("utf-8").partition("\n\n")
        assert len(answer.splitlines()) > 1 or (path.name in NOT_ON_RECORD and "0 on record" in head), path.name


def test_a_list_of_members_parties_or_sponsors_says_how_many_of_how_many() -> None:
    for asked in read():
        if asked.words[2:3] and asked.words[2] in ("members-of-a-group", "signatories", "sponsors"):
            head = (ANSWERS / asked.file).read_text("utf-8").partition("\n\n")[0]
            assert "on record, as of" in head, asked.words
