"""Figures and symbols as texts of many bodies print them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cyberdiplo.drafts.points.figures import find_quantities
from cyberdiplo.drafts.points.symbols import find_symbols

if TYPE_CHECKING:
    from cyberdiplo.drafts.known import Known

FIGURES = (
    ("en", "Kettles cost $1.250 billion.", [("eq", 1.25e9)]),
    ("es", "Gastaron 1.250 millones de dólares.", [("eq", 1.25e9)]),
    ("fr", "Un budget de 1,250 milliard d'euros.", [("eq", 1.25e9)]),
    ("en", "from 5 per cent in 2029 to 15 per cent of 33,000 in 2031", [("eq", 5), ("eq", 15), ("eq", 33000)]),
    ("fr", "Les bouilloires vont de 5 % en 2029 à 15 % en 2031.", [("eq", 5), ("eq", 15)]),
    ("es", "hay 41.000 en Oslo y 12.000 en Bergen", [("eq", 41000), ("eq", 12000)]),
    ("en", "The motion was adopted by a vote of 31 to 6 with 4 abstentions.", [("eq", 31), ("eq", 6), ("eq", 4)]),
    ("en", "The motion was rejected by twelve to nine.", [("eq", 12), ("eq", 9)]),
    ("fr", "adoptée par 31 voix contre 6", [("eq", 31), ("eq", 6)]),
    ("es", "aprobada por 31 votos contra 6", [("eq", 31), ("eq", 6)]),
    ("fr", "Votants : 241", [("eq", 241)]),
    ("es", "Abstenciones: 14", [("eq", 14)]),
    ("en", "some 40 kettles, 30 kettles or more", [("approx", 40), ("ge", 30)]),
    ("es", "ronda los 40 países", [("approx", 40)]),
    ("fr", "qui avoisine les 40 pays", [("approx", 40)]),
)


@pytest.mark.parametrize(("lang", "text", "values"), FIGURES)
def test_votes_shares_and_large_numbers_are_figures(lang: str, text: str, values: list[tuple[str, float]]) -> None:
    assert [(each.comparator, each.value) for each in find_quantities(text, lang)] == values


@pytest.mark.parametrize("text", ["20310307 Kettles", "see pages 1,200 to 1,300", "No. 2,300", "the 31 to 6"])
def test_days_in_one_number_and_pages_are_no_figures(text: str) -> None:
    assert find_quantities(text, "en") == []


SYMBOLS = (
    ("KET/Circ. 29 and KET.2/Circ.700/Rev.1", ["KET/Circ. 29", "KET.2/Circ.700/Rev.1"]),
    ("RESOLUTION A.600(15), and resolution A. 601(15)", ["A.600(15)", "A. 601(15)"]),
    ("resolution 1901(2031) and 1902 (2031)", ["resolution 1901(2031)", "1902 (2031)"]),
    ("(CP/doc.1200/94 add. 2)", ["CP/doc.1200/94 add. 2"]),
    ("las resoluciones de la Asamblea General de las Naciones Unidas 40/7 K, del 2 de mayo de 1985, y 41/8",
     ["40/7 K", "41/8"]),
    ("les résolutions de l'Assemblée générale 40/7 et 41/8", ["40/7", "41/8"]),
    ("resolutions of the Human Rights Council 40/7 and 41/8", ["40/7", "41/8"]),
    ("la Résolution KETTP/Res.31 (XL) 07 sur le thé", ["KETTP/Res.31 (XL) 07"]),
    ("KM/Dec. 12(IX)", ["KM/Dec. 12(IX)"]),
    ("as K.T.M. (46) 12 says", ["K.T.M. (46) 12"]),
    ("KTM (47) 3rd Meeting", ["KTM (47) 3rd Meeting"]),
)  # fmt: skip


@pytest.mark.parametrize(("text", "printed"), SYMBOLS)
def test_symbols_of_other_bodies_are_read_whole(text: str, printed: list[str], known: Known) -> None:
    assert [symbol.printed for symbol in find_symbols(text, known)] == printed
