"""How names are compared: no accents, no case, no punctuation."""

from __future__ import annotations

import unicodedata

_LIGATURES = str.maketrans(
    {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ø": "o", "Ø": "o", "đ": "d", "ł": "l", "ı": "i"}
)


def fold(name: str) -> str:
    """``Comité  des Obstacles`` and ``comite des obstacles`` are one; so are ``l’OTC`` and ``l'otc``."""
    if name.isascii():
        plain = name.lower()
    else:
        decomposed = unicodedata.normalize("NFKD", name.translate(_LIGATURES))
        plain = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    return " ".join("".join(c if c.isalnum() else " " for c in plain).split())
