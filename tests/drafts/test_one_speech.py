"""What ``add`` proposes of a speech by its own words: State, title, and the stance of a point."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cyberdiplo.documents.read import read_document
from cyberdiplo.drafts.genres.one_speech import propose_answers
from cyberdiplo.drafts.points.stances import propose_stance

if TYPE_CHECKING:
    from pathlib import Path

    from cyberdiplo.drafts.known import Known

HEAD = """\
Remarks by Ambassador Ada Lovelace at a UN Security Council Debate on Teapots

Ambassador Ada Lovelace
U.S. Representative to the United Nations
New York, New York
June 29, 2021

Thank you, Mr. President. Teapots matter to us all.
"""


def test_the_head_names_the_state_the_meeting_and_the_title(known: Known, tmp_path: Path) -> None:
    (tmp_path / "speech.txt").write_text(HEAD, "utf-8")
    answers = propose_answers(read_document(tmp_path / "speech.txt"), known)
    assert (answers.who, answers.whom) == ("Ada Lovelace", "United States of America")
    assert (answers.where, answers.when) == ("unsc-2021-06-29-open-debate", "2021-06-29")
    assert answers.title.startswith("Remarks by Ambassador Ada Lovelace at a UN Security Council")


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("We strongly support the Budapest Convention.", ("supports", "coe-budapest-convention")),
        ("La France soutient la Convention de Budapest.", ("supports", "coe-budapest-convention")),
        ("We cannot support the Budapest Convention.", ("opposes", "coe-budapest-convention")),
        ("We support teapots.", None),  # of which there is no record
        ("We support the Budapest Convention and the Security Council.", None),  # on which of them?
        ("The Budapest Convention is old.", None),
    ],
)
def test_a_stance_is_proposed_where_a_verb_says_it_of_one_record(
    known: Known, sentence: str, stance: tuple[str, str] | None
) -> None:
    proposed = propose_stance(sentence, known)
    assert (tuple(proposed) if proposed else None) == stance
