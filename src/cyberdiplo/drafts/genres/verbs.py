"""The verb with which a paragraph of a resolution opens, and its class, which is one in several languages."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from cyberdiplo.drafts.words import read_words
from cyberdiplo.text.names import fold

# Verbs that one language tells apart and another does not are of one class: « souligne » is stresses and underlines.
CLASSES = {
    "decides": "decides adopts establishes",
    "requests": "requests",
    "calls": "calls_upon urges",
    "invites": "invites",
    "encourages": "encourages",
    "recommends": "recommends",
    "supports": "supports",
    "welcomes": "welcomes commends expresses_appreciation",
    "commemorates": "commemorates",
    "reaffirms": "reaffirms confirms affirms",
    "recalls": "recalls",
    "recognizes": "recognizes considers",
    "is_convinced": "is_convinced",
    "is_guided_by": "is_guided_by",
    "notes": "notes takes_note acknowledges notes_with_appreciation",
    "concern": "expresses_concern notes_with_concern",
    "condemns": "condemns",
    "stresses": "stresses underlines underscores emphasizes highlights",
}
CLASS_OF = {verb: name for name, verbs in CLASSES.items() for verb in verbs.split()}
# What sort of point a verb makes; the rest are positions.
TYPES = {
    "requests": "call", "calls": "call", "invites": "call", "encourages": "call", "recommends": "recommendation",
    "concern": "concern", "condemns": "position", "recalls": "description", "notes": "finding", "decides": "procedure",
}  # fmt: skip
# Words before the verb that tell its strength or its place in a row.
BEFORE = (
    r"(?:(?:also|further|furthermore|strongly|deeply|gravely|seriously|fully|once again|again|profondement|vivement"
    r"|fermement|gravement|pleinement|vivamente|profundamente|firmemente|ademas|tambien)\s+)*"
)
AMBIGUOUS = {("fr", "stresses"), ("es", "stresses"), ("fr", "recognizes")}  # one verb for several of the vocabulary


class Opening(NamedTuple):
    """The verb as printed, its code in the vocabulary, and whether the language leaves a choice."""

    printed: str
    verb: str
    sure: bool


@cache
def _read_openings() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    rows = read_words("openings")
    return tuple((lang, re.compile(rf"{BEFORE}{opening}\b"), verb) for lang, opening, verb in rows)


def find_opening(text: str, lang: str) -> Opening | None:
    """The verb with which a paragraph opens; None where it opens with none that is known."""
    folded = fold(text[:120])
    matches = [
        (match.end(), verb)
        for own, pattern, verb in _read_openings()
        if own == lang and (match := pattern.match(folded))
    ]
    if not matches:
        return None
    end, verb = max(matches)
    words = len(folded[:end].split())
    return Opening(_take_words(text, words), verb, (lang, CLASS_OF[verb]) not in AMBIGUOUS)


def _take_words(text: str, count: int) -> str:
    """The first words of a text as printed."""
    words = list(re.finditer(r"[^\W_]+", text))[:count]
    return text[words[0].start() : words[-1].end()] if words else ""
