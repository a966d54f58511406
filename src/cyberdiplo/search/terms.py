"""What a user typed into a search, as terms: words, phrases in quotes, prefixes, words to leave out."""

from __future__ import annotations

import re
from typing import NamedTuple

from cyberdiplo.text.names import fold

MOST = 24  # terms that are looked for: more than a person types, and each costs time

APOSTROPHES = "'’‘‛ʼ′´`"
# l'OTC is OTC, d'experts is experts, lorsqu'il is il: what the apostrophe cuts off is no word to look for.
ELISION = rf"(?i)(?<!\w)(?:lorsqu|puisqu|quoiqu|quelqu|presqu|jusqu|entr|qu|[ldjmtsnc])[{APOSTROPHES}](?=\w)"
POSSESSIVE = rf"(?i)(?<=\w)[{APOSTROPHES}]s(?!\w)"  # China's is China
PIECE = re.compile(
    r"""(?P<minus>(?<!\S)-(?=\S))?"""
    r"""(?:["“”„«](?P<quoted>[^"“”„«»]*)["“”„«»]?|(?P<plain>[^\s"“”„«»]+))"""
    r"""(?P<star>\*)?"""
)

# Words that say nothing of what is looked for: left out, unless nothing else was typed.
STOP_WORDS = """
    a au aux avec ce ces cet cette comme dans de des du elle elles en est et eux il ils je la le les leur leurs lui
    ma mais me mes moi mon ne nos notre nous on ont ou par pas pour qu que quel quelle quelles quels qui sa se ses son
    sont sur ta te tes toi ton tu un une vos votre vous y
    an and are as at be been by did do does for from had has have he her his how i if in into is it its of on or our
    she so such than that the their them then there these they this to was we were what when where which who whom
    why will with would you your
"""
# What somebody asks with who wants to know what was said, and by whom.
ASKING_WORDS = """
    qui que quoi quel quelle quels quelles comment pourquoi who what which whom how why
"""
SAYING_WORDS = """
    parle parlent parler parlait dit disent dire declare declarent propos sujet concernant
    say says said saying speak speaks spoke spoken talk talked tell tells told about
"""
ASKING, SAYING = frozenset(ASKING_WORDS.split()), frozenset(SAYING_WORDS.split())
STOP = frozenset(STOP_WORDS.split())
ARTICLES = frozenset(("le", "la", "les", "un", "une", "du", "des", "the", "a", "an"))


class Term(NamedTuple):
    """Words that must follow one another (mostly it is one); ``positive`` is false for what may not be there."""

    words: tuple[str, ...]
    prefix: bool = False  # the last word is only begun
    positive: bool = True


class Piece(NamedTuple):
    """A term as it was typed, but for what an apostrophe cuts off."""

    spelling: str
    term: Term
    little: bool  # a word that says nothing of what is looked for


def split_pieces(typed: str) -> list[Piece]:
    """What was typed, piece by piece; any text is understood somehow, nothing is an error."""
    split = []
    for piece in PIECE.finditer(typed):
        quoted, plain = piece["quoted"], piece["plain"]
        spelling = _bare(quoted if quoted is not None else plain.rstrip("*"))
        prefix = bool(piece["star"]) or (plain or "").endswith("*")
        if words := tuple(fold(spelling).split()):
            term = Term(words, prefix, piece["minus"] is None)
            little = term.positive and not prefix and quoted is None and len(words) == 1 and words[0] in STOP
            split.append(Piece(spelling, term, little))
    return split


def _bare(text: str) -> str:
    """The text without what apostrophes join to its words."""
    return _without(POSSESSIVE, _without(ELISION, text))


def _without(pattern: str, text: str) -> str:
    """The text without what an apostrophe is part of; the pattern is compiled where there is one."""
    return text if set(APOSTROPHES).isdisjoint(text) else re.sub(pattern, "", text)


def read_terms(typed: str) -> list[Term]:
    """What is looked for: little words only where there are no others."""
    every = split_pieces(typed)
    if is_question(typed):  # who spoke of it: speaking is not what is looked for
        every = [piece._replace(little=piece.little or _is_saying(piece)) for piece in every]
    chosen = [piece.term for piece in every if not piece.little]
    if not any(term.positive for term in chosen):
        chosen = [piece.term for piece in every if piece.little] + chosen
    return list(dict.fromkeys(chosen))[:MOST]


def _is_saying(piece: Piece) -> bool:
    term = piece.term
    return term.positive and not term.prefix and len(term.words) == 1 and term.words[0] in SAYING


def is_question(typed: str) -> bool:
    """Whether somebody asks what was said: with a word for it, or a mark at the end."""
    return typed.rstrip().endswith("?") or any(fold(word) in ASKING for word in typed.split()[:2])


def may_name(word: str) -> bool:
    """Whether a word may stand for a record that is called so: ``DE`` and ``IL`` do, ``de`` and ``qu'il`` do not."""
    return word.isupper() or fold(_without(ELISION, word)) not in STOP


def find_whole_names(typed: str) -> list[str]:
    """What was typed as one name, where it may be one: as it is, and without an article before it."""
    pieces = list(PIECE.finditer(typed))
    if any(piece["minus"] or piece["star"] or (piece["plain"] or "").endswith("*") for piece in pieces):
        return []
    name = " ".join(part for piece in pieces if (part := piece["quoted"] or piece["plain"])).strip(" ?!.,;:")
    bare = _without(ELISION, name)
    first, _, rest = bare.partition(" ")
    without = [bare, rest if fold(first) in ARTICLES else ""]
    # Two letters are a code where they are all that was typed, or in capitals: the ps of les ps is not Palestine.
    without = [spelling for spelling in without if spelling == name or len(spelling) > 2 or spelling.isupper()]
    return list(dict.fromkeys(spelling for spelling in (name, *without) if spelling and may_name(spelling)))
