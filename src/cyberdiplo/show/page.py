"""One record whole, as text, Markdown or JSON."""

from __future__ import annotations

import json
import sys
from typing import IO, Any

from cyberdiplo.ask.record import Section, Whole
from cyberdiplo.ask.run import Result
from cyberdiplo.schema.vocabulary import label
from cyberdiplo.show.formats import write_markdown
from cyberdiplo.show.output import style as style_for
from cyberdiplo.show.style import Style, heading, plain


def write(record: Whole, format: str, lang: str, out: IO[str] | None = None) -> None:
    """Write a record; ``format`` is text, markdown or json."""
    out = out or sys.stdout
    if format == "json":
        _json(record, out)
        return
    style = style_for(lang)
    mark = "# " if format == "markdown" else ""
    out.write(f"{mark}{record.name}\n")
    out.write(f"{label('records.kind', record.kind, lang)} {record.id}\n\n")
    wide = max((len(heading(field.column, lang)) for field in record.fields), default=0)
    for field in record.fields:
        name = heading(field.column, lang)
        out.write(f"- {name}: {field.text}\n" if mark else _wrapped(name, field.text, wide, style.width or 80))
    for section in record.sections:
        out.write(f"\n{mark * 2}{section.title}\n" if mark else f"\n{section.title.upper()}\n")
        out.write("\n" if mark else "")
        _section(section, style, out, markdown=bool(mark))


def _wrapped(name: str, text: str, wide: int, width: int) -> str:
    """``name  text``, the text continued under itself."""
    from textwrap import fill

    from cyberdiplo.show.table import visible

    indent = " " * (wide + 2)
    return (
        fill(
            visible(text), width, initial_indent=name.ljust(wide + 2), subsequent_indent=indent, break_on_hyphens=False
        )
        + "\n"
    )


def _section(section: Section, style: Style, out: IO[str], *, markdown: bool) -> None:
    used = [i for i in range(len(section.columns)) if any(row[i] not in (None, "") for row in section.rows)]
    columns = [section.columns[i] for i in used]
    result = Result(columns, iter([tuple(row[i] for i in used) for row in section.rows]), section.domains)
    if markdown:
        write_markdown(result, out, style)
        return
    from cyberdiplo.show.table import write_table

    write_table(result, out, style)


def _json(record: Whole, out: IO[str]) -> None:
    whole: dict[str, Any] = {"id": record.id, "kind": record.kind, "name": record.name}
    whole["fields"] = {field.column: plain(field.value) for field in record.fields}
    for section in record.sections:
        rows = [dict(zip(section.columns, map(plain, row), strict=True)) for row in section.rows]
        whole.setdefault("sections", {}).setdefault(section.key, []).extend(rows)
    out.write(json.dumps(whole, ensure_ascii=False, indent=1) + "\n")
