"""Whose a speech is: by a title of nobility, a letter's head, a label; of which State by its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cyberdiplo.drafts.posts.reading import read_post
from tests.drafts.test_genres import read

if TYPE_CHECKING:
    from pathlib import Path

    from cyberdiplo.drafts.known import Known

BODY = "\n\nMr President,\n\n{sentence} Kettles ought to be safe for everybody who drinks tea, we think.\n"
PEOPLE = (
    ("Lord Roe's speech at the fair of kettles\n\n7 March 2031", "It is good to be here.", "Roe"),
    ("Reply of Norway to the report by Jane Roe, High Commissioner for Tea", "It is good to be here.", ""),
    ("Réponse de la Norvège au discours de Jane Roe, Haute Commissaire au thé", "Nous saluons ce texte.", ""),
    ("Roe to the President of the Kettle Council\n\nLetter, Oslo, 7 March 2031", "I write about kettles.", "Roe"),
    ("ROE (through an interpreter):", "It is good to be here.", "Roe"),
    ("12th sitting, “Kettles of every size and colour, and all the tea that has been made in them since last year” "
     "Ambassador Jane Roe 7 March 2031", "It is good to be here.", "Jane Roe"),
    ("STATEMENT BY MS. JANE ROE OF NORWAY, ON BEHALF OF THE GROUP OF 77, 7 March 2031", "It is good.", "JANE ROE"),
)  # fmt: skip


@pytest.mark.parametrize(("head", "sentence", "name"), PEOPLE)
def test_the_head_tells_whose_a_speech_is(tmp_path: Path, known: Known, head: str, sentence: str, name: str) -> None:
    draft = read(tmp_path, known, "statement", head + BODY.format(sentence=sentence))
    (row,) = draft.of("participations")
    assert row.cells.get("speaker_id") if name else row.cells["country_id"] == "NOR"
    assert not name or row.cells["name_as_recorded"] == name


OF_STATES = (
    "On behalf of the Government and people of Norway, I wish you a good session.",
    "I am glad to welcome you all to Norway.",
    "In Norway, we have tested all of them.",
    "I speak to you as a representative of the Norwegian government.",
    "Here in Norway, kettles are loved.",
    "Au nom du peuple et du gouvernement de la Norvège, je vous salue.",
    "Bienvenue en Norvège.",
    "Bienvenidos a Noruega.",
)


@pytest.mark.parametrize("sentence", OF_STATES)
def test_a_minister_is_of_the_state_of_which_they_say_they_are(tmp_path: Path, known: Known, sentence: str) -> None:
    head = "Opening address by Ms Jane Roe, Minister of Trade, Labour and Tourism\n\n7 March 2031"
    draft = read(tmp_path, known, "statement", head + BODY.format(sentence=sentence))
    (post,) = draft.of("affiliations")
    assert post.cells["position_en"] == "Minister of Trade, Labour and Tourism"
    assert post.doubts
    assert "on_behalf_of_id" not in draft.of("participations")[0].doubts


POSTS = (
    ("Minister of Trade, Labour and Tourism of Norway", "Minister of Trade, Labour and Tourism"),
    ("Ministro de Industria, Comercio y Turismo de Chile", "Ministro de Industria, Comercio y Turismo"),
    ("Head of the Delegation of Norway", "Head of the Delegation"),
    ("Chef de la délégation de la Norvège", "Chef de la délégation"),
    ("Jefa de la Delegación de Chile", "Jefa de la Delegación"),
)


@pytest.mark.parametrize(("text", "position"), POSTS)
def test_what_a_minister_is_of_is_no_body(known: Known, text: str, position: str) -> None:
    post = read_post(text, known)
    assert post
    assert (post.position, bool(post.country)) == (position, True)
