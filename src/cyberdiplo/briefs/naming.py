"""Which words of a sentence name who says it, so that it need not be said before it again."""

from __future__ import annotations

import re

# Before a family name; a name alone could be another's, or a word.
TITLES = r"(?:S\. E\. |H\. ?E\. )?(?:MM?\.|Mmes?|Mlle|Mrs?|Ms|Messrs|Dr|M)"
APART = r"[\s\u00a0]+"
BETWEEN = r"(?:, | et | and | et de | and of )(?:MM?\. |Mmes? |Mrs? |Ms )?"
COMMON = 2  # words in which a name and the beginning of a sentence must agree


def find_named(who: str, text: str) -> str:
    """The words in a text that name all of these, separated by semicolons; empty where one of them is not named."""
    names = [name for name in who.split("; ") if name]
    families = [[" ".join(words[at:]) for at in range(len(words))] for words in map(str.split, names)]
    if names and all(families):
        each = ["(?:" + "|".join(re.escape(tail) for tail in tails) + ")" for tails in families]
        if match := re.search(rf"\b{TITLES}{APART}" + BETWEEN.join(each) + r"(?!\w)", text):
            return match[0]
    if len(names) > 1:
        return ""
    for name in dict.fromkeys([who, re.sub(r" \([^)]*\)$", "", who)]):
        if match := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE):
            return match[0]
    return _share_beginning(who, text)


def _share_beginning(who: str, text: str) -> str:
    """``Tous les participants``, where the voice is "tous les participants issus du secteur privé"."""
    shared = 0
    for name, word in zip(who.split(), text.split(), strict=False):
        if name.casefold() != word.casefold():
            break
        shared += 1
    return " ".join(text.split()[:shared]) if shared > COMMON else ""
