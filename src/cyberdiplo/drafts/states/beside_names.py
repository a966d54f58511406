"""The State that stands beside a name without brackets: « Ambassador Jane Doe of Chile », « de Hongrie Paul Petit »."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cyberdiplo.drafts.known import Known
    from cyberdiplo.drafts.people.introduced import Introduction

OF_STATE = re.compile(
    r"\s+(?:of(?: the)?|OF(?: THE)?|DE(?: LA)?|DU|DES|DEL"
    r"|de la|de l['’]|du|des|del|de los|de|d['’])\s*(?=[^\W\d_a-zß-öø-ÿ])"
)
# Between an office and a name.
STATE_FIRST = re.compile(r"(?:of(?: the)?|de la|de l['’]|du|des|del?|d['’])\s*(?=[^\W\d_a-zß-öø-ÿ])")


def is_state(who: Introduction, known: Known) -> bool:
    """Whether what stands behind an office is the State alone, and no name: « l'Ambassadeur du Maroc »."""
    return bool(known.country(who.name) or known.country(STATE_FIRST.sub("", who.name, count=1)))


def separate_state(who: Introduction, known: Known) -> Introduction:
    """« Embajador Juan Mora de Chile »: the name, and the State as if it stood in brackets."""
    if who.honorific and not who.label and (behind := _cut_state(who, known)):
        return behind
    for match in OF_STATE.finditer(who.name) if who.honorific and not who.label else ():
        if known.country(who.name[match.end() :]):
            cut = who.name[: match.start()]
            return who._replace(name=cut, label=who.name[match.end() :], name_end=who.name_start + len(cut))
    return who


def find_state_behind(who: Introduction, text: str, known: Known) -> Introduction:
    """« Ambassador Jane Doe of Chile »: the State behind the name, as if it stood in brackets."""
    match = OF_STATE.match(text, who.end) if who.honorific and not who.label else None
    mention = next(known.mentions(text[match.end() : match.end() + 60], kinds=("country",)), None) if match else None
    if match is None or mention is None or mention.start:
        return who
    return who._replace(label=text[match.end() : match.end() + mention.end])


def _cut_state(who: Introduction, known: Known) -> Introduction | None:
    """« Ambassadeur de Hongrie Paul Petit »: the State between the office and the name."""
    match = STATE_FIRST.match(who.name)
    if match is None:
        return None
    words = list(re.finditer(r"\S+", who.name[match.end() :]))
    for length in range(min(4, len(words) - 1), 0, -1):
        state, rest = match.end() + words[length - 1].end(), match.end() + words[length].start()
        if known.country(who.name[match.end() : state]):
            return who._replace(
                name=who.name[rest:], label=who.name[match.end() : state], name_start=who.name_start + rest
            )
    return None
