"""Decisions on the rows of a draft: accepted, changed or rejected, people first; how right the draft was."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.drafts.folder import ACCEPTED, CHANGED, REJECTED
from cyberdiplo.load.drafted import TO_WRITE
from cyberdiplo.schema.model import seed_tables

if TYPE_CHECKING:
    from cyberdiplo.drafts.folder import DraftFolder, Key, Proposal

# In this order a person goes through the rows: who it was before what they said.
ORDER = (
    *("sources", "meetings", "measures", "speakers", "organisations", "affiliations", "participations"),
    *("measure_events", "roll_calls", "rosters", "relations", "statements", "figures"),
)
PEOPLE_FIRST = ("speakers", "organisations", "affiliations", "participations")


class Precision(NamedTuple):
    """Of the rows of a table that were decided on: taken as proposed, changed, rejected; of the cells those changed."""

    table: str
    accepted: int
    changed: int
    rejected: int
    cells: int
    cells_changed: int

    @property
    def rows(self) -> float:
        """The share of rows that are right as they were proposed or with a change."""
        decided = self.accepted + self.changed + self.rejected
        return (self.accepted + self.changed) / decided if decided else 1.0

    @property
    def of_cells(self) -> float:
        """The share of cells that were right as they were proposed."""
        return 1 - self.cells_changed / self.cells if self.cells else 1.0


def list_rows(folder: DraftFolder) -> list[Proposal]:
    """The rows to decide on, people first; those that follow a record are decided with it."""
    order = {table: at for at, table in enumerate(sorted(ORDER, key=lambda table: table not in PEOPLE_FIRST))}
    mine = [proposal for proposal in folder.proposals.values() if not proposal.follows]
    return sorted(mine, key=lambda proposal: order.get(proposal.table, len(order)))


def list_pending(folder: DraftFolder) -> list[Proposal]:
    """The rows on which nobody decided."""
    return [proposal for proposal in list_rows(folder) if not proposal.decision]


def find_unwritten(folder: DraftFolder, proposal: Proposal) -> list[str]:
    """The columns of a row that a person has still to write."""
    return [name for name, cell in folder.rows.get(_key(proposal), {}).items() if cell == TO_WRITE]


def list_followers(folder: DraftFolder, proposal: Proposal) -> list[Proposal]:
    """The rows that belong to a record: what it mentions, its topics, whose it is."""
    return [
        other
        for key, other in folder.proposals.items()
        if other.follows and key in folder.rows and other.proposed.get(first_column(other.table)) == proposal.key
    ]


def first_column(table: str) -> str:
    """The column by which a row of this table belongs to a record."""
    return "record_id" if table in ("identifiers",) else seed_tables()[table].key[0]


def accept(folder: DraftFolder, proposal: Proposal) -> bool:
    """Take a row as it is; not where something in it is still to be written."""
    if find_unwritten(folder, proposal):
        return False
    proposal.decision = CHANGED if is_changed(folder, proposal) else ACCEPTED
    proposal.reason = ""
    return True


def is_changed(folder: DraftFolder, proposal: Proposal) -> bool:
    """Whether a cell that was proposed has another text; what had to be written does not count."""
    return bool(find_changes(folder, proposal))


def find_changes(folder: DraftFolder, proposal: Proposal) -> list[str]:
    """The columns in which a row differs from what was proposed, but for those that had to be written."""
    now = folder.rows.get(_key(proposal), {})
    names = proposal.proposed.keys() | now.keys()
    return sorted(
        name
        for name in names
        if proposal.proposed.get(name) != TO_WRITE and proposal.proposed.get(name, "") != now.get(name, "")
    )


def change(folder: DraftFolder, proposal: Proposal, column: str, text: str) -> str:
    """Write a cell; what is wrong with that, empty where nothing is."""
    table = seed_tables()[proposal.table]
    if column not in table.header:
        return "column"
    if column in table.key:
        return "key"
    cells = folder.rows[_key(proposal)]
    if text and cells.get(column) == TO_WRITE:
        _write_alike(folder, proposal.table, cells, column, text)
    if text:
        cells[column] = text
    else:
        cells.pop(column, None)
    if column in ("given_name", "family_name") and "sort_name" in cells:
        cells["sort_name"] = ", ".join(filter(None, (cells.get("family_name"), cells.get("given_name"))))
    if (proposal.table, column) == ("meetings", "start_date"):
        _write_day(folder, text)
    proposal.decision = ""
    return ""


def _write_alike(folder: DraftFolder, table: str, cells: dict[str, str], column: str, text: str) -> None:
    """What was written beside a text in the other language, wherever it waits beside the same one: « the members »."""
    own, other = column[:-3], {"_fr": "_en", "_en": "_fr"}.get(column[-3:], "")
    beside = cells.get(own + other, "") if other else ""
    if beside in ("", TO_WRITE):
        return
    for (its_table, _), its_cells in folder.rows.items():
        if its_table == table and its_cells.get(column) == TO_WRITE and its_cells.get(own + other) == beside:
            its_cells[column] = text


def _write_day(folder: DraftFolder, day: str) -> None:
    """The day of the meeting wherever it waits to be written: posts and lists are attested on it."""
    for cells in folder.rows.values():
        for name in ("attested_on", "as_of"):
            if cells.get(name) == TO_WRITE:
                cells[name] = day


def reject(folder: DraftFolder, proposal: Proposal, reason: str) -> list[Key]:
    """Take a row out, with what cannot be without it; the rows that went with it."""
    return [key for key in folder.drop(_key(proposal), reason) if key != _key(proposal)]


def measure(folder: DraftFolder) -> list[Precision]:
    """How right the draft was, table by table, as far as it was decided on."""
    tables: dict[str, list[Proposal]] = {}
    for proposal in list_rows(folder):
        if proposal.decision:
            tables.setdefault(proposal.table, []).append(proposal)
    return [_measure(folder, table, decided) for table, decided in tables.items()]


def _measure(folder: DraftFolder, table: str, decided: list[Proposal]) -> Precision:
    counts = {code: sum(proposal.decision == code for proposal in decided) for code in (ACCEPTED, CHANGED, REJECTED)}
    kept = [proposal for proposal in decided if proposal.decision != REJECTED]
    cells = sum(cell != TO_WRITE for proposal in kept for cell in proposal.proposed.values())
    changed = sum(len(find_changes(folder, proposal)) for proposal in kept)
    return Precision(table, counts[ACCEPTED], counts[CHANGED], counts[REJECTED], cells, changed)


def _key(proposal: Proposal) -> Key:
    return proposal.table, proposal.key
