"""Places in a source as people cite them: "par. 3.5, par. 3.6", with the words there and what they are cited for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyberdiplo.messages import tr
from cyberdiplo.schema.vocabulary import label
from cyberdiplo.text.locators import say_locator

if TYPE_CHECKING:
    from cyberdiplo.records.cited import CitedPlace, Entry


def say_place(place: CitedPlace, lang: str) -> str:
    """The locator, the words there, and how they support what they are cited for."""
    text = say_locator(place.locator, lang)
    if place.anchor:
        text = tr("{place}: {words}", lang, place=text, words=quote(place.anchor, lang))
    return " ".join(filter(None, [text, _say_support(place, lang)]))


def _say_support(place: CitedPlace, lang: str) -> str:
    return "" if place.support in ("", "states") else f"({label('citations.support', place.support, lang)})"


def say_remark(place: CitedPlace) -> str:
    """What a reader should know of the citation, in brackets."""
    return f"[{end_sentence(place.note)}]" if place.note else ""


def join_locators(entry: Entry, lang: str) -> str:
    """Every place that is cited, once: ``par. 3.5, par. 3.6``."""
    phrases = dict.fromkeys(say_locator(place.locator, lang) for _, place in entry.places if place.locator)
    return _join(list(phrases))


def _join(phrases: list[str]) -> str:
    """One after the other; what has commas of its own, with semicolons between."""
    return ("; " if any("," in words for words in phrases) else ", ").join(phrases)


def say_places(entry: Entry, lang: str, *, several: bool) -> str:
    """Every place, once, for programs that have no field for them: of one record with the words there, of several with
    the ids of what is cited there, which find the words.
    """
    if not several:
        phrases = [" ".join(filter(None, [say_place(place, lang), say_remark(place)])) for _, place in entry.places]
        return "; ".join(dict.fromkeys(filter(None, phrases)))
    cited: dict[str, list[str]] = {}
    for record, place in entry.places:
        if place.locator:
            words = " ".join(filter(None, [record.id, _say_support(place, lang)]))
            cited.setdefault(say_locator(place.locator, lang), []).append(words)
    return "; ".join(f"{locator} ({', '.join(dict.fromkeys(ids))})" for locator, ids in cited.items())


def quote(words: str, lang: str) -> str:
    """Words between the marks of the language: no line ends between a mark and what it marks."""
    return tr('"{words}"', lang, words=words)


def end_sentence(text: str) -> str:
    """What is written, with a full stop unless it has one."""
    return text if text.endswith((".", "!", "?", "]")) else f"{text}."
