"""Lists for programs: the ids of what is named, beside the names, and arrays where there are several."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from cyberdiplo.questions import catalogue, run
from cyberdiplo.questions.question import ARRAYS
from cyberdiplo.render.style import Style
from cyberdiplo.render.writers.registry import WITH_IDS, WRITERS, Format

if TYPE_CHECKING:
    from cyberdiplo.store.connection import Connection

CODES = {"capacity_list"}  # arrays of codes, not of records
# What names no record by itself, or is an id already: the rule does not ask for an id beside it.
NAMELESS = {
    "statements": {"source"},
    "figures": {"source"},
    "votes": {"country", "country_name"},
}
NAMES_A_RECORD = {
    *("forum", "meeting", "process", "parent", "issuer", "country", "organisation", "publisher", "mandate"),
    *("resolution", "chair", "outcome", "speakers", "topics", "about", "stated_by"),
}
COUNTED = {"topics": {"statements"}, "meetings": {"speakers"}, "organisations": {"speakers"}}


def read_list(database: Connection, noun: str, format: Format, lang: str) -> list[dict[str, Any]]:
    """The whole list as a parser that is not ours reads it."""
    question = catalogue.read_list(noun)
    answer = run.answer(database, question, {}, lang=lang, ids=True)
    out = io.StringIO()
    WRITERS[format](answer.result, out, Style(lang=lang))
    text = out.getvalue()
    if format == "jsonl":
        return [json.loads(line) for line in text.splitlines()]
    rows: list[dict[str, Any]] = json.loads(text) if format == "json" else pytest.importorskip("yaml").safe_load(text)
    return rows


def columns(database: Connection, noun: str) -> list[str]:
    """The columns that every format has."""
    return run.ask(database, catalogue.read_list(noun), {}).columns


@pytest.mark.parametrize("noun", catalogue.list_nouns())
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_json_has_the_old_keys_in_their_order_and_as_they_were(database: Connection, noun: str, lang: str) -> None:
    before = run.ask(database, catalogue.read_list(noun), {}, lang=lang)
    expected = [dict(zip(before.columns, row, strict=True)) for row in before.rows]
    objects = read_list(database, noun, "json", lang)
    assert [{key: row[key] for key in row if key in before.columns} for row in objects] == expected
    assert [key for key in objects[0] if key in before.columns] == before.columns
    assert all(key.endswith(("_id", "_list")) for key in objects[0] if key not in before.columns)


@pytest.mark.parametrize("noun", catalogue.list_nouns())
def test_what_names_a_record_has_its_id_beside_it(database: Connection, noun: str) -> None:
    kinds: dict[str, str] = dict(database.execute("select id, kind from records", {}))
    objects = read_list(database, noun, "json", "en")
    named = (NAMES_A_RECORD & set(columns(database, noun))) - NAMELESS.get(noun, set()) - COUNTED.get(noun, set())
    for name in sorted(named):
        single, several = f"{name}_id", f"{name.removesuffix('s')}_list"
        assert single in objects[0] or several in objects[0], f"{noun}: nothing says which {name} it is"
        for row in objects:
            if single in row:
                assert (row[single] is None) == (row[name] is None), row
                assert row[single] is None or row[single] in kinds, row
    for row in objects:
        for key in row:
            if key.endswith("_list") and key not in CODES:
                assert all(item["id"] is None or item["id"] in kinds for item in row[key]), row


@pytest.mark.parametrize("noun", catalogue.list_nouns())
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_an_array_has_the_same_items_in_the_same_order_as_the_text(database: Connection, noun: str, lang: str) -> None:
    in_words = {row[0] for row in database.execute("select id from processes where outcome_en is not null", {})}
    for row in read_list(database, noun, "json", lang):
        for key in row:
            if not key.endswith("_list") or (key == "outcome_list" and row["id"] in in_words):
                continue
            stem = key.removesuffix("_list")
            text = row[stem] if stem in row else row[f"{stem}s"]
            items = [item if key in CODES else item["name"] for item in row[key]]
            if items or text is None or key in CODES:
                assert "; ".join(items) == (text or ""), row


@pytest.mark.parametrize("format", WITH_IDS)
def test_each_format_with_ids_says_the_same(database: Connection, format: Format) -> None:
    for noun in ("statements", "processes"):
        assert read_list(database, noun, format, "fr") == read_list(database, noun, "json", "fr")


def test_a_joint_statement_has_each_speaker_with_country_and_capacity(database: Connection) -> None:
    statements = {row["id"]: row for row in read_list(database, "statements", "json", "en")}
    joint = next(row for row in statements.values() if row["attribution"] == "joint" and len(row["speaker_list"]) > 1)
    assert [list(speaker) for speaker in joint["speaker_list"]] == [
        ["id", "name", "country_id", "organisation_id", "capacity"]
    ] * len(joint["speaker_list"])
    fick = statements["otc-2023-053"]
    assert fick["speaker_list"] == [
        {
            "id": "fick-jacqueline",
            "name": "Jacqueline Fick",
            "country_id": "ZAF",
            "organisation_id": fick["organisation_list"][0]["id"],
            "capacity": "private_sector",
        }
    ]
    assert (fick["forum"], fick["forum_id"]) == ("TBT", "wto-tbt")


def test_each_file_of_an_array_is_used() -> None:
    used = {array for noun in catalogue.list_nouns() for array in catalogue.read_list(noun).arrays.values()}
    assert used == {path.stem for path in ARRAYS.glob("*.sql")}


def test_other_formats_have_neither_unless_they_are_asked_for(database: Connection) -> None:
    assert not [
        name
        for noun in catalogue.list_nouns()
        for name in columns(database, noun)
        if name.endswith("_list") or name in ("forum_id", "meeting_id")
    ]
