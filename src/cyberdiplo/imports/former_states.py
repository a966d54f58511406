"""States by codes that are no longer in use: renamed ones are the State of today, ended ones stay what they were.

Codes are those of ISO 3166-3, and EAZ for Zanzibar. An ended State has a record only where a table names it.
"""

from __future__ import annotations

RENAMED = {
    "BUR": "MMR", "BYS": "BLR", "DHY": "BEN", "HVO": "BFA", "RHO": "ZWE", "ROM": "ROU", "TMP": "TLS", "ZAR": "COD",
}  # fmt: skip
ENDED = frozenset({"CSK", "DDR", "EAZ", "SCG", "SUN", "VDR", "YMD", "YUG"})
SMALL = frozenset({"and", "of", "the"})
SHORT = 4  # letters, up to which capitals are an acronym


def write_name(printed: str) -> str:
    """A name in capitals as names are written: ``German Democratic Republic``, ``USSR``."""
    if not printed.isupper() or len(printed) <= SHORT:
        return printed
    words = (word.lower() if word.lower() in SMALL else word.capitalize() for word in printed.split())
    return " ".join(words)
