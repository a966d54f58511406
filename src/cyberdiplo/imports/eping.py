"""Notifications of the WTO's ePing platform, from its workbook or the same as CSV. Experimental: not seen by us.

A notification is a measure of its Member, notified on the day on which it was distributed; the days that it foresees
are planned steps. Products, codes, objectives and keywords stand in the note of its citation.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.imports.dates import read_date
from cyberdiplo.imports.files import clean
from cyberdiplo.imports.tables import read_table
from cyberdiplo.messages import tr
from cyberdiplo.text.ids import make_id

if TYPE_CHECKING:
    from pathlib import Path

    from cyberdiplo.imports.job import Job
    from cyberdiplo.imports.seed_writer import SeedWriter

SYMBOL = re.compile(r"G/(?:TBT|SPS)/N/[A-Z]{2,4}/\d+(?:/(?:Add|Corr|Rev|Suppl)\.\d+)*", re.IGNORECASE)
LINK = re.compile(r"https?://\S+")
PLANS = (
    ("final_date_for_comments", "fin du délai pour les observations", "final date for comments"),
    ("proposed_adoption_date", "adoption proposée", "proposed adoption"),
    ("proposed_entry_into_force_date", "entrée en vigueur proposée", "proposed entry into force"),
)
NOTED = ("description", "products_covered", "hs_codes", "ics_codes", "objectives", "keywords", "notification_type")


class Row(NamedTuple):
    """The cells of a row, in the order of the importer's headings."""

    document_symbol: str
    notifying_member: str
    title: str
    description: str
    products_covered: str
    hs_codes: str
    ics_codes: str
    objectives: str
    keywords: str
    distribution_date: str
    final_date_for_comments: str
    proposed_adoption_date: str
    proposed_entry_into_force_date: str
    notification_type: str
    notified_document: str
    link: str


def run(job: Job) -> None:
    """Read the tables of a job and write their rows."""
    known = {value for (value,) in job.known.ask("select value from identifiers where scheme = 'wto' and {other}")}
    written: set[str] = set()
    for path in job.paths:
        writer = job.writer(
            path,
            type="dataset",
            publisher_id="wto" if "wto" in job.known.bodies else "",
            title=f"Notifications of ePing ({path.name})",
            lang="mul",
            rights_fr="Membres notifiants et Organisation mondiale du commerce ; à reconnaître comme source.",
            rights_en="The notifying Members and the World Trade Organization, to be acknowledged as the source.",
        )
        for line, cells in read_table(path, job.importer.headers, job.mapping):
            row = Row._make(map(clean, cells))
            if not any(row):
                continue
            job.outcome.count("rows")
            if row.document_symbol in known:
                job.outcome.count("known")
            elif _is_sound(job, path, line, row, written):
                written.add(row.document_symbol)
                _write(job, path, writer, line, row)


def _is_sound(job: Job, path: Path, line: int, row: Row, written: set[str]) -> bool:
    """Whether a row can be taken; what cannot is told."""
    checks = (
        ("document_symbol", bool(SYMBOL.fullmatch(row.document_symbol)), tr("no symbol of a notification")),
        ("document_symbol", row.document_symbol not in written, tr("the row is there twice")),
        ("title", bool(row.title), tr("the cell is empty")),
        ("distribution_date", bool(read_date(row.distribution_date)), tr("no day, month or year")),
        (
            "notifying_member",
            job.known.states.find(row.notifying_member) is not None,
            job.known.states.suggest(row.notifying_member),
        ),
    )
    broken = [(column, reason) for column, holds, reason in checks if not holds]
    for column, reason in broken:
        job.outcome.reject(path, line, row.document_symbol, column, getattr(row, column), reason)
    return not broken


def _write(job: Job, path: Path, writer: SeedWriter, line: int, row: Row) -> None:
    measure_id = make_id("wto", row.document_symbol)
    country_id = job.known.states.find(row.notifying_member) or ""
    writer.add(
        "measures",
        id=measure_id,
        type="notification",
        force="unknown",
        status="unknown",
        issuer_id=country_id,
        country_id=country_id,
        name_fr=f"Notification {row.document_symbol} : {row.title}",
        name_en=f"Notification {row.document_symbol}: {row.title}",
    )
    writer.add("identifiers", scheme="wto", value=row.document_symbol, record_id=measure_id)
    noted = "; ".join(f"{name.replace('_', ' ')}: {getattr(row, name)}" for name in NOTED if getattr(row, name))
    link = LINK.search(row.link)
    url = link[0] if link else ""
    add_citation = writer.adder("citations")
    add_citation([measure_id, "", writer.source_id, f"line {line}", "", "states", "high", url, "", noted[:2000]])
    steps = [("notified", "distribution_date", "", "")] + [("planned", *plan) for plan in PLANS]
    for kind, column, french, english in steps:
        value = getattr(row, column)
        day = read_date(value)
        if day:
            event_id = f"{measure_id}-{column.replace('_', '-')}"
            writer.add(
                "measure_events",
                id=event_id,
                measure_id=measure_id,
                type=kind,
                event_date=day,
                country_id=country_id,
                of_fr=french,
                of_en=english,
            )
            add_citation([event_id, "", writer.source_id, f"line {line}", "", "states", "high", url, "", ""])
        elif value:
            job.outcome.reject(path, line, row.document_symbol, column, value, tr("no day, month or year"))
    job.outcome.count("measures")
