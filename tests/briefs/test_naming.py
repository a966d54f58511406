"""A voice that its sentence names is not named before it."""

from __future__ import annotations

import pytest

from cyberdiplo.briefs.naming import find_named


@pytest.mark.parametrize(
    ("who", "text", "named"),
    [
        ("Jacqueline Fick", "Mme Fick a souligné l'importance", "Mme Fick"),
        ("Mohamad Endhy Aziz", "Selon M. Endhy Aziz, renforcer la coopération", "M. Endhy Aziz"),
        ("Fabio Polverino; Luis Vega Fidalgo", "MM. Polverino et Vega Fidalgo ont", "MM. Polverino et Vega Fidalgo"),
        ("Fabio Polverino; Luis Vega Fidalgo", "M. Polverino a exposé", ""),
        ("India", "India supports replacing 'suppression'", "India"),
        ("Inde", "L'Inde propose un texte", "Inde"),
        ("Iran (Islamic Republic of)", "Iran notes that", "Iran"),
        ("certains intervenants", "Certains intervenants ont averti", "Certains intervenants"),
        ("tous les participants issus du privé", "Tous les participants du privé", "Tous les participants"),
        ("Huirong Tian", "La coopération internationale est importante", ""),
        ("Wei Guo Tang", "Les Tang dynasty vases", ""),
        ("Oman", "Romania says", ""),
        ("the report", "The group agreed", ""),
    ],
)  # fmt: skip
def test_the_words_that_name_a_voice_are_found(who: str, text: str, named: str) -> None:
    assert find_named(who, text) == named
