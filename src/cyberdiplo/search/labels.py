"""What a list of hits shows of each record besides its snippet: its name, and where it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyberdiplo.messages import tr
from cyberdiplo.search.types import Hit, Written
from cyberdiplo.store.lists import bind, translate_columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyberdiplo.store.connection import Connection

# Statements have no name: who made them, where and when, stands for it.
WHO_SPOKE = """
select
  said.statement_id,
  said.who_fr,
  (select coalesce(acronym_fr, name_fr) from labels where labels.id = said.named_by_id),
  said.met_on
from said where said.statement_id in ({ids})
"""

# A figure is what it counts, how much it is, and of what.
FIGURES = """
select
  figures.id, figures.label_fr, figures.comparator, figures.value, figures.value_max, figures.unit,
  coalesce(
    (select symbol from symbols where record_id = figures.subject_id and symbol like 'A/%'),
    (select coalesce(acronym_fr, name_fr) from labels where labels.id = figures.subject_id)
  )
from figures where figures.id in ({ids})
"""


def read_names(connection: Connection, hits: Sequence[Hit], lang: str) -> dict[str, str]:
    """What each record is called; for a statement: who made it, where and when."""
    values: dict[str, str] = {}
    ids = bind("id", [hit.id for hit in hits], values)
    names = {}
    for record_id, name in connection.execute(f"select id, name_{lang} from labels where id in ({ids})", values):
        names[str(record_id)] = str(name)
    for record_id, *parts in connection.execute(translate_columns(WHO_SPOKE.format(ids=ids), lang), values):
        names[str(record_id)] = ", ".join(str(part) for part in parts if part)
    if any(hit.kind == "figure" for hit in hits):
        names |= _name_figures(connection, translate_columns(FIGURES.format(ids=ids), lang), values, lang)
    return names


def _name_figures(connection: Connection, sql: str, values: dict[str, str], lang: str) -> dict[str, str]:
    """``Votes against in the First Committee: 50 (A/RES/75/240)``; what only figures need is imported for them."""
    from cyberdiplo.schema.vocabulary import choose_label
    from cyberdiplo.store.words import read_labels
    from cyberdiplo.text.amounts import say_amount

    names = {}
    units, comparators = (read_labels(f"figures.{name}", connection) for name in ("unit", "comparator"))
    for record_id, label, comparator, value, value_max, unit, subject in connection.execute(sql, values):
        words, of_unit = choose_label(comparators, comparator, lang), choose_label(units, unit, lang)
        amount = say_amount(words, value, value_max, unit, of_unit, lang)
        name = tr("{head}: {listed}", lang, head=label, listed=amount)
        begins = " ".join((subject or "").split()[:2]).lower()  # Paris Call, Convention on
        names[str(record_id)] = name if begins in label.lower() else f"{name} ({subject})"
    return names


def read_places(connection: Connection, hits: Sequence[Hit]) -> dict[str, Written]:
    """The first place where each is written: a source and a locator."""
    values: dict[str, str] = {}
    ids = bind("id", [hit.id for hit in hits], values)
    sql = f"select record_id, source_id, locator from first_citations where record_id in ({ids})"
    rows = connection.execute(sql, values)
    return {str(record_id): Written(str(source_id), str(locator)) for record_id, source_id, locator in rows}
