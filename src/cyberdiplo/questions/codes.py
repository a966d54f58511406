"""From a word as people write it to the code of a vocabulary: ``privé``, ``private sector`` and ``private_sector``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cyberdiplo.errors import BadUsage
from cyberdiplo.messages import tr
from cyberdiplo.text.names import fold
from cyberdiplo.text.nearest import did_you_mean, find_nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cyberdiplo.store.words import Vocabulary

ENDING = r"(?<=\w{2}[^\Ws])(?:e+[sx]?|[sx])\b"  # of a plural or feminine form: privées, adoptée
SHORTEST = 2  # letters of a word that is only begun


def find_codes(words: Vocabulary, word: str, among: Iterable[str] = ()) -> list[str]:
    """The codes that a word may stand for, of the vocabulary or of some codes of it.

    By code, label in either language or synonym; else by how one of these, or a word of it, begins.
    """
    wish, codes = fold(word), list(among) or list(words)
    known = {code: [fold(name) for name in (code, *words[code].names)] for code in codes}
    if exact := [code for code in codes if wish in known[code]]:
        return exact[:1]
    for ending in ("", ENDING):
        plain = re.sub(ending, "", wish) if ending else wish
        begun = f" {plain}"
        stems = {code: [re.sub(ending, "", name) if ending else name for name in known[code]] for code in codes}
        if len(exact := [code for code in codes if plain in stems[code]]) == 1:
            return exact
        matching = [code for code in codes if any(begun in f" {name}" for name in stems[code])]
        if matching and len(plain) >= SHORTEST:
            return matching
    return []


def resolve_code(words: Vocabulary, word: str, *, what: str, among: Iterable[str] = ()) -> str:
    """The one code that a word stands for. Raises BadUsage with what is near."""
    among = list(among) or list(words)
    codes = find_codes(words, word, among)
    if len(codes) == 1:
        return codes[0]
    if codes:
        listed = ", ".join(
            f"{candidate} ({' / '.join(dict.fromkeys((words[candidate].fr, words[candidate].en)))})"
            for candidate in codes
        )
        raise BadUsage(
            tr("{word!r} fits several values of {what}.", word=word, what=what),
            hint=tr("say which: {listed}.", listed=listed),
        )
    called = {fold(name): candidate for candidate in among for name in words[candidate].names}
    near = find_nearest(word, among) or list(dict.fromkeys(called[name] for name in find_nearest(fold(word), called)))
    hint = did_you_mean(near, tr("one of: {listed}.", listed=", ".join(among)))
    raise BadUsage(tr("{word!r} is not a known {what}.", word=word, what=what), hint=hint)
