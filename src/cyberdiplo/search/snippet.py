"""The part of a text that shows why it was found, with the words that were looked for between two stars."""

from __future__ import annotations

import re
from collections.abc import Callable

from cyberdiplo.result import MATCH
from cyberdiplo.text.names import fold

WORDS = 24  # in a snippet
# With the vowels of Indic and neighbouring scripts, and marks above and below: these are no letters of their own.
WORD = re.compile(
    r"\w[\w\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u0900-\u0963\u0966-\u0dff\u0e30-\u0ebd\u102b-\u103e\u17b4-\u17d3]*"
)
ELLIPSIS = "…"

IsMatch = Callable[[str], bool]  # whether a folded word was looked for


def find_snippet(text: str, is_match: IsMatch, *, length: int = WORDS) -> str:
    """The stretch of ``text`` with most of the words; empty where none is in it."""
    words = list(WORD.finditer(text))
    hits = [index for index, word in enumerate(words) if _matches(word[0], is_match)]
    if not hits:
        return ""
    first = 0
    if len(words) > length:
        start = max(hits, key=lambda index: (_count_different(words, hits, index, length), -index))
        first = max(0, min(start - 3, len(words) - length))
    last = min(len(words), first + length) - 1
    begin = 0 if first == 0 else words[first].start()
    end = len(text) if last == len(words) - 1 else words[last].end()
    out, done = [ELLIPSIS if begin else ""], begin
    for index in (index for index in hits if first <= index <= last):
        word = words[index]
        out.append(f"{text[done : word.start()]}{MATCH}{word[0]}{MATCH}")
        done = word.end()
    out += [text[done:end], ELLIPSIS if end < len(text) else ""]
    return " ".join("".join(out).replace(f"{MATCH} {MATCH}", " ").split())


def begin_snippet(text: str, *, length: int = WORDS) -> str:
    """As much of a text from its beginning as a snippet has."""
    words = list(WORD.finditer(text))
    end = len(text) if len(words) <= length else words[length - 1].end()
    return " ".join((text[:end] + (ELLIPSIS if end < len(text) else "")).split())


def _matches(word: str, is_match: IsMatch) -> bool:
    """In some scripts a word is folded to several parts, at its vowels, of which others have one by chance."""
    parts = fold(word).split()
    return bool(parts) and all(is_match(part) for part in parts)


def _count_different(words: list[re.Match[str]], hits: list[int], start: int, length: int) -> int:
    """How many different words that were looked for stand from ``start`` on."""
    return len({fold(words[index][0]) for index in hits if start <= index < start + length - 3})
