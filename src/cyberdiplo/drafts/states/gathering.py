"""Many States in one gesture: a list of countries in running text, each as somebody who takes part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.drafts.proposal import Draft, make_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cyberdiplo.documents.passages import Passage
    from cyberdiplo.drafts.genres.sitting import Sitting
    from cyberdiplo.drafts.known import Known

FEWEST = 4  # countries in a row that make a list
BETWEEN = re.compile(
    r"(?:\s|,|;|—|–|-|\band\b|\bet\b|\by\b|\be\b|\bthe\b|\bof\b|\bla\b|\ble\b|\bles\b|\bde\b|\bdu\b|\bdes\b|\bdel\b"
    r"|\blos\b|\blas\b|\bel\b|[ld]['’]|\bainsi que\b|\bas well as\b|\([^()]{1,60}\)|(?-i:\b[A-Z]{3,12}(?=,)))*",
    re.IGNORECASE,
)  # with an organisation by its acronym among the States

OPEN = re.compile(
    r"\b(?:including|such as|among them|notamment|y compris|dont|tels? que|entre autres|incluid[oa]s?"
    r"|entre ellos)\b[^,;]{0,40}$",
    re.IGNORECASE,
)


class Listed(NamedTuple):
    """A country of a list, as printed at a place of a passage."""

    country: str
    start: int
    end: int


def find_lists(passage: Passage, known: Known) -> Iterator[list[Listed]]:
    """The lists of countries in a passage, the States of each once."""
    run: list[Listed] = []
    for mention in known.mentions(passage.text, kinds=("country",)):
        item = Listed(mention.record_id, mention.start, mention.end)
        if run and not BETWEEN.fullmatch(passage.text[run[-1].end : item.start]):
            if len(run) >= FEWEST:
                yield run
            run = []
        if item.country not in {other.country for other in run}:
            run.append(item)
    if len(run) >= FEWEST:
        yield run


def add_participants(
    draft: Draft, known: Known, passage: Passage, sitting: Sitting, listed: list[Listed], *, whole: bool = True
) -> list[str]:
    """Each State of a list as a participant of the meeting, and the list, where it is ``whole``; the participations."""
    participations = []
    for order, item in enumerate(listed, 1):
        anchor = draft.widen(passage, item.start, item.end)
        if there := known.participations.get((sitting.id, "participant", item.country)):
            draft.cite(there, passage.place, anchor)
            participations.append(there)
            continue
        participation = draft.free_id(make_id(draft.source_id, item.country))
        draft.add(
            "participations", passage.place, anchor, None, id=participation, meeting_id=sitting.id, role="participant",
            capacity="state", country_id=item.country, name_as_recorded=passage.text[item.start : item.end],
            sort=str(order),
        )  # fmt: skip
        participations.append(participation)
    open_list = OPEN.search(passage.text[: listed[0].start])
    if not draft.of("rosters"):
        draft.add(
            "rosters", passage.place, "", None, record_id=sitting.id, list="participants", as_of=sitting.day,
            total=str(len(listed)), whole="1" if whole and not open_list else "0", source_id=draft.source_id,
            locator=passage.place,
        )  # fmt: skip
    return participations
