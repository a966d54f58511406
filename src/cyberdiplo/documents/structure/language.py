"""In which language a text is written, by its commonest words or its script."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

ENOUGH = 3  # such words, and half as many again as of the next language
PLAINLY = 5  # such words make a passage one of another language than its document
COMMON = {
    "en": "the of and to is are was were that which with for by from its their has have it an at be we our this on as",
    "fr": "le la les des du de et est que qui une aux dans pour par sur avec ses leur leurs ou au nous ce cette sont",
    "es": "el la los las de del y es que en una para por con su sus se al lo como más este esta son nos o un",
    "de": "der die das und ist den dem des zu mit von für auf im ein eine nicht sich auch wir sind werden bei als zur",
    "it": "il lo la gli le di del della e è che in una per con su nel nella sono dei delle al alla questo come si",
    "pt": "o a os as de do da dos das e é que em uma para por com seu sua se ao no na são como mais este esta um",
    "nl": "de het een en van is dat die in op te voor met zijn niet aan door om ook bij worden wij als naar onze",
}
LANGUAGES: dict[str, list[str]] = {}  # of each of these words
for _lang, _words in COMMON.items():
    for _word in _words.split():
        LANGUAGES.setdefault(_word, []).append(_lang)
WORD = re.compile(r"[^\W\d_]+")
SCRIPTS = (("CYRILLIC", "ru"), ("ARABIC", "ar"), ("HIRAGANA", "ja"), ("CJK", "zh"), ("HANGUL", "ko"), ("GREEK", "el"))


def guess_language(texts: Iterable[str], within: str | None = None) -> str | None:
    """The language of most words, None where too few tell; another than ``within`` only where it is plain."""
    counts = dict.fromkeys(COMMON, 0)
    scripts: Counter[str] = Counter()
    total = 0
    for text in texts:
        for word in WORD.findall(text.casefold()):
            total += 1
            for lang in LANGUAGES.get(word, ()):
                counts[lang] += 1
            if word[0] > "\u036f":
                scripts[unicodedata.name(word[0], "").partition(" ")[0].partition("-")[0]] += 1
    for script, lang in SCRIPTS:
        if scripts[script] * 2 > total:
            return lang
    (best, most), (_, next_most) = sorted(counts.items(), key=lambda pair: -pair[1])[:2]
    if within:
        return best if most >= PLAINLY and most > 2 * counts.get(within, 0) else within
    return best if most >= ENOUGH and most * 2 >= next_most * 3 - 1 and most * 25 >= total else None
