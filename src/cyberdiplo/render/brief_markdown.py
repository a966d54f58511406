"""A brief as Markdown; on a terminal in lines that fit, what stands side by side under each other."""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING

from cyberdiplo.messages import tr
from cyberdiplo.render.brief import find_page, list_runs, say_end, say_left_out, say_source
from cyberdiplo.render.markdown import markdown_text

if TYPE_CHECKING:
    from cyberdiplo.briefs.note import Block, Brief, Column, Group
    from cyberdiplo.render.brief import Look

FRAMES: dict[Look, str] = {"label": "*", "lead": "**", "text": "", "mark": ""}
STARTS = re.compile(r"^(\s*)([#>+=~-]|\d+(?=[.)]))")  # what would make a paragraph a heading, quotation or list


def write_markdown(brief: Brief, out: IO[str], width: int | None = None) -> None:
    """Paragraphs and, where there is no ``width`` to fit, tables of two columns."""
    out.write(f"# {markdown_text(brief.title)}\n")
    for section in brief.sections:
        out.write(f"\n## {section.title}\n")
        for block in section.blocks:
            out.write(f"\n### {markdown_text(block.title)}\n" if block.title else "")
            _write_block(block, brief, out, width)
        if left := say_left_out(section, brief):
            out.write("\n" + _fold(markdown_text(left), width) + "\n")
    out.write(f"\n## {tr('Sources', brief.lang)}\n\n")
    for number, source in enumerate(brief.sources, 1):
        page = f" <{page}>" if (page := find_page(source)) else ""
        out.write(_fold(f"{number}. {markdown_text(say_source(source, brief.lang))}{page}", width, "   ") + "\n")
    out.writelines(f"\n{_fold(markdown_text(line), width)}\n" for line in say_end(brief))


def _write_block(block: Block, brief: Brief, out: IO[str], width: int | None) -> None:
    if len(block.columns) > 1 and width is None:
        cells = ["<br><br>".join(_join(group, brief) for group in column.groups) for column in block.columns]
        out.write("\n| " + " | ".join(column.title for column in block.columns) + " |\n")
        out.write("|" + " --- |" * len(cells) + "\n| " + " | ".join(cells) + " |\n")
        return
    for column in block.columns:
        _write_column(column, brief, out, width)


def _write_column(column: Column, brief: Brief, out: IO[str], width: int | None) -> None:
    out.write(f"\n**{column.title}**\n" if column.title else "")
    for group in column.groups:
        out.write("\n" + _fold(STARTS.sub(r"\1\\\2", _join(group, brief)), width) + "\n")


def _join(group: Group, brief: Brief) -> str:
    """A paragraph in one line. A frame of stars holds no blank at its end."""
    text = ""
    for run in list_runs(group, brief):
        frame, words = FRAMES[run.look], markdown_text(run.text)
        text += f"{frame}{words.rstrip()}{frame} " if frame else words
    return text.replace("  ", " ")


def _fold(text: str, width: int | None, indent: str = "") -> str:
    if width is None:
        return text
    from textwrap import fill

    return fill(text, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
