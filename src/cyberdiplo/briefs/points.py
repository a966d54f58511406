"""Which points a brief tells, and in which order: by topic, those for and those against side by side."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, Any

from cyberdiplo.briefs.naming import find_named
from cyberdiplo.briefs.note import Block, Column, Entry, Group, Sentence
from cyberdiplo.messages import tr
from cyberdiplo.text.dates import say_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from cyberdiplo.briefs.note import Place

    Point = Mapping[str, Any]
    FindPlace = Callable[[Point], Place | None]

SIDES = {"supports": 0, "opposes": 1, "criticises": 1}  # of a stance; any other is on neither
# What says what somebody wants, before what only tells a fact; a stance comes before both.
WISHES = {"position", "proposal", "concern", "call", "recommendation", "commitment", "conclusion", "answer"}


def choose_points(points: Sequence[Point], most: int | None) -> list[Point]:
    """The points to be told, in the order in which they came.

    Where there are more than ``most``, every voice has its turn: of each first what it is for or against, then what it
    wants; what only tells a fact waits two turns. The newest come first where there is no room for a whole turn.
    """
    if most is None or len(points) <= most:
        return list(points)
    turns: dict[str | None, int] = defaultdict(int)
    ranks = {}
    for place, point in sorted(enumerate(points), key=lambda item: weigh(item[1])):
        ranks[place] = (turns[point["who"]] + weigh(point), weigh(point))
        turns[point["who"]] += 1
    newest_first = sorted(ranks, key=lambda place: points[place]["date"] or "", reverse=True)
    kept = set(sorted(newest_first, key=lambda place: ranks[place])[:most])
    return [point for place, point in enumerate(points) if place in kept]


def weigh(point: Point) -> int:
    """0 for a stance, 1 for a wish, 2 for the rest."""
    return 0 if point["stance"] else 1 if point["type"] in WISHES else 2


def arrange_points(
    points: Sequence[Point], areas: Mapping[str, str], find_place: FindPlace, lang: str, *, dated: bool
) -> list[Block]:
    """Blocks by topic, each point in one of them; ``areas`` names the topics, ``dated`` tells whence and when."""

    def write(column: str, told: Iterable[Point]) -> Column:
        by_target = sorted(told, key=lambda point: point["target"] or "") if column else list(told)
        groups = [
            Group(target or "", list(_write_entries(of_target, find_place, lang, dated=dated)))
            for target, of_target in groupby(by_target, key=lambda point: point["target"] if column else None)
        ]
        return Column(column, groups)

    by_area = _share_out(points)
    blocks = []
    for area, of_area in by_area.items():
        sides = {side: [point for point in of_area if SIDES.get(point["stance"]) == side] for side in (0, 1, None)}
        titles = {0: tr("Agreements", lang), 1: tr("Objections", lang)}
        columns = [write(titles[side], sides[side]) for side in (0, 1) if sides[side]]
        title = areas.get(area, "")
        if columns:
            blocks.append(Block(title, columns))
        if sides[None]:
            rest = write("", sides[None])
            heading = tr("Other points", lang) if columns else ""
            blocks.append(Block("" if columns else title, [rest._replace(title=heading)]))
    return blocks


def _share_out(points: Sequence[Point]) -> dict[str, list[Point]]:
    """The points by topic: an objection in the topic with most of them, the others beside it where they may."""
    objections: Counter[str] = Counter()
    counted: Counter[str] = Counter()
    for point in points:
        counted.update(_areas(point))
        objections.update(_areas(point) if SIDES.get(point["stance"]) else ())
    order = sorted(counted, key=lambda area: (-objections[area], -counted[area], area))
    shared: dict[str, list[Point]] = {area: [] for area in order}
    for point in points:
        shared.setdefault(min(_areas(point), key=order.index, default=""), []).append(point)
    return {area: told for area, told in shared.items() if told}


def _areas(point: Point) -> list[str]:
    return point["areas"].split("; ") if point["areas"] else []


def _write_entries(points: Iterable[Point], find_place: FindPlace, lang: str, *, dated: bool) -> Iterable[Entry]:
    """One entry for what a voice says in a row."""
    by_voice = groupby(points, key=lambda point: (str(point["who"]), _place_voice(point, lang) if dated else ""))
    for (who, aside), told in by_voice:
        sentences = [Sentence(point["id"], point["summary"], find_place(point)) for point in told]
        named = find_named(who, sentences[0].text)
        sentences[0] = sentences[0]._replace(named=named, aside=aside if named else "")
        yield Entry(f"{who} ({aside})" if aside else who, sentences)


def _place_voice(point: Point, lang: str) -> str:
    """Country and day, where the people are of many meetings."""
    return ", ".join(filter(None, [point["country"], say_date(point["date"], lang) if point["date"] else None]))
