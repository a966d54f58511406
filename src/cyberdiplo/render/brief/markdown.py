"""A brief as Markdown."""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING

from cyberdiplo.messages import tr
from cyberdiplo.render.brief.writers import find_page, list_runs, say_end, say_left_out, say_source
from cyberdiplo.render.writers.markdown import markdown_text

if TYPE_CHECKING:
    from cyberdiplo.briefs.note import Block, Brief, Column, Group
    from cyberdiplo.render.brief.writers import Look
    from cyberdiplo.render.style import Style

FRAMES: dict[Look, str] = {"label": "*", "lead": "**", "text": "", "mark": ""}
STARTS = re.compile(r"^(\s*(?:\d+(?=[.)]))?)([#>+=~.)-])")  # what would make a paragraph a heading, quotation or list


def write_markdown(brief: Brief, out: IO[str], _: Style) -> None:
    """Paragraphs, and tables for what stands side by side."""
    out.write(f"# {markdown_text(brief.title)}\n")
    for section in brief.sections:
        out.write(f"\n## {section.title}\n")
        for block in section.blocks:
            out.write(f"\n### {markdown_text(block.title)}\n" if block.title else "")
            _write_block(block, brief, out)
        if left := say_left_out(section, brief):
            out.write(f"\n{markdown_text(left)}\n")
    out.write("\n## " + tr("Sources", brief.lang) + "\n\n")
    for number, source in enumerate(brief.sources, 1):
        page = f" <{page}>" if (page := find_page(source)) else ""
        out.write(f"{number}. {markdown_text(say_source(source, brief.lang))}{page}\n")
    out.writelines(f"\n{markdown_text(line)}\n" for line in say_end(brief))


def _write_block(block: Block, brief: Brief, out: IO[str]) -> None:
    if len(block.columns) > 1:
        cells = ["<br><br>".join(_join(group, brief) for group in column.groups) for column in block.columns]
        out.write("\n| " + " | ".join(markdown_text(column.title) for column in block.columns) + " |\n")
        out.write("|" + " --- |" * len(cells) + "\n| " + " | ".join(cells) + " |\n")
        return
    for column in block.columns:
        _write_column(column, brief, out)


def _write_column(column: Column, brief: Brief, out: IO[str]) -> None:
    out.write(f"\n**{markdown_text(column.title)}**\n" if column.title else "")
    for group in column.groups:
        out.write("\n" + STARTS.sub(r"\1\\\2", _join(group, brief)) + "\n")


def _join(group: Group, brief: Brief) -> str:
    """A paragraph in one line. A frame of stars holds no blank at its end."""
    text = ""
    for run in list_runs(group, brief):
        words = run.text.rstrip()
        frame = FRAMES[run.look] if words else ""
        text += f"{frame}{markdown_text(words)}{frame}{run.text[len(words) :]}"
    return text
