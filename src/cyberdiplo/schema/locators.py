"""Places in a document, in the order in which a reader meets them."""

from __future__ import annotations

import re

NUMBER = re.compile(r"\d+")
FIRST, LAST = ("preamble",), ("note", "annex")
Key = tuple[int, str, tuple[int, ...], str]


def natural(locator: str) -> Key:
    """A key to sort locators by: ``par. 3.2`` is before ``par. 3.10``, a section among its paragraphs, notes last."""
    word = re.split(r"[\s.\d]", locator, maxsplit=1)[0].lower()
    rank = 0 if word in FIRST else 2 if word in LAST else 1
    numbers = tuple(int(number) for number in NUMBER.findall(locator)[:6])
    family = "" if word in ("par", "sec") else word  # one numbering, whether it is a heading or a paragraph
    return rank, family, numbers, locator
