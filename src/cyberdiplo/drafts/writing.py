"""A draft written down: a new one whole, a decision into the files that it changes; and one at a time."""

from __future__ import annotations

import csv
import io
import json
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cyberdiplo.drafts.folder import HEADER
from cyberdiplo.errors import CyberdiploError
from cyberdiplo.load.files import DRAFT
from cyberdiplo.messages import later, say_system, tr
from cyberdiplo.schema.model import seed_tables
from cyberdiplo.store import atomic, leftovers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from cyberdiplo.drafts.folder import Cells, DraftFolder, Proposal

GIVE_RIGHT = later("give yourself the right to write it; what was decided before is kept.")


def write_folder(folder: DraftFolder) -> list[Path]:
    """Write the rows, what was proposed, and what the document must yield, all or nothing; the files.

    What else is in the folder comes along as it is. Raises CyberdiploError where that cannot be, or where somebody
    else has written meanwhile.
    """
    texts = _write_texts(folder)
    with _explaining(folder.path), atomic.making_parents(folder.path):
        _refuse_changed(folder, texts)
        with atomic.folder_beside(folder.path) as new_folder:
            for other in folder.path.iterdir() if folder.path.is_dir() else ():
                if other.name not in texts and not _is_ours(other.name):
                    _copy(other, new_folder / other.name)
            for name, text in texts.items():
                if (folder.path / name).exists():
                    atomic.refuse_protected(folder.path / name, hint=tr(GIVE_RIGHT))
                (new_folder / name).write_bytes(text)
            atomic.put_folder(new_folder, folder.path, replace=True)
    folder.files = texts
    return [folder.path / name for name in texts]


def keep_decisions(folder: DraftFolder) -> None:
    """Write what was decided, each file that it changes in its place: the folder, its links and rights stay.

    The rows come first: cut off after them, a row that is gone reads as taken out by hand, and one that was accepted
    is still to be decided on. Raises CyberdiploError as ``write_folder`` does.
    """
    texts = _write_texts(folder)
    with _explaining(folder.path):
        _refuse_changed(folder, texts)
        for name in (name for name in folder.files if name not in texts and name != DRAFT):
            (folder.path / name).unlink()
        for name in sorted(texts, key=lambda name: name == DRAFT):
            if folder.files.get(name) != texts[name]:
                with atomic.replacing(folder.path / name, hint=tr(GIVE_RIGHT)) as beside:
                    beside.write_bytes(texts[name])
    folder.files = texts


@contextmanager
def working_alone(folder: Path) -> Iterator[None]:
    """Keep another review or draft out of a folder for as long. Raises CyberdiploError where one is at work."""
    with leftovers.working_on(folder) as alone:
        if not alone:
            raise CyberdiploError(
                tr("Somebody else is reviewing or drafting {path}.", path=folder),
                hint=tr("wait until that is done: of two at once one would lose what it decided."),
            )
        yield


def _write_texts(folder: DraftFolder) -> dict[str, bytes]:
    """Its files by name."""
    by_table: dict[str, list[Cells]] = {}
    for (table, _), cells in folder.rows.items():
        by_table.setdefault(table, []).append(cells)
    texts = {f"{table}.csv": _write_rows(table, rows) for table, rows in by_table.items()}
    texts[DRAFT] = _write_lines(folder.proposals.values())
    texts["expect.toml"] = write_expectations(by_table)
    return {name: text.encode() for name, text in texts.items()}


def _is_ours(name: str) -> bool:
    stem, _, ending = name.rpartition(".")
    return ending == "csv" and stem in seed_tables()


def _refuse_changed(folder: DraftFolder, texts: dict[str, bytes]) -> None:
    """Raise CyberdiploError where a file of rows is not as it was read: it would be undone without a word."""
    for name in {*folder.files, *texts} - {"expect.toml"}:
        path = folder.path / name
        there = path.read_bytes() if path.is_file() else None
        if there != folder.files.get(name):
            raise CyberdiploError(
                tr("{path} was changed meanwhile, and was not written.", path=path),
                hint=tr("begin again: what was decided before is kept."),
            )


def _copy(other: Path, new: Path) -> None:
    """What is beside the rows, as it is: a link stays a link. What is no file and no folder stays out."""
    if other.is_symlink():
        new.symlink_to(other.readlink())
    elif other.is_dir():
        shutil.copytree(other, new, symlinks=True)
    elif other.is_file():
        shutil.copy2(other, new)
    else:
        raise CyberdiploError(
            tr("{path} is no regular file.", path=other), hint=tr("take it out of the folder; nothing was written.")
        )


@contextmanager
def _explaining(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, shutil.Error) as error:
        reason = say_system(error) if isinstance(error, OSError) and error.errno else str(error)[:200]
        raise CyberdiploError(
            tr("{path} cannot be written: {reason}.", path=path, reason=reason),
            hint=tr("check its rights and the room there; what was decided before is kept."),
        ) from error


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
