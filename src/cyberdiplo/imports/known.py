"""What a database has already, as far as an import asks: States by name, records by symbol, steps, votes, sources.

What the folders that are imported anew have brought before does not count: it is about to be replaced.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cyberdiplo.errors import BadUsage
from cyberdiplo.load.removals import read_loads
from cyberdiplo.messages import tr
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cyberdiplo.load.files import FolderKey
    from cyberdiplo.load.target import Target

LONG = 60  # characters of a name from which on a nearest one would mean nothing
MOST_LOOKED_FOR = 2_000  # names to each of which the nearest is told; it takes a millisecond


class Names:
    """Which record a name means, by the names that the database has; of States unless ``kinds`` are others."""

    def __init__(self, names: Iterable[tuple[str, str, int]], kinds: str = "") -> None:
        names = list(names)
        self._kinds = kinds
        self._codes = {country_id for _, country_id, _ in names}
        self.count = len(self._codes)
        strong: dict[str, set[str]] = {}
        weak: dict[str, set[str]] = {}
        for norm, country_id, is_weak in names:
            (weak if is_weak else strong).setdefault(norm, set()).add(country_id)
        self._by_name = {norm: ids for norm, ids in weak.items() if norm not in strong} | strong
        self._close: dict[str, set[str]] = {}
        for norm, ids in self._by_name.items():
            self._close.setdefault(norm.replace(" ", ""), set()).update(ids)
        self._seen: dict[str, str | None] = {}
        self._reasons: dict[str, str] = {}

    def find(self, name: str) -> str | None:
        """Its id; None where no State, or more than one, has the name. An article or stray blanks do not matter."""
        try:
            return self._seen[name]
        except KeyError:
            self._seen[name] = found_id = self._look_up(name)
            return found_id

    def with_code(self, code: str) -> str | None:
        """The State of an ISO 3166 alpha-3 code; None where there is none."""
        return code if (code := code.strip().upper()) in self._codes else None

    def _look_up(self, name: str) -> str | None:
        norm = fold(name)
        for words in (norm, norm.removeprefix("the "), norm.removesuffix(" the")):
            if len(ids := self._by_name.get(words, ())) == 1:
                return next(iter(ids))
        close = norm.replace(" ", "")
        for letters in (close, close.removeprefix("the")):
            if len(letters) > 4 and norm not in self._by_name and len(ids := self._close.get(letters, ())) == 1:
                return next(iter(ids))
        return None

    def suggest(self, name: str) -> str:
        """What is wrong with a name, and what was probably meant: worked out once, for it takes a while."""
        if name not in self._reasons:
            self._reasons[name] = self._find_reason(name)
        return self._reasons[name]

    def _find_reason(self, name: str) -> str:
        from cyberdiplo.text.nearest import find_nearest

        several = len(self._by_name.get(fold(name), ())) > 1
        looks = len(name) < LONG and not several and len(self._reasons) < MOST_LOOKED_FOR
        near = find_nearest(fold(name), self._by_name, most=1, cutoff=0.75) if looks else []
        nearest = ", ".join(sorted(self._by_name[near[0]])) if near else ""
        if self._kinds:
            if several:
                return tr("several records have this name ({kinds})", kinds=self._kinds)
            if nearest:
                return tr("no record has this name ({kinds}); nearest: {near}", kinds=self._kinds, near=nearest)
            return tr("no record has this name ({kinds})", kinds=self._kinds)
        if several:
            return tr("several States have this name")
        return tr("no State has this name; nearest: {near}", near=nearest) if nearest else tr("no State has this name")


@dataclass
class Known:
    """What there is without the folders that are imported anew."""

    states: Names
    symbols: dict[str, str]  # UN symbol -> record
    ids: set[str]  # of measures, meetings, roll calls and sources, and of what a run makes
    documents: dict[str, str]  # SHA-256 -> source
    adopted: dict[str, str]  # measure -> day of its adoption
    sponsored: set[str]  # measures whose sponsors are there
    bodies: set[str]  # ids of organisations and forums
    voted: set[str]  # measures with a roll call on the whole text in plenary
    ask: Callable[[str], list[tuple[str, ...]]]  # a question whose {other} leaves out what is imported anew

    def names_of(self, *kinds: str) -> Names:
        """What records of these kinds are called, their ids among it: to find one by a name."""
        listed = ", ".join(f"'{kind}'" for kind in kinds)
        rows = self.ask(f"select norm, record_id, weak from name_index where kind in ({listed})")
        ids = self.ask(f"select id from records where kind in ({listed}) and {{other}}")
        there = {row[0] for row in ids}
        return Names(
            [
                *((norm, record_id, int(weak)) for norm, record_id, weak in rows if record_id in there),
                *((fold(record_id), record_id, 0) for record_id in there),
            ],
            ", ".join(kinds),
        )

    def codes_of(self, table: str) -> dict[str, str]:
        """The codes of a vocabulary by themselves, their labels and synonyms, as they are compared."""
        codes: dict[str, str] = {}
        for code, *labels, synonyms in self.ask(f"select code, label_fr, label_en, synonyms from {table}"):
            for word in (code, code.replace("_", " "), *labels, *(synonyms or "").split(";")):
                codes.setdefault(fold(word), code)
        return codes


def read_known(target: Target, anew: Iterable[FolderKey]) -> Known:
    """Look all of it up. Raises BadUsage where the database has no States."""
    before = read_loads(target)
    numbers = [str(number) for key in anew if key in before for number in before[key].numbers]
    other = f"load_id not in ({', '.join(numbers)})" if numbers else "1 = 1"
    there = f"select id from records where kind = 'country' and {other}"
    names = target.execute(f"select norm, record_id, weak from name_index where record_id in ({there})")
    states = Names((str(norm), str(country), int(weak)) for norm, country, weak in names)
    if not list(target.execute("select 1 from countries limit 1")):
        raise BadUsage(
            tr("The database has no States whose names could be looked up."),
            hint=tr("'cyberdiplo load' without a folder brings the shipped seeds."),
        )
    kinds = "'measure', 'meeting', 'roll_call', 'source'"

    def read(sql: str) -> dict[str, str]:
        return {str(row[0]): str(row[-1]) for row in target.execute(f"{sql} and {other}")}

    def ask(sql: str) -> list[tuple[str, ...]]:
        return [
            tuple("" if cell is None else str(cell) for cell in row) for row in target.execute(sql.format(other=other))
        ]

    return Known(
        states,
        symbols=read("select value, record_id from identifiers where scheme = 'un'"),
        ids=set(read(f"select id from records where kind in ({kinds})")),
        documents=read("select sha256, id from sources where sha256 is not null"),
        adopted=read("select measure_id, coalesce(event_date, attested_on) from measure_events where type = 'adopted'"),
        sponsored=set(read("select measure_id from measure_events where type in ('introduced', 'co_sponsored')")),
        bodies=set(read("select id from records where kind in ('organisation', 'forum')")),
        voted=set(
            read("select measure_id from roll_calls where part is null and coalesce(stage, 'plenary') = 'plenary'")
        ),
        ask=ask,
    )
