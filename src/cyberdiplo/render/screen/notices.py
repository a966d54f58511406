"""What the reader should know of a table, said beside it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from cyberdiplo.messages import tr, tr_plural
from cyberdiplo.render.style import make_visible

if TYPE_CHECKING:
    from collections.abc import Sequence


def tell(rows: int, lang: str, *, most: int | None = None, shortened: int = 0, hidden: Sequence[str] = ()) -> None:
    """Say on standard error that it is empty, cut after ``most`` rows, has shortened cells or lacks columns."""
    notices = []
    if not rows:
        notices.append(tr("0 rows", lang))
    if most:
        text = tr("the first {count} rows; all with --output FILE, --format csv | --limit N", lang, count=most)
        notices.append(text)
    if shortened:
        notices.append(
            tr_plural(
                "{count} cell shortened; whole with --format csv",
                "{count} cells shortened; whole with --format csv",
                shortened,
                lang,
            )
        )
    if hidden:
        names = ", ".join(map(make_visible, hidden))
        notices.append(tr("columns not shown: {names} (--columns, --format csv)", lang, names=names))
    say(*notices)


def say(*sentences: str) -> None:
    """Say each on standard error, apart from the data."""
    for sentence in sentences:
        print(sentence, file=sys.stderr)
