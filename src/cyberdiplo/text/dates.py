"""Partial dates as people read them."""

from __future__ import annotations

from cyberdiplo.messages import tr

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


def read_day(text: str) -> str:
    """07/12/2022 and 7.12.2022 as YYYY-MM-DD: the day before the month, as in French and in most of English.

    Where the first number can be no day of a month but the second can (12/31/2022), it is the month. Empty for what
    is written in no such way.
    """
    numbers = text.replace(".", "/").split("/")
    if len(numbers) != 3 or not all(number.isascii() and number.isdigit() for number in numbers):
        return ""
    day, month, year = map(int, numbers)
    if month > len(MONTHS["en"]) >= day:
        day, month = month, day
    return f"{year:04}-{month:02}-{day:02}" if len(numbers[2]) == 4 else ""


def about(date: str, lang: str) -> str:
    """``vers le 13 novembre 2020``, ``vers novembre 2020``, ``about 2020``."""
    article = "le " if lang == "fr" and len(parts(date)) == 3 else ""
    return tr("about {date}", lang, date=article + say_date(date, lang))
