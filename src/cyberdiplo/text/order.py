"""The order in which people look for names: é with e, É after D, whatever the case; the same on every database."""

from __future__ import annotations

import unicodedata
from functools import cache

# Letters with accents in Latin scripts: Latin-1, Latin Extended A and B, Latin Extended Additional.
ACCENTED = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
LIGATURES = {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss"}
STROKES = {"ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ł": "l", "Ł": "l", "ı": "i"}


@cache
def single_letters() -> dict[str, str]:
    """What stands for a letter in the order of names: its small form without accents."""
    letters = {letter: letter.lower() for letter in map(chr, range(ord("A"), ord("Z") + 1))} | STROKES
    for letter in map(chr, ACCENTED):
        bare = "".join(sign for sign in unicodedata.normalize("NFD", letter) if not unicodedata.combining(sign))
        if bare.isascii() and len(bare) == 1 and bare.isalpha():
            letters[letter] = bare.lower()
    return letters


@cache
def _table() -> dict[int, str]:
    return str.maketrans(single_letters() | LIGATURES)


def reading_order(value: object) -> object:
    """What a value is sorted by: a text by its letters, anything else by itself."""
    return value.translate(_table()) if isinstance(value, str) else value


@cache
def sql_template() -> str:
    """The same of a text column as SQL for PostgreSQL; ``{}`` stands for the column."""
    letters = single_letters()
    sql = f"translate({{}}, '{''.join(letters)}', '{''.join(letters.values())}')"
    for ligature, plain in LIGATURES.items():
        sql = f"replace({sql}, '{ligature}', '{plain}')"
    return f'({sql} collate "C")'
