"""A Popolo export keeps the specification, and its references lead somewhere."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from cyberdiplo.render.export.folder import export
from cyberdiplo.store import sqlite
from tests.render.popolo_rules import CLASSES

if TYPE_CHECKING:
    from pathlib import Path

    from cyberdiplo.store.sqlite_reading import Reading


@pytest.fixture(scope="module", params=["fr", "en"])
def popolo(request: pytest.FixtureRequest, database_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The shipped data as Popolo, in either language."""
    folder = tmp_path_factory.mktemp("popolo") / "x"
    connection = sqlite.reading(database_path)
    export(connection, folder, "popolo", request.param, force=False, tell=lambda *_: None)
    connection.close()
    return json.loads((folder / "popolo.json").read_text("utf-8"))


def test_every_record_is_what_the_specification_says(popolo: dict[str, Any]) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    assert popolo.keys() == CLASSES.keys()
    for name, records in popolo.items():
        rules = jsonschema.Draft3Validator(CLASSES[name])
        wrong = [error.message for record in records for error in rules.iter_errors(record)]
        assert not wrong, (name, wrong[:3])


def test_nothing_is_lost(popolo: dict[str, Any], database: Reading) -> None:
    tables = {"persons": "speakers", "events": "meetings", "areas": "countries", "vote_events": "roll_calls"}
    for name, table in tables.items():
        assert len(popolo[name]) == database.execute(f"select count(*) from {table}").fetchone()[0]
    votes = {(event["id"], one["voter_id"], one["option"]) for event in popolo["vote_events"] for one in event["votes"]}
    assert votes == set(database.execute("select roll_call_id, country_id, vote from votes"))
    counts = {(event["id"], one["option"], one["value"]) for event in popolo["vote_events"] for one in event["counts"]}
    assert counts == set(database.execute("select roll_call_id, vote, count(*) from votes group by 1, 2"))
    statements = {row[0] for row in database.execute("select id from statements")}
    assert len({speech["id"] for speech in popolo["speeches"]}) == len(popolo["speeches"]) >= len(statements)


def test_references_lead_somewhere(popolo: dict[str, Any]) -> None:
    known = {name: {record["id"] for record in records} for name, records in popolo.items()}
    for name, records in popolo.items():
        assert len(known[name]) == len(records), name
        own = {"parent_id": name, "person_id": "persons", "creator_id": "persons", "organization_id": "organizations",
               "on_behalf_of_id": "organizations", "area_id": "areas", "event_id": "events",
               "motion_id": "motions", "voter_id": "organizations"}  # fmt: skip
        for record in [*records, *(vote for event in records for vote in event.get("votes", ()))]:
            for key, target in own.items():
                assert key not in record or record[key] in known[target], (name, record)


def test_a_joint_statement_is_a_speech_of_each(popolo: dict[str, Any]) -> None:
    whole = {speech["id"]: speech for speech in popolo["speeches"]}
    second = [speech for speech in popolo["speeches"] if speech.get("creator_id") == "vega-fidalgo-luis-miguel"]
    first = {speech["id"].removesuffix("-2") for speech in second if speech["id"].endswith("-2")}
    joint = [speech_id for speech_id in first if f"{speech_id}-3" not in whole]  # of two, not of all speakers
    assert joint
    assert {whole[speech_id]["creator_id"] for speech_id in joint} == {"polverino-fabio"}


def test_the_other_language_is_among_the_other_names(popolo: dict[str, Any]) -> None:
    committee = next(body for body in popolo["organizations"] if body["id"] == "wto-tbt")
    names = {committee["name"], *(name["name"] for name in committee["other_names"])}
    assert {"Comité des obstacles techniques au commerce", "Committee on Technical Barriers to Trade", "OTC"} <= names
