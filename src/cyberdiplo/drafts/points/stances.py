"""Which side a point takes on what it names: proposed where a verb says so before one record, and before one only."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.drafts.words import read_words

if TYPE_CHECKING:
    from cyberdiplo.drafts.known import Known

TARGETS = ("measure", "process", "forum")
FARTHEST = 160  # characters between the verb and the end of the name


class Stance(NamedTuple):
    """A side, and the record on which it is taken."""

    code: str
    target: str


@cache
def _read_verbs() -> list[tuple[str, re.Pattern[str]]]:
    return [(code, re.compile(pattern, re.IGNORECASE)) for code, pattern in read_words("stances")]


def propose_stance(text: str, known: Known) -> Stance | None:
    """« We support the Programme of Action »; None where no verb says it, or it is not plain of what."""
    for code, verb in _read_verbs():
        if match := verb.search(text):
            behind = text[match.end() : match.end() + FARTHEST]
            targets = {mention.record_id for mention in known.mentions(behind, kinds=TARGETS)}
            return Stance(code, targets.pop()) if len(targets) == 1 else None
    return None
