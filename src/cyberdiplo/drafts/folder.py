"""A draft as a folder of seed files, and drawn up again without losing what a person did to it.

Beside the rows, ``draft.csv`` keeps what was proposed: a line a row (its ``column`` empty) with what was decided on it,
and a line for each cell that is not sure. A row that a person edited stays as edited, one that was rejected or taken
out stays away, and rows that a person added stay.
"""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cyberdiplo.errors import BadSeed
from cyberdiplo.load.drafted import FOLLOWING
from cyberdiplo.load.files import DRAFT
from cyberdiplo.load.sound import LARGEST_DRAFT, describe_csv, require_sound
from cyberdiplo.messages import tr
from cyberdiplo.schema.model import seed_tables

if TYPE_CHECKING:
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
    files: dict[str, bytes] = field(default_factory=dict)  # by name, as they were read or written last

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
    """A drafted folder as it is; an empty one where there is none. Raises BadSeed for what no draft is made of.

    A row that was proposed and is not there any more was taken out by hand.
    """
    folder = DraftFolder(path.resolve())
    tables = seed_tables()
    for file in sorted(folder.path.glob("*.csv")):
        if file.stem in tables:
            for cells in _read_csv(folder, file):
                filled = {name: cell for name, cell in cells.items() if name and cell}
                folder.rows[make_key(file.stem, filled)] = filled
    if (folder.path / DRAFT).exists():
        for line in _read_csv(folder, folder.path / DRAFT, HEADER):
            _add_line(folder, line)
    for key, proposal in folder.proposals.items():
        if key not in folder.rows and not proposal.decision and not proposal.follows:
            proposal.decision, proposal.reason = REJECTED, tr("taken out by hand")
    return folder


def _add_line(folder: DraftFolder, line: Cells) -> None:
    key = (line["table"], line["key"])
    if line["column"]:
        if key in folder.proposals:
            folder.proposals[key].doubts[line["column"]] = line["why"]
        return
    try:
        proposed = json.loads(line["proposed"])
    except (ValueError, RecursionError):
        proposed = None
    sound = isinstance(proposed, dict) and all(isinstance(cell, str) for cell in proposed.values())
    if key[0] not in seed_tables() or not sound:
        raise BadSeed(
            tr("{path}: what was proposed for {table} {key} cannot be read.", path=folder.path / DRAFT, table=key[0],
               key=key[1]),
            hint=tr("draft the document again, into another folder."),
        )  # fmt: skip
    doubts = {"": line["why"]} if line["why"] else {}
    folder.proposals[key] = Proposal(
        *key, line["place"], line["anchor"], proposed, doubts, line["decision"], line["reason"]
    )


def make_key(table: str, cells: Cells) -> Key:
    """What tells a row from all others of a folder."""
    return table, " ".join(cells.get(name, "") for name in seed_tables()[table].key)


def merge(draft: Draft, folder: DraftFolder) -> DraftFolder:
    """A new draft into a folder that may have been worked on."""
    merged = DraftFolder(folder.path, files=folder.files)
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


def _read_csv(folder: DraftFolder, path: Path, header: tuple[str, ...] = ()) -> list[Cells]:
    """The rows of a file, whose bytes are kept; it must have the header, where one is given. Raises BadSeed."""
    require_sound(path, folder.path, most=LARGEST_DRAFT)
    raw = folder.files[path.name] = path.read_bytes()
    try:
        reader = csv.DictReader(io.StringIO(raw.decode(), newline=""), restval="", strict=True)
        rows = [{name: cell for name, cell in row.items() if name is not None} for row in reader]
    except UnicodeDecodeError as error:
        raise BadSeed(tr("{path} is not UTF-8 text.", path=path), hint=tr("save it as UTF-8.")) from error
    except csv.Error as error:
        what, hint = describe_csv(error)
        raise BadSeed(f"{path}:{reader.line_num}: {what}.", hint=hint) from error
    if header and tuple(reader.fieldnames or ()) != header:
        raise BadSeed(
            tr("{path} is not as a draft is written: its columns are not those.", path=path),
            hint=tr("draft the document again, into another folder."),
        )
    return rows
