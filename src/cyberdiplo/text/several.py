"""Several names in a sentence or a cell, as many as a reader takes in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyberdiplo.messages import tr_plural
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

NAMED = 12  # of more the first so many are named, and the number of the others


def list_names(names: Iterable[str], lang: str, most: int | None = NAMED) -> str:
    """The names in the order of the alphabet, the first ``most`` of them, and how many more there are."""
    listed = sorted(names, key=fold)
    if most is None or len(listed) <= most:
        return ", ".join(listed)
    return tr_plural(
        "{names} and {count} more", "{names} and {count} more", len(listed) - most, lang, names=", ".join(listed[:most])
    )
