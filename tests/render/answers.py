"""Answers of any shape, and what a format makes of them."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import strategies as st

from cyberdiplo.render.style import Style
from cyberdiplo.render.writers.registry import BINARY, WRITERS, Format
from cyberdiplo.result import Labels, Result
from cyberdiplo.store.sqlite_reading import Reading

Rows = Sequence[Sequence[Any]]

ODD = [
    *("", "a,b", 'say "hi"', "two\nlines", "\r", "\r\n", "\t", "=1+1", "3.10", "NO", "null", "œuvre", "’", "日本"),
    *("e\u0301", "\x00", "\x1b[31m", "\x7f", "\u2028", "\ufeff", "\\", "\\n", "</td>", "[sic]", "😀", "-", " ", "'"),
]
texts = st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(ODD)
integers = st.integers(-(2**63), 2**63 - 1)
numbers = st.floats(allow_nan=False) | st.sampled_from([0.0, -0.0, 3.0, 0.1, 1e16, 1e22, 160e9, float("inf")])
values = st.none() | texts | integers | numbers


@st.composite
def tables(draw: st.DrawFn, cells: st.SearchStrategy[Any] = values) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Columns and rows; column names may come twice and be odd too."""
    names = draw(st.lists(st.sampled_from(["id", "name", "no", "a b", 'q"', "é"]), min_size=1, max_size=4))
    rows = draw(st.lists(st.tuples(*(cells for _ in names)), max_size=6))
    return names, rows


def written(format: Format, columns: Sequence[str], rows: Rows, **style: Any) -> str:
    """What a text format makes of an answer."""
    out = io.StringIO()
    WRITERS[format](Result(list(columns), iter([tuple(row) for row in rows])), out, Style(**style))
    return out.getvalue()


def written_result(
    format: Format, columns: Sequence[str], rows: Rows, codes: Mapping[str, Labels], **style: Any
) -> str:
    """The same of an answer with codes: column -> what its codes are called."""
    out = io.StringIO()
    WRITERS[format](Result(list(columns), iter([tuple(row) for row in rows]), codes), out, Style(**style))
    return out.getvalue()


def written_bytes(format: Format, columns: Sequence[str], rows: Rows, **style: Any) -> bytes:
    """The same for a binary format."""
    assert format in BINARY
    out = io.BytesIO()
    WRITERS[format](Result(list(columns), iter([tuple(row) for row in rows])), out, Style(**style))
    return out.getvalue()


def from_sqlite(format: Format, columns: Sequence[str], rows: Rows, *, raw: bool) -> str:
    """What a format makes of an answer that SQLite gives, its text decoded or not."""
    connection = sqlite3.connect(":memory:", factory=Reading)
    names = [f"c{place}" for place in range(len(columns))]
    connection.execute(f"create table t ({', '.join(names)})")
    connection.executemany(f"insert into t values ({', '.join('?' * len(names))})", rows)
    connection.text_factory = lambda text: text.decode("utf-8", "replace")
    cursor = connection.execute("select * from t order by rowid")
    out = io.StringIO()
    result = Result(list(columns), connection.rows(cursor) if raw else iter(cursor))
    WRITERS[format](result, out, Style())
    connection.close()
    return out.getvalue()
