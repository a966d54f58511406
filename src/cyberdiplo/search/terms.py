"""What a user typed into a search, as terms: words, phrases in quotes, prefixes, words to leave out."""

from __future__ import annotations

import re
from typing import NamedTuple

from cyberdiplo.text.names import fold

MOST = 24  # terms that are looked for: more than a person types, and each costs time

APOSTROPHES = "'’‘‛ʼ′´`"
# l'OTC is OTC, d'experts is experts, lorsqu'il is il: what the apostrophe cuts off is no word to look for.
ELISION = rf"(?i)(?<!\w)(?:lorsqu|puisqu|quoiqu|quelqu|presqu|jusqu|entr|qu|[ldjmtsnc])[{APOSTROPHES}](?=\w)"
INVERSION = r"(?i)(?<=\w)-(?:t-)?(?:ils?|elles?|on|ce)(?!\w)"  # dit-elle is dit, y a-t-il is y a
POSSESSIVE = rf"(?i)(?<=\w)[{APOSTROPHES}]s(?!\w)"  # China's is China
PIECE = re.compile(
    r"""(?P<minus>(?<!\S)-(?=\S))?"""
    r"""(?:["“”„«](?P<quoted>[^"“”„«»]*)["“”„«»]?|(?P<plain>[^\s"“”„«»]+))"""
    r"""(?P<star>\*)?"""
)

# Words that say nothing of what is looked for: left out, unless nothing else was typed.
STOP_WORDS = """
    a au aux avec ce ces cet cette comme dans de des du elle elles en est et eux il ils je la le les leur leurs lui
    ma mais many me mes moi mon ne nos notre nous on ont ou par pas pour qu que quel quelle quelles quels qui sa se
    ses son sont sur t ta te tes toi ton tu un une vos votre vous y
    an and are as at be been by did do does for from had has have he her his how i if in into is it its of on or our
    she so such than that the their them then there these they this to was we were what when where which who whom
    why will with would you your
    under during selon depuis lors
"""
# What somebody asks with who wants to know what was said, and by whom.
ASKING_WORDS = """
    qui que quoi quel quelle quels quelles comment pourquoi combien many much quand lequel laquelle lesquels lesquelles
    who what which whom how why when where whose
"""
SAYING_WORDS = """
    parle parlent parler parlait parlaient dit disent dire declare declarent propos sujet concernant pense pensent
    affirme affirment mentionne mentionnent evoque evoquent exprime exprimee exprimes avis position positions
    say says said saying speak speaks spoke spoken talk talked tell tells told about think thinks mention mentioned
    mentions raise raised raises view views stance position positions
"""
# What else stands in a question and is not what is looked for.
FRAME_WORDS = """
    pays etat etats gouvernement gouvernements delegation delegations quelqu fait faire faut peut peuvent
    country countries state states government governments delegation delegations anyone anybody somebody there any
    can could should may
    porte portent concerne concernent traite traitent deal deals concern concerns
"""
ASKING, SAYING = frozenset(ASKING_WORDS.split()), frozenset(SAYING_WORDS.split())
FRAME = frozenset(FRAME_WORDS.split())
STOP = frozenset(STOP_WORDS.split())
ARTICLES = frozenset(("le", "la", "les", "un", "une", "du", "des", "the", "a", "an"))


class Term(NamedTuple):
    """Words that must follow one another (mostly it is one); ``positive`` is false for what may not be there."""

    words: tuple[str, ...]
    prefix: bool = False  # the last word is only begun
    positive: bool = True
    quoted: bool = False  # as it stands, by no other word
    others: tuple[tuple[str, ...], ...] = ()  # what else it may stand as


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
            term = Term(words, prefix, piece["minus"] is None, quoted is not None)
            little = term.positive and not prefix and quoted is None and STOP.issuperset(words)
            split.append(Piece(spelling, term, little))
    return split


def _bare(text: str) -> str:
    """The text without what apostrophes join to its words."""
    bare = _without(POSSESSIVE, _without(ELISION, text))
    return re.sub(INVERSION, "", bare) if "-" in bare else bare


def _without(pattern: str, text: str) -> str:
    """The text without what an apostrophe is part of; the pattern is compiled where there is one."""
    return text if set(APOSTROPHES).isdisjoint(text) else re.sub(pattern, "", text)


def read_terms(typed: str) -> list[Term]:
    """What is looked for: little words only where there are no others."""
    every = split_pieces(typed)
    if is_question(typed):  # who spoke of it: speaking is not what is looked for
        frame = (SAYING | ASKING) if asks_how_many(typed) else (SAYING | ASKING | FRAME)
        every = [piece._replace(little=piece.little or _is_among(frame, piece)) for piece in every]
    chosen = [piece.term for piece in every if not piece.little]
    if not any(term.positive for term in chosen):
        chosen = [piece.term for piece in every if piece.little] + chosen
    return list(dict.fromkeys(chosen))[:MOST]


def _is_among(words: frozenset[str], piece: Piece) -> bool:
    """Whether a piece is one of these words, as it stands."""
    term = piece.term
    return term.positive and not term.prefix and not term.quoted and words.issuperset(term.words)


def is_question(typed: str) -> bool:
    """Whether it is a whole question: with a word for asking at its beginning, or a mark at the end."""
    return typed.rstrip().endswith("?") or any(fold(word) in ASKING for word in _bare(typed).split()[:2])


def is_lone_word(typed: str) -> bool:
    """Whether it is one plain word and no question: no place is named beside it, and no list is asked for a record."""
    word = typed.strip()
    return word.isalpha() and fold(word) not in ASKING | SAYING


# What a question asks for, by the noun after its first word: which law, quelle loi.
ASKED_NOUNS = {
    "measure": "law laws act regulation directive resolution treaty convention measure norm text document standard"
    " loi lois reglement resolution traite mesure norme texte documents",
    "forum": "forum forums body bodies committee enceinte enceintes organe comite instance",
    "process": "process processes group processus groupe track",
    "meeting": "meeting meetings session sessions summit reunion reunions seance sommet",
    "organisation": "organisation organisations organization company companies agency entreprise entreprises agence",
    "figure": "share percentage amount cost number proportion part pourcentage montant cout nombre",
}
NOUN_KINDS = {noun: kind for kind, nouns in ASKED_NOUNS.items() for noun in nouns.split()}
FIRST = frozenset(["which", "what", "quel", "quelle", "quels", "quelles"])
COUNTING = ("combien ", "a combien ", "how many ", "how much ")
MEETING = frozenset(
    [
        "meet",
        "meets",
        "met",
        "meeting",
        "session",
        "held",
        "hold",
        "summit",
        "reunion",
        "reuni",
        "reunie",
        "tenu",
        "tenue",
        "sommet",
    ]
)
WHEN = frozenset(["quand", "when", "ou", "where"])
CHAIRING = frozenset(["preside", "presidait", "presidee", "chair", "chairs", "chaired", "whose"])
DEFINING = ("what is ", "what are ", "who is ", "who was ", "qui est ", "qui etait ", "est ce que ", "c est quoi ")


def bare_words(typed: str) -> list[str]:
    """The words of a question as they are compared, without what apostrophes join to them."""
    return fold(_bare(typed)).split()


def asks_how_many(typed: str) -> bool:
    """Whether a question asks for a number."""
    return fold(_bare(typed)).startswith(COUNTING)


def asks_what_was_said(typed: str) -> bool:
    """Whether a question has a word for saying, and does not ask for a number."""
    return not SAYING.isdisjoint(fold(_bare(typed)).split()) and not asks_how_many(typed)


def asks_who(typed: str) -> bool:
    """Whether a question asks for somebody."""
    return not frozenset(("qui", "who", "whom")).isdisjoint(fold(_bare(typed)).split()[:2])


def find_asked_kind(typed: str) -> str:
    """The kind of record that a question asks for: a statement where it asks who said what; empty where any may do."""
    text = fold(_bare(typed))
    words = text.split()
    if asks_how_many(typed):
        return "figure"
    if len(words) > 1 and words[0] in FIRST and words[1] in NOUN_KINDS:
        return NOUN_KINDS[words[1]]
    if not WHEN.isdisjoint(words[:3]):
        return "" if MEETING.isdisjoint(words) else "meeting"
    if asks_what_was_said(typed):
        return "statement"
    return "" if text.startswith(DEFINING) or not CHAIRING.isdisjoint(words[:3]) else "statement"


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
