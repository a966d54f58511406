"""Days as official files write them: 2019-10-10 00:00:00, 13 October 2020, 13/10/2020, octobre 2020."""

from __future__ import annotations

import re
from datetime import date

from cyberdiplo.text.dates import MONTHS, read_day
from cyberdiplo.text.names import fold

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[ T]\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?)?)?)?", re.ASCII)
_WORDS = re.compile(r"(?:([0-9]{1,2})(?:er|st|nd|rd|th)? )?([^\W\d]{3,10})\.? ([0-9]{4})")
_MONTH = {fold(name)[:size]: number for names in MONTHS.values() for number, name in enumerate(names, 1) for size in
          (3, 4, 10)}  # fmt: skip
_MONTH.pop("jui", None)  # juin or juillet


def read_date(text: str) -> str:
    """YYYY, YYYY-MM or YYYY-MM-DD, as exact as the text; empty for what is no date, or no day of the calendar."""
    words = " ".join(text.split())
    if iso := _ISO.fullmatch(words):
        year, month, day = iso.groups()
    elif in_words := _WORDS.fullmatch(words):
        number = _MONTH.get(fold(in_words[2])[:10])
        if number is None:
            return ""
        year, month, day = in_words[3], f"{number:02}", in_words[1] and f"{int(in_words[1]):02}"
    else:
        return read_date(numeric) if (numeric := read_day(words)) else ""
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return ""
    return "-".join(part for part in (year, month, day) if part)
