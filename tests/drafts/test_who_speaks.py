"""How reports, press releases, statements and resolutions may name who speaks: openings, offices, authors, chairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cyberdiplo.drafts.points.figures import find_quantities
from cyberdiplo.load.drafted import TO_WRITE
from tests.drafts.test_genres import read, whose_places
from tests.drafts.test_wordings import name_people, read_posts

if TYPE_CHECKING:
    from pathlib import Path

    from cyberdiplo.drafts.known import Known

OPENED = """\
Kettles opened

Geneva, 2 March 2031

The fair was opened by Governor Mr Olav Berg (Head of the Kettle Museum, Norway), and Ms Ida Lund (Norway).

In his opening remarks, Berg underscored that kettles are for all who drink tea in every country.

The KETTLE-CO took note of these points and of all that had been sent to it.
"""
OWN_REPORT = """\
KETTLES: WHERE WE ARE

REPORT BY AMBASSADOR JUAN MORA - FRIEND OF THE CHAIR

2 March 2031

1.1. I have held talks with many delegations on the size of kettles since the spring.

1.2. My consultations with the others have shown that views on labels differ from one to the next.
"""
SPANISH_PRESS = """\
Teteras para todos

Oslo, 7 de marzo de 2031

El Embajador Juan Mora de Chile dijo que las teteras deben llevar una etiqueta en todos los países.

“Las teteras son de todos”, señaló Ana Ruiz Soto, Subsecretaria de Comercio del Ministerio de Comercio de Chile.

La feria de las teteras tiene lugar en Oslo cada año desde hace mucho tiempo.

Al cierre, Marta Vega Gil, Directora de la División de Teteras de la OMT, destacó el trabajo de todos los expertos.
"""
POSTED = """\
Statement by Permanent Representative of Chile Juan Mora at the meeting on kettles

Let me thank you for the kettles that stand in this room. We shall use all of them.
"""
SPEAKERS = """\
Conference on kettles

20 January 2031

SPEAKERS

Mr Olav Berg

Director, Institute of Tea

Ida Lund

Kettle Bureau of Standards (Norway)
"""
MARKED = """\
The General Assembly,

Reaffirming the rights of kettles 1 and those of pots, 2

Recalling its resolution on kettles, 3

Decides,

(a) To label kettles;

(b) To label pots.
"""
PLEDGE = """\
Statement on kettles

2 March 2031

The members of the Kettle Group, Chile, Peru, INTERPOL, Japan, Kenya and Norway, met in Oslo.

We remain committed to the following actions in support of tea.

**For kettles**

- Label each kettle;

**For pots**

- Label each pot.
"""


def test_a_sentence_may_end_with_those_who_opened_and_go_on_with_a_family_name(tmp_path: Path, known: Known) -> None:
    draft = read(tmp_path, known, "moderator-report", OPENED)
    ids = {row.cells["name_as_recorded"]: row.id for row in draft.of("participations")}
    assert set(ids) == {"Olav Berg", "Ida Lund"}
    assert whose_places(draft) == {ids["Olav Berg"]: {"line 5", "line 7"}, ids["Ida Lund"]: {"line 5"}}


def test_a_report_in_the_first_person_is_its_authors(tmp_path: Path, known: Known) -> None:
    draft = read(tmp_path, known, "moderator-report", OWN_REPORT)
    assert list(name_people(draft).values()) == ["chair"]
    assert set().union(*whose_places(draft).values()) == {"par. 1.1", "par. 1.2"}


def test_a_state_behind_a_name_is_none_of_it_and_nobody_says_what_the_release_tells(
    tmp_path: Path, known: Known
) -> None:
    draft = read(tmp_path, known, "press-release", SPANISH_PRESS)
    rows = {row.cells["name_as_recorded"]: row for row in draft.of("participations")}
    assert set(rows) == {"Juan Mora", "Ana Ruiz Soto", "Marta Vega Gil"}
    assert rows["Juan Mora"].cells["country_id"] == "CHL"
    assert whose_places(draft)[rows["Ana Ruiz Soto"].id] == {"line 7"}


def test_a_name_may_stand_behind_the_post_of_a_state(tmp_path: Path, known: Known) -> None:
    draft = read(tmp_path, known, "statement", POSTED)
    (row,) = draft.of("participations")
    assert {"name_as_recorded": "Juan Mora", "country_id": "CHL"}.items() <= row.cells.items()
    assert "" in row.doubts


def test_in_a_programme_the_line_below_a_name_says_who_that_is(tmp_path: Path, known: Known) -> None:
    draft = read(tmp_path, known, "programme", SPEAKERS)
    assert set(name_people(draft)) == {"Olav Berg", "Ida Lund"}
    assert [(post, body) for _, post, body in read_posts(draft)] == [("Director", "institute-of-tea")]


def test_bare_marks_of_footnotes_and_a_verb_alone_leave_paragraphs_as_they_are(tmp_path: Path, known: Known) -> None:
    draft = read(tmp_path, known, "resolution", MARKED)
    places = [row.place for row in draft.of("statements")]
    assert places == ["preamb. 1", "preamb. 2", "op. 1 (a)", "op. 1 (b)"]
    assert not draft.of("figures")


def test_commitments_may_stand_under_headings_and_an_organisation_among_states(tmp_path: Path, known: Known) -> None:
    draft = read(tmp_path, known, "declaration", PLEDGE)
    commitments = [row.place for row in draft.of("statements") if row.cells["type"] == "commitment"]
    assert {"line 11", "line 15"} <= set(commitments)
    assert [row.cells["country_id"] for row in draft.of("participations")] == ["CHL", "PER", "JPN", "KEN", "NOR"]


@pytest.mark.parametrize(("text", "counts"), [("met on 29 and 30 April 2031 in Oslo", 0), ("in six UN languages", 1)])
def test_days_are_no_figures_and_a_thing_may_have_two_letters(text: str, counts: int) -> None:
    assert len(find_quantities(text, "en")) == counts


TITLED = """\
Kettles in one voice

OSLO, 7 March 2031 - The fair of kettles was held in Oslo for two days.

Deputy Prime Minister of Slovakia Jana Malá opened the fair by saying that tea is for all who drink it.

“Tea is for all,” she said. “So are kettles, in each country of the region.”

OSCE Secretary General Olav Berg highlighted the work of those who make kettles.

El Centro Nacional, director of nothing at all, is no person and said nothing here.
"""
UNDER_CHAIR = """\
Oslo, 7 mars 2031

COMITÉ DES BOUILLOIRES

Le comité, réuni sous la présidence de Mme Ida LUND (Norvège), a pris note de ce qui suit.

1. Le comité prend note des remarques de M. Olav BERG, Directeur du Centre du thé, qui a rappelé leur taille.

2. Le comité prend note des remarques de M. Per DAHL sur la taille des bouilloires.
"""
DEMONYM = """\
Teteras para todos

Oslo, 7 de marzo de 2031

El chileno Juan Mora Soto, director del Centro Nacional de Teteras, defendió que haya etiquetas en todas las teteras.

Explicó que las teteras se rompen sin ellas en todos los países de la región.

Desde Noruega, Ida Lund Berg, directora del Instituto de Té, compartió lo que se ha hecho hasta ahora.
"""
ONE_ARROW = """\
Kettle forum 2031

The following are the outputs of captioning taken at the forum on kettles.

>> IDA LUND: I'm Ida Lund, and I am glad to see so many kettles here on this fine day.

The COVID‑19 years have shown that a kettle is of use to all of us at home.
"""
SEMICOLONS = """\
Le Conseil de sécurité,

Se félicitant du rapport sur les bouilloires ;

Réaffirmant le droit au thé ;

1. Relève avec inquiétude que les bouilloires se cassent ;

2. Apprécie le travail des potiers ;

3. Décide de rester saisi de la question.
"""


def test_a_bare_name_behind_an_office_speaks_and_what_is_quoted_next_is_theirs(tmp_path: Path, known: Known) -> None:
    draft = read(tmp_path, known, "press-release", TITLED)
    rows = {row.cells["name_as_recorded"]: row for row in draft.of("participations")}
    assert set(rows) == {"Jana Malá", "Olav Berg"}
    assert rows["Jana Malá"].cells["country_id"] == "SVK"
    assert whose_places(draft)[rows["Jana Malá"].id] == {"line 5", "line 7"}


def test_who_presides_may_be_said_in_a_sentence_and_who_recalled_behind_a_name(tmp_path: Path, known: Known) -> None:
    draft = read(tmp_path, known, "moderator-report", UNDER_CHAIR)
    assert name_people(draft) == {"Ida LUND": "chair", "Olav BERG": "speaker"}


def test_a_verb_alone_goes_on_in_spanish_and_a_name_may_stand_behind_a_demonym(tmp_path: Path, known: Known) -> None:
    draft = read(tmp_path, known, "press-release", DEMONYM)
    rows = {row.cells["name_as_recorded"]: row for row in draft.of("participations")}
    assert set(rows) == {"Juan Mora Soto", "Ida Lund Berg"}
    assert whose_places(draft)[rows["Juan Mora Soto"].id] == {"line 5", "line 7"}


def test_one_name_behind_arrows_is_a_speaker(tmp_path: Path, known: Known) -> None:
    draft = read(tmp_path, known, "transcript", ONE_ARROW)
    assert name_people(draft) == {"Ida Lund": "speaker"}
    assert not draft.of("figures")


def test_a_preamble_may_end_its_paragraphs_with_semicolons(tmp_path: Path, known: Known) -> None:
    draft = read(tmp_path, known, "resolution", SEMICOLONS)
    verbs = {row.place: row.cells.get("verb") for row in draft.of("statements")}
    assert verbs == {
        "preamb. 1": "welcomes", "preamb. 2": "reaffirms", "op. 1": "notes_with_concern", "op. 2": "welcomes",
        "op. 3": "decides",
    }  # fmt: skip


CAPITALS = """\
Kettle forum 2031

>> IDA LUND: Good morning to all. I would ask Olav Berg to begin with the labels on kettles.

>> OLAV BERG: Thank you. A kettle without a label is of little use to those who drink tea.

>> REMOTE MODERATOR: There is a question on pots from somebody who follows us from home.
"""


def test_names_in_capitals_are_names_where_others_so_marked_are_and_then_not_sure(tmp_path: Path, known: Known) -> None:
    draft = read(tmp_path, known, "transcript", CAPITALS)
    rows = {row.cells["name_as_recorded"]: row for row in draft.of("participations")}
    assert set(rows) == {"Ida Lund", "Olav Berg", "REMOTE MODERATOR"}
    assert ("" in rows["Ida Lund"].doubts, "" in rows["Olav Berg"].doubts) == (True, False)
    assert [row.id for row in draft.of("speakers")] == ["lund-ida", "berg-olav"]


def test_the_day_of_a_resolution_is_none_of_the_meeting(tmp_path: Path, known: Known) -> None:
    text = CAPITALS.replace("Good morning to all.", "This meeting follows resolution 75/240 of 31 December 2030.")
    (meeting,) = read(tmp_path, known, "transcript", text).of("meetings")
    assert meeting.cells["start_date"] == TO_WRITE


def test_an_office_in_spanish_is_no_part_of_a_name(tmp_path: Path, known: Known) -> None:
    text = "Feria\n\nOslo, 7 de marzo de 2031\n\nEl Secretario General Adjunto Mora señaló que el té es bueno.\n"
    assert not read(tmp_path, known, "press-release", text).of("speakers")
