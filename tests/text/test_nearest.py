"""What is taken for a misspelling of a word, without being asked back, and what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cyberdiplo.search.search import open_engine
from cyberdiplo.text.names import fold
from cyberdiplo.text.nearest import count_slips, find_misspelt

if TYPE_CHECKING:
    from cyberdiplo.store.sqlite_reading import Reading

# (as it was typed, the word that was meant); all of the right ones are in the shipped data.
MISSPELT = [
    line.split()
    for line in """
    étiquettage étiquetage
    ransomwear ransomware
    ransonware ransomware
    rancongiciel rançongiciel
    rançonggiciel rançongiciel
    cybersecurty cybersecurity
    cybersécurtié cybersécurité
    cybersecurité cybersécurité
    cyberscurity cybersecurity
    cooperatoin coopération
    coopperation coopération
    developement development
    goverment government
    governement government
    govermental governmental
    encription encryption
    encrytion encryption
    chifrement chiffrement
    chiffremment chiffrement
    souvereignty sovereignty
    sovreignty sovereignty
    souveraintée souveraineté
    infrastucture infrastructure
    infrastrucutre infrastructure
    vulnerabilty vulnerability
    vunerability vulnerability
    vulnérabillité vulnérabilité
    responsability responsibility
    attibution attribution
    multistakehoder multistakeholder
    certificaton certification
    interoperabilty interoperability
    interopérabillité interopérabilité
    comitee committee
    commitee committee
    dimplomacy diplomacy
    agrement agreement
    buget budget
    humanitarain humanitarian
    espionnage espionage
    negociation negotiation
    negotation negotiation
    harmonizaton harmonization
    techincal technical
    standarisation standardisation
    privcy privacy
    Estionia Estonia
    Germny Germany
    Guattemala Guatemala
    Micorsoft Microsoft
    """.strip().splitlines()
]

# Words of another field, correctly spelt, and no words at all.
OTHERS = [
    "bogus",
    "butter",
    "zzyzx",
    "xyzzy",
    "foobar",
    "qwerty",
    "banana",
    "bicycle",
    "guitar",
    "kitchen",
    "giraffe",
    "volcano",
    "penguin",
    "umbrella",
    "sandwich",
    "mushroom",
    "potato",
    "tulip",
    "elephant",
    "piano",
    "violin",
    "strawberry",
    "poney",
    "fromage",
    "grenouille",
    "escargot",
    "pamplemousse",
    "parapluie",
    "chaussette",
    "crocodile",
    "coquelicot",
    "horse",
    "tiger",
    "candle",
    "pillow",
    "mustard",
    "lorem",
    "ipsum",
    "asdfgh",
    "wombat",
    "zebra",
]


@pytest.mark.parametrize(("typed", "meant"), MISSPELT, ids=lambda word: str(word))
def test_a_misspelt_word_is_taken_for_the_right_one(database: Reading, typed: str, meant: str) -> None:
    engine = open_engine(database)
    if engine.forms(fold(typed)):  # a source or the other language spells it so
        assert count_slips(fold(typed), fold(meant)) <= 2
    else:
        near = engine.near(fold(typed))
        assert near, typed
        assert set(engine.forms(near[0])) & set(engine.forms(fold(meant))), near


@pytest.mark.parametrize("word", OTHERS)
def test_a_word_that_is_no_misspelling_is_not_corrected(database: Reading, word: str) -> None:
    engine = open_engine(database)
    assert engine.forms(word) == []
    assert engine.near(word) == []


@pytest.mark.parametrize(
    ("typed", "right"),
    [("ledrian", "le drian"), ("lavrof", "lavrov"), ("norem", "norme"), ("kapacity", ""), ("cat", ""), ("otc", "")],
)
def test_a_short_word_may_have_a_slip_and_the_first_letter_is_right(typed: str, right: str) -> None:
    known = ["le drian", "lavrov", "norme", "capacity", "cart", "otcs", "boggs"]
    assert find_misspelt(typed, known) == ([right] if right else [])


def test_the_nearest_comes_first() -> None:
    assert find_misspelt("certificaton", ["certifications", "certification"]) == ["certification", "certifications"]
