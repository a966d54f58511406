"""Quantities that a text states: value, unit, and how cautiously; never a date, a rank or a duration."""

from __future__ import annotations

import re
from typing import NamedTuple

from cyberdiplo.drafts.points.counting import is_counted
from cyberdiplo.drafts.points.number_words import make_words
from cyberdiplo.text.names import fold

WORDS = make_words()
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
CAUTION = (
    (
        "ge",
        r"au moins|au minimum|pas moins de|at least|no fewer than|not fewer than|no less than"
        r"|not less than|a minimum of|al menos|por lo menos|no menos de"
        r"|como mínimo",
    ),
    ("le", r"au plus|au maximum|jusqu'à|at most|up to|as many as|no more than|a lo sumo|como máximo|hasta"),
    (
        "gt",
        r"plus de|plus d['’]|supérieure?s? à|more than|over|above|exceed(?:s|ed|ing)?|in excess of|más de"
        r"|superior a",
    ),
    ("lt", r"moins de|moins d['’]|inférieure?s? à|fewer than|less than|under|below|menos de"),
    (
        "approx",
        r"aux alentours de|près de|environ|quelque|autour de|approximativement|à peu près|de l'ordre de|presque"
        r"|about|around|some|approximately|roughly|nearly|almost|close to|circa|cerca del?|alrededor del?|unos|unas"
        r"|aproximadamente|casi",
    ),
)
BEFORE = [
    (code, re.compile(rf"(?:{words})(?:\s+(?:les|the|los|de|d['’]|a|un|une))?\s*$", re.I)) for code, words in CAUTION
]
AFTER = (("approx", re.compile(r"^[^.;:]{0,25}\b(?:environ|approximately|or so|aproximadamente)\b", re.I)),
         ("ge", re.compile(r"^\s*(?:au moins|at least|or more|ou plus|o más)\b", re.I)))  # fmt: skip
# What is counted is told by the word behind; these are no things that are counted.
OTHER_UNITS = re.compile(
    r"^\s*(?:degrees?|degrés?|grados|°|km|kilom\w+|met(?:re|er)s?|mètres?|tonn\w+|hectares?|[GMk]W)", re.I
)
TIME = re.compile(
    r"^\s*(?:(?:dernières?|derniers|prochaines?|premières?|last|past|next|coming|consecutive|últim[oa]s"
    r"|próxim[oa]s)\s+)?"
    r"(?:ans?|années?|mois|jours?|semaines?|heures?|minutes?|siècles?|trimestres?|years?|months?|days?|weeks?|hours?"
    r"|h\b|decades?|quarters?"
    r"|décennies?|años?|meses|mes|días?|semanas|horas?|a\.?m\b|p\.?m\b|o'clock)\b",
    re.I,
)
MONTH = re.compile(
    r"^\s*(?:er\s+)?(?:de\s+)?(?:janv|févr|mars\b|avr|mai\b|juin|juil|août|sept|oct|nov|déc|jan|feb|mar|apr|may\b"
    r"|june?\b|july?\b|aug|dec|ene|abr|mayo|ago|dic|enero|febrero|marzo|junio|julio)",
    re.I,
)
REFERENCE = re.compile(
    r"\b(?:paragraph(?:e?s?)?|par\.|paras?\.?|articles?|art\.|sections?|chapitres?|chapters?|annexe?s?|figures?"
    r"|tableaux?"
    r"|tables?|notes?|pages?|p\.|pp\.|n[°o]\.?"
    r"|numéros?|numbers?|résolutions?|resolutions?|décisions?|decisions?|points?|item|items|question|alinéas?"
    r"|règles?|rules?|phases?|version|v\.|title|part|parties?"
    r"|groupe|group|layer|niveau|level|loi de|act|directive|règlement|regulation|ISO|IEC|CEI|EN|RFC|SP|TC|G|covid"
    r"|convention|convenio|protocol|protocole|protocolo|recomm[ea]ndation|recomendación|windows|one in|cada|une? sur"
    r"|janv\w*|févr\w*|mars|avril|mai|juin|juil\w*|août|sept\w*|octobre|nov\w*|déc\w*|january|february|march|april"
    r"|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?"
    r"|oct|nov|dec)\.)\s*$",
    re.I,
)
ORDINAL = re.compile(r"^\s*(?:e|er|ère|ème|º|ª|st|nd|rd|th)\b|^\.\s*º", re.I)
ANAPHORA = re.compile(
    r"\b(?:ces|these|those|leurs?|their|nos|our|ses|its|cette|ce|each of the|au cours des|during the|over the)\s+$",
    re.I,
)
# « la 76 Asamblea », « le 57 »: behind an article in the singular a number is a rank.
IN_SINGULAR = re.compile(r"(?:^|\s)(?:la|el|al|del|le|du)\s+$", re.IGNORECASE)
ACRONYM = re.compile(r"(?:^|\s)[A-Z]{3,}\s$")  # « ICANN 58 »: which of its meetings
NO_THING = r"(?:and|for|from|with|which|that|was|are|has|the|des|les|pour|dans|que|qui|est|una|los|las|para|por|del)\b"
COUNTED = re.compile(
    rf"^\s+(?:\(\d+\)\s*)?(?:(?:de|d['’]|of)\s*)?(?:(?!{NO_THING})(?:[^\W\d_]{{3,}}|[A-Z]{{2}}\s)"
    rf"|(?<=of )(?:which|whom)\b)"
    r"|^\s+(?:in favou?r|a favor|en contra|(?:votes? )?to \d+ against)\b"
)
SECOND_DAY = re.compile(r"^\s*(?:and|et|y|to|au|al|-|–)\s*\d{1,2}\s")  # « 29 and 30 April »
MARKED_YEAR = re.compile(r"(?:19|20)\d{2}\d{1,2}")  # « 2013² », whose mark lost its height
YEARS = re.compile(r"\b(?:19|20)\d{2}\b")
HEADING = 100  # a number at the head of a text before a capital, up to which it is that of a paragraph
PAIR = 2  # in words a pair of anything
YEAR = range(1500, 2101)


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
    for match in (*BETWEEN.finditer(text), *QUANTITY.finditer(text)):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        if match["number"].casefold() in FALSE_FRIENDS.get(lang, ()):
            continue
        if quantity := _read(text, match):
            quantities.append(quantity)
            taken.append((quantity.start, quantity.end))
    return sorted(quantities, key=lambda quantity: quantity.start)


def _read(text: str, match: re.Match[str]) -> Quantity | None:
    before, after = text[: match.start()], text[match.end() :]
    word = not match["number"][0].isdigit()
    value = float(WORDS[fold(match["number"])]) if word else _number(match["number"])
    high = _number(match["high"]) if match["high"] else None
    scale = SCALES.get(fold(match["scale"]), 1) if match["scale"] else 1
    currency = match["currency"] or match["before"]
    if match["percent"]:
        unit = "percent"
    elif currency:
        unit = "eur" if re.search(r"eur|€", currency, re.I) else "usd"
    elif _is_no_count(match, before, after, word=word, value=value):
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


def _is_day(after: str) -> bool:
    """Whether a number before these words is the day of a month, or the first of two."""
    return bool(MONTH.match(after) or ((second := SECOND_DAY.match(after)) and MONTH.match(after[second.end() - 1 :])))


def _is_no_count(match: re.Match[str], before: str, after: str, *, word: bool, value: float) -> bool:
    """Whether a bare number is a year, a rank, a duration, an hour or the number of a text, or counts nothing."""
    if word and (ANAPHORA.search(before) or value <= PAIR):
        return True
    if (
        not match["scale"]
        and not word
        and match["number"].isdigit()
        and int(value) in YEAR
        and len(match["number"]) == 4
    ):
        return True
    if not word and not before.strip() and re.match(r"\s+[A-ZÀ-Þ]", after) and value < HEADING:
        return True  # « 10 Chile will host »: of a paragraph or a note
    if not word and re.match(r"0\d", match["number"]):  # « 01 Addendum 2 »
        return True
    if not word and MARKED_YEAR.fullmatch(match["number"]) and YEARS.search(before[-40:] + " " + after[:40]):
        return True
    if (
        OTHER_UNITS.match(after)
        or TIME.match(after)
        or _is_day(after)
        or ORDINAL.match(after)
        or (ANAPHORA.search(before) and value < 20)
    ):
        return True
    if not word and (IN_SINGULAR.search(before) or ACRONYM.search(before)):
        return True
    if REFERENCE.search(before) and not any(pattern.search(before) for _, pattern in BEFORE):
        return True
    if re.search(r"[\w/]-?$|[(\[]$", before[-2:]) and not match["scale"] and not COUNTED.match(after):
        return True
    return not match["scale"] and not COUNTED.match(after)


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
    for code, pattern in BEFORE:
        if match := pattern.search(before):
            return code, match.start()
    for code, pattern in AFTER:
        if pattern.match(after):
            return code, start
    return "eq", start


def _number(printed: str) -> float:
    """1,100, 1.100 and 1 100 are one number; 3,5 and 3.5 another."""
    plain = re.sub(r"[   '’](?=\d{3})", "", printed)
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", plain):
        return float(re.sub(r"[.,]", "", plain))
    if plain.count(",") and plain.count("."):
        thousands = "," if plain.rfind(".") > plain.rfind(",") else "."
        plain = plain.replace(thousands, "")
    return float(plain.replace(",", "."))
