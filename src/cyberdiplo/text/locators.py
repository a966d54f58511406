"""Places in a document, in the order in which a reader meets them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from cyberdiplo.messages import later, tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NUMBER = re.compile(r"\d+")
COUNTED = re.compile(r"(par\. (?:\d+\.)*|note )(\d+)(?: item \d+)?$")
FIRST, LAST = ("preamble",), ("note", "annex")
# Locators are English in the data: their commonest words, which are looked up in this order, and what must follow each.
PLACES = (
    (later("opening paragraph"), ""),
    (later("opening"), r"(?=,|$)"),
    (later("first preambular paragraph"), ""),
    (later("second preambular paragraph"), ""),
    (later("third preambular paragraph"), ""),
    (later("preamb."), r"(?= \d)"),
    (later("op."), r"(?= \d)"),
    (later("roll call of"), ""),
    (later("list of members"), ""),
    (later("list of Members"), ""),
    (later("list of signatories"), ""),
    (later("list of measures"), ""),
    (later("list by date"), ""),
    (later("vote list"), ""),
    (later("list item"), r"(?= \d)"),
    (later("table of parties"), ""),
    (later("table of the groups"), ""),
    (later("fact sheet"), ""),
    (later("background page of the national survey"), ""),
    (later("data of the act"), ""),
    (later("consolidated text of"), ""),
    (later("text of"), r"(?= A/)"),
    (later("title of"), r"(?= A/)"),
    (later("workflow of"), ""),
    (later("workflow"), ""),
    (later("containment"), r"(?= )"),
    (later("field"), r"(?= [A-Z])"),
    (later("head of the document"), ""),
    (later("head of the page"), ""),
    (later("head of the news item"), ""),
    (later("section of the copy"), ""),
    (later("copy of the report"), ""),
    (later("copy of the document"), ""),
    (later("copy of the release"), ""),
    (later("explanatory note"), ""),
    (later("paragraph that begins"), ""),
    (later("chapter"), r"(?= )"),
    (later("lines"), ""),
    (later("line"), ""),
    (later("item"), r"(?= \d)"),
    (later("row"), r"(?= \d)"),
    (later("record of"), ""),
    (later("record A/"), ""),
    (later("release"), ""),
    (later("preamble"), ""),
    (later("paragraphs"), ""),
    (later("paragraph"), r"(?= \d)"),
    (later("of the page"), ""),
    (later("table"), ""),
    (later("heading"), ""),
    (later("entry"), ""),
    (later("annex"), ""),
    (later("appendix"), ""),
    (later("part"), r"(?= [A-Z](?:,|$))"),
    (later("principle"), r"(?= \d)"),
    (later("rule"), r"(?= \d)"),
    (later("guideline"), r"(?= \d)"),
    (later("norm"), r"(?= \d)"),
    (later("cover"), ""),
    (later("calendar"), "$"),
    (later("abstract"), "$"),
    (later("title"), "$"),
    (later("text"), "$"),
)
EDGE = r"(?!\w)"
LANGUAGES = (later("in French"), later("in English"), later("in Russian"), later("in Spanish"))
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
    """A place as it is read in ``lang``: ``par. 3.5``, ``préambule``; what a page is called stays as it is."""
    for word in LANGUAGES:
        if word in locator:
            locator = locator.replace(word, tr(word, lang))
    called, comma, rest = locator.partition(", ") if locator.startswith("page ") else ("", "", locator)
    for word, follows in PLACES:
        if word in rest:
            rest = re.sub(rf"(?<!\w){re.escape(word)}{'' if word[-1] in './' else EDGE}{follows}", tr(word, lang), rest)
    return called + comma + rest


class PlaceLabels(Mapping[str, tuple[str, str]]):
    """Places as the codes of a column have labels: French and English of any locator."""

    def __getitem__(self, locator: str) -> tuple[str, str]:
        return say_locator(locator, "fr"), say_locator(locator, "en")

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


LABELS: dict[str, Mapping[str, tuple[str, str]]] = {"locator": PlaceLabels()}  # the columns whose words are places
