"""The numbers of Word's automatic lists, which stand in no text: counted by what styles and lists define."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cyberdiplo.documents.formats.xml import Element

ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
         (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
HEADING = re.compile(r"(?:heading|titre|título|title|subtitle|überschrift)\b", re.IGNORECASE)
CHAIN = 20  # styles based on one another
LEVELS = 9
MOST = 100_000  # no list is longer


@dataclass(frozen=True)
class Style:
    """What a paragraph has by its style."""

    name: str = ""
    base: str = ""
    list: str = ""  # numId
    level: str = ""
    heading: bool = False


@dataclass
class Level:
    """One level of a list: "%1.%2" from 1 on, in which figures."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    style: str = ""
    legal: bool = False
    restart: bool = True


@dataclass
class Counter:
    """How far the levels of a list have been counted."""

    values: list[int | None] = field(default_factory=lambda: [None] * LEVELS)


def read_styles(top: Element) -> dict[str, Style]:
    """The styles of a document by their id; "" is the default one of paragraphs."""
    styles: dict[str, Style] = {}
    for style in top.find("style"):
        numbering = style.first("numPr")
        name = read_value(style, "name")
        outline = read_value(style.first("pPr"), "outlineLvl")
        styles[style.attributes.get("styleId", "")] = Style(
            name,
            read_value(style, "basedOn"),
            read_value(numbering, "numId"),
            read_value(numbering, "ilvl"),
            bool(HEADING.match(name)) or outline in tuple("012345678"),
        )
        if style.attributes.get("default") in ("1", "true") and style.attributes.get("type") == "paragraph":
            styles[""] = styles[style.attributes.get("styleId", "")]
    return styles


class Numbers:
    """Counts the lists of a document, paragraph by paragraph."""

    def __init__(self, top: Element, styles: dict[str, Style]) -> None:
        self.styles = styles
        definitions = {each.attributes.get("abstractNumId", ""): each for each in top.find("abstractNum")}
        self.lists = {number: _read_levels(each) for number, each in definitions.items()}
        links = {number: read_value(each, "numStyleLink") for number, each in definitions.items()}
        self.abstract: dict[str, str] = {}
        self.starts: dict[str, dict[int, int]] = {}
        for each in top.find("num"):
            number = each.attributes.get("numId", "")
            self.abstract[number] = read_value(each, "abstractNumId")
            self.starts[number] = {
                _whole(override.attributes.get("ilvl")): _whole(read_value(override, "startOverride"), 1)
                for override in each.find("lvlOverride")
                if read_value(override, "startOverride")
            }
        for number, abstract in self.abstract.items():
            if (link := links.get(abstract)) and (style := styles.get(link)) and style.list in self.abstract:
                self.abstract[number] = self.abstract[style.list]
        self.counters: dict[str, Counter] = {}
        self.begun: set[str] = set()

    def number(self, properties: Element) -> str:
        """The number of the next paragraph as it is printed, "•" for a bullet, "" for none."""
        number, level = self._find_list(properties)
        levels = self.lists.get(self.abstract.get(number, ""), {})
        if level not in levels:
            return ""
        counter = self.counters.setdefault(self.abstract[number], Counter())
        if number not in self.begun:
            self.begun.add(number)
            for at, start in self.starts.get(number, {}).items():
                if 0 <= at < LEVELS:
                    counter.values[at] = start - 1
                    counter.values[at + 1 :] = [None] * (LEVELS - at - 1)
        return self._count(counter, levels, level)

    def _count(self, counter: Counter, levels: dict[int, Level], level: int) -> str:
        definition = levels[level]
        if definition.form in ("bullet", "none") and "%" not in definition.text:
            return "•" if definition.form == "bullet" else definition.text.strip()
        value = counter.values[level]
        counter.values[level] = min(definition.start if value is None else value + 1, MOST)
        for lower in range(level + 1, LEVELS):
            if lower not in levels or levels[lower].restart:
                counter.values[lower] = None
        for upper in range(level):
            if counter.values[upper] is None:
                counter.values[upper] = levels[upper].start if upper in levels else 1

        def show(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            form = "decimal" if definition.legal else levels[at].form if at in levels else "decimal"
            return say_number(counter.values[at] or 0, form)

        return re.sub(r"%([1-9])", show, definition.text).strip()

    def _find_list(self, properties: Element) -> tuple[str, int]:
        """Of which list a paragraph is, and on which level: by itself, or by its style or what that is based on."""
        numbering = next((child for child in properties.elements() if child.name == "numPr"), None)
        number, level = read_value(numbering, "numId"), read_value(numbering, "ilvl")
        name = read_value(properties, "pStyle")
        style = self.styles.get(name)
        own = name
        for _ in range(CHAIN):
            if style is None or (number and level):
                break
            if not number and style.list:
                number = style.list
                level = level or style.level or self._level_of(number, name)
            elif number and not level and style.list == number:
                level = style.level
            name, style = style.base, self.styles.get(style.base) if style.base else None
        return ("", 0) if number in ("", "0") else (number, _whole(level or self._level_of(number, own)))

    def _level_of(self, number: str, style: str) -> str:
        """The level of a list that names this style."""
        levels = self.lists.get(self.abstract.get(number, ""), {})
        return next((str(at) for at, level in levels.items() if style and level.style == style), "")


def say_number(number: int, form: str) -> str:
    """A number in the figures of a list: 4 is ``4``, ``d``, ``IV``."""
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else ""
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman"):
        roman = ""
        for value, figures in ROMAN:
            roman += figures * (number // value)
            number %= value
        return roman.upper() if form == "upperRoman" else roman
    if form == "none":
        return ""
    return f"{number:02}" if form == "decimalZero" else str(number)


def _read_levels(top: Element) -> dict[int, Level]:
    levels = {}
    for level in top.find("lvl"):
        levels[_whole(level.attributes.get("ilvl"))] = Level(
            _whole(read_value(level, "start"), 1),
            read_value(level, "numFmt") or "decimal",
            read_value(level, "lvlText"),
            read_value(level, "pStyle"),
            any(child.name == "isLgl" for child in level.elements()),
            read_value(level, "lvlRestart") != "0",
        )
    return levels


def read_value(element: Element | None, name: str) -> str:
    """What the mark of that name right under an element says."""
    if element is None:
        return ""
    return next((child.attributes.get("val", "") for child in element.elements() if child.name == name), "")


def _whole(text: str | None, other: int = 0) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 8 else other
