"""An answer as a Markdown table."""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING

from cyberdiplo.render.amounts import join_amounts
from cyberdiplo.render.style import Style, make_headings, make_visible, show_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cyberdiplo.result import Result, Row


def write_markdown(result: Result, out: IO[str], style: Style) -> None:
    """A table as GitHub and pandoc read it."""
    result = join_amounts(result, style.lang)
    out.write("| " + " | ".join(markdown_text(title) for title in make_headings(result.columns, style.lang)) + " |\n")
    out.write("|" + " --- |" * len(result.columns) + "\n")
    for row in result.rows:
        out.write("| " + " | ".join(_markdown_cells(result, row, style.lang)) + " |\n")


def _markdown_cells(result: Result, row: Row, lang: str) -> Iterator[str]:
    for name, value in zip(result.columns, row, strict=True):
        yield markdown_text(show_value(value, result.codes.get(name), lang))


# What Markdown or the HTML in it would take for markup; an underscore within a word is none.
MARKUP = str.maketrans(
    {"\\": "\\\\", "|": "\\|", "`": "\\`", "*": "\\*", "[": "\\[", "<": "&lt;", "&": "&amp;", "\n": "<br>"}
)


# An underscore at the edge of a word, and any tilde: within a word an underscore is none (snake_case).
EDGE = re.compile(r"(?<![^\W_])_|_(?![^\W_])|~")


def markdown_text(text: str) -> str:
    """Text that Markdown shows as it is."""
    return EDGE.sub(r"\\\g<0>", make_visible(text).translate(MARKUP))
