"""Numbers that count nothing, such as years, ranks, durations, days; the words of caution before those that do."""

from __future__ import annotations

import re

from cyberdiplo.drafts.points.number_words import make_words

WORDS = make_words()
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
        r"|avoisin\w+|ronda[nr]?|in the region of|of the order of|orden de"
        r"|about|around|some|approximately|roughly|nearly|almost|close to|circa|cerca del?|alrededor del?|unos|unas"
        r"|aproximadamente|casi",
    ),
)
CAUTIONS = [
    (code, re.compile(rf"(?:{words})(?:\s+(?:les|the|los|de|d['’]|a|un|une))?\s*$", re.I)) for code, words in CAUTION
]
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
SMALL = 20  # below which « these two » are those of before
PAIR = 2  # in words a pair of anything
YEAR = range(1500, 2101)
COMPACT_DAY = re.compile(r"(?:19|20)\d{2}(?:0\d|1[0-2])[0-3]\d")  # « 20310307 »
GROUPED = re.compile(r"\d{1,3}(?:[   ,.'’]\d{3})+")  # a number of thousands, which counts something
# « by a vote of 31 to 6 with 4 abstentions », « por 12 votos contra 3 ».
VOTED = (
    r"\b(?:vote|votes|votos|votación|voix|scrutin|defeated|carried|adopted|rejected|passed|approved|lost|adoptée?"
    r"|rejetée?|aprobad[oa]|rechazad[oa]|by|par|por)(?:\s(?:of|de|by|par|por))*\s"
)
TO = r"(?:votes? |voix |votos )?(?:to|contre|contra|against)\s"
VOTE = re.compile(rf"{VOTED}$", re.IGNORECASE)
AGAINST = re.compile(rf"^\s{TO}(?:\d|(?:{'|'.join(WORDS)})\b)", re.IGNORECASE)
AGAINST_BEFORE = re.compile(rf"{VOTED}[\w-]+\s{TO}$", re.IGNORECASE)
# « Voters: 241 », « Pour : 230 », « Abstenciones: 4 ».
OF_VOTES = re.compile(
    r"\b(?:in favou?r|against|for|abst\w+|voters?|votes? cast|absent|votants?|suffrages? exprimés|exprimés|pour|contre"
    r"|a favor|en contra|votantes|presentes|present|présents|yes|no|oui|non|sí)\s?:\s*$",
    re.IGNORECASE,
)


def _is_day(after: str) -> bool:
    """Whether a number before these words is the day of a month, or the first of two."""
    return bool(MONTH.match(after) or ((second := SECOND_DAY.match(after)) and MONTH.match(after[second.end() - 1 :])))


def is_no_count(match: re.Match[str], before: str, after: str, *, word: bool, value: float) -> bool:
    """Whether a bare number is a year, a rank, a duration, an hour or the number of a text, or counts nothing."""
    if is_of_votes(before, after):
        return False
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
    if not word and COMPACT_DAY.fullmatch(match["number"]):
        return True
    if not word and MARKED_YEAR.fullmatch(match["number"]) and YEARS.search(before[-40:] + " " + after[:40]):
        return True
    return _is_measured(before, after, value) or _counts_nothing(match, before, after, word=word)


def is_of_votes(before: str, after: str) -> bool:
    """Whether a number stands among those of a vote."""
    is_against = AGAINST.match(after) is not None
    return bool((VOTE.search(before) and is_against) or AGAINST_BEFORE.search(before) or OF_VOTES.search(before))


def _is_measured(before: str, after: str, value: float) -> bool:
    """Whether a number is a rank, a time, a measure, or one of those that were told before."""
    is_small_again = ANAPHORA.search(before) is not None and value < SMALL
    return is_small_again or _is_day(after) or any(words.match(after) for words in (OTHER_UNITS, TIME, ORDINAL))


def _counts_nothing(match: re.Match[str], before: str, after: str, *, word: bool) -> bool:
    """Whether a number is that of a text or a meeting, or no word behind it says what it counts."""
    if not word and (IN_SINGULAR.search(before) or ACRONYM.search(before)):
        return True
    if REFERENCE.search(before) and not any(pattern.search(before) for _, pattern in CAUTIONS):
        return True
    if re.search(r"[\w/]-?$|[(\[]$", before[-2:]) and not match["scale"] and not COUNTED.match(after):
        return True
    is_large = GROUPED.fullmatch(match["number"]) is not None and not re.search(r"[A-Za-z]\.?\s?$", before[-1:])
    return not match["scale"] and not is_large and not COUNTED.match(after)
