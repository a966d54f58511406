"""Type as printers set it: data have straight apostrophes and plain blanks, what is handed over has neither.

Only what is printed is set so: what can be typed (commands, addresses, ids) and what programs read stay as they are.
"""

from __future__ import annotations

import re

FIXED = "\u00a0"  # a blank at which no line ends
APOSTROPHE, OPENING = "\u2019", "\u2018"
LETTERS = "A-Za-zÀ-ÖØ-öø-ÿŒœŠšŽžŁłĀ-ž"
# In both languages: an apostrophe behind a letter or digit, and titles and signs that no line leaves alone at its end.
BOTH: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"(?<=[{LETTERS}0-9])'"), APOSTROPHE),
    (re.compile(rf"(?<![^\s(])'(?=[{LETTERS}])"), OPENING),
    (re.compile(r"\b(MM?\.|Mmes?|Mlles?|Mrs?|Ms|Messrs|Drs?|pp?\.|par\.|art\.|§) +(?=\S)"), rf"\1{FIXED}"),
    (re.compile(r"\b([Nn](?:os?\.?|°)) +(?=\d)"), rf"\1{FIXED}"),
)
FRENCH: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<=[\w.)\]»”’%…])[ \u00a0\u202f]?;(?=\s|$)"), f"{FIXED};"),
    (re.compile(r"(?<=[\w)\]»”’%])[ \u00a0\u202f]?([?!])(?=\s|$)"), rf"{FIXED}\1"),
    (re.compile(r"(?<=\S) (?=[:»](?:\s|[.,;)\]]|$))"), FIXED),
    (re.compile(r"« "), f"«{FIXED}"),
    (
        re.compile(
            r"\b(\d{1,2}|1er) (?=janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
        ),
        rf"\1{FIXED}",
    ),
    (re.compile(r"(?<=\d) (?=(?:%|h|millions?|milliards?|€|\$|fois)\b|%)"), FIXED),
)
RULES = {"fr": (*BOTH, *FRENCH), "en": BOTH}


def typeset(text: str, lang: str) -> str:
    """A text of ours in that language as it is printed; doing it twice changes nothing."""
    for pattern, replacement in RULES[lang]:
        text = pattern.sub(replacement, text)
    return text
