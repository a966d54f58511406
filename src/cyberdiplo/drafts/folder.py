"""A draft as a folder of seed files, and drawn up again without losing what a person did to it.

Beside the rows, ``draft.csv`` keeps what was proposed: a line a row (its ``column`` empty) with what was decided on it,
and a line for each cell that is not sure. A row that a person edited stays as edited, one that was rejected or taken
out stays away, and rows that a person added stay.
"""

from __future__ import annotations

import csv
import io
import json
import shutil
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cyberdiplo.errors import CyberdiploError
from cyberdiplo.load.drafted import FOLLOWING
from cyberdiplo.load.files import DRAFT
from cyberdiplo.messages import say_system, tr
from cyberdiplo.schema.model import seed_tables
from cyberdiplo.store import atomic

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from cyberdiplo.drafts.proposal import Draft

HEADER = ("table", "key", "column", "place", "anchor", "sure", "why", "proposed", "decision", "reason")
ACCEPTED, CHANGED, REJECTED = "accepted", "changed", "rejected"
Key = tuple[str, str]  # table, and the key with blanks between its parts
Cells = dict[str, str]


@dataclass
class Proposal:
    """What was proposed as a row, why it or a cell of it is not sure, and what was decided."""

    table: str
    key: str
    place: str
    anchor: str
    proposed: Cells
    doubts: dict[str, str] = field(default_factory=dict)
    decision: str = ""
    reason: str = ""

    @property
    def follows(self) -> bool:
        """Whether it is decided with the record that it belongs to."""
        return self.table in FOLLOWING


@dataclass
class DraftFolder:
    """The rows of a drafted folder and what was proposed for it, as they are on disk or will be."""

    path: Path
    rows: dict[Key, Cells] = field(default_factory=dict)
    proposals: dict[Key, Proposal] = field(default_factory=dict)

    def is_edited(self, key: Key) -> bool:
        """Whether a person changed the row since it was proposed."""
        return key in self.rows and key in self.proposals and self.rows[key] != self.proposals[key].proposed

    def drop(self, key: Key, reason: str) -> list[Key]:
        """Reject a row with those that cannot be without it, and tell which; what can be without it loses it."""
        dropped = [key]
        self.rows.pop(key, None)
        if proposal := self.proposals.get(key):
            proposal.decision, proposal.reason = REJECTED, reason
        record = key[1]
        for other, cells in list(self.rows.items()):
            for column in find_references(other[0], cells, record):
                if other not in self.rows:
                    break
                if is_needed(other[0], column):
                    dropped += self.drop(other, tr("{record} was rejected", record=record))
                else:
                    cells.pop(column)
                    if proposal := self.proposals.get(other):
                        proposal.decision = ""
        return dropped


def find_references(table: str, cells: Cells, record: str) -> list[str]:
    """The columns of a row that name a record."""
    columns = seed_tables()[table].columns
    refers = {column.name for column in columns if column.references} | {"affiliation_id"}
    return [name for name, cell in cells.items() if name in refers and cell == record]


def is_needed(table: str, column: str) -> bool:
    """Whether a row is nothing without what this column names: because it must be filled, or is who it is about."""
    return seed_tables()[table].column(column).required or column == "speaker_id"


def read_folder(path: Path) -> DraftFolder:
    """A drafted folder as it is; an empty one where there is none."""
    folder = DraftFolder(path)
    tables = seed_tables()
    for file in sorted(path.glob("*.csv")):
        if file.stem in tables:
            for cells in _read_csv(file):
                filled = {name: cell for name, cell in cells.items() if name and cell}
                folder.rows[make_key(file.stem, filled)] = filled
    if (path / DRAFT).is_file():
        for line in _read_csv(path / DRAFT):
            key = (line["table"], line["key"])
            if not line["column"]:
                doubts = {"": line["why"]} if line["why"] else {}
                folder.proposals[key] = Proposal(
                    *key,
                    line["place"],
                    line["anchor"],
                    json.loads(line["proposed"]),
                    doubts,
                    line["decision"],
                    line["reason"],
                )
            elif key in folder.proposals:
                folder.proposals[key].doubts[line["column"]] = line["why"]
    return folder


def make_key(table: str, cells: Cells) -> Key:
    """What tells a row from all others of a folder."""
    return table, " ".join(cells.get(name, "") for name in seed_tables()[table].key)


def merge(draft: Draft, folder: DraftFolder) -> DraftFolder:
    """A new draft into a folder that may have been worked on."""
    merged = DraftFolder(folder.path)
    for row in draft.rows:
        cells = {name: clean(cell) for name, cell in row.cells.items()}
        key = make_key(row.table, cells)
        proposal = Proposal(*key, row.place, clean(row.anchor), cells, dict(row.doubts))
        merged.proposals[key] = proposal
        if (kept := _merge_row(folder, key, proposal)) is not None:
            merged.rows[key] = kept
    for key, cells in folder.rows.items():  # what a person added, or decided on before
        before = folder.proposals.get(key)
        if key not in merged.proposals and (before is None or before.decision or folder.is_edited(key)):
            merged.rows[key] = cells
            if before:
                merged.proposals[key] = before
    for key, proposal in list(merged.proposals.items()):
        if proposal.decision == REJECTED:
            merged.drop(key, proposal.reason)
    return merged


def _merge_row(folder: DraftFolder, key: Key, proposal: Proposal) -> Cells | None:
    """The row as it will be, None where it stays away; the decision on it is taken over where it still holds."""
    before = folder.proposals.get(key)
    if before is None:
        return folder.rows.get(key) or dict(proposal.proposed)
    proposal.decision, proposal.reason = before.decision, before.reason
    if before.decision == REJECTED:
        return None
    if key not in folder.rows:
        proposal.decision, proposal.reason = REJECTED, tr("taken out by hand")
        return None
    if folder.is_edited(key):
        return folder.rows[key]
    if proposal.proposed != before.proposed:
        proposal.decision = ""
    return dict(proposal.proposed)


def accept_all(folder: DraftFolder) -> None:
    """Take every row as it is: for what a person has just said."""
    for proposal in folder.proposals.values():
        proposal.decision = ACCEPTED


def clean(cell: str) -> str:
    """A text of a document in the form of a seed file: straight apostrophes, single blanks, NFC."""
    text = unicodedata.normalize("NFC", cell).replace("\u2019", "'").replace("\u2018", "'")
    return " ".join(text.split())


def write_folder(folder: DraftFolder) -> list[Path]:
    """Write the rows, what was proposed, and what the document must yield; the files."""
    by_table: dict[str, list[Cells]] = {}
    for (table, _), cells in folder.rows.items():
        by_table.setdefault(table, []).append(cells)
    texts = {f"{table}.csv": _write_rows(table, rows) for table, rows in by_table.items()}
    texts[DRAFT] = _write_lines(folder.proposals.values())
    texts["expect.toml"] = write_expectations(by_table)
    try:
        folder.path.parent.mkdir(parents=True, exist_ok=True)
        with atomic.folder_beside(folder.path) as new_folder:
            for other in folder.path.iterdir() if folder.path.is_dir() else ():
                is_ours = other.name in texts or (other.suffix == ".csv" and other.stem in seed_tables())
                if other.is_file() and not is_ours:
                    shutil.copy2(other, new_folder / other.name)
            for name, text in texts.items():
                (new_folder / name).write_text(text, encoding="utf-8", newline="")
            atomic.put_folder(new_folder, folder.path, replace=True)
    except OSError as error:
        raise CyberdiploError(
            tr("{path} cannot be written: {reason}.", path=folder.path, reason=say_system(error)),
            hint=tr("name another folder."),
        ) from error
    return [folder.path / name for name in texts]


def _write_rows(table: str, rows: list[Cells]) -> str:
    header, key = seed_tables()[table].header, seed_tables()[table].key
    ordered = sorted(rows, key=lambda cells: tuple(cells.get(name, "") for name in key))
    return _write_csv(header, [[cells.get(name, "") for name in header] for cells in ordered])


def _write_lines(proposals: Iterable[Proposal]) -> str:
    lines = []
    for item in proposals:
        sure = "no" if "" in item.doubts else "yes"
        proposed = json.dumps(item.proposed, ensure_ascii=False)
        first = [item.place, item.anchor, sure, item.doubts.get("", ""), proposed, item.decision, item.reason]
        lines.append([item.table, item.key, "", *first])
        for column, why in item.doubts.items():
            if column:
                lines.append([item.table, item.key, column, item.place, "", "no", why, "", "", ""])
    return _write_csv(HEADER, lines)


def _write_csv(header: Iterable[str], rows: Iterable[list[str]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def _read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [{name: cell or "" for name, cell in row.items()} for row in csv.DictReader(file)]


def write_expectations(rows: dict[str, list[Cells]]) -> str:
    """``expect.toml``: how many rows of each table, from which places statements come, at which notes posts stand."""
    counts = [f"{table} = {len(rows[table])}" for table in sorted(rows)]
    roles = [cells.get("role", "") for cells in rows.get("participations", ())]
    facts = [f"{role}s = {roles.count(role)}" for role in ("speaker", "moderator", "chair") if role in roles]
    statements = {cells["id"] for cells in rows.get("statements", ())}
    posts = {cells["id"] for cells in rows.get("affiliations", ())}
    cited = [(cells["record_id"], cells.get("locator", "")) for cells in rows.get("citations", ())]
    places = list(dict.fromkeys(locator for record, locator in cited if record in statements))
    notes = [(record, locator) for record, locator in cited if record in posts and locator.startswith("note ")]
    parts = ["# What the document yields, counted from the rows of a draft.", "", "[counts]", *counts]
    if facts:
        parts += ["", "[facts]", *facts]
    if places:
        parts += ["", "[paragraphs]", "statements_from = [", *(f"    {json.dumps(place)}," for place in places), "]"]
    if notes:
        parts += ["", "[footnotes]", *(f'{record} = "{locator}"' for record, locator in sorted(notes))]
    return "\n".join(parts) + "\n"
