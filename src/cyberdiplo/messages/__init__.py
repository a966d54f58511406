"""What the program says to its reader: English as it stands in the code, French looked up by it in the catalogue.

The catalogue is ``locale/fr/LC_MESSAGES/cyberdiplo.po``, kept by ``nox -s messages``; what it lacks is said in English,
which reads no file.
"""

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
    return text.format(**values) if values else text


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
