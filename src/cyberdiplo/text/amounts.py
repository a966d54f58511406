"""Quantities as people write them: ``220 milliards d'euros``, ``USD 160 billion``, ``plus de 60 %``."""

from __future__ import annotations

from cyberdiplo.messages import tr

THIN, HARD = "\u202f", "\u00a0"  # blanks at which no line is broken: between thousands, before a unit
LARGE = ((10**9, ("milliard", "billion")), (10**6, ("million", "million")))
CURRENCIES = {"eur": ("euros", "EUR"), "usd": ("dollars des États-Unis", "USD")}


def say_amount(
    comparator: str, value: float, value_max: float | None, unit: str, unit_label: str | None, lang: str
) -> str:
    """A figure in words and numbers, after the words of its comparator (``plus de``; none where it is exact).

    ``unit_label`` says what a unit without words of its own here is called.
    """
    if value_max is not None:
        low, high = _say_number(value, unit, lang), _say_with_unit(value_max, unit, unit_label, lang)
        return tr("{low} to {high}", lang, low=low, high=high)
    return f"{comparator} {_say_with_unit(value, unit, unit_label, lang)}".strip()


def _say_with_unit(value: float, unit: str, unit_label: str | None, lang: str) -> str:
    number = _say_number(value, unit, lang)
    if unit in CURRENCIES:
        words = CURRENCIES[unit][0]
        if lang == "en":
            return f"{CURRENCIES[unit][1]}{HARD}{number}"
        of = ("d'" if words[0] in "aeiou" else "de ") if number[-1].isalpha() else ""
        return f"{number}{HARD}{of}{words}"
    if unit == "percent":
        return f"{number}%" if lang == "en" else f"{number}{THIN}%"
    if unit in ("count", "year"):
        return number
    return f"{number}{HARD}{unit_label or unit}"


def _say_number(value: float, unit: str, lang: str) -> str:
    """The digits in groups of three; millions and thousands of millions in words where few digits are left."""
    if unit == "year":
        return f"{value:.0f}"
    for size, words in LARGE:
        short = value / size
        if abs(short) >= 1 and abs(short * 10 - round(short * 10)) < 1e-9:
            word = words[1] if lang == "en" else words[0] + ("s" if abs(short) >= 2 else "")
            return f"{_write_digits(short, lang)}{HARD}{word}"
    return _write_digits(value, lang)


def _write_digits(value: float, lang: str) -> str:
    text = f"{value:,.0f}" if float(value).is_integer() else f"{value:,}"
    return text if lang == "en" else text.replace(",", THIN).replace(".", ",")
