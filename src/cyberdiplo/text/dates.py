"""Partial dates as people read them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cyberdiplo.messages import tr
from cyberdiplo.text.names import fold

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


def widen_end(date: str) -> str:
    """The month or year that ends on a day: what is dated 2023 has been by 31 December 2023, but not by the 30th."""
    from calendar import monthrange

    year, month, day = (*parts(date), 0, 0)[:3]
    if day and day == monthrange(year, month)[1]:
        date = date[: len("YYYY-MM")]
    return date[: len("YYYY")] if len(date) == len("YYYY-MM") and month == len(MONTHS["en"]) else date


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


_DAYS = "monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche"
_BESIDE = {*_DAYS.split(), "le", "the", "of", "on", "in", "en", "du", "de", "au"}  # what stands beside a date in words
_AWAY = {"today": 0, "aujourd hui": 0, "yesterday": -1, "hier": -1, "tomorrow": 1, "demain": 1}
_ORDINAL = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th)?", re.ASCII)
_BIG_END_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?", re.ASCII)
_SHORTEST = 3  # letters of a month


def read_written(text: str, today: str = "") -> str:
    """A date as people write it, as YYYY, YYYY-MM or YYYY-MM-DD: 20 juin 2023, June 2023, 2023-6-20, 20/06/2023, hier.

    Whether there is such a day is not asked. Empty for what is no date, and for yesterday where ``today`` is not told.
    """
    if match := _BIG_END_FIRST.fullmatch(text.strip()):
        return "-".join((match[1], *(f"{int(part):02}" for part in match.groups()[2:] if part)))
    words = [word for word in fold(text).split() if word not in _BESIDE]
    if (away := _AWAY.get(" ".join(words))) is not None and today:
        from datetime import date, timedelta

        return str(date.fromisoformat(today) + timedelta(days=away))
    return read_day(text.strip()) or _read_words(words)


def _read_words(words: list[str]) -> str:
    """A date of which the month is a word: day, month, year; or month, day, year; or month and year."""
    months = [(place, month) for place, word in enumerate(words) if (month := _read_month(word))]
    if len(months) != 1:
        return ""
    ((place, month),) = months
    rest = words[:place] + words[place + 1 :]
    if place > 1 or not rest or not re.fullmatch(r"\d{4}", year := rest.pop(), re.ASCII):
        return ""
    if not rest:
        return f"{year}-{month:02}"
    day = _ORDINAL.fullmatch(rest[0]) if len(rest) == 1 else None
    return f"{year}-{month:02}-{int(day[1]):02}" if day else ""


def _read_month(word: str) -> int:
    """The number of a month, by its name or the beginning of one; 0 for what is none."""
    numbers = {
        number
        for names in MONTHS.values()
        for number, name in enumerate(names, 1)
        if len(word) >= _SHORTEST and fold(name).startswith(word)
    }
    return numbers.pop() if len(numbers) == 1 else 0


def find_fault(text: str, lang: str) -> str:
    """Why what is written like a date is none: no such month, or none with so many days; empty where it is neither."""
    from calendar import monthrange  # on the way of an error only

    if match := re.fullmatch(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?", text, re.ASCII):
        year, month, day = (int(part or 1) for part in match.groups())
    elif read := read_written(text):
        year, month, day = (*parts(read), 1)[:3]
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
