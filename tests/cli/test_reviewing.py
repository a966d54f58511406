"""A review: what was decided on in one gesture is not shown again, what was written once is not asked for again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cyberdiplo.cli.talk.reviewing import Keys, review_folder
from cyberdiplo.drafts.folder import REJECTED, merge, read_folder
from cyberdiplo.drafts.genres.registry import draft_document
from cyberdiplo.drafts.known import read_known
from cyberdiplo.drafts.writing import write_folder

if TYPE_CHECKING:
    from pathlib import Path

    from cyberdiplo.drafts.folder import DraftFolder
    from cyberdiplo.store.connection import Connection

TEXT = """\
Joint Declaration on Teapots

The members of the International Counter Ransomware Initiative (CRI)—Chile, Japan, Kenya, Mexico, Norway, Poland, and
Spain—met in Geneva on 7 March 2031.

We will label every teapot by 2035. We will share what we learned. We will meet again.
"""


@pytest.fixture
def folder(database: Connection, tmp_path: Path) -> DraftFolder:
    (tmp_path / "teapots.txt").write_text(TEXT, "utf-8")
    draft = draft_document(tmp_path / "teapots.txt", "declaration", read_known(database))
    write_folder(merge(draft, read_folder(tmp_path / "mine")))
    return read_folder(tmp_path / "mine")


class Typed(Keys):
    """Keys that a test presses, and how many were asked for."""

    def __init__(self, *lines: str) -> None:
        super().__init__()
        self.lines = list(lines)
        self.asked: list[str] = []

    def key(self, prompt: str) -> str:
        """The next line."""
        return self.text("key" if prompt else "")

    def text(self, prompt: str) -> str:
        """The next line, by what is asked for."""
        self.asked.append(prompt.strip(" :"))
        return self.lines.pop(0) if self.lines else "q"


def test_rows_that_were_taken_together_are_not_shown_again(
    folder: DraftFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    states = sum(table == "participations" for table, _ in folder.rows)
    review_folder(folder, {}, Typed("t", "q"))
    shown = capsys.readouterr().out
    assert shown.count("  participations  ") == 1
    assert states > 2
    review_folder(folder, {}, Typed("s", "b", "q"))  # back to one that is there
    assert capsys.readouterr().out.count("1/") >= 2


def test_the_rest_of_a_table_is_rejected_for_one_reason(folder: DraftFolder) -> None:
    rows = [row for row in folder.proposals.values() if row.table == "participations" and not row.follows]
    review_folder(folder, {}, Typed("a", "x", "", "x", "not needed", "q"))
    assert [row.decision == REJECTED for row in rows].count(True) == len(rows) - 1
    assert {row.reason for row in rows if row.decision == REJECTED} == {"not needed"}


def test_words_beside_the_same_words_are_asked_for_once(folder: DraftFolder) -> None:
    statements = [cells for (table, _), cells in folder.rows.items() if table == "statements"]
    first, second = statements[0], statements[1]
    assert first["attribution_text_en"] == second["attribution_text_en"]
    keys = ["t", *["s"] * sum(not row.follows and row.table not in ("statements", "participations")
            for row in folder.proposals.values()), "a", "les membres", "Un.", "One.", "q"]  # fmt: skip
    typed = Typed(*keys)
    review_folder(folder, {}, typed)
    assert second["attribution_text_fr"] == "les membres"
    assert second["summary_fr"] == "[…]"  # its own words are its own
    assert typed.asked.count("attribution_text_fr") == 1
