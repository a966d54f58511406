"""For whom else somebody speaks: the group, organisation or State that a report or a turn names, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cyberdiplo.documents.read import read_document
from cyberdiplo.drafts.genres.report import draft_report
from cyberdiplo.drafts.states.behalf import on_behalf

if TYPE_CHECKING:
    from pathlib import Path

    from cyberdiplo.drafts.known import Known

ENGLISH = """\
Working Group on Teapots, 14 March 2031

Discussion

1. The representative of Fiji, speaking on behalf of the Pacific Islands Forum, said that small States have teapots too.

2. Kenya, on behalf of the African Group, stated that teapots were urgent.

3. Mr. Li Wang (China), on behalf of a group of 12 States, proposed a glossary of lids.

4. Ms. Mary O'Brien-Smith (Ireland) said on behalf of the European Union and its member States that lids matter.

5. Canada (on behalf of 68 States) urged all to apply the norms on teapots.

6. Japan said that it spoke for itself. Mr. Karl Roe (Peru) said on behalf of his delegation that it agreed.
"""
FRENCH = """\
Groupe de travail sur les théières, 14 mars 2031

Débat

1. La représentante des Fidji, s'exprimant au nom du Forum des îles du Pacifique, a déclaré que les théières comptent.

2. M. Jean Dupont (Suède), au nom de l'Union européenne et de ses États membres, a souligné l'importance des couvercles.

3. Le Kenya, au nom du Groupe des États d'Afrique, a indiqué que le renforcement des théières était urgent.
"""


def draft_of(text: str, known: Known, folder: Path) -> dict[str, str]:
    path = folder / "report.txt"
    path.write_text(text, "utf-8")
    draft = draft_report(read_document(path), known, "teapots")
    return {
        row.cells.get("country_id", ""): row.cells.get("on_behalf_of_id")
        or row.cells.get(f"on_behalf_of_{draft.lang}", "")
        for row in draft.of("participations")
    }


def test_a_report_says_for_whom_somebody_speaks(known: Known, tmp_path: Path) -> None:
    assert draft_of(ENGLISH, known, tmp_path) == {
        "FJI": "pacific-islands-forum",
        "KEN": "African Group",
        "CHN": "a group of 12 States",
        "IRL": "EU",
        "CAN": "68 States",
        "JPN": "",
        "PER": "",
    }


def test_a_report_in_french_does_too(known: Known, tmp_path: Path) -> None:
    assert draft_of(FRENCH, known, tmp_path) == {
        "FJI": "pacific-islands-forum",
        "SWE": "EU",
        "KEN": "Groupe des États d'Afrique",
    }


@pytest.mark.parametrize(
    ("sentence", "whom"),
    [
        ("I speak on behalf of the Group of Friends to thank you.", "Group of Friends"),
        ("On behalf of my delegation, I thank you.", None),
        ("Je parle au nom d'un groupe de 26 pays.", "un groupe de 26 pays"),
        ("Hablo en nombre del Grupo de los 77 y China.", "Grupo de los 77 y China"),
    ],
)
def test_the_words_end_where_the_name_ends(sentence: str, whom: str | None) -> None:
    match = on_behalf().search(sentence)
    assert (match["whom"] if match else None) == whom
