"""One writer a format; each takes rows as they come, so that memory does not grow with them.

A table is the exception where its columns fit the screen: how wide they are, the last row may say.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import IO, TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:  # the names of the formats are wanted at each Tab press, the writers are not
    from cyberdiplo.render.style import Style
    from cyberdiplo.result import Result

CitingFormat = Literal["bibtex", "ris", "csl-json"]
NetworkFormat = Literal["graphml", "gexf", "edges"]
Format = Literal[
    "table", "record", "csv", "tsv", "json", "jsonl", "markdown", "html", "yaml", "xlsx", "parquet", CitingFormat,
    NetworkFormat,
]  # fmt: skip
Writer = Callable[["Result", IO[Any], "Style"], None]

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
    ".bib": "bibtex",
    ".ris": "ris",
    ".graphml": "graphml",
    ".gexf": "gexf",
}
FOR_PEOPLE: tuple[Format, ...] = ("table", "record", "markdown", "html")  # with labels; what is drawn is drawn in these
WITH_IDS: tuple[Format, ...] = ("json", "jsonl", "yaml")  # with the ids of what is named, and arrays
# These write where the records of an answer are written, and not the answer: see ``cite``.
CITING: tuple[CitingFormat, ...] = ("bibtex", "ris", "csl-json")
# These write what the records of an answer do to each other: see ``network``.
NETWORKS: tuple[NetworkFormat, ...] = ("graphml", "gexf", "edges")
BINARY: frozenset[Format] = frozenset({"xlsx", "parquet"})  # these want a stream of bytes


def _later(module: str, function: str) -> Writer:
    """A writer whose module is imported when it is called: a question as CSV waits for none of them."""

    def write(result: Result, out: IO[Any], style: Style) -> None:
        import importlib

        getattr(importlib.import_module(f"cyberdiplo.render.{module}"), function)(result, out, style)

    return write


WRITERS: dict[Format, Writer] = {
    "table": _later("screen.table", "write_table"),
    "record": _later("screen.table", "write_records"),
    "csv": _later("writers.separated", "write_csv"),
    "tsv": _later("writers.separated", "write_tsv"),
    "json": _later("writers.objects", "write_json"),
    "jsonl": _later("writers.objects", "write_jsonl"),
    "markdown": _later("writers.markdown", "write_markdown"),
    "html": _later("writers.webpage", "write_html"),
    "yaml": _later("writers.yaml", "write_yaml"),
    "xlsx": _later("writers.xlsx", "write_xlsx"),
    "parquet": _later("writers.parquet", "write_parquet"),
}
FORMATS: tuple[Format, ...] = (*WRITERS, *CITING, *NETWORKS)
