"""What the program says to its reader: English as it stands in the code, French looked up by it in the catalogue.

The catalogue is ``locale/fr/LC_MESSAGES/cyberdiplo.po``, kept by ``nox -s messages``; what it lacks is said in English,
which reads no file.
"""

from __future__ import annotations

from cyberdiplo.messages.lookup import (
    DOMAIN,
    LOCALE,
    UNSEEN,
    choose,
    chosen,
    in_one_line,
    is_plain,
    later,
    tr,
    tr_plural,
    visible,
)

__all__ = [
    "DOMAIN",
    "LOCALE",
    "UNSEEN",
    "choose",
    "chosen",
    "in_one_line",
    "is_plain",
    "later",
    "say_system",
    "tr",
    "tr_plural",
    "visible",
]


def say_system(told: object) -> str:
    """What an error, or a text, of a system, library or database says, as it stands in a sentence of ours."""
    text = str(getattr(told, "strerror", None) or told)
    if chosen() == "en" or not text:
        return text
    from cyberdiplo.messages.system_words import translate_system

    return translate_system(text)
