"""One record whole, as text, Markdown or JSON."""

from __future__ import annotations

import json
import sys
from typing import IO, TYPE_CHECKING, Any

from cyberdiplo.messages import tr
from cyberdiplo.render.markdown import markdown_text, write_markdown
from cyberdiplo.render.output import make_style
from cyberdiplo.render.pager import paged
from cyberdiplo.render.style import Style, make_heading, make_plain, make_visible
from cyberdiplo.result import Result
from cyberdiplo.schema.vocabulary import label

if TYPE_CHECKING:
    from cyberdiplo.records.record import Section, WholeRecord


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
    from cyberdiplo.render.layout import wrap
    from cyberdiplo.render.table import WIDTH, records, write_table

    width = style.width or WIDTH
    on, off = ("\x1b[1m", "\x1b[0m") if style.color else ("", "")
    lines = [f"{on}{line}{off}" for line in wrap(make_visible(record.name), width)]
    lines += [f"{label('records.kind', record.kind, style.lang)} {record.id}", ""]
    fields = [field for field in record.fields if not field.other]
    titles = [make_heading(field.column, style.lang) for field in fields]
    lines += records(titles, [[make_visible(field.text) for field in fields]], width, style)
    out.writelines(f"{line}\n" for line in lines)
    for section in record.sections:
        out.write(f"\n{on}{make_visible(section.title).upper()}{off}\n")
        write_table(_result(section), out, style._replace(main=section.main, below=section.below), part=True)
        out.writelines(f"{line}\n" for line in _tell_more(section, style.lang))


def _markdown(record: WholeRecord, style: Style, out: IO[str]) -> None:
    out.write(f"# {markdown_text(record.name)}\n\n")
    out.write(f"{label('records.kind', record.kind, style.lang)} `{record.id}`\n\n")
    for field in [field for field in record.fields if not field.other]:
        out.write(f"- {make_heading(field.column, style.lang)}: {markdown_text(field.text)}\n")
    for section in record.sections:
        out.write(f"\n## {markdown_text(section.title)}\n\n")
        write_markdown(_result(section), out, style)
        out.writelines(f"\n{markdown_text(line)}\n" for line in _tell_more(section, style.lang))


def _result(section: Section) -> Result:
    """What is shown of a section, without the columns that have nothing in them."""
    rows = section.rows[: section.most]
    used = [i for i in range(len(section.columns)) if any(row[i] not in (None, "") for row in rows)]
    columns = [section.columns[i] for i in used]
    return Result(columns, iter([tuple(row[i] for i in used) for row in rows]), section.codes)


def _tell_more(section: Section, lang: str) -> list[str]:
    """How to get all of a section that is shown in part."""
    left = len(section.rows) - len(section.rows[: section.most])
    return [tr("{count} more: cyberdiplo {command}", lang, count=left, command=section.more)] if left else []


def _json(record: WholeRecord, out: IO[str]) -> None:
    described: dict[str, Any] = {"id": record.id, "kind": record.kind, "name": record.name}
    described["fields"] = {field.column: make_plain(field.value) for field in record.fields}
    for section in record.sections:
        rows = [dict(zip(section.columns, map(make_plain, row), strict=True)) for row in section.rows]
        described.setdefault("sections", {}).setdefault(section.key, []).extend(rows)
    out.write(json.dumps(described, ensure_ascii=False, indent=1) + "\n")
