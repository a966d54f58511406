"""What was probably meant: the known words that are spelt nearly as the one that was typed.

What is only proposed may be far (``find_nearest``); what is taken without being asked for must be near
(``find_misspelt``), as slips of a finger, of the ear or of memory are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyberdiplo.messages import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def find_nearest(word: str, known: Iterable[str], *, most: int = 2, cutoff: float = 0.6) -> list[str]:
    """The known words nearest to one, the nearest first; ``cutoff`` is the share that must agree (0 to 1)."""
    import difflib  # costs a millisecond or two, and is wanted only where something went wrong

    return difflib.get_close_matches(word, list(known), n=most, cutoff=cutoff)


SHORTEST = 4  # letters; a shorter word with one letter changed is another word
VOWELS = frozenset("aeiouy")
# Letters that are taken for one another by ear.
ALIKE = frozenset(
    frozenset(pair) for pair in ("bp", "ck", "cq", "cs", "dt", "fv", "gj", "iy", "kq", "mn", "sz", "vw", "xz", "fp")
)
# What is written by ear with one letter.
SOUNDS = {"que": "k", "qu": "k", "ck": "k", "ph": "f", "eau": "o", "au": "o"}
BY_EAR = 0.5  # what a word costs that sounds like another
# What a slip costs; what a word of so many letters may cost, at most.
DOUBLED, SWAPPED, CLOSE, MISSING, OTHER, BLANK = 0.5, 0.75, 0.75, 1.0, 1.5, 0.25
MAY_COST = ((4, 0.5), (5, 1.0), (7, 1.25), (9, 2.0))
AT_MOST = 2.5  # of a longer one
BEGINNING = 3  # letters in which another vowel makes another word: butter, better


def find_misspelt(word: str, known: Iterable[str], *, most: int = 2) -> list[str]:
    """The known words of which this may be a misspelling, the nearest first, as they come where they are as near.

    Both are folded. The first letter is right, and a long word may have more slips than a short one.
    """
    if len(word) < SHORTEST:
        return []
    limit = _find_limit(word)
    letters, length, first, sound = set(word), len(word), word[:1], _spell_sound(word)
    costs: list[tuple[float, int, str]] = []
    for number, other in enumerate(known):
        # Most are another word at a glance: each letter that only one of them has costs something.
        if other[:1] != first or abs(len(other) - length) > 3 or len(letters.symmetric_difference(other)) > 4:
            continue
        cost = count_slips(word, other)
        if cost > limit and (sound != word or any(letter in other for letter in SOUNDS)):
            cost = BY_EAR + count_slips(sound, _spell_sound(other))
        if cost <= min(limit, _find_limit(other)):
            costs.append((cost, number, other))
    return [other for _, _, other in sorted(costs)[:most]]


def _spell_sound(word: str) -> str:
    """The word with one letter for what sounds so: numerique and numerik are numerik."""
    for letters, sound in SOUNDS.items():
        word = word.replace(letters, sound)
    return word


def _find_limit(word: str) -> float:
    """What a misspelling of a word may cost; none is one of a word that is too short."""
    return 0 if len(word) < SHORTEST else next((cost for length, cost in MAY_COST if len(word) <= length), AT_MOST)


def count_slips(word: str, other: str) -> float:
    """How far one spelling is from another: letters left out, put in, swapped or taken for others, each at its cost."""
    before: list[float] = []
    row = [0.0]
    for letter in other:
        row.append(row[-1] + (BLANK if letter == " " else MISSING))
    for i, letter in enumerate(word):
        earlier, before = before, row
        row = [before[0] + (BLANK if letter == " " else MISSING)]
        for j, right in enumerate(other):
            cost = min(
                before[j] + _price_change(letter, right, min(i, j)),
                before[j + 1] + _price_letter(word, i),
                row[j] + _price_letter(other, j),
            )
            if i and j and letter == other[j - 1] and right == word[i - 1] != letter:
                cost = min(cost, earlier[j - 1] + SWAPPED)
            row.append(cost)
    return row[-1]


def _price_change(letter: str, right: str, place: int) -> float:
    """What it costs to write a letter for the right one."""
    if letter == right:
        return 0
    if (letter in VOWELS and right in VOWELS and place >= BEGINNING) or frozenset((letter, right)) in ALIKE:
        return CLOSE
    return OTHER


def _price_letter(word: str, place: int) -> float:
    """What it costs that only one of two spellings has this letter; a blank or half of a double one is soon lost."""
    if word[place] == " ":
        return BLANK
    return DOUBLED if place and word[place] == word[place - 1] else MISSING


def did_you_mean(words: Sequence[str], otherwise: str = "") -> str:
    """``did you mean A or B?``; something else where there is no such word."""
    return tr("did you mean {words}?", words=tr(" or ").join(words)) if words else otherwise
