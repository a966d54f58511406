"""The page of the documentation: what is promised, how it was attacked, how often, and what happened."""

from __future__ import annotations

import platform
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tests.trust.tries import Row

TEMPLATE = Path(__file__).with_suffix(".md")  # with a place for what the run gave


def page(rows: Sequence[Row], quick: bool, scale: float = 1) -> str:
    """The page as Markdown."""
    part = ", the quick part" if quick else f", {scale:g} times all of it" if scale != 1 else ""
    run = (
        f"Run of {datetime.now(UTC):%d %B %Y}{part}: {platform.system()},"
        f" Python {platform.python_version()}, SQLite {sqlite3.sqlite_version};"
        f" {sum(row.tries for row in rows):,} tries, {sum(len(row.failures) for row in rows)} failures.\n\n"
    )
    asked = [row for row in rows if "questions" in row.attack]
    others = [row for row in rows if row not in asked]
    text = TEMPLATE.read_text(encoding="utf-8").replace("{run}", run + "\n".join(table(others)))
    return text.replace("{hostile}", "\n".join(table(asked)))


def table(rows: Iterable[Row]) -> list[str]:
    """The rows as a Markdown table."""
    lines = ["| attack | tries | what was there afterwards | failures |", "| --- | ---: | --- | ---: |"]
    for row in rows:
        seen = ", ".join(f"{what} {count}" for what, count in sorted(row.seen.items())) or "-"
        if row.not_tried:
            seen = f"not tried: {row.not_tried}"
        lines.append(f"| {row.attack} | {row.tries} | {seen} | {len(row.failures)} |")
    return lines


def write(path: Path, rows: Sequence[Row], quick: bool, scale: float = 1) -> None:
    """Write the page."""
    path.write_text(page(rows, quick, scale), encoding="utf-8")
