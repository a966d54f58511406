"""Partial dates as people read them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cyberdiplo.messages import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

_FRENCH = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
_ENGLISH = "January February March April May June July August September October November December"
MONTHS = {"fr": _FRENCH.split(), "en": _ENGLISH.split()}


def parts(date: str) -> list[int]:
    """[year], [year, month] or [year, month, day]: never more than the date says."""
    return [int(part) for part in date.split("-")]


def say_date(date: str, lang: str) -> str:
    """``13 novembre 2020``, ``November 2020``, ``2020``."""
    year, *rest = parts(date)
    if not rest:
        return str(year)
    month = MONTHS[lang][rest[0] - 1]
    if len(rest) == 1:
        return f"{month} {year}"
    day = "1er" if lang == "fr" and rest[1] == 1 else str(rest[1])
    return f"{day} {month} {year}"


def say_times(times: Sequence[str], lang: str) -> str:
    """``15 h-18 h``, ``9 h 30``; ``15:00–18:00``: from one time to the other, or one."""
    if lang != "fr":
        return "\u2013".join(times)
    return "-".join("\u00a0".join([f"{int(hour)}\u00a0h", *([minute] if minute != "00" else [])]) for hour, minute in (
        time.split(":") for time in times
    ))  # fmt: skip


def read_day(text: str) -> str:
    """07/12/2022 and 7.12.2022 as YYYY-MM-DD: the day before the month, as in French and in most of English.

    Where the first number can be no day of a month but the second can (12/31/2022), it is the month. Empty for what
    is written in no such way.
    """
    numbers = text.replace(".", "/").split("/")
    if len(numbers) != 3 or not all(number.isascii() and number.isdigit() for number in numbers):
        return ""
    day, month, year = map(int, numbers)
    if month > len(MONTHS["en"]) >= day > 0:
        day, month = month, day
    return f"{year:04}-{month:02}-{day:02}" if len(numbers[2]) == 4 else ""


def find_fault(text: str, lang: str) -> str:
    """Why what is written like a date is none: no such month, or none with so many days; empty where it is neither."""
    from calendar import monthrange  # on the way of an error only

    if match := re.fullmatch(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?", text, re.ASCII):
        year, month, day = (int(part or 1) for part in match.groups())
    elif read := read_day(text):
        year, month, day = parts(read)
    else:
        return ""
    if not 1 <= month <= len(MONTHS["en"]):
        return tr("the months are 1 to 12: there is no month {month}.", lang, month=month)
    if not year:
        return tr("there was no year 0.", lang)
    days, name = monthrange(year, month)[1], say_date(f"{year:04}-{month:02}", lang)
    if 1 <= day <= days:
        return ""
    return tr("{month} has {days} days: there is no day {day}.", lang, month=name, days=days, day=day)


def about(date: str, lang: str) -> str:
    """``vers le 13 novembre 2020``, ``vers novembre 2020``, ``about 2020``."""
    article = "le " if lang == "fr" and len(parts(date)) == 3 else ""
    return tr("about {date}", lang, date=article + say_date(date, lang))
