"""Who speaks by what stands before a turn: an office and the family name, its letters alone, a post with a comma."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cyberdiplo.drafts.genres.labels import read_titled_label
from tests.drafts.test_genres import read

if TYPE_CHECKING:
    from pathlib import Path

    from cyberdiplo.drafts.known import Known

LABELS = (
    ("CHAIRMAN ROE", "CHAIRMAN", "Roe"),
    ("DEPUTY SECRETARY-GENERAL LUND", "DEPUTY SECRETARY-GENERAL", "Lund"),
    ("Prime Minister, Jane Roe", "Prime Minister", "Jane Roe"),
    ("COMMISSIONER VON DER BERG", "COMMISSIONER", "Von Der Berg"),
    ("Minister Mora", "Minister", "Mora"),
    ("SEÑOR MORA", "SEÑOR", "Mora"),
    ("SENADORA MORA GIL", "SENADORA", "Mora Gil"),
    ("Le ministre PETIT", "Le ministre", "Petit"),
    ("Directrice générale Petit", "Directrice générale", "Petit"),
    ("SENATOR O'NEILL", "SENATOR", "O'Neill"),
    ("Archbishop Rossi (Holy See)", "Archbishop", "Rossi"),
)


@pytest.mark.parametrize(("label", "title", "name"), LABELS)
def test_an_office_before_the_family_name_is_no_part_of_it(label: str, title: str, name: str) -> None:
    titled = read_titled_label(label)
    assert titled
    assert (titled[0], titled[1].name) == (title, name)


@pytest.mark.parametrize("label", ["PRESS SECRETARY", "SENIOR OFFICIAL", "The President", "Chile", "OPERATOR"])
def test_an_office_alone_is_nobody(label: str) -> None:
    assert read_titled_label(label) is None


PRESS_CALL = """\
What Prime Minister Ada Kelly and the Secretary-General told the press

Oslo, 7 March 2031

Prime Minister, Ada Kelly: Good morning. Beside me stands the Secretary-General of the Kettle Union, Mr. Olav
Berg, who likes tea.

SG: Thank you. We have talked about kettles at some length.

COMMISSIONER LUND: We will propose a rule by summer.

SENIOR OFFICIAL: I would not rule that out.
"""
SESSION = """\
COMISIÓN DE TETERAS

(Sesión del día 7 de marzo de 2031)

SEÑORA PRESIDENTA.- Está abierta la sesión. Recibimos al señor embajador Juan Mora.

SEÑOR MORA.-. Gracias. Las teteras de Oslo son más seguras que antes.

SEÑORA PRESIDENTA.- Muchas gracias por la exposición sobre las teteras.
"""


def test_letters_and_posts_before_turns_tell_who_speaks(tmp_path: Path, known: Known) -> None:
    draft = read(tmp_path, known, "transcript", PRESS_CALL)
    named = [row.cells["name_as_recorded"] for row in draft.of("participations") if row.cells.get("speaker_id")]
    assert named == ["Ada Kelly", "Olav Berg", "Lund"]


def test_a_form_of_address_before_a_dash_is_that_of_whom_the_text_names_whole(tmp_path: Path, known: Known) -> None:
    draft = read(tmp_path, known, "transcript", SESSION)
    named = [row for row in draft.of("participations") if row.cells.get("speaker_id")]
    assert [row.cells["name_as_recorded"] for row in named] == ["Juan Mora"]
    assert "" in named[0].doubts
