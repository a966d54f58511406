"""Write the schema down as plain files, so that a question or a first build needs no SQLAlchemy.

The build hook calls it whenever the program is built or installed, also in place. In a checkout the first command after
a change of the models does (see ``stale``), and ``python -m cyberdiplo.schema.snapshot`` by hand.
"""

from __future__ import annotations

import inspect
import json
import os
import re
from typing import Any

from sqlalchemy import Column, Table, UniqueConstraint
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from cyberdiplo.schema import GENERATED
from cyberdiplo.schema.base import Base
from cyberdiplo.schema.search_tables import DOCS, create_sql
from cyberdiplo.schema.stale import MARK, digest_sources, is_stale
from cyberdiplo.schema.tables import DERIVED, METADATA, ORDER
from cyberdiplo.schema.views import views_sql
from cyberdiplo.schema.vocabulary import DOMAINS, OPEN

BOOKKEEPING = ("kind", "load_id", "value_before")


def sqlite_tables() -> str:
    """The tables, without their indexes, as SQLite statements."""
    dialect = sqlite.dialect()
    return "".join(f"{str(CreateTable(table).compile(dialect=dialect)).strip()};\n\n" for table in _sorted())


def sqlite_indexes() -> str:
    """The indexes, as SQLite statements: made after the rows, a load takes two thirds of the time."""
    dialect = sqlite.dialect()
    indexes = [index for table in _sorted() for index in sorted(table.indexes, key=lambda index: str(index.name))]
    return "".join(f"{CreateIndex(index).compile(dialect=dialect)};\n" for index in indexes)


def model() -> dict[str, Any]:
    """What the loader and the documentation need to know of the tables, as plain data."""
    return {"tables": [_table(table) for table in ORDER]}


def _sorted() -> list[Table]:
    return sorted(METADATA.tables.values(), key=lambda table: ORDER.index(table))


def _table(table: Table) -> dict[str, Any]:
    mapped = {mapper.local_table: mapper.class_ for mapper in Base.registry.mappers}
    doc = inspect.getdoc(mapped[table]) if table in mapped else table.info["doc"]
    kind = table.columns["kind"].info.get("kind") if "kind" in table.columns else None
    return {
        "name": table.name,
        "doc": doc,
        "fr": mapped[table].french if table in mapped else table.info["fr"],
        "kind": kind,
        "derived": table.name in DERIVED,
        "words_of": next((domain for domain, name in OPEN.items() if name == table.name), None),
        "key": [column.name for column in table.primary_key.columns],
        "unique": sorted(
            [column.name for column in rule.columns] for rule in table.constraints if isinstance(rule, UniqueConstraint)
        ),
        "columns": [
            {
                "name": column.name,
                "type": str(column.type.compile(dialect=sqlite.dialect())),
                "required": not column.nullable,
                "default": _default(column.server_default),
                "references": _target(column),
                "codes": _codes(table.name, column.name),
                "bookkeeping": column.name in BOOKKEEPING and table.name not in DERIVED,
                "doc": column.doc,
                "fr": column.info["fr"],
                "form": column.info["form"],
            }
            for column in table.columns
        ],
    }


def _target(column: Column[Any]) -> str | None:
    """The table whose ids or codes the column holds; the shortest key says it where a column is part of several."""
    keys = [key for key in column.foreign_keys if key.constraint is not None and key.column.name in ("id", "code")]
    keys.sort(key=lambda key: len(key.constraint.columns) if key.constraint is not None else 0)
    return keys[0].column.table.name if keys else None


def _default(default: Any) -> str | None:
    return None if default is None or not hasattr(default, "arg") else str(default.arg).strip("'")


def _codes(table: str, column: str) -> str | None:
    """The vocabulary that a column's codes are in."""
    return next((key for key in (f"{table}.{column}", column) if key in DOMAINS), None)


def headings() -> dict[str, str]:
    """What stands above a column for French readers, by its name without a language or ``_id``; for questions."""
    return {
        re.sub(r"_(id|fr|en)$", "", column.name): column.info["heading"]
        for table in ORDER
        for column in table.columns
        if column.info["heading"]
    }


def known() -> str:
    """What may be in a SQLite database of ours: a line for each table and view, then the views as they are made."""
    views = [statement for statement in re.split(r";\s*\n", views_sql()) if statement.strip()]
    search = create_sql()
    statements = [text[text.index("create v") :] for text in (*views, *search) if "create v" in text]
    index = next(name for name in DOCS if name.endswith("_index"))
    tables = [table.name for table in ORDER] + ["alembic_version", *(name for name in DOCS if name != "search_texts")]
    tables += [f"{index}_{part}" for part in ("data", "idx", "content", "docsize", "config")]
    lines = [f"-- table {name}" for name in tables]
    lines += [f"-- view {text.split()[2]}" for text in statements if text.startswith("create view")]
    return "\n".join(["", *lines, *(f"{text.rstrip()};" for text in statements)]) + "\n"


def files() -> dict[str, str]:
    """The text of each file by its name."""
    return {
        "tables.sql": sqlite_tables(),
        "indexes.sql": sqlite_indexes(),
        "model.json": json.dumps(model(), ensure_ascii=False, separators=(",", ":")) + "\n",
        "known.sql": known(),
        "headings.json": json.dumps(headings(), ensure_ascii=False, separators=(",", ":")) + "\n",
    }


def main() -> None:
    """Write the files, where they would change, and from what they were made."""
    texts = files() | {MARK.name: digest_sources()}
    GENERATED.mkdir(exist_ok=True)
    for name, text in texts.items():
        path = GENERATED / name
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        beside = path.with_name(f".{name}.{os.getpid()}")  # whoever reads meanwhile has the old one whole
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
    os.utime(MARK)
    is_stale.cache_clear()


if __name__ == "__main__":
    main()
