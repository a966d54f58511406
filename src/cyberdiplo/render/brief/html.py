"""A brief as a web page of its own that prints on A4: one file, nothing fetched, nothing run."""

from __future__ import annotations

from html import escape
from typing import IO, TYPE_CHECKING

from cyberdiplo.messages import tr
from cyberdiplo.render.brief.writers import find_page, list_runs, say_end, say_left_out, say_source, share_width
from cyberdiplo.render.style import make_visible

if TYPE_CHECKING:
    from cyberdiplo.briefs.note import Block, Brief, Column
    from cyberdiplo.render.brief.writers import Run
    from cyberdiplo.render.style import Style

LOOK = """
@page { size: A4; margin: 1.5cm }
body { font: 15px/1.4 Calibri, Carlito, system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; color: #1b1b1b }
h1 { font-size: 1.5em; margin: 0 0 .3em } h2 { font-size: 1.15em; border-bottom: 1px solid #888; margin: .8em 0 .2em }
h3 { font-size: 1em; margin: .5em 0 .1em } h4 { font-size: .95em; margin: .2em 0; font-weight: 600 }
p { margin: .15em 0 } a.mark { color: #555; text-decoration: none } a.mark:hover { color: #00c }
.sides { display: grid; gap: 1em } .note, .sources { color: #444; font-size: .9em }
.sources { padding-left: 1.6em; margin: .2em 0 } code { font-size: .9em }
@media print { body { font-size: 9pt; line-height: 1.2; margin: 0; max-width: none } h1 { font-size: 13pt }
 h2, h3, h4 { break-after: avoid } }
"""
TAGS = {"label": "em", "lead": "strong"}


def write_html(brief: Brief, out: IO[str], _: Style) -> None:
    """A page; each mark leads to the passage where it can be opened, else to its source below."""
    title = _text(brief.title)
    out.write(f'<!doctype html>\n<html lang="{brief.lang}">\n<head>\n<meta charset="utf-8">\n')
    out.write('<meta name="viewport" content="width=device-width, initial-scale=1">\n')
    out.write(f"<title>{title}</title>\n<style>{LOOK}</style>\n</head>\n<body>\n<h1>{title}</h1>\n")
    for section in brief.sections:
        out.write(f"<h2>{_text(section.title)}</h2>\n")
        out.writelines(_block(block, brief) for block in section.blocks)
        if left := say_left_out(section, brief):
            out.write(f'<p class="note">{_text(left)}</p>\n')
    out.write("<h2>" + _text(tr("Sources", brief.lang)) + '</h2>\n<ol class="sources">\n')
    for number, source in enumerate(brief.sources, 1):
        page = find_page(source)
        link = f' <a href="{_text(page)}">{_text(page)}</a>' if page else ""
        out.write(f'<li id="s{number}">{_text(say_source(source, brief.lang))}{link}</li>\n')
    out.write("</ol>\n" + "".join(f'<p class="note">{_text(line)}</p>\n' for line in say_end(brief)))
    out.write("</body>\n</html>\n")


def _block(block: Block, brief: Brief) -> str:
    title = f"<h3>{_text(block.title)}</h3>\n" if block.title else ""
    columns = [_column(column, brief) for column in block.columns]
    if len(columns) == 1:
        return title + columns[0]
    tracks = " ".join(f"{share:.2f}fr" for share in share_width(block, brief))
    return (
        f'{title}<div class="sides" style="grid-template-columns: {tracks}">\n'
        + "".join(f"<div>\n{column}</div>\n" for column in columns)
        + "</div>\n"
    )


def _column(column: Column, brief: Brief) -> str:
    title = f"<h4>{_text(column.title)}</h4>\n" if column.title else ""
    return title + "".join(f"<p>{''.join(map(_run, list_runs(group, brief)))}</p>\n" for group in column.groups)


def _run(run: Run) -> str:
    text = _text(run.text)
    if run.look == "mark":
        return f'<a class="mark" href="{_text(find_page(run) or f"#s{run.source}")}">{text}</a>'
    if run.look in TAGS:
        return f"<{TAGS[run.look]}>{text}</{TAGS[run.look]}>"
    return f'<span data-record="{_text(run.record_id)}">{text}</span>' if run.record_id else text


def _text(text: str) -> str:
    return escape(make_visible(text))
