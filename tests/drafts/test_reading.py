"""What stands in a sentence: quantities, symbols, dates, names, posts, points."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cyberdiplo.drafts.certainty import is_sure
from cyberdiplo.drafts.people.introduced import find_addressed, split_name
from cyberdiplo.drafts.points.cutting import cut, find_anchor, widen
from cyberdiplo.drafts.points.dates import find_dates, find_hours
from cyberdiplo.drafts.points.figures import find_quantities
from cyberdiplo.drafts.points.symbols import find_symbols
from cyberdiplo.drafts.posts.reading import read_post
from cyberdiplo.text.printed import count_occurrences, normalise

if TYPE_CHECKING:
    from cyberdiplo.drafts.known import Known


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("some 45 States and over 370 companies", [("approx", 45, "count"), ("gt", 370, "count")]),
        ("plus de 60% d'entre elles", [("gt", 60, "percent")]),
        ("près de 160 milliards d'USD", [("approx", 160e9, "usd")]),
        ("the report on tea;1 Recalling kettles", []),
        ("US$ 1.2 billion", [("eq", 1.2e9, "usd")]),
        ("más de 40 Estados y 3 millones de euros", [("gt", 40, "count"), ("eq", 3e6, "eur")]),
        ("1,100 signatories, including 78 States", [("eq", 1100, "count"), ("eq", 78, "count")]),
        ("de 15 à 25 États", [("range", 15, "count")]),
        ("multiplié par sept en quatre ans", [("eq", 7, "multiple")]),
        ("la moitié de ces mesures environ", [("approx", 50, "percent")]),
        ("les quatre types de normes", [("eq", 4, "count")]),
        ("at least half of the firms", [("ge", 50, "percent")]),
        ("between 2019 and 2021", []),
        ("20 June 2023 at 10:00, for two hours", []),
        ("au cours des 6 dernières années", []),
        ("in paragraph 3 of resolution 73/266", []),
        ("ISO 27001, 5G, Windows 10 and COVID-19", []),
        ("its seventy-fifth session, the 2030 Agenda", []),
        ("the reports of 2010, 20132 and 20153", []),  # years with marks of footnotes
        ("these three points", []),
    ],
)
def test_a_quantity_is_what_is_counted_with_its_caution(text: str, quantities: list[tuple[str, float, str]]) -> None:
    assert [(one.comparator, one.value, one.unit) for one in find_quantities(text)] == quantities


def test_his_honour_is_addressed_and_how_somebody_was_there_is_no_part_of_a_body(known: Known) -> None:
    assert [who.name for who in find_addressed("HE. Jane Doe, Chair; His Honor. John Roe")] == ["Jane Doe", "John Roe"]
    plain = read_post("Secretary General of the Tea Union", known)
    assert read_post("Secretary General of the Tea Union (Written message)", known) == plain


@pytest.mark.parametrize("occasion", ["AT TEA PLENARY", "ON KETTLES OF OLD"])
def test_in_a_title_in_capitals_a_name_ends_before_the_occasion(occasion: str) -> None:
    assert [who.name for who in find_addressed(f"STATEMENT BY AMBASSADOR JANE DOE {occasion}")] == ["JANE DOE"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("see G/TBT/N/CHN/12/Add.1 and G/TBT/46, paragraph 2", ["G/TBT/N/CHN/12/Add.1", "G/TBT/46"]),
        ("ses résolutions 53/70 du 4 décembre 1998, 54/49 et 73/27", ["A/RES/53/70", "A/RES/54/49", "A/RES/73/27"]),
        ("Human Rights Council resolutions 28/16 and 34/7", ["A/HRC/RES/28/16", "A/HRC/RES/34/7"]),
        ("la décision 72/512", ["A/DEC/72/512"]),
        ("its resolutions 901 (1994), 902 (1994) and 7 (1994)", [f"S/RES/{n} (1994)" for n in (901, 902, 7)]),
        ("resolution WHA99.12 (2031) on tea and WHA99.3", ["WHA99.12 (2031)", "WHA99.3"]),
        ("AS (2031) CR 07 and Doc. 19999", ["AS (2031) CR 07", "Doc. 19999"]),
        ("CEI 63154 ou ISO/CEI 29128-1", ["IEC 63154", "ISO/IEC 29128-1"]),
        ("A/C.1/74/L.49/Rev.1", ["A/C.1/74/L.49/Rev.1"]),
        ("a 24/7 network, 3/4 of it", []),
    ],
)
def test_symbols_are_read_as_the_tables_write_them(text: str, values: list[str], newcomer: Known) -> None:
    assert [symbol.value for symbol in find_symbols(text, newcomer)] == values


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("20 JUIN 2023, 15 HEURES-18 HEURES", ("2023-06-20", "2023-06-20")),
        ("3-4 février 2031", ("2031-02-03", "2031-02-04")),
        ("on October 31–November 1, 2022", ("2022-10-31", "2022-11-01")),
        ("October 12-14, 2021", ("2021-10-12", "2021-10-14")),
        ("14 de marzo de 2031", ("2031-03-14", "2031-03-14")),
        ("le 1er juin 2024", ("2024-06-01", "2024-06-01")),
        ("May 2021", ("2021-05", "2021-05")),
    ],
)
def test_a_date_is_never_more_precise_than_printed(text: str, days: tuple[str, str]) -> None:
    assert [(span.first, span.last) for span in find_dates(text)] == [days]


def test_hours_need_a_begin_and_an_end() -> None:
    assert find_hours("20 JUIN 2023, 15 HEURES-18 HEURES") == ("15:00", "18:00")
    assert find_hours("10:00-13:00") == ("10:00", "13:00")
    assert find_hours("3-4 février 2031") is None


def test_a_family_name_is_told_by_capitals_or_by_how_the_text_goes_on() -> None:
    assert split_name("Mohamad Endhy Aziz", ["Endhy Aziz"]) == ("Mohamad", "Endhy Aziz", True)
    assert split_name("Li WANG", []) == ("Li", "Wang", True)
    assert split_name("Jean-Pierre de la Tour", []) == ("Jean-Pierre", "de la Tour", False)
    assert split_name("Ana Ruiz Soto", []) == ("Ana Ruiz", "Soto", False)  # nothing shows it: unsure


def test_a_form_of_address_stands_before_a_name() -> None:
    text = "S.E. Mme Léa Martin (Suisse) et MM. Paul Durand et Dr. Li Wang"
    assert [(who.honorific, who.name, who.label) for who in find_addressed(text)] == [
        ("S.E. Mme", "Léa Martin", "Suisse"),
        ("MM.", "Paul Durand", ""),
        ("Dr.", "Li Wang", ""),
    ]


@pytest.mark.parametrize(
    ("text", "position", "employer", "country"),
    [
        ("Directrice, VizStrat Solutions (Afrique du Sud).", "Directrice", "VizStrat Solutions", "ZAF"),
        ("Head of Policy, Ministry of Trade, Industry and Tourism, Colombia", "Head of Policy",
         "Ministry of Trade, Industry and Tourism", "COL"),
        ("Director of the National Cyber Security Centre", "Director", "National Cyber Security Centre", ""),
        ("Profesor, Universidad del Pacífico (Perú)", "Profesor", "Universidad del Pacífico", "PER"),
        ("Responsable, règles et preuves, sécurité des produits, Département des sciences (DSIT) (Royaume-Uni)",
         "Responsable, règles et preuves, sécurité des produits", "Département des sciences", "GBR"),
    ],
)  # fmt: skip
def test_a_post_ends_where_its_body_begins(
    text: str, position: str, employer: str, country: str, newcomer: Known
) -> None:
    post = read_post(text, newcomer)
    assert post is not None
    assert post.employer is not None
    assert (post.position, post.employer.name, post.employer.country) == (position, employer, country)


@pytest.mark.parametrize(
    ("text", "position", "employer"),
    [
        ("Ambassadrice, Représentante permanente de la Suisse", "Ambassadrice, Représentante permanente",
         "Mission permanente de la Suisse"),
        ("Permanent Representative of Chile to the United Nations", "Permanent Representative",
         "Permanent Mission of Chile to the United Nations"),
        ("Brazilian Minister of Kettles", "Minister of Kettles", "Government (Brazil)"),
        ("ministre français des bouilloires", "ministre des bouilloires", "Gouvernement (France)"),
    ],
)  # fmt: skip
def test_a_post_of_a_state_is_in_the_body_that_it_names_and_not_sure(
    text: str, position: str, employer: str, newcomer: Known
) -> None:
    newcomer.labels |= {"BRA": ("Brésil", "Brazil"), "FRA": ("France", "France")}
    newcomer.homes.clear()
    post = read_post(text, newcomer)
    assert post is not None
    assert post.employer is not None
    assert (post.position, post.employer.name, is_sure(*post.rules)) == (position, employer, False)


def test_a_post_without_a_body_gets_none(newcomer: Known) -> None:
    post = read_post("Senior Kettle Adviser", newcomer)
    assert post is not None
    assert post.employer is None


def test_a_point_is_a_sentence_and_abbreviations_end_none() -> None:
    text = "M. Gan a parlé du par. 3.5 de la loi. Selon Mme Fick, p. ex., il faut agir. Faut-il attendre encore?"
    assert [point.text for point in cut(text)] == [
        "M. Gan a parlé du par. 3.5 de la loi.",
        "Selon Mme Fick, p. ex., il faut agir.",
        "Faut-il attendre encore?",
    ]


def test_an_anchor_occurs_once_and_has_eight_words_at_most() -> None:
    text = "The door is open. The door is open to all States that wish to come in and the window too."
    anchor = find_anchor(text, 18, len(text))
    assert count_occurrences(anchor, normalise(text)) == 1
    assert len(anchor.split()) <= 8
    assert count_occurrences(widen(text, 4, 8), normalise(text)) in (0, 1)
