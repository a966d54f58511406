"""What people call a section of a page finds that one; what may be several, or none, is asked back."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.errors import BadUsage
from cyberdiplo.records import record
from cyberdiplo.records.record import choose_sections, read_record
from cyberdiplo.render.style import french_heading
from cyberdiplo.schema.nouns import NOUNS
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from cyberdiplo.store.connection import Connection

FILES = sorted((Path(record.__file__).parent / "sections").glob("*.sql"))


@pytest.mark.parametrize(
    ("name", "kind", "word", "keys"),
    [
        ("IND", "country", "déclarations", ["said"]),
        ("IND", "country", "What was said", ["said"]),
        ("FRA", "country", "textes", ["introduced", "measures"]),
        ("FRA", "country", "vote", ["votes-of-country", "votes-in-all"]),
        ("fick-jacqueline", "speaker", "dit", ["statements"]),
        ("fick-jacqueline", "speaker", "fonctions", ["posts"]),
        ("un-oewg-2021-2025", "process", "Textes", ["measures"]),
        ("un-oewg-2021-2025", "process", "orateurs", ["took-part"]),
        ("a-res-75-240", "measure", "étapes", ["events"]),
        ("a-res-75-240", "measure", "sources", ["citations"]),
        ("wto-tbt", "forum", "séances", ["meetings"]),
    ],
)
def test_a_section_is_found_by_what_people_call_it(
    database: Connection, name: str, kind: str, word: str, keys: list[str]
) -> None:
    guesses: list[str] = []
    chosen = choose_sections(read_record(database, name, kind, "en"), [word], guesses)
    assert [section.key for section in chosen.sections] == keys
    assert guesses == []


@pytest.mark.parametrize(
    ("word", "said"), [("m", "measures"), ("déclinaisons", "said"), ("orateurs", "said"), ("", "")]
)
def test_what_is_no_section_or_may_be_several_is_asked_back_with_the_list(
    database: Connection, word: str, said: str
) -> None:
    with pytest.raises(BadUsage) as refused:
        choose_sections(read_record(database, "FRA", "country", "fr"), [word], [])
    assert f"{said} (" in refused.value.hint


def test_each_kind_that_is_listed_has_a_word_in_both_languages() -> None:
    """Who knows 'cyberdiplo statements' asks a page for its statements."""
    words = {
        fold(word) for path in FILES for line in path.read_text("utf-8").splitlines() if line.startswith("-- words: ")
        for word in line.removeprefix("-- words: ").split(", ")
    }  # fmt: skip
    words |= {fold(path.stem.partition("-")[2]) for path in FILES}
    words |= {fold(line.partition(": ")[2]) for path in FILES for line in path.read_text("utf-8").splitlines()[:2]}
    within = {"country", "organisation", "roll_call"}  # no page has a list of these
    for noun in NOUNS:
        if noun.listed and noun.kind not in within:
            assert fold(noun.command) in words, noun.command


def test_each_column_of_a_section_has_a_french_heading(database: Connection) -> None:
    rows = database.execute("select kind, min(id), max(id) from records group by kind", {})
    columns = {
        name
        for kind, *ids in list(rows)
        for record_id in ids
        for section in read_record(database, record_id, kind, "fr").sections
        for name in section.columns
    }
    lacking = [name for name in columns if not french_heading(re.sub(r"_(id|fr|en)$", "", name))]
    assert lacking == []
