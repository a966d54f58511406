"""Lines as one text: a word that a line end cuts is made whole, with its hyphen where that belongs to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

WORD = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+){0,6}")
CUT = re.compile("([^\\W_]+)([-‐‑\u00ad])[ \\t]*\\n\\s*([^\\W_]+)")
SOFT = re.compile("\u00ad\\s*\\n\\s*|[\u00ad\u200b-\u200f\u2060\ufeff]")  # and what takes no room
# What French ties to a verb, and prefixes that keep their hyphen in both languages.
TIED = frozenset(
    [
        "ce",
        "il",
        "elle",
        "ils",
        "elles",
        "on",
        "je",
        "tu",
        "nous",
        "vous",
        "moi",
        "toi",
        "lui",
        "leur",
        "le",
        "la",
        "les",
        "y",
        "en",
        "là",
        "ci",
        "même",
        "mêmes",
        "t",
    ]
)
PREFIXES = frozenset(
    [
        "non",
        "anti",
        "ex",
        "self",
        "quasi",
        "vice",
        "multi",
        "semi",
        "sous",
        "demi",
        "mi",
        "post",
        "pré",
        "inter",
        "co",
        "cross",
        "long",
        "short",
    ]
)


def collect_words(texts: Iterable[str]) -> frozenset[str]:
    """Every word that stands whole in a document, those with hyphens too."""
    return frozenset(word.casefold() for text in texts for word in WORD.findall(text))


def join_lines(text: str, words: frozenset[str] = frozenset()) -> str:
    """A text on one line; ``words`` are those of its document, which tell whether a hyphen belongs to a word."""

    def join(match: re.Match[str]) -> str:
        before, hyphen, after = match.groups()
        if hyphen == "\u00ad":
            return before + after
        first, second = before.casefold(), after.casefold()
        if not after[0].islower() or not before[-1].isalpha():
            return f"{before}-{after}"
        if f"{first}-{second}" in words:
            return f"{before}-{after}"
        if first + second in words:
            return before + after
        return f"{before}-{after}" if second in TIED or first in PREFIXES else before + after

    return " ".join(SOFT.sub("", CUT.sub(join, text)).split())
