"""Whether a number counts something: by the noun behind it, of those that these documents count."""

from __future__ import annotations

import re
from functools import cache

from cyberdiplo.drafts.words import join, read_words


@cache
def _counted() -> re.Pattern[str]:
    """What is counted in these documents: a noun of the list, with up to two words before it."""
    nouns = join([row[0] for row in read_words("counted")])
    return re.compile(
        r"^\s+(?:\(\d+\)\s*)?(?:(?:de|d['’]|of|des|the|les|los|las)\s*)*"
        rf"(?:[\w.&-]+\s+){{0,2}}?(?:{nouns})\b",
        re.IGNORECASE,
    )


def is_counted(after: str) -> bool:
    """Whether a noun of those that are counted follows a number."""
    return _counted().match(after) is not None
