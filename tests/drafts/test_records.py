"""Summary records: whoever begins a paragraph said what stands in it, whichever the verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cyberdiplo.drafts.people.reporting import is_recorded
from tests.drafts.test_genres import read, whose_places

if TYPE_CHECKING:
    from pathlib import Path

    from cyberdiplo.drafts.known import Known

RECORD = """\
Kettle Committee

Summary record of the 12th meeting

Held at Oslo on Friday, 7 March 2031, at 10 a.m.

Chair: Mr. Berg

1.Mr. Doe took the chair, and the delegation of Chile took places at the table.

2.Ms. Lund (Norway) wished to know how many kettles had been tested. She feared that few had.

3.The question of labels for kettles remained open as well.

4.Mr. MORA GIL enquired about the tests of kettles in Oslo.

5.It was so decided.
"""


def test_a_record_has_whoever_begins_a_paragraph_speak(tmp_path: Path, known: Known) -> None:
    draft = read(tmp_path, known, "transcript", RECORD)
    named = [row.cells["name_as_recorded"] for row in draft.of("participations") if row.cells["role"] == "speaker"]
    assert named == ["Lund", "MORA GIL"]
    places = whose_places(draft)
    assert {"par. 2", "par. 3"} in places.values()
    assert {"par. 4"} in places.values()


SPEAKING = (" enquired about", " souhaite savoir", " pregunta si", " voudrait", " se demande si", " quería saber")
SILENT = (
    " took the chair",
    " prend la présidence",
    " ocupa la presidencia",
    " was elected Chair",
    " se retire",
    ", Chair",
)


@pytest.mark.parametrize("rest", SPEAKING)
def test_any_verb_is_one_of_speaking_in_a_record(rest: str) -> None:
    assert is_recorded(rest)


@pytest.mark.parametrize("rest", SILENT)
def test_what_is_done_in_the_room_is_none(rest: str) -> None:
    assert not is_recorded(rest)
