"""A paragraph cut into its points, one sentence each, and the words by which a point is found again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.text.printed import count_occurrences, normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 8  # words of an anchor
FEWEST = 3  # words, below which an anchor says little
SHORTEST = 25  # characters, below which a piece is no sentence of its own
# After these a full stop ends no sentence.
ABBREVIATIONS = frozenset(
    [
        "m",
        "mm",
        "mme",
        "mmes",
        "mlle",
        "dr",
        "dre",
        "dra",
        "pr",
        "prof",
        "mr",
        "mrs",
        "ms",
        "sr",
        "sra",
        "srta",
        "st",
        "ste",
        "s.e",
        "s.exc",
        "h.e",
        "exc",
        "no",
        "nos",
        "n°",
        "nº",
        "p",
        "pp",
        "par",
        "para",
        "paras",
        "art",
        "arts",
        "cf",
        "vol",
        "chap",
        "sec",
        "al",
        "ex",
        "e.g",
        "i.e",
        "etc",
        "vs",
        "viz",
        "fig",
        "rev",
        "add",
        "corr",
        "doc",
        "résol",
        "res",
        "approx",
        "ca",
        "u.s",
        "u.k",
        "u.n",
        "inc",
        "ltd",
        "co",
        "corp",
        "jr",
        "sen",
        "gov",
        "gen",
        "amb",
        "hon",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "janv",
        "févr",
        "avr",
        "juil",
        "déc",
        "ee.uu",
        "p.ej",
    ]
)
END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[¿¡]*\s?[^\W\d_a-zà-ÿ])")
WORD = re.compile(r"\S+")
OUTER = " \u00a0\u202f\"'“”‘’«»()[]{}.,;:!?…-–—"


class Point(NamedTuple):
    """One sentence of a passage, and where it stands in it."""

    text: str
    start: int
    end: int


def cut(text: str) -> Iterator[Point]:
    """The sentences of a text, in order."""
    start = 0
    for match in END.finditer(text):
        if match.start() - start >= SHORTEST and _ends_sentence(text, match.start()):
            yield Point(text[start : match.end()].strip(), start, match.end())
            start = match.end()
    if text[start:].strip():
        yield Point(text[start:].strip(), start, len(text))


def _ends_sentence(text: str, at: int) -> bool:
    if text[at] != ".":
        return True
    word = text[:at].rpartition(" ")[2].lstrip(OUTER).casefold()
    return word not in ABBREVIATIONS and not re.fullmatch(r"[^\W\d_](?:\.[^\W\d_])*", word)


def find_anchor(passage: str, start: int, end: int, whole: str = "") -> str:
    """At most eight words between two places of a passage that occur once in all of it; empty where there are none.

    ``whole`` is all that stands under the passage's locator, where that is more.

    Whole names and quotations are not cut where it can be helped: the first words that stand between no brackets or
    quotation marks are taken, as many of them as may be.
    """
    folded = normalise(whole or passage)
    words = [(match.start() + start, match.end() + start) for match in WORD.finditer(passage[start:end])]
    for plain in (True, False):
        for length in range(min(MOST, len(words)), min(FEWEST, len(words)) - 1, -1):
            for at in range(len(words) - length + 1):
                anchor = passage[words[at][0] : words[at + length - 1][1]].strip(OUTER)
                if plain and re.search(r"[\"“”«»()\[\];:\d*_#]", anchor):
                    continue
                if len(anchor.split()) <= MOST and count_occurrences(anchor, folded) == 1:
                    return anchor
    return ""


def widen(passage: str, start: int, end: int, whole: str = "") -> str:
    """The words between two places with as many around them as it takes for them to occur once; at most eight."""
    folded = normalise(whole or passage)
    words = [(match.start(), match.end()) for match in WORD.finditer(passage)]
    first = next((at for at, word in enumerate(words) if word[1] > start), 0)
    last = max((at for at, word in enumerate(words) if word[0] < end), default=first)
    exact = passage[start:end].strip(OUTER)
    if len(exact.split()) <= MOST and count_occurrences(exact, folded) == 1:
        return exact
    while last - first < MOST:
        anchor = passage[words[first][0] : words[last][1]].strip(OUTER)
        if count_occurrences(anchor, folded) == 1:
            return anchor
        if last + 1 < len(words):
            last += 1
        elif first:
            first -= 1
        else:
            break
    return find_anchor(passage, start, end, whole)
