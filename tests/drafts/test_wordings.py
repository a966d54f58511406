"""How documents of each genre may word things that a first handful of them did not: days, speakers, posts, sponsors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cyberdiplo.drafts import review
from cyberdiplo.drafts.folder import merge, read_folder
from cyberdiplo.drafts.points.figures import find_quantities
from cyberdiplo.drafts.points.symbols import find_symbols
from cyberdiplo.drafts.posts.reading import read_post
from cyberdiplo.drafts.writing import write_folder
from cyberdiplo.load.drafted import TO_WRITE
from cyberdiplo.proof.check import check
from tests.drafts.test_genres import read, whose_places

if TYPE_CHECKING:
    from pathlib import Path

    from cyberdiplo.drafts.known import Known
    from cyberdiplo.drafts.proposal import Draft

UNDATED = """\
Kettles for all: how a committee saw it

A report

Ms. Ada Kelly (Ireland), Head of Trade, Ministry of Enterprise, said that kettles need labels of one size everywhere.
"""
CHAIR = """\
Geneva, 2 May 2031

COMMITTEE ON KETTLES

2nd meeting, 14-15 March 2031

REPORT

1. The Chair, Mr Olav Berg (Norway), opened the meeting with a word on the size of kettles.

2. The Chair welcomed Ms Ida Lund Holm, Director of the Institute of Tea, and Mr Per Dahl, a guest.

3. The Chair also thanked all who had sent kettles to the secretariat before the meeting.

4. The Secretary General of the World Tea Organization, Ms Eva Soto Mar, congratulated the committee on its kettles.

5. Ms Lund Holm noted that labels for kettles differ from one country to the next.
"""
PRESSE = """\
Réunion sur les bouilloires

Oslo, le 7 mars 2031

Les bouilloires seront plus sûres d'année en année, a souligné M. Paul Petit, saluant le travail des experts.
"""
PRESS = """\
Kettles discussed at length

Oslo, 7 March 2031

Ida Lund, Deputy to the Director and Head of Trade at the World Institute of Tea, said that kettles need labels.

Nils Berg, a potter who makes kettles, said that labels break. He praised Mr. Olav Roe, who was not there.

Saint Helena, a place where tea is drunk at all hours, hosted a fair.
"""
STATEMENT = """\
Intervención del Embajador Juan Mora Soto, Encargado de Negocios a.i. de la Misión Permanente de Chile ante Naciones \
Unidas en el debate abierto del Consejo sobre teteras.

Ginebra, 20 de junio de 2031.

Señor Presidente:

Las teteras deben llevar una etiqueta en todos los países que beben té.
"""
PRESENTER = """\
Intersessional meeting on kettles

Friday, 16 May 2031

Presenter:
Ms. Ana B. Ruiz-Soto, Adviser

As this is the first time that we speak, we thank you for the kettles. They are of use to all of us.
"""
PROGRAMME = """\
Conference on kettles

The conference is for all who make tea. It welcomes guests from every country.

20 January 2031   1:00 PM - 5:45 PM

1.00 – 1.30 p.m.   OPENING

HE Ida Lund (Director, World Tea Bureau)

1.30 – 2.45 p.m.   PANEL ON KETTLES

  • Olav Berg, Chief Kettle Correspondent, Tea Television
  • Ana Soto, Ethics Lead at the Institute of Tea, Oslo; member of a jury
"""
HEADINGS = """\
Session 3 Transcript

This is an unofficial transcript

Ambassador Kelly

The third meeting is called to order, and we go on with the list of speakers that we had begun to hear yesterday.

Ireland

Thank you, Chair. Our delegation holds that all kettles need a label, and that the label should be of one size only.

Ida Lund Holm (Director, World Tea Bureau)

Tea is drunk in every country, and this is why we hold that labels ought to be read in every language of this room.
"""
VERBATIM = """\
Assemblée des bouilloires

82e séance plénière

Vendredi 9 mai 2031, à 15 heures

Président : M. Kelly ........................................... (Irlande)

La Présidente par intérim (parle en anglais) : L'Assemblée va maintenant examiner les rapports sur les bouilloires.

M. Berg (Norvège) (parle en anglais) : J'ai l'honneur de présenter les rapports de la commission des bouilloires.
"""
DRAFT_RESOLUTION = """\
General Assembly

Distr.: Limited 19 May 2031

Chile, Japan*, Bolivia (Plurinational State of)* and Peru: revised draft resolution

Kettles

The General Assembly,

Recalling all that was done for kettles,

Recalling also its resolution of 2030, in which it asked the following questions:

a) Which kettles are there?

b) Who makes them?
"""


def name_people(draft: Draft) -> dict[str, str]:
    return {row.cells["name_as_recorded"]: row.cells["role"] for row in draft.of("participations")}


def read_posts(draft: Draft) -> list[tuple[str, str, str]]:
    """(speaker, post, body) by their ids and the words of the document."""
    rows = draft.of("affiliations")
    return [(row.cells["speaker_id"], row.cells["position_en"], row.cells["organisation_id"]) for row in rows]


def test_where_no_day_is_printed_people_are_proposed_and_the_day_is_to_be_written(tmp_path: Path, known: Known) -> None:
    draft = read(tmp_path, known, "moderator-report", UNDATED)
    assert [row.cells["start_date"] for row in draft.of("meetings")] == [TO_WRITE]
    assert name_people(draft) == {"Ada Kelly": "speaker"}
    assert [row.cells["attested_on"] for row in draft.of("affiliations")] == [TO_WRITE]
    assert "No day of the meeting is printed: it is to be written." in draft.remarks


def test_a_day_to_be_written_is_a_warning_of_the_check_and_no_error(tmp_path: Path, known: Known) -> None:
    draft = read(tmp_path, known, "moderator-report", UNDATED)
    write_folder(merge(draft, read_folder(tmp_path / "mine" / "sources" / draft.source_id)))
    _, problems = check([tmp_path / "mine"])
    assert {(problem.level, problem.message) for problem in problems} == {("warning", "the day is still to be written")}


def test_the_day_that_a_person_writes_is_that_of_the_posts_too(tmp_path: Path, known: Known) -> None:
    draft = read(tmp_path, known, "moderator-report", UNDATED)
    write_folder(merge(draft, read_folder(tmp_path / "mine" / "sources" / draft.source_id)))
    folder = read_folder(tmp_path / "mine" / "sources" / draft.source_id)
    meeting = next(row for row in review.list_rows(folder) if row.table == "meetings")
    assert review.change(folder, meeting, "start_date", "2031-03-14") == ""
    assert [row["attested_on"] for (table, _), row in folder.rows.items() if table == "affiliations"] == ["2031-03-14"]


def test_of_several_days_at_the_head_that_of_the_meeting_counts_and_is_not_sure(tmp_path: Path, known: Known) -> None:
    (meeting,) = read(tmp_path, known, "moderator-report", CHAIR).of("meetings")
    assert (meeting.cells["start_date"], meeting.cells["end_date"]) == ("2031-03-14", "2031-03-15")
    assert "start_date" in meeting.doubts


def test_whoever_leads_speaks_by_the_role_alone_and_whom_they_welcome_does_not(tmp_path: Path, known: Known) -> None:
    draft = read(tmp_path, known, "moderator-report", CHAIR)
    people = name_people(draft)
    assert people == {"Olav Berg": "chair", "Eva Soto Mar": "speaker", "Ida Lund Holm": "speaker"}
    ids = {row.cells["name_as_recorded"]: row.id for row in draft.of("participations")}
    voices = whose_places(draft)
    assert voices[ids["Olav Berg"]] == {"par. 1", "par. 2", "par. 3"}
    assert voices[ids["Ida Lund Holm"]] == {"par. 5"}


def test_a_post_may_stand_before_the_name_and_a_whole_name_elsewhere(tmp_path: Path, known: Known) -> None:
    draft = read(tmp_path, known, "moderator-report", CHAIR)
    posts = {(speaker, post) for speaker, post, _ in read_posts(draft)}
    assert posts == {("mar-eva-soto", "Secretary General"), ("lund-holm-ida", "Director")}


def test_a_name_behind_the_verb_is_who_speaks(tmp_path: Path, known: Known) -> None:
    draft = read(tmp_path, known, "press-release", PRESSE)
    assert name_people(draft) == {"Paul Petit": "speaker"}
    assert set(whose_places(draft)) == {row.id for row in draft.of("participations")}


def test_in_a_press_release_a_bare_name_with_what_somebody_is_speaks_and_a_place_does_not(
    tmp_path: Path, known: Known
) -> None:
    draft = read(tmp_path, known, "press-release", PRESS)
    assert name_people(draft) == {"Ida Lund": "speaker", "Nils Berg": "speaker"}
    assert all("" in row.doubts for row in draft.of("participations"))
    assert [post[1] for post in read_posts(draft)] == ["Deputy to the Director and Head of Trade"]


def test_a_sentence_that_says_whose_speech_it_is_is_the_head(tmp_path: Path, known: Known) -> None:
    draft = read(tmp_path, known, "statement", STATEMENT)
    (row,) = draft.of("participations")
    expected = {"name_as_recorded": "Juan Mora Soto", "honorific": "Embajador", "country_id": "CHL"}
    assert expected.items() <= row.cells.items()
    (body,) = draft.of("organisations")
    assert body.cells["name_en"].startswith("Misión Permanente de Chile")
    assert "debate" not in body.cells["name_en"]
    assert [row.place for row in draft.of("statements")] == ["line 7"]


def test_who_presents_may_stand_under_a_label(tmp_path: Path, known: Known) -> None:
    assert name_people(read(tmp_path, known, "statement", PRESENTER)) == {"Ana B. Ruiz-Soto": "speaker"}


def test_a_programme_lists_bare_names_and_its_hours_are_no_numbers(tmp_path: Path, known: Known) -> None:
    draft = read(tmp_path, known, "programme", PROGRAMME)
    assert set(name_people(draft)) == {"Ida Lund", "Olav Berg", "Ana Soto"}
    assert [row.cells["start_date"] for row in draft.of("meetings")] == ["2031-01-20"]
    assert not [row.place for row in draft.rows if row.place.startswith("par. 1.")]
    assert {post for _, post, _ in read_posts(draft)} >= {"Chief Kettle Correspondent", "Ethics Lead"}


def test_a_transcript_names_speakers_on_lines_with_honorifics_and_without(tmp_path: Path, known: Known) -> None:
    draft = read(tmp_path, known, "transcript", HEADINGS)
    labels = [row.cells.get("country_id") or row.cells["name_as_recorded"] for row in draft.of("participations")]
    assert labels == ["Kelly", "IRL", "Ida Lund Holm"]


def test_whoever_presides_by_the_front_page_has_said_nothing(tmp_path: Path, known: Known) -> None:
    draft = read(tmp_path, known, "transcript", VERBATIM)
    assert name_people(draft) == {"La Présidente par intérim": "chair", "Berg": "speaker"}


def test_a_draft_has_its_sponsors_on_the_day_of_distribution_and_letters_in_its_preamble(
    tmp_path: Path, known: Known
) -> None:
    draft = read(tmp_path, known, "resolution", DRAFT_RESOLUTION)
    steps = [(row.cells["country_id"], row.cells["event_date"]) for row in draft.of("measure_events")]
    assert steps == [(country, "2031-05-19") for country in ("CHL", "JPN", "BOL", "PER")]
    places = [row.place for row in draft.of("statements")]
    assert places == ["preamb. 1", "preamb. 2", "preamb. 2 (a)", "preamb. 2 (b)"]


@pytest.mark.parametrize(
    ("text", "position", "body"),
    [
        ("congratulated the Committee on its work", None, None),
        ("Director of the National Centre in the open debate on tea", "Director", "National Centre"),
        ("Head of Trade at Kettle House, Oslo", "Head of Trade", "Kettle House"),
        ("Encargada de Negocios a.i. de la Misión Permanente de Chile", "Encargada de Negocios a.i.", "Misión"),
    ],
)
def test_a_post_ends_where_its_body_begins(known: Known, text: str, position: str | None, body: str | None) -> None:
    post = read_post(text, known)
    assert (post.position if post else None) == position
    assert (post is None and body is None) or (post and post.employer and post.employer.name.startswith(body or ""))


@pytest.mark.parametrize(
    "printed", ["CAHAI(2031)27", "CDPC-BU(2031)REP1", "S/17642", "resolution 338 (1973)", "résolution 2334 (2016)"]
)
def test_symbols_of_councils_are_told(known: Known, printed: str) -> None:
    assert [symbol.printed for symbol in find_symbols(f"As it stands in {printed}, all is well.", known)] == [printed]


def test_a_day_in_spanish_is_no_figure() -> None:
    assert find_quantities("Nueva York, 20 de junio de 2031.", "es") == []
