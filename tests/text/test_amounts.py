"""A figure reads as people write numbers."""

from __future__ import annotations

import pytest

from cyberdiplo.schema.vocabulary import CLOSED, choose_label
from cyberdiplo.text.amounts import say_amount

AMOUNTS = [
    ("eq", 220e9, None, "eur", "220 milliards d'euros", "EUR 220 billion"),
    ("approx", 160e9, None, "usd", "environ 160 milliards de dollars des États-Unis", "about USD 160 billion"),
    ("gt", 60, None, "percent", "plus de 60 %", "more than 60%"),
    ("le", 2.5, None, "percent", "au plus 2,5 %", "at most 2.5%"),
    ("ge", 1.5e6, None, "count", "au moins 1,5 million", "at least 1.5 million"),
    ("lt", 1234567, None, "count", "moins de 1 234 567", "less than 1,234,567"),
    ("range", 60, 75.5, "percent", "de 60 à 75,5 %", "60 to 75.5%"),
    ("eq", 15000000, None, "eur", "15 millions d'euros", "EUR 15 million"),
    ("eq", 1500, None, "eur", "1 500 euros", "EUR 1,500"),
    ("eq", 7, None, "multiple", "7 fois", "7 times"),
    ("eq", 0, None, "count", "0", "0"),
    ("eq", 2025, None, "year", "2025", "2025"),
    ("eq", 3, None, "wagons", "3 wagon(s)", "3 wagon(s)"),  # a unit of the user's own
]
LABELS = {"multiple": ("fois", "times"), "wagons": ("wagon(s)", "wagon(s)")}


@pytest.mark.parametrize(("comparator", "value", "most", "unit", "french", "english"), AMOUNTS)
def test_an_amount_reads_as_people_write_it(
    comparator: str, value: float, most: float | None, unit: str, french: str, english: str
) -> None:
    for lang, expected, label in zip(("fr", "en"), (french, english), LABELS.get(unit, (None, None)), strict=True):
        words = choose_label(CLOSED["figures.comparator"], comparator, lang)
        said = say_amount(words, value, most, unit, label, lang)
        assert said.replace("\u202f", " ").replace("\u00a0", " ") == expected
