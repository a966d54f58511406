"""Quantities that a text states: value, unit, and how cautiously; never a date, a rank or a duration."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.drafts.points.counting import is_counted
from cyberdiplo.drafts.points.no_counts import CAUTIONS, TIME, VOTE, WORDS, YEARS, is_no_count
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

FALSE_FRIENDS = {
    "en": ("once", "cent", "mil", "dix"),
    "fr": ("once", "mil"),
    "es": ("cent", "six"),
}  # numbers of another language
SCALES = {
    word: size
    for size, words in (
        (10**3, "thousand,mille,milliers,mil"),
        (10**6, "million,millions,millon,millones"),
        (10**9, "milliard,milliards,billion,billions,bn,mil millones"),
        (10**12, "trillion,trillions"),
    )
    for word in words.split(",")
}


def _write_word(word: str) -> str:
    """A folded number as texts print it: with hyphens or blanks, with its accent."""
    return word.replace("dieciseis", "diecis[eé]is").replace(" ", "[ -]")


DIGITS = r"\d{1,3}(?:[   ,.'’]\d{3})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
NUMERAL = rf"(?:{DIGITS})|\b(?:{'|'.join(_write_word(word) for word in sorted(WORDS, key=len, reverse=True))})\b"
SCALE = r"mil millones|milliards?|billions?|bn|trillions?|millions?|millones|millón|milliers|thousand|mille|mil"
CURRENCY = (
    r"d['’]euros|euros?|EUR|€|dollars(?: des États-Unis| américains)?|US dollars|dólares(?: de los Estados Unidos)?"
    r"|d['’]USD|USD|US\$"
)
UNIT = rf"(?P<percent>\s*%|\s+(?:pour cent|per ?cent|por ciento))|\s*(?:de\s+|d['’]|of\s+)?(?P<currency>{CURRENCY})"
QUANTITY = re.compile(
    rf"(?P<before>(?:US\$|USD|EUR|€|\$)\s*)?(?<![\w/.,:;‑-])(?P<number>{NUMERAL})(?:(?:\s*%?\s*(?:-|–|à|to"
    rf"|a)\s*)(?P<high>{DIGITS}))?"
    rf"(?:\s*(?P<scale>{SCALE})\b)?(?:{UNIT})?(?![\w/]|[-–]\d|\.\d)",
    re.IGNORECASE,
)
MULTIPLE = re.compile(
    rf"(?:multipli\w+ par|by a factor of|multiplied by|par un facteur(?: de)?"
    rf"|multiplicad\w+ por)\s+(?P<number>{NUMERAL})"
    rf"|(?P<times>{NUMERAL})[- ]?fold\b|\b(?P<word>doubled|tripled|quadrupled|doublé|triplé|quadruplé|duplicado"
    rf"|triplicado)\b",
    re.IGNORECASE,
)
FOLDS = {
    "doubled": 2,
    "double": 2,
    "duplicado": 2,
    "tripled": 3,
    "triple": 3,
    "triplicado": 3,
    "quadrupled": 4,
    "quadruple": 4,
}
HALF = re.compile(
    r"\b(?P<half>la moitié|half|la mitad)\b|\b(?P<third>(?:un|one|a) (?:tiers|third|tercio))\b"
    r"|\b(?P<thirds>two[- ]thirds|deux tiers|dos tercios)\b",
    re.I,
)
AFTER = (("approx", re.compile(r"^[^.;:]{0,25}\b(?:environ|approximately|or so|aproximadamente)\b", re.I)),
         ("ge", re.compile(r"^\s*(?:[a-zà-ÿ]+\s)?(?:au moins|at least|or more|ou plus|o más)\b", re.I)))  # fmt: skip

IN_YEAR = re.compile(r"\b(?:in|since|from|en|depuis|de|desde)\s$", re.IGNORECASE)
THREE_DECIMALS = {"en": ".", "fr": ",", "es": ","}  # what stands before decimals, of which there may be three


class Quantity(NamedTuple):
    """A quantity in full magnitude, with its unit and comparator, where it stands, and by which rules it is one."""

    comparator: str
    value: float
    value_max: float | None
    unit: str
    start: int
    end: int
    rules: tuple[str, ...]


BETWEEN = re.compile(
    rf"\b(?:between|entre)\s+(?P<number>{DIGITS})\s+(?:and|et"
    rf"|y)\s+(?P<high>{DIGITS})(?:\s*(?P<scale>{SCALE})\b)?(?:{UNIT})?"
    r"(?P<before>)",
    re.IGNORECASE,
)


def find_quantities(text: str, lang: str = "") -> list[Quantity]:
    """The quantities of a text in that language, in its order."""
    quantities = [*_find_multiples(text), *_find_shares(text)]
    taken = [(quantity.start, quantity.end) for quantity in quantities]
    for match in (*BETWEEN.finditer(text), *_find_numbers(text)):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        if match["number"].casefold() in FALSE_FRIENDS.get(lang, ()):
            continue
        if quantity := _read(text, match, lang):
            quantities.append(quantity)
            taken.append((quantity.start, quantity.end))
    return sorted(quantities, key=lambda quantity: quantity.start)


def _find_numbers(text: str) -> Iterator[re.Match[str]]:
    """The numbers of a text; of « up from 5 per cent in 2029 to 15 per cent » the year begins no range."""
    at = 0
    while match := QUANTITY.search(text, at):
        if match["high"] and YEARS.fullmatch(match["number"]) and IN_YEAR.search(text[: match.start()]):
            match = QUANTITY.match(text, match.start("high")) or match
        if match["high"] and not match["percent"] and "," not in match["high"] and _is_vote(text, match):
            match = QUANTITY.match(text, match.start(), match.end("number")) or match
        yield match
        at = max(match.end(), at + 1)


def _is_vote(text: str, match: re.Match[str]) -> bool:
    """Whether two numbers are those for and against: the first is the larger one, behind a word for votes."""
    first, second = _number(match["number"]), _number(match["high"])
    return second < first and VOTE.search(text[: match.start()]) is not None


def _read(text: str, match: re.Match[str], lang: str) -> Quantity | None:
    before, after = text[: match.start()], text[match.end() :]
    word = not match["number"][0].isdigit()
    is_decimal = match["scale"] is not None and THREE_DECIMALS.get(lang, "-") in match["number"]
    value = float(WORDS[fold(match["number"])]) if word else _number(match["number"], is_decimal=is_decimal)
    high = _number(match["high"]) if match["high"] else None
    scale = SCALES.get(fold(match["scale"]), 1) if match["scale"] else 1
    currency = match["currency"] or match["before"]
    if match["percent"]:
        unit = "percent"
    elif currency:
        unit = "eur" if re.search(r"eur|€", currency, re.I) else "usd"
    elif is_no_count(match, before, after, word=word, value=value):
        return None
    else:
        unit = "count"
    comparator, start = _read_caution(before, after, match.start())
    if high is not None:
        comparator = "range"
    times = value * scale, high * scale if high is not None else None
    return Quantity(comparator, *times, unit, start, match.end(), _find_rules(match, after, unit, word=word))


def _find_rules(match: re.Match[str], after: str, unit: str, *, word: bool) -> tuple[str, ...]:
    """By which rules a number is a quantity: what it is of, and how it is written."""
    if unit == "count":
        rule = "scaled" if match["scale"] else "counted" if is_counted(after) else "counted_other"
    else:
        rule = "percent" if unit == "percent" else "money"
    return (rule, "in_words") if word else (rule,)


def _find_multiples(text: str) -> list[Quantity]:
    quantities = []
    for match in MULTIPLE.finditer(text):
        if match["word"]:
            value = float(FOLDS[fold(match["word"])])
        else:
            number = match["number"] or match["times"]
            value = _number(number) if number[0].isdigit() else float(WORDS[fold(number)])
        comparator, start = _read_caution(text[: match.start()], "", match.start())
        quantities.append(Quantity(comparator, value, None, "multiple", start, match.end(), ("multiple",)))
    return quantities


def _find_shares(text: str) -> list[Quantity]:
    """Half, a third, two thirds: as the percentage that the tables hold, of a half exactly."""
    quantities = []
    for match in HALF.finditer(text):
        after = text[match.end() :]
        if not match["half"] or not re.match(r"\s+(?:de|des|d['’]|du|of|los|las)\b", after):
            continue
        if TIME.match(re.sub(r"^\s+(?:of the|of|de la|des|du|de|d['’])\s*", " ", after)):
            continue
        comparator, start = _read_caution(text[: match.start()], after, match.start())
        quantities.append(Quantity(comparator, 50.0, None, "percent", start, match.end(), ("share",)))
    return quantities


def _read_caution(before: str, after: str, start: int) -> tuple[str, int]:
    for code, pattern in CAUTIONS:
        if match := pattern.search(before):
            return code, match.start()
    for code, pattern in AFTER:
        if pattern.match(after):
            return code, start
    return "eq", start


def _number(printed: str, *, is_decimal: bool = False) -> float:
    """1,100, 1.100 and 1 100 are one number; 3,5 and 3.5 another; before « billion » 1.100 may be one of these."""
    plain = re.sub(r"[   '’](?=\d{3})", "", printed)
    if not is_decimal and re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", plain):
        return float(re.sub(r"[.,]", "", plain))
    if plain.count(",") and plain.count("."):
        thousands = "," if plain.rfind(".") > plain.rfind(",") else "."
        plain = plain.replace(thousands, "")
    return float(plain.replace(",", "."))
