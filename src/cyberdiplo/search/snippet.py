"""The part of a text that shows why it was found, with the words that were looked for between two stars."""

from __future__ import annotations

import re
from collections.abc import Callable

from cyberdiplo.text.names import fold

WORDS = 24  # in a snippet
MARK = "**"
WORD = re.compile(r"\w+")
ELLIPSIS = "…"

Wanted = Callable[[str], bool]  # whether a folded word was looked for


def snippet(text: str, wanted: Wanted, *, length: int = WORDS) -> str:
    """The stretch of ``text`` with most of the words; empty where none is in it."""
    words = list(WORD.finditer(text))
    hits = [place for place, word in enumerate(words) if _is_wanted(word[0], wanted)]
    if not hits:
        return ""
    first = 0
    if len(words) > length:
        start = max(hits, key=lambda place: (_different(words, hits, place, length), -place))
        first = max(0, min(start - 3, len(words) - length))
    last = min(len(words), first + length) - 1
    begin = 0 if first == 0 else words[first].start()
    end = len(text) if last == len(words) - 1 else words[last].end()
    out, done = [ELLIPSIS if begin else ""], begin
    for place in (place for place in hits if first <= place <= last):
        word = words[place]
        out.append(f"{text[done : word.start()]}{MARK}{word[0]}{MARK}")
        done = word.end()
    out += [text[done:end], ELLIPSIS if end < len(text) else ""]
    return " ".join("".join(out).replace(f"{MARK} {MARK}", " ").split())


def _is_wanted(word: str, wanted: Wanted) -> bool:
    return any(wanted(part) for part in fold(word).split())


def _different(words: list[re.Match[str]], hits: list[int], start: int, length: int) -> int:
    """How many different words that were looked for stand from ``start`` on."""
    return len({fold(words[place][0]) for place in hits if start <= place < start + length - 3})
