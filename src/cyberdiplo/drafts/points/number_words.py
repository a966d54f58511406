"""Numbers in words, in English, French and Spanish: « twenty-seven », « quatre-vingts », « doscientos »."""

from __future__ import annotations

from cyberdiplo.text.names import fold

UNITS = {
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen",
    "fr": "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit"
    " dix-neuf",
    "es": "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete"
    " dieciocho diecinueve",
}
TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "fr": "vingt trente quarante cinquante soixante",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
}
HUNDREDS_ES = "doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
OTHERS = {
    100: "hundred cent cien",
    1000: "mille mil",
}


def make_words() -> dict[str, int]:
    """Every number in words, folded, from two on: one is an article."""
    words: dict[str, int] = {}
    for lang, units in UNITS.items():
        small = units.split()
        words |= {fold(word): at for at, word in enumerate(small, 1) if at > 1}
        for ten, word in enumerate(TENS[lang].split(), 2):
            words[fold(word)] = ten * 10
            joint = {"en": " ", "fr": " ", "es": " y "}[lang]
            words |= {fold(f"{word}{joint}{unit}"): ten * 10 + at for at, unit in enumerate(small[:9], 1)}
    words |= _make_french() | _make_hundreds()
    words |= {word: number for number, names in OTHERS.items() for word in names.split()}
    return words


def _make_french() -> dict[str, int]:
    """The tens that French counts otherwise: « soixante-douze », « quatre-vingt-trois », « vingt et un »."""
    small = UNITS["fr"].split()
    words = {fold(f"soixante {unit}"): 60 + at for at, unit in enumerate(small[:19], 1)}
    words |= {fold(f"quatre vingt {unit}"): 80 + at for at, unit in enumerate(small[:19], 1)}
    words |= {"quatre vingts": 80, "quatre vingt": 80, "soixante et onze": 71, "septante": 70, "nonante": 90}
    return words | {fold(f"{ten} et un"): at * 10 + 1 for at, ten in enumerate(TENS["fr"].split(), 2)}


def _make_hundreds() -> dict[str, int]:
    """« one hundred », « two hundred and fifty », « deux cents », « ciento veinte »: round, or with tens behind."""
    words = {"one hundred": 100, "a hundred": 100, "one thousand": 1000, "a thousand": 1000, "un mil": 1000}
    for at, (english, french) in enumerate(zip(UNITS["en"].split()[:9], UNITS["fr"].split()[:9], strict=True), 1):
        for ten, (by, par) in enumerate(zip(TENS["en"].split(), TENS["fr"].split(), strict=False), 2):
            words |= {f"{english} hundred and {by}": at * 100 + ten * 10, f"{french} cent {par}": at * 100 + ten * 10}
        if at > 1:
            words |= {f"{english} hundred": at * 100, f"{french} cents": at * 100, f"{english} thousand": at * 1000}
    for ten, word in enumerate(TENS["es"].split(), 2):
        words[f"ciento {word}"] = 100 + ten * 10
    return words | {word: (at + 1) * 100 for at, word in enumerate(HUNDREDS_ES.split(), 1)}
