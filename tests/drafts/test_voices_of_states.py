"""States that speak by somebody's post, behind what stands between commas; who led a meeting that adopts a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cyberdiplo.drafts.states.delegations import find_states
from tests.drafts.test_genres import read

if TYPE_CHECKING:
    from pathlib import Path

    from cyberdiplo.drafts.known import Known

SPEAKING = (
    "Norway's Deputy Minister for Trade said that kettles were safe.",
    "Norway's Foreign Minister warned that kettles were not safe.",
    "The Minister of Trade of Norway told the meeting that kettles were safe.",
    "Le ministre du commerce de la Norvège a dit que les bouilloires étaient sûres.",
    "El ministro de comercio de Noruega señaló que las teteras eran seguras.",
    "La Norvège, qui présidait depuis un an le groupe (douze États), a ainsi regretté ce retard.",
    "Norway, which had chaired the group (twelve States) for a year, regretted the delay.",
    "De l'avis de la délégation norvégienne, les bouilloires sont sûres.",
    "In the view of the Norwegian delegation, kettles are safe.",
)


@pytest.mark.parametrize("text", SPEAKING)
def test_a_state_speaks_by_a_post_and_behind_an_aside(known: Known, text: str) -> None:
    states = find_states(text, known, alone=True)
    assert [[item.record_id for item in found.mentions] for found in states] == [["NOR"]]


@pytest.mark.parametrize(
    "text", ["Norway's Foreign Minister arrived.", "The Minister of Trade of Norway has a kettle."]
)
def test_a_post_alone_says_nothing(known: Known, text: str) -> None:
    assert find_states(text, known, alone=True) == []


LED = (
    "The talks were chaired by H.E. Ada Kelly, President of the Republic of Kenya and were watched by others.",
    "The talks were held under the chairmanship of H.E. Ada Kelly, President of the Republic of Kenya.",
    "Les débats ont été présidés par S.E.M. Ada Kelly, président de la République du Kenya.",
    "C'était sous la présidence de Ada Kelly, présidente du Kenya.",
    "La reunión fue presidida por la Sra. Ada Kelly, presidenta de Kenya.",
)


@pytest.mark.parametrize("sentence", LED)
def test_a_communique_tells_who_led(tmp_path: Path, known: Known, sentence: str) -> None:
    text = f"Kettle summit: communiqué\n\nOslo, 7 March 2031\n\nThe summit met in Oslo on 7 March 2031.\n\n{sentence}"
    draft = read(tmp_path, known, "declaration", text)
    (chair,) = [row for row in draft.of("participations") if row.cells.get("speaker_id")]
    assert (chair.cells["name_as_recorded"], chair.cells["role"], chair.cells["country_id"]) == (
        "Ada Kelly",
        "chair",
        "KEN",
    )
