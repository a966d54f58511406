"""Ids: made of words by one rule, and with a number behind where one is taken."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING

from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Container


def make_id(*parts: str) -> str:
    """Small ASCII letters, digits and single hyphens: ``A/RES/75/254 A-C`` is ``a-res-75-254-a-c``."""
    return "-".join(filter(None, (re.sub(r"[^a-z0-9]+", "-", fold(part)).strip("-") for part in parts)))


def free_id(new_id: str, taken: Container[str]) -> str:
    """The id, with the first number from 2 on behind it that makes it one that is not taken."""
    if new_id not in taken:
        return new_id
    return next(numbered for number in count(2) if (numbered := f"{new_id}-{number}") not in taken)
