"""What was probably meant: the known words that are spelt nearly as the one that was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyberdiplo.messages import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def find_nearest(word: str, known: Iterable[str], *, most: int = 2, cutoff: float = 0.6) -> list[str]:
    """The known words nearest to one, the nearest first; ``cutoff`` is the share that must agree (0 to 1)."""
    import difflib  # costs a millisecond or two, and is wanted only where something went wrong

    return difflib.get_close_matches(word, list(known), n=most, cutoff=cutoff)


def did_you_mean(words: Sequence[str], otherwise: str = "") -> str:
    """``did you mean A or B?``; something else where there is no such word."""
    return tr("did you mean {words}?", words=tr(" or ").join(words)) if words else otherwise
