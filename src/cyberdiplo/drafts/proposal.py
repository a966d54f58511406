"""What a reader of documents proposes: seed rows, each with its place, its anchor and its doubts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cyberdiplo.drafts.points.cutting import find_anchor, widen
from cyberdiplo.load.drafted import TO_WRITE
from cyberdiplo.schema.model import seed_tables
from cyberdiplo.text import ids

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cyberdiplo.documents.passages import Passage

PART = re.compile(r"(?: item \d+| \([a-z]+\))$")  # the end of a locator that is of a part
NUMBERED = re.compile(r"(\d{1,3})\s+(?=[^\W\d_a-zß-öø-ÿ])")
LONGEST = 60  # characters of the part of an id that comes from a name


@dataclass
class Row:
    """A proposed row; ``doubts`` says of a column (of the whole row under "") why it is not sure."""

    table: str
    cells: dict[str, str]
    place: str = ""
    anchor: str = ""
    doubts: dict[str, str] = field(default_factory=dict)
    rules: dict[str, tuple[str, ...]] = field(default_factory=dict)  # by which a cell was made

    @property
    def key(self) -> tuple[str, ...]:
        """The cells that tell it from the other rows of its table."""
        return tuple(self.cells.get(name, "") for name in seed_tables()[self.table].key)

    @property
    def id(self) -> str:
        """Its id; of a table without ids, its key."""
        return " ".join(self.key)

    @property
    def unwritten(self) -> list[str]:
        """The columns that a person has to write."""
        return [name for name, cell in self.cells.items() if cell == TO_WRITE]


@dataclass
class Draft:
    """What is proposed of one document, what to tell about it, and which of its passages gave nothing."""

    source_id: str
    genre: str
    lang: str
    rows: list[Row] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)  # all that stands under a locator, its parts too

    numbers: set[int] = field(default_factory=set)  # that stand before passages, as those of paragraphs do

    def remember(self, passages: Iterable[Passage]) -> None:
        """Learn what stands under each locator: under ``par. 5`` also ``par. 5 item 1``."""
        for passage in passages:
            if match := NUMBERED.match(passage.text):
                self.numbers.add(int(match[1]))
            place = passage.place
            while place:
                self.texts[place] = f"{self.texts.get(place, '')} {passage.text}".strip()
                shorter = PART.sub("", place)
                place = shorter if shorter != place else ""

    def is_numbered(self, passage: Passage) -> bool:
        """Whether the number before a passage is its own in a row of such: « 1 I thank … », « 2 First … »."""
        match = NUMBERED.match(passage.text)
        return match is not None and any(abs(int(match[1]) - other) == 1 for other in self.numbers)

    def anchor(self, passage: Passage, start: int, end: int) -> str:
        """Words of a part of a passage that occur once under its locator."""
        return find_anchor(passage.text, start, end, self.texts.get(passage.place, ""))

    def widen(self, passage: Passage, start: int, end: int) -> str:
        """A name or number of a passage with as many words around it as it takes to occur once under its locator."""
        return widen(passage.text, start, end, self.texts.get(passage.place, ""))

    def add(self, table: str, place: str = "", anchor: str = "", doubts: dict[str, str] | None = None,
            /, **cells: str | None) -> Row:  # fmt: skip
        """Propose a row; a record is cited at its place. The same row again is the row that is there."""
        filled = {name: cell for name, cell in cells.items() if cell}
        row = Row(table, filled, place, anchor, dict(doubts or {}))
        if (there := self.find(table, row.key)) is not None:
            return there
        self.rows.append(row)
        if place and seed_tables()[table].kind and table != "sources":
            self.cite(row.cells["id"], place, anchor)
        return row

    def refine(self, record_id: str, column: str, value: str, place: str, anchor: str, doubt: str) -> None:
        """Propose what the document says more exactly of a record that is there, with where it is written."""
        self.add("refinements", place, anchor, {"": doubt}, record_id=record_id, field=column, value=value)
        self.cite(record_id, place, anchor, column=column)

    def cite(self, record_id: str, place: str, anchor: str = "", support: str = "states", column: str = "") -> None:
        """Say where a record, or one column of it, is written."""
        cells = {"record_id": record_id, "field": column, "source_id": self.source_id, "locator": place}
        filled = {name: cell for name, cell in {**cells, "anchor": anchor}.items() if cell or name == "anchor"}
        row = Row("citations", {**filled, "support": support, "confidence": "high"}, place, anchor)
        if self.find("citations", row.key) is None:
            self.rows.append(row)

    def find(self, table: str, key: Iterable[str]) -> Row | None:
        """The row of that key, where there is one."""
        key = tuple(key)
        return next((row for row in self.rows if row.table == table and row.key == key), None)

    def of(self, table: str) -> list[Row]:
        """The rows of a table, in the order in which they were proposed."""
        return [row for row in self.rows if row.table == table]

    def free_id(self, new_id: str) -> str:
        """The id, with a number behind it where a row of this draft has it already."""
        return ids.free_id(new_id, {row.cells.get("id") or "" for row in self.rows})


def make_id(*parts: str) -> str:
    """An id by the one rule for ids: small ASCII letters, digits and single hyphens; long parts are cut at a word."""
    words = [ids.make_id(part) for part in parts]
    return "-".join(word if len(word) <= LONGEST else word[: LONGEST + 1].rpartition("-")[0] for word in words if word)


def both(name: str, lang: str, text: str | None, *, proper: bool = False) -> dict[str, str]:
    """A text of the document in its own language; in the other one it is to be written, but for a proper name."""
    if not text:
        return {}
    french, english = pair_with(lang, text, (text, text) if proper else (TO_WRITE, TO_WRITE))
    return {f"{name}_fr": french, f"{name}_en": english}


def pair_with(lang: str, own: str, others: tuple[str, str] = (TO_WRITE, TO_WRITE)) -> tuple[str, str]:
    """A text in the language of its document, French and English; ``others`` are what the other one is."""
    return own if lang == "fr" else others[0], own if lang == "en" else others[1]


def pick(lang: str, texts: tuple[str, str]) -> str:
    """Of a French and an English text the one of that language; English for any other."""
    return texts[0 if lang == "fr" else 1]
