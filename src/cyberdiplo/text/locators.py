"""Places in a document, in the order in which a reader meets them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cyberdiplo.messages import later, tr

if TYPE_CHECKING:
    from collections.abc import Iterable

NUMBER = re.compile(r"\d+")
COUNTED = re.compile(r"(par\. (?:\d+\.)*|note )(\d+)(?: item \d+)?$")
FIRST, LAST = ("preamble",), ("note", "annex")
# Locators are English in the data: their commonest words, which are looked up in this order, and what must follow each.
PLACES = (
    (later("opening paragraph"), ""),
    (later("roll call of"), ""),
    (later("lines"), ""),
    (later("line"), ""),
    (later("item"), r"(?= \d)"),
    (later("record of"), ""),
    (later("release"), ""),
    (later("preamble"), ""),
    (later("paragraphs"), ""),
    (later("table"), ""),
    (later("heading"), ""),
    (later("entry"), ""),
    (later("annex"), ""),
    (later("in French"), ""),
    (later("in English"), ""),
    (later("in Russian"), ""),
    (later("in Spanish"), ""),
)
Key = tuple[int, str, tuple[int, ...], str]  # before or after the rest, the word, its numbers, the whole locator


def natural(locator: str) -> Key:
    """A key to sort locators by: ``par. 3.2`` is before ``par. 3.10``, a section among its paragraphs, notes last."""
    word = re.split(r"[\s.\d]", locator, maxsplit=1)[0].lower()
    rank = 0 if word in FIRST else 2 if word in LAST else 1
    numbers = tuple(int(number) for number in NUMBER.findall(locator)[:6])
    family = "" if word in ("par", "sec") else word  # one numbering, whether it is a heading or a paragraph
    return rank, family, numbers, locator


def find_gaps(locators: Iterable[str]) -> list[str]:
    """The paragraphs and notes that a numbering has between those named: nothing comes from them."""
    named: dict[str, set[int]] = {}
    for locator in locators:
        if match := COUNTED.match(locator):
            named.setdefault(match[1], set()).add(int(match[2]))
    return [
        f"{series}{number}"
        for series, numbers in named.items()
        for number in range(min(numbers), max(numbers))
        if number not in numbers
    ]


def say_locator(locator: str, lang: str) -> str:
    """A place as it is read in ``lang``: ``par. 3.5``, ``préambule``."""
    for word, follows in PLACES:
        if word in locator:
            locator = re.sub(rf"\b{word}{follows}\b", tr(word, lang), locator)
    return locator
