"""The seed folder of a source document as it begins: every file with its header, and what to promise."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from cyberdiplo import settings
from cyberdiplo.errors import BadUsage, CyberdiploError
from cyberdiplo.files.regular import digest
from cyberdiplo.load.expectations import fact_queries
from cyberdiplo.messages import say_system, tr
from cyberdiplo.schema.model import seed_tables
from cyberdiplo.store import atomic

if TYPE_CHECKING:
    from pathlib import Path

# What one document says: the tables of its folder. What several speak of goes to the collection's reference/.
TABLES = (
    *("sources", "participations", "affiliations", "statements", "statement_participations", "measure_events"),
    *("figures", "relations", "record_topics", "citations"),
)
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

EXPECT = """\
# What {id} must yield; a load stops when it does not, so that a slip of the hand cannot go unnoticed.
# Count in the document, not in the rows. Take the # away from the lines that you fill in.

# Rows that this folder has, table by table.
[counts]
# {counts}

# Facts that a reader can count in the document. Known:
{facts}
[facts]
# speakers = 12

# Places of the document from each of which at least one statement must come.
[paragraphs]
# statements_from = ["par. 1.1", "par. 1.2", "line 9"]

# The footnote at which each affiliation must be cited, by the affiliation's id.
[footnotes]
# fick-jacqueline-vizstrat = "note 7"
"""


def begin(collection: Path, new_id: str, *, document: Path | None = None, title: str = "") -> list[Path]:
    """Write the folder; returns its files. Raises BadUsage where the id or the folder cannot be."""
    folder = collection / "sources" / new_id
    _refuse(folder, new_id, document)
    source = dict.fromkeys(seed_tables()["sources"].header, "") | {"id": new_id, "title": title}
    if document:
        source |= {"file_name": document.name, "sha256": digest(document)}
    texts = {f"{name}.csv": _write_csv(name, [source] if name == "sources" else []) for name in TABLES}
    texts["expect.toml"] = _write_expectations(new_id)
    try:
        with atomic.making_parents(folder), atomic.folder_beside(folder) as new_folder:
            for name, text in texts.items():
                (new_folder / name).write_text(text, encoding="utf-8", newline="")
            atomic.put_folder(new_folder, folder, replace=False)
    except OSError as error:
        raise CyberdiploError(
            tr("{path} cannot be written: {reason}.", path=folder, reason=say_system(error)),
            hint=tr("name another folder."),
        ) from error
    return [folder / name for name in texts]


def require_id(word: str) -> None:
    """Raise BadUsage for a word that cannot be an id."""
    if not ID.fullmatch(word):
        raise BadUsage(
            tr("{id!r} cannot be an id.", id=word),
            hint=tr("small letters without accents, digits and single hyphens: wto-tbt-cyber-2023."),
        )


def _refuse(folder: Path, new_id: str, document: Path | None) -> None:
    require_id(new_id)
    if folder.exists():
        raise BadUsage(tr("{path} already exists.", path=folder), hint=tr("take another id, or go on in that folder."))
    if (settings.resource("seeds") / "sources" / new_id).is_dir():
        raise BadUsage(tr("{id!r} is a source that the shipped seeds have.", id=new_id), hint=tr("take another id."))
    if document is not None and not document.is_file():
        raise BadUsage(tr("There is no file {path}.", path=document), hint=tr("name the document that you read."))


def _write_csv(table: str, rows: list[dict[str, str]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, seed_tables()[table].header, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _write_expectations(new_id: str) -> str:
    import textwrap

    counts = "\n# ".join(f"{name} = {1 if name == 'sources' else 0}" for name in sorted(TABLES))
    known = textwrap.fill(", ".join(sorted(fact_queries())), 110, initial_indent="# ", subsequent_indent="# ")
    return EXPECT.format(id=new_id, counts=counts, facts=known)
