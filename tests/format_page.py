"""``python -m tests.format_page`` writes the tables and columns in seeds/FORMAT.md as the schema has them."""

from __future__ import annotations

import textwrap
from collections import defaultdict

from cyberdiplo.schema.model import Table, seed_tables
from tests.conftest import ROOT

PAGE = ROOT / "seeds" / "FORMAT.md"
BEGIN, END = "An asterisk marks a column that may not be empty", "\n## Your own folders"


def columns(table: Table) -> str:
    """The columns of a table's seed file."""
    return ", ".join(
        column.name + ("" if column.may_be_empty else "*") for column in table.columns if not column.bookkeeping
    )


def listed() -> str:
    """One line a table; tables of one form together."""
    same: defaultdict[str, list[str]] = defaultdict(list)
    for table in seed_tables().values():
        same[columns(table)].append(f"`{table.name}`")
    return "".join(
        textwrap.fill(f"- {', '.join(names)}: {header}", 118, subsequent_indent="  ") + "\n"
        for header, names in same.items()
    )


def written(page: str) -> str:
    """The page with today's tables in it."""
    before, _, rest = page.partition(BEGIN)
    paragraph, _, rest = rest.partition("\n\n")
    return f"{before}{BEGIN}{paragraph}\n\n{listed()}{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text("utf-8")), encoding="utf-8", newline="")
