"""SQL that is written for the French columns, asking for those of another language."""

from __future__ import annotations

import re

FRENCH = re.compile(r"\b([a-z_]+)_fr\b")


def translate_columns(sql: str, lang: str) -> str:
    """SQL that asks for French columns, asking for those of ``lang``."""
    return FRENCH.sub(r"\1_en", sql) if lang == "en" else sql
