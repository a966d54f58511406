"""One writer a format; each takes rows as they come, so that memory does not grow with them.

A table is the exception where its columns fit the screen: how wide they are, the last row may say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import IO, Any, Literal

from cyberdiplo.ask.run import Result, Row
from cyberdiplo.show.objects import write_json, write_jsonl
from cyberdiplo.show.separated import write_csv, write_tsv
from cyberdiplo.show.style import Style, heading, shown, visible

Format = Literal["table", "csv", "tsv", "json", "jsonl", "markdown", "html", "yaml", "xlsx", "parquet"]
Writer = Callable[[Result, IO[Any], Style], None]

ENDINGS: dict[str, Format] = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".yaml": "yaml",
    ".yml": "yaml",
    ".xlsx": "xlsx",
    ".parquet": "parquet",
    ".txt": "table",
}
BINARY: frozenset[Format] = frozenset({"xlsx", "parquet"})  # these want a stream of bytes


def write_markdown(result: Result, out: IO[str], style: Style) -> None:
    """A table as GitHub and pandoc read it."""
    out.write("| " + " | ".join(markdown_text(heading(name, style.lang)) for name in result.columns) + " |\n")
    out.write("|" + " --- |" * len(result.columns) + "\n")
    for row in result.rows:
        out.write("| " + " | ".join(_markdown_cells(result, row, style.lang)) + " |\n")


def _markdown_cells(result: Result, row: Row, lang: str) -> Iterator[str]:
    for name, value in zip(result.columns, row, strict=True):
        yield markdown_text(shown(value, result.domains.get(name), lang))


# What Markdown or the HTML in it would take for markup; an underscore within a word is none.
MARKUP = str.maketrans(
    {"\\": "\\\\", "|": "\\|", "`": "\\`", "*": "\\*", "[": "\\[", "<": "&lt;", "&": "&amp;", "\n": "<br>"}
)


def markdown_text(text: str) -> str:
    """Text that Markdown shows as it is."""
    return visible(text).translate(MARKUP)


def _later(module: str, function: str) -> Writer:
    """A writer whose module is imported when it is called: a question as CSV waits for none of them."""

    def write(result: Result, out: IO[Any], style: Style) -> None:
        import importlib

        getattr(importlib.import_module(f"cyberdiplo.show.{module}"), function)(result, out, style)

    return write


WRITERS: dict[Format, Writer] = {
    "table": _later("table", "write_table"),
    "csv": write_csv,
    "tsv": write_tsv,
    "json": write_json,
    "jsonl": write_jsonl,
    "markdown": write_markdown,
    "html": _later("webpage", "write_html"),
    "yaml": _later("yaml", "write_yaml"),
    "xlsx": _later("xlsx", "write_xlsx"),
    "parquet": _later("parquet", "write_parquet"),
}
