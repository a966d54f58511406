"""A text of the catalogue in the reader's language, with its values put in as they may be shown."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gettext import NullTranslations

DOMAIN = "cyberdiplo"
LOCALE = Path(__file__).parents[1] / "locale"
FRENCH_SIGNS = {ord(","): "\u202f", ord("."): ","}  # between thousands a narrow space, before decimals a comma

_chosen = "en"


def choose(lang: str) -> None:
    """Say all that follows in this language ("fr" or "en"): done once, where the command line is read."""
    global _chosen
    _chosen = lang


def chosen() -> str:
    """The language that messages are in."""
    return _chosen


def tr(text: str, lang: str | None = None, /, **values: object) -> str:
    """``text`` in the reader's language, or in ``lang``, with ``values`` put in by their names once it is looked up.

    ``text`` is written where this is called, or marked there by ``later``: else it is not in the catalogue.
    """
    if (lang or _chosen) == "fr" and text:
        return _fill(_french().gettext(text), {name: _as_written(value) for name, value in values.items()})
    return _fill(text, values)


def tr_plural(singular: str, plural: str, count: int, lang: str | None = None, /, **values: object) -> str:
    """``singular`` or ``plural``, whichever the language takes for ``count``, which is the value {count} in both."""
    values["count"] = count
    if (lang or _chosen) == "fr":
        text = _french().ngettext(singular, plural, count)
        return _fill(text, {name: _as_written(value) for name, value in values.items()})
    return _fill(singular if count == 1 else plural, values)


def later(text: str) -> str:
    """Mark a text for the catalogue that is kept in a table, and looked up where it is said."""
    return text


def _fill(text: str, values: dict[str, Any]) -> str:
    return text.format(**{name: _as_shown(value, name in WORDS) for name, value in values.items()}) if values else text


# The values of sentences that are one word to their reader, by their names: where a file's name has an end of a line in
# it, the sentence must not.
WORDS = frozenset(("path", "folder", "file", "name", "where", "place", "target"))


# What a terminal would obey, or nobody would see, or is no character and never will be, or means nothing to others
# (private use): a class of characters without its brackets. A joiner between letters is part of how some languages are
# written, and a selector of variants of how signs look (seeds take none).
UNSEEN = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\u2800\u3164\ue000-\uf8ff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(1, 14))
)
SPACES = "[\t\n\xa0\u1680\u2000-\u200a\u200c\u200d\u202f\u205f\u3000]+"


def is_plain(text: str) -> bool:
    """Whether there is surely nothing in it that has to be shown in another way."""
    return text.isascii() and text.isprintable()


def visible(text: str) -> str:
    """Text whose control and invisible characters are shown and not obeyed; the ends of lines stay.

    What the Unicode of this Python does not know is shown so too. It may be a letter in the next: nothing refuses it.
    """
    if is_plain(text):
        return text
    import re

    shown = re.sub(f"[{UNSEEN}\r]", lambda match: ascii(match[0])[1:-1], text)
    if shown.isprintable() or re.sub(SPACES, "", shown).isprintable():
        return shown
    from unicodedata import category

    return "".join(ascii(sign)[1:-1] if category(sign) in ("Cn", "Cs") else sign for sign in shown)


def in_one_line(text: str) -> str:
    """The same with the ends of lines shown too: a path, the name of a file, what is written as one word."""
    return text if is_plain(text) else "".join(ascii(sign)[1:-1] if sign in "\t\n" else sign for sign in visible(text))


class _Shown:
    """A value that holds what a terminal would obey: in a sentence it is shown."""

    def __init__(self, value: object, is_word: bool) -> None:
        self.value = value
        self.show = in_one_line if is_word else visible

    def __format__(self, form: str) -> str:
        return format(self.show(str(self.value)), form)

    def __repr__(self) -> str:
        return visible(repr(self.value))


def _as_shown(value: object, is_word: bool) -> object:
    """A value as it stands in a sentence: it may quote what a stranger wrote."""
    if isinstance(value, int | float | _FrenchNumber) or is_plain(str(value)):
        return value
    return _Shown(value, is_word)


class _FrenchNumber:
    """A number that is formatted with the signs of French."""

    def __init__(self, number: float) -> None:
        self.number = number

    def __format__(self, form: str) -> str:
        return format(self.number, form).translate(FRENCH_SIGNS)

    def __str__(self) -> str:
        return format(self, "")

    __repr__ = __str__


class _FrenchText(str):
    """A text that stands between the marks of French where English has it in quotes: ``{name!r}``."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"«\u00a0{super().__repr__()[1:-1]}\u00a0»"


def _as_written(value: object) -> object:
    if isinstance(value, str):
        return _FrenchText(value)
    return _FrenchNumber(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


@cache
def _french() -> NullTranslations:
    """The French catalogue; where the program was not built (a checkout on the path), it is compiled now."""
    import gettext

    try:
        return gettext.translation(DOMAIN, LOCALE, ["fr"])
    except FileNotFoundError:
        from contextlib import suppress

        with suppress(ImportError, OSError):  # without Babel, or where nothing may be written, in English
            from cyberdiplo.messages.compile import main

            main(LOCALE)
        return gettext.translation(DOMAIN, LOCALE, ["fr"], fallback=True)
