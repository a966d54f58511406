"""The views as SQL, whole: one line for each noun among them."""

from __future__ import annotations

from pathlib import Path

from cyberdiplo.schema.nouns import NOUNS, Names

HERE = Path(__file__).parent


def views_sql() -> str:
    """The views, as statements for SQLite and PostgreSQL; ``{labels}`` in their file is a line for each noun."""
    text = (HERE / "views.sql").read_text(encoding="utf-8")
    return text.replace(
        "{labels}", "\nunion all ".join(_labels(noun.table, noun.names) for noun in NOUNS if noun.names)
    )


def _labels(table: str, names: Names) -> str:
    """The names of the rows of a table, each column of one type."""
    columns = [*names.label, *(names.acronyms or ("null", "null"))]
    typed = [name if name.isidentifier() and name != "null" else f"cast({name} as text)" for name in columns]
    return f"select id, kind, {', '.join(typed)} from {table}"
