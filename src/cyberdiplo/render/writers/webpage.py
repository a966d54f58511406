"""An answer as a web page of its own: one file, nothing fetched, nothing run."""

from __future__ import annotations

from html import escape
from typing import IO, TYPE_CHECKING

from cyberdiplo.render.amounts import join_amounts
from cyberdiplo.render.style import Style, is_number, make_headings, make_visible, show_value

if TYPE_CHECKING:
    from cyberdiplo.result import Result

LOOK = """
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem; color: #1b1b1b; background: #fff }
h1 { font-size: 1.25rem; font-weight: 600 }
table { border-collapse: collapse }
th, td { border-bottom: 1px solid #ddd; padding: .35rem .75rem .35rem 0; text-align: left; vertical-align: top }
th { position: sticky; top: 0; background: #fff; border-bottom: 2px solid #888 }
.n { text-align: right; font-variant-numeric: tabular-nums }
@media (prefers-color-scheme: dark) { body, th { color: #e6e6e6; background: #1b1b1b } th, td { border-color: #444 } }
"""


def write_html(result: Result, out: IO[str], style: Style) -> None:
    """A page in the asked language, with labels as on screen."""
    result = join_amounts(result, style.lang)
    title = escape(make_visible(style.title or "cyberdiplo"))
    out.write(f'<!doctype html>\n<html lang="{style.lang}">\n<head>\n<meta charset="utf-8">\n')
    out.write('<meta name="viewport" content="width=device-width, initial-scale=1">\n')
    out.write(f"<title>{title}</title>\n<style>{LOOK}</style>\n</head>\n<body>\n<h1>{title}</h1>\n<table>\n")
    if style.header:
        names = (escape(make_visible(title)) for title in make_headings(result.columns, style.lang))
        out.write("<thead><tr>" + "".join(f'<th scope="col">{name}</th>' for name in names) + "</tr></thead>\n")
    out.write("<tbody>\n")
    codes = [result.codes.get(name) for name in result.columns]
    for row in result.rows:
        cells = (
            _cell(show_value(value, labels, style.lang), number=labels is None and is_number(value))
            for value, labels in zip(row, codes, strict=True)
        )
        out.write(f"<tr>{''.join(cells)}</tr>\n")
    out.write("</tbody>\n</table>\n</body>\n</html>\n")


def _cell(text: str, *, number: bool) -> str:
    text = escape(make_visible(text)).replace("\n", "<br>")
    return f'<td class="n">{text}</td>' if number else f"<td>{text}</td>"
