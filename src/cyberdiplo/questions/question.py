"""What a question is: its parameters and their kinds, its columns, its SQL."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.schema.nouns import NOUNS

if TYPE_CHECKING:
    from collections.abc import Iterable

QUESTIONS = Path(__file__).parent
ARRAYS = QUESTIONS / "arrays"
PACKAGE = QUESTIONS.parent

# What a parameter may be: a record of some kind, found by any of its names, or a plain value.
RECORD_KINDS: dict[str, tuple[str, ...]] = {
    **{noun.kind: (noun.kind,) for noun in NOUNS if noun.listed},  # some with their parts: see ``values.BELOW``
    "forum": ("forum", "organisation"),  # with all that is under it
    "parent_forum": ("forum", "organisation"),
    "group": ("forum", "organisation", "process", "country"),
    "party": ("forum", "organisation", "process", "country"),  # a group, or a State alone
    "issuer": ("organisation", "forum", "process", "country"),
    "record": (),  # any
}
BROAD = ("forum", "topic")  # those that always stand for the ones under them too
PERIOD = ("from", "to", "on", "active_on")  # the parameters by which a time is asked for
TODAY = "today"  # the day on which it is asked, which no question declares
# A question may take its page itself, where that is cheap: before labels are joined. The line goes where the page
# is cut at the end, as after --sort.
PAGED = {"page_limit", "page_offset"}
IDS = "ids"  # columns between ``-- if :ids`` and ``-- end`` are asked for where a format has ids beside the names
OURS = PAGED | {TODAY, IDS}  # parameters that no header declares
LISTED = {"folder"}  # nor, of a list, this one: see ``folders``
PLAIN_KINDS = ("text", "integer", "number", "date")
PARAMETER = re.compile(r":(?<![:\w]:)([a-z_][a-z0-9_]*)")  # begins with its sign, which is found quickly
STRINGS = re.compile(r"'(?:[^']|'')*'|--[^\n]*")


class Parameter(NamedTuple):
    """One parameter of a question; ``kind`` is a key of RECORD_KINDS, a plain kind, or a vocabulary's name."""

    name: str
    kind: str
    help_en: str
    help_fr: str
    default: str | None
    required: bool = False
    several: bool = True  # whether the SQL takes any number of values: ``in (:name)``

    def help(self, lang: str) -> str:
        """What the parameter is for."""
        return self.help_fr if lang == "fr" else self.help_en

    @property
    def option(self) -> str:
        """How it is named on the command line."""
        return f"--{self.name.replace('_', '-')}"


class Question(NamedTuple):
    """One question as its file says it."""

    name: str
    path: Path
    title_en: str
    title_fr: str
    description_en: str
    description_fr: str
    parameters: tuple[Parameter, ...]
    domains: dict[str, str]
    arrays: dict[str, str]  # column -> the file of its items
    main: tuple[str, ...]
    below: tuple[str, ...]
    together: str
    counts: str
    sides: str
    compares: str
    introduced: str
    totals: str
    caveat: bool
    tells: str
    leads: str
    examples: tuple[str, ...]
    next: tuple[str, ...]
    both_languages: bool
    sql: str
    begins: int = 1  # the line of the file on which the SQL begins

    def title(self, lang: str) -> str:
        """What it gives, in a line."""
        return self.title_fr if lang == "fr" else self.title_en

    def description(self, lang: str) -> str:
        """What more there is to say, where a line is too short."""
        return self.description_fr if lang == "fr" else self.description_en

    @property
    def own(self) -> bool:
        """Whether the user wrote it."""
        return not self.path.is_relative_to(PACKAGE)

    def may_have_notices(self, values: Iterable[str], wishes: Iterable[str] = ()) -> bool:
        """Whether something may have to be said beside the answer with values for these parameters."""
        asked = {re.sub(r"_\d+$", "", name) for name in values}
        return (
            self.caveat
            or "votes" in self.sql
            or "_totals" in self.sql
            or not asked.isdisjoint(PERIOD)
            or not asked.isdisjoint({self.counts, self.sides, self.introduced})
            or bool(self.assumed(wishes))
        )

    def assumed(self, wishes: Iterable[str]) -> list[Parameter]:
        """The parameters that stand for a record by default, and were not asked for."""
        asked = set(wishes)
        return [p for p in self.parameters if p.default and p.kind in RECORD_KINDS and p.name not in asked]

    def parameter(self, name: str) -> Parameter | None:
        """The parameter of that name, where there is one."""
        return next((parameter for parameter in self.parameters if parameter.name == name), None)
