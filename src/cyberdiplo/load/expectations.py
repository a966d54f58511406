"""``expect.toml``: what a source must yield, so that a slip of the hand cannot go unnoticed.

[counts]      table = rows that the folder has of it
[facts]       a name of FACTS = the number it must give
[paragraphs]  statements_from = locators that at least one statement comes from
[footnotes]   affiliation id = the locator at which it is written
"""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from cyberdiplo.load.problems import Problem
from cyberdiplo.messages import tr
from cyberdiplo.schema.model import seed_tables
from cyberdiplo.schema.vocabulary import CLOSED
from cyberdiplo.store.words import CanExecute, read_vocabulary
from cyberdiplo.text.nearest import did_you_mean, find_nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cyberdiplo.load.files import Folder
    from cyberdiplo.load.target import Target

_ROLE = (
    "select count(*) from (select distinct coalesce(speaker_id, organisation_id, country_id, name_as_recorded),"
    " coalesce(meeting_id, process_id) from participations where load_id = :load and role = '{}') as parts"
)

Unmet = tuple[str, str, str]  # an entry of expect.toml, what is wrong, what would be right
_STATEMENTS = "select count(*) from statements where load_id = :load and {} = '{}'"

# What can be expected besides row counts: speakers, hosts, … for each role; joint_statements, … for each attribution;
# recommendations, questions, … for each type; quoted. Each is a query over the folder's own rows (:load).
FACTS: dict[str, str] = {
    **{f"{code}_statements": _STATEMENTS.format("attribution", code) for code in CLOSED["statements.attribution"]},
    **{code: _STATEMENTS.format("reporting", code) for code in CLOSED["statements.reporting"]},
    # one intervention is one set of people who speak together, however many points they make
    "interventions": (
        "select count(distinct voices) from (select group_concat(participation_id, ' ') as voices from"
        " (select link.statement_id, link.participation_id from statement_participations link"
        " join statements on statements.id = link.statement_id where statements.load_id = :load"
        " and statements.attribution in ('individual', 'joint') order by 1, 2) as links group by statement_id) as sets"
    ),
}


def fact_queries(database: CanExecute | None = None) -> dict[str, str]:
    """What can be expected, each with its query; roles and types as the database has them, else as they ship."""
    roles = {
        f"{role}s".replace("ys", "ies"): _ROLE.format(role) for role in read_vocabulary("participations.role", database)
    }
    types = {f"{code}s": _STATEMENTS.format("type", code) for code in read_vocabulary("statements.type", database)}
    return roles | types | FACTS


SECTIONS: dict[str, tuple[type, str]] = {  # what each of its entries takes
    "counts": (int, "a whole number"),
    "facts": (int, "a whole number"),
    "paragraphs": (list, "a list of locators"),
    "footnotes": (str, "a locator in quotes"),
}


def read(folder: Folder) -> tuple[dict[str, Any], list[Unmet]]:
    """What the folder must yield, nothing where it has no ``expect.toml``; and what in it is no expectation.

    Raises ValueError or RecursionError for what is no TOML.
    """
    path = folder.path / "expect.toml"
    if not path.is_file():
        return {}, []
    sections = tomllib.loads(path.read_text(encoding="utf-8"))
    wrong: list[Unmet] = []
    expectations: dict[str, Any] = {}
    for name, entries in sections.items():
        if name not in SECTIONS:
            near = did_you_mean(find_nearest(name, SECTIONS), tr("one of: {listed}.", listed=", ".join(SECTIONS)))
            wrong.append((name[:60], "there is no such section", near))
        elif not isinstance(entries, dict):
            wrong.append((name, "this is no section", f"write [{name}] on a line of its own, its entries under it."))
        else:
            kind, what = SECTIONS[name]
            expectations[name] = {key: entry for key, entry in entries.items() if type(entry) is kind}
            wrong += [
                (f"{name}.{key[:60]}", "this is no promise", f"it takes {what}.")
                for key, entry in entries.items()
                if type(entry) is not kind
            ]
    return expectations, wrong


def find_unmet(target: Target, folder: Folder, load_id: int) -> list[Problem]:
    """The expectations that the rows of this load do not meet."""
    path = folder.path / "expect.toml"
    try:
        expected, wrong = read(folder)
    except (ValueError, RecursionError) as error:  # a problem of TOML, of UTF-8, or a number or nesting without end
        message = f"this is not TOML: {str(error)[:200]}"
        return [Problem(path, None, "", "toml", message, "see 'cyberdiplo seeds new-source'.")]
    rows_written = dict(folder.written)
    for table, count in expected.get("counts", {}).items():
        if count == rows_written.get(table):
            continue
        wrong += _check_count(
            target, f"counts.{table}", _table_count(table), count, load_id, list(seed_tables()), table
        )
    known = fact_queries(target)
    for fact, count in expected.get("facts", {}).items():
        wrong += _check_count(target, f"facts.{fact}", known.get(fact), count, load_id, list(known), fact)
    wrong += _check_paragraphs(target, expected.get("paragraphs", {}), load_id)
    wrong += _check_footnotes(target, expected.get("footnotes", {}), load_id)
    return [Problem(path, None, entry, "expect", message, hint) for entry, message, hint in wrong]


def _table_count(table: str) -> str | None:
    return f"select count(*) from {table} where load_id = :load" if table in seed_tables() else None


def _check_count(
    target: Target, entry: str, sql: str | None, expected: object, load_id: int, known: list[str], name: str
) -> list[Unmet]:
    if sql is None:
        return [
            (
                entry,
                f"nothing is called {name!r}",
                did_you_mean(find_nearest(name, known, most=3), tr("one of: {listed}.", listed=", ".join(known))),
            )
        ]
    counted = int(next(iter(target.execute(sql, {"load": load_id})))[0])
    if counted == expected:
        return []
    return [(entry, f"promises {expected}, the rows give {counted}", "mend the rows, or the promise if it was wrong.")]


def _check_paragraphs(target: Target, expected: Mapping[str, list[str]], load_id: int) -> list[Unmet]:
    sql = (
        "select distinct citations.locator from citations join statements on statements.id = citations.record_id"
        " where citations.load_id = :load"
    )
    cited = {row[0] for row in target.execute(sql, {"load": load_id})}
    missing = [locator for locator in expected.get("statements_from", []) if locator not in cited]
    hint = "every paragraph that says something gives a statement."
    return [("paragraphs.statements_from", f"no statement comes from {locator!r}", hint) for locator in missing]


def _check_footnotes(target: Target, expected: Mapping[str, str], load_id: int) -> list[Unmet]:
    sql = "select record_id, locator from citations where load_id = :load"
    locators: dict[str, set[str]] = {}
    for record_id, locator in target.execute(sql, {"load": load_id}):
        locators.setdefault(record_id, set()).add(locator)
    return [
        (f"footnotes.{record_id}", f"must be cited at {locator!r} and nowhere else", "look who the note belongs to.")
        for record_id, locator in expected.items()
        if locators.get(record_id) != {locator}
    ]
