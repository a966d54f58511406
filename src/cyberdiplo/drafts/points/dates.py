"""Dates and hours as documents print them, in French, English and Spanish."""

from __future__ import annotations

import re
from typing import NamedTuple

from cyberdiplo.text.dates import MONTHS
from cyberdiplo.text.names import fold

SPANISH = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
NUMBERS = {
    fold(name): number
    for months in (MONTHS["fr"], MONTHS["en"], SPANISH.split(), ["setiembre" if n == 9 else "" for n in range(1, 13)])
    for number, name in enumerate(months, 1)
    if name
}
MONTH = "|".join(
    sorted(
        {*MONTHS["fr"], *MONTHS["en"], *SPANISH.split(), "setiembre", "fevrier", "aout", "decembre"},
        key=len,
        reverse=True,
    )
)
DASH = r"\s*(?:-|–|—|to|au|and|et|al|y|a)\s*"
DAY = r"(\d{1,2})(?:er|st|nd|rd|th|º)?"
DAY_FIRST = re.compile(
    rf"\b(?:{DAY}(?:\s+(?:de\s+)?({MONTH}))?{DASH})?{DAY}\s+(?:de\s+|of\s+)?({MONTH}),?\s+(?:de\s+|del\s+)?(\d{{4}})\b",
    re.I,
)
MONTH_FIRST = re.compile(rf"\b(?:({MONTH})\s+{DAY}{DASH})?(?:({MONTH})\s+)?{DAY}(?:{DASH}{DAY})?,\s+(\d{{4}})\b", re.I)
MONTH_ONLY = re.compile(rf"\b({MONTH})\s+(?:de\s+)?(\d{{4}})\b", re.I)
ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
HOUR = re.compile(
    r"\b(\d{1,2})\s*(?:h(?:eures?)?|:|\.)\s*(\d{2})?\s*(?:h(?:eures?|oras)?)?\s*(a\.?m\.?|p\.?m\.?)?", re.I
)
HOURS = re.compile(
    r"\b(\d{1,2})(?:\s*(?:h(?:eures?)?|[:.])\s*(\d{2})?|(?=\s*[ap]\.?m))\s*(?:h(?:eures?|oras)?)?\s*([ap]\.?m\.?)?"
    r"\s*(?:-|–|—|to|à|a las|a)\s*(\d{1,2})\s*(?:h(?:eures?)?|[:.])?\s*(\d{2})?\s*(?:h(?:eures?"
    r"|oras)?)?\s*([ap]\.?m\.?)?",
    re.I,
)


class Span(NamedTuple):
    """A date, or the first and the last of several days, and where it is printed."""

    first: str
    last: str
    start: int
    end: int


def find_dates(text: str) -> list[Span]:
    """The dates that a text prints, in its order; a day before a month alone."""
    spans = []
    for match in DAY_FIRST.finditer(text):
        month = NUMBERS[fold(match[4])]
        last = _write(match[5], month, match[3])
        first = _write(match[5], NUMBERS[fold(match[2])] if match[2] else month, match[1]) if match[1] else last
        spans.append(Span(first, last, *match.span()))
    for match in MONTH_FIRST.finditer(text):
        head, day, named, second, third, year = match.groups()
        if not (named or head):
            continue
        own = NUMBERS[fold(named or head)]
        last = _write(year, own, third or second)
        first = _write(year, NUMBERS[fold(head)] if head else own, day or second)
        spans.append(Span(first, last, *match.span()))
    spans += [Span(match[0], match[0], *match.span()) for match in ISO.finditer(text) if match[0] <= "2999-12-31"]
    taken = [(span.start, span.end) for span in spans]
    for match in MONTH_ONLY.finditer(text):
        if not any(start <= match.start() < end for start, end in taken):
            month_only = f"{match[2]}-{NUMBERS[fold(match[1])]:02}"
            spans.append(Span(month_only, month_only, *match.span()))
    return sorted((span for span in spans if span.first and span.last), key=lambda span: span.start)


def _write(year: str, month: int, day: str) -> str:
    return f"{year}-{month:02}-{int(day):02}" if 1 <= int(day) <= 31 else ""


def find_hours(text: str) -> tuple[str, str] | None:
    """When something begins and ends, where a text prints both: ``15 HEURES-18 HEURES`` is 15:00, 18:00."""
    for match in HOURS.finditer(text):
        begin = _write_hour(match[1], match[2], match[3] or match[6])
        end = _write_hour(match[4], match[5], match[6])
        if begin and end and begin < end and re.search(r"h|[:.]\d\d|[ap]\.?m", match[0], re.I):
            return begin, end
    return None


def _write_hour(hour: str, minute: str | None, half: str | None) -> str:
    number = int(hour)
    if half and half[0].casefold() == "p" and number < 12:
        number += 12
    return f"{number:02}:{minute or '00'}" if number < 24 and int(minute or 0) < 60 else ""
