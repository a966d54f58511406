"""Whom a document names at all, wherever: by a form of address, with a post; looked through before anybody speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyberdiplo.drafts.people.introduced import Introduction, find_addressed
from cyberdiplo.drafts.people.posted import find_named
from cyberdiplo.drafts.points.cutting import cut
from cyberdiplo.messages import tr
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cyberdiplo.documents.passages import Passage
    from cyberdiplo.drafts.known import Known
    from cyberdiplo.drafts.people.taking_part import TakingPart


def collect_fuller(passages: Iterable[Passage]) -> dict[str, tuple[Introduction, Passage]]:
    """Of each name that is the end of exactly one longer name in the document: who that is, where it first stands."""
    first: dict[str, tuple[Introduction, Passage]] = {}
    for passage in passages:
        for who in find_addressed(passage.text):
            first.setdefault(fold(who.name), (who, passage))
    fuller: dict[str, tuple[Introduction, Passage]] = {}
    for name in first:
        longer = [full for full in first if full != name and full.endswith(f" {name}")]
        if len(longer) == 1:
            fuller[name] = first[longer[0]]
    return fuller


def collect_named(passages: Iterable[Passage], known: Known) -> dict[str, tuple[Introduction, str, Passage]]:
    """Everybody whom a document names with a post or a State, by the family name: who, the post before it, where."""
    named: dict[str, tuple[Introduction, str, Passage]] = {}
    for passage in passages:
        for point in cut(passage.text):
            offset = passage.text.find(point.text, point.start)
            for posted in find_named(point.text, known):
                who = posted.who._replace(
                    start=posted.who.start + offset, end=posted.who.end + offset,
                    name_start=posted.who.name_start + offset, name_end=posted.who.name_end + offset,
                )  # fmt: skip
                named.setdefault(fold(who.name.split()[-1]), (who, posted.title, passage))
    return named


def collect_names(passages: Iterable[Passage]) -> frozenset[str]:
    """Every name that stands behind a form of address in a document."""
    return frozenset(who.name for passage in passages for who in find_addressed(passage.text))


def tell_strangers(taking: TakingPart, passages: Iterable[Passage]) -> list[str]:
    """Names behind a form of address that no row has: people who are spoken of."""
    strangers: dict[str, str] = {}
    for passage in passages:
        for who in find_addressed(passage.text):
            if len(who.name.split()) > 1 and not taking.find(who.name) and not taking.known.find(who.name, "speaker"):
                strangers.setdefault(who.name, passage.place)
    return [
        tr("{name} ({place}) is named and has no row: not introduced as somebody who speaks.", name=name, place=place)
        for name, place in strangers.items()
    ]
