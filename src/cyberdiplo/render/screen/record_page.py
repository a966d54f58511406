"""One record whole, as text, Markdown or JSON."""

from __future__ import annotations

import json
import sys
from typing import IO, TYPE_CHECKING, Any

from cyberdiplo.render.output import make_style
from cyberdiplo.render.screen.pager import paged
from cyberdiplo.render.screen.shown import list_fields, say_more, take_shown
from cyberdiplo.render.style import Style, make_heading, make_plain, make_visible
from cyberdiplo.render.writers.markdown import markdown_text, write_markdown
from cyberdiplo.schema.vocabulary import label

if TYPE_CHECKING:
    from cyberdiplo.records.record import WholeRecord


def write(record: WholeRecord, format: str, lang: str, out: IO[str] | None = None, *, pager: bool = True) -> None:
    """Write a record; ``format`` is text, markdown or json."""
    style = make_style(lang, pager=pager)
    if format == "json":
        _json(record, out or sys.stdout)
    elif format == "markdown":
        _markdown(record, style, out or sys.stdout)
    elif out is None and style.pager:
        with paged(style) as screen:
            _text(record, style, screen)
    else:
        _text(record, style, out or sys.stdout)


def _text(record: WholeRecord, style: Style, out: IO[str]) -> None:
    if style.terminal:
        from cyberdiplo.render.screen.page import draw_page

        draw_page(record, out, style)
        return
    from cyberdiplo.render.screen.table import list_values, write_table

    out.write(f"{make_visible(record.name)}\n{label('records.kind', record.kind, style.lang)} {record.id}\n")
    fields = list_fields(record)
    out.write("\n" * bool(fields))
    titles = [make_heading(field.column, style.lang) for field in fields]
    out.writelines(f"{line}\n" for line in list_values(titles, [make_visible(field.text) for field in fields]))
    for section in record.sections:
        out.write(f"\n{make_visible(section.title).upper()}\n")
        write_table(take_shown(section, style.lang), out, style)
        out.writelines(f"{line}\n" for line in say_more(section, style.lang))


def _markdown(record: WholeRecord, style: Style, out: IO[str]) -> None:
    out.write(f"# {markdown_text(record.name)}\n\n")
    out.write(f"{label('records.kind', record.kind, style.lang)} `{record.id}`\n\n")
    for field in list_fields(record):
        out.write(f"- {make_heading(field.column, style.lang)}: {markdown_text(field.text)}\n")
    for section in record.sections:
        out.write(f"\n## {markdown_text(section.title)}\n\n")
        write_markdown(take_shown(section, style.lang), out, style)
        out.writelines(f"\n{markdown_text(line)}\n" for line in say_more(section, style.lang))


def _json(record: WholeRecord, out: IO[str]) -> None:
    described: dict[str, Any] = {"id": record.id, "kind": record.kind, "name": record.name}
    described["fields"] = {field.column: make_plain(field.value) for field in record.fields}
    for section in record.sections:
        rows = [dict(zip(section.columns, map(make_plain, row), strict=True)) for row in section.rows]
        described.setdefault("sections", {}).setdefault(section.key, []).extend(rows)
    out.write(json.dumps(described, ensure_ascii=False, indent=1) + "\n")
