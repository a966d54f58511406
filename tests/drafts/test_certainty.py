"""What a reviewer sees marked, and how people come in by the grammar of a sentence whatever its verb is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cyberdiplo import drafts
from cyberdiplo.drafts.certainty import SURE, UNSURE
from cyberdiplo.drafts.points.figures import find_quantities
from cyberdiplo.drafts.points.symbols import find_symbols
from tests.drafts.test_genres import read, whose_places
from tests.drafts.test_wordings import name_people, read_posts

if TYPE_CHECKING:
    from cyberdiplo.drafts.known import Known

HEAD = "Kettles for all\n\nOslo, 7 March 2031\n\nThe fair of kettles was about labels and the price of tea.\n\n"


def test_a_rule_has_proved_itself_or_says_why_not_and_one_that_is_used_nowhere_is_none() -> None:
    code = [path for path in Path(drafts.__file__).parent.rglob("*.py") if path.name != "certainty.py"]
    texts = " ".join(path.read_text(encoding="utf-8") for path in code)
    assert not SURE & UNSURE.keys()
    assert [rule for rule in (*SURE, *UNSURE) if f'"{rule}"' not in texts] == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("“Tea is for all”, mused Deputy Minister of Kettles Ida Lund.", "Ida Lund"),
        ("« Le thé est à tous », a martelé pour sa part le directeur du musée, M. Paul Petit.", "Paul Petit"),
        ("«El té es de todos», sentenció la embajadora de Chile, Ana Ruiz Soto.", "Ana Ruiz Soto"),
        ("Opening remarks were delivered by Olav Berg, Director of the Kettle Museum.", "Olav Berg"),
        ("Selon Mme Eva Blum, directrice du musée, les prix ont monté.", "Eva Blum"),
        ("Ambassador Ida Lund of Norway posited that labels help.", "Ida Lund"),
        ("L'ambassadeur de Norvège Olav Berg a insinué que les étiquettes aident.", "Olav Berg"),
        ("Dr. Ida Lund from the Ministry of Kettles presented the labels.", "Ida Lund"),
        ("Olav C. Berg, the Norwegian deputy minister, told reporters about pots.", "Olav C. Berg"),
        ("Kettle Director Ida Lund on Tuesday called for more pots.", "Ida Lund"),
        ("Ida Lund, of the Federal Kettle Office, said that pots are round.", "Ida Lund"),
        ("Prenant la parole, l'Ambassadeur du Maroc, M. Paul Petit, a plaidé pour le thé.", "Paul Petit"),
        ("Secretary-General Lund said in a message that tea is for all.", "Lund"),
        ("Chile's permanent representative Juan Mora said that pots are round.", "Juan Mora"),
    ],
)
def test_somebody_speaks_by_the_grammar_of_the_sentence(sentence: str, name: str, tmp_path: Path, known: Known) -> None:
    draft = read(tmp_path, known, "press-release", HEAD + sentence + "\n")
    assert set(name_people(draft)) == {name}
    assert len(whose_places(draft)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "The Kettle Agency of Norway said that it would open a museum.",
        "President Berg and Prime Minister Lund met in Oslo on Friday over tea.",
        "The fair was attended by Ida Lund, Minister of Kettles of Norway.",
    ],
)
def test_a_body_speaks_as_nobody_and_who_is_there_need_not_speak(sentence: str, tmp_path: Path, known: Known) -> None:
    assert not read(tmp_path, known, "press-release", HEAD + sentence + "\n").of("speakers")


LISTED = """\
Speaking were Ida Lund, Minister of Kettles of Norway; Olav Berg, Minister of Pots of Sweden; and Juan Mora, Minister
of Trade of Chile.
"""


def test_people_in_a_list_that_a_verb_announces_are_not_sure(tmp_path: Path, known: Known) -> None:
    draft = read(tmp_path, known, "press-release", HEAD + LISTED.replace("\nof", " of"))
    assert set(name_people(draft)) == {"Ida Lund", "Olav Berg", "Juan Mora"}
    assert all("" in row.doubts for row in draft.of("participations"))
    assert {post for _, post, _ in read_posts(draft)} == {
        "Minister of Kettles",
        "Minister of Pots",
        "Minister of Trade",
    }


FOLLOWED = """\
The director of the Kettle Museum, Ida Lund, said that tea is for all.

The director of the Kettle Museum declared a day of tea.

“Pots are round”, Lund concluded.

One participant asked for more tea.
"""


def test_a_paragraph_is_as_sure_as_what_names_the_speaker(tmp_path: Path, known: Known) -> None:
    draft = read(tmp_path, known, "press-release", HEAD + FOLLOWED)
    (places,) = whose_places(draft).values()
    assert places == {"line 7", "line 9", "line 11"}
    assert all("attribution" in row.doubts for row in draft.of("statements") if row.place in places)


def test_others_end_whose_the_paragraphs_are(tmp_path: Path, known: Known) -> None:
    text = "1. Mr Olav Berg (Norway) presented the labels.\n\n2. Three delegations supported this view of labels.\n\n"
    draft = read(tmp_path, known, "moderator-report", HEAD + text + "3. The Chair thanked all and closed the fair.\n")
    assert list(whose_places(draft).values()) == [{"par. 1"}]


def test_names_before_a_colon_or_on_a_line_in_capitals_have_turns(tmp_path: Path, known: Known) -> None:
    turns = (
        ("Ida Lund", "Tea is for all of us here."),
        ("Olav Berg", "So are pots, I would say."),
        ("Ida Lund", "Yes, pots too."),
    )
    colon = "".join(f"{name} : {words}\n\n" for name, words in turns)
    lines = "".join(f"{name.upper()}:\n\n{words}\n\n" for name, words in turns)
    for text in (colon, lines):
        assert set(name_people(read(tmp_path, known, "transcript", HEAD + text))) == {"Ida Lund", "Olav Berg"}
    chair = "The Chair: I thank you all for your kettles.\n\nThe Chair: Chile has the floor.\n\n"
    states = "Chile: Thank you. Pots are good for us.\n\nPeru: Thank you, Chair. We like pots as well.\n"
    draft = read(tmp_path, known, "transcript", HEAD + chair + states)
    assert {row.cells.get("country_id") for row in draft.of("participations")} == {None, "CHL", "PER"}


def test_the_office_before_brackets_is_no_part_of_the_name(tmp_path: Path, known: Known) -> None:
    text = (
        "El señor VICEPRESIDENTE (Mora Gil): Se abre la sesión.\n\nLa señora RUIZ SOTO (directora de museo): Gracias.\n"
    )
    assert set(name_people(read(tmp_path, known, "transcript", HEAD + text))) == {"Mora Gil", "Ruiz Soto"}


@pytest.mark.parametrize(
    "symbol",
    [
        "S/PV.9371", "MC(11).JOUR/2", "GC(64)/RES/9", "CD/1679", "P9_TA(2021)0286", "2019/2975(RSP)", "B9-0305/2021",
        "WT/MIN(22)/W/13", "MSC.428(98)", "T-CY(2017)10", "Assembly/AU/Dec.553", "ST 6272/20", "S/RES/2462 (2019)",
    ],
)  # fmt: skip
def test_a_symbol_has_a_shape_whichever_body_gave_it(symbol: str, known: Known) -> None:
    assert [each.printed for each in find_symbols(f"as in {symbol}, which is long", known)] == [symbol]


@pytest.mark.parametrize("words", ["a 24/7 desk", "G7/G20 leaders", "IPv4/IPv6", "TCP/IP", "9/11", "and/or", "A4/A5"])
def test_two_of_a_kind_are_no_symbol(words: str, known: Known) -> None:
    assert find_symbols(f"there are {words} here", known) == []


def test_a_number_counts_for_sure_where_its_noun_is_known() -> None:
    figures = find_quantities(
        "The 76 States bought 12 kettles, and la 57 Asamblea, TEA 58 Forum and Oct. 11 count nothing."
    )
    assert [(figure.value, figure.rules) for figure in figures] == [(76, ("counted",)), (12, ("counted_other",))]


def test_the_number_of_a_paragraph_is_no_figure(tmp_path: Path, known: Known) -> None:
    text = "1 First of all we thank the host.\n\n2 Second, tea is for all.\n\n3 Members of the fair like 5 countries.\n"
    draft = read(tmp_path, known, "moderator-report", HEAD + text)
    assert [row.cells["value"] for row in draft.of("figures")] == ["5"]
