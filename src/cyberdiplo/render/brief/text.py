"""A brief as text for a screen: paragraphs that fit, what stands side by side under each other."""

from __future__ import annotations

from textwrap import fill
from typing import IO, TYPE_CHECKING

from cyberdiplo.messages import tr
from cyberdiplo.render.brief.writers import find_page, list_runs, say_end, say_left_out, say_source
from cyberdiplo.render.style import WIDTH, make_visible

if TYPE_CHECKING:
    from cyberdiplo.briefs.note import Brief
    from cyberdiplo.render.style import Style


def write_text(brief: Brief, out: IO[str], style: Style) -> None:
    """As wide as the screen; headings in bold where it has colours and in capitals everywhere."""
    width = style.width or WIDTH
    on, off = ("\x1b[1m", "\x1b[0m") if style.color else ("", "")

    def head(text: str) -> None:
        out.write(f"\n{on}{_fold(text, width)}{off}\n")

    out.write(f"{on}{_fold(brief.title, width)}{off}\n")
    for section in brief.sections:
        head(section.title.upper())
        for block in section.blocks:
            if block.title:
                head(block.title)
            for column in block.columns:
                out.write(f"{_fold(column.title, width)}\n" if column.title else "")
                for group in column.groups:
                    text = "".join(run.text for run in list_runs(group, brief))
                    out.write(_fold(text, width, "  " if column.title else "") + "\n")
        if left := say_left_out(section, brief):
            out.write(_fold(left, width) + "\n")
    head(tr("Sources", brief.lang).upper())
    for number, source in enumerate(brief.sources, 1):
        out.write(_fold(f"[{number}] {say_source(source, brief.lang)}", width) + "\n")
        if page := find_page(source):
            out.write(f"    {page}\n")  # a link is never broken
    out.write("\n" + "".join(f"{_fold(line, width)}\n" for line in say_end(brief)))


def _fold(text: str, width: int, indent: str = "") -> str:
    """Lines that fit, the first not indented less than those below it."""
    return fill(
        make_visible(text), width, initial_indent=indent, subsequent_indent=indent + "  " * bool(indent),
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
