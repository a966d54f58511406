"""A row that says more or less than its source, or another step, is told; one that says the same is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cyberdiplo.proof.check import check
from cyberdiplo.proof.modality import differ, read_modals
from tests.proof.proven import add, change, proven

if TYPE_CHECKING:
    from pathlib import Path

ANCHOR, LANGUAGES, STEP = "modal-of-anchor", "modal-of-languages", "step-of-note"
RULES = {ANCHOR, LANGUAGES, STEP}
STATUS = {"applied": "in_force", "entered_into_force": "in_force"}  # of a measure, by its latest step


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    return proven(tmp_path)


def told(collection: Path) -> set[tuple[str, str, str, str]]:
    """(file, column, rule, level) of what the rules of this module find; each with its line."""
    problems = check([collection], shipped=False)[1]
    assert {problem.rule for problem in problems} <= RULES | {"sorted"}  # no error keeps the rules from being asked
    ours = [problem for problem in problems if problem.rule in RULES]
    assert all(problem.line for problem in ours)
    return {(problem.path.name, problem.column, problem.rule, problem.level) for problem in ours}


def state(collection: Path, *, anchor: str, english: str, french: str) -> None:
    """Let a statement have these words, and be cited with this anchor from a source in French."""
    change(collection, "citations", "report-2", anchor=anchor)
    change(collection, "statements", "report-2", summary_en=english, summary_fr=french)


SHOULD = {"english": "States should keep a register.", "french": "Les États devraient tenir un registre."}
MUST = {"english": "States must keep a register.", "french": "Les États doivent tenir un registre."}
NEED = {"english": "States need to keep a register.", "french": "Il faut que les États tiennent un registre."}
MAY = {"english": "States may keep a register.", "french": "Les États peuvent tenir un registre."}
NEITHER = {"english": "States are asked for a register.", "french": "Un registre est demandé aux États."}
BOTH = {("statements.csv", column, ANCHOR, "error") for column in ("summary_en", "summary_fr")}
WARNED = {("statements.csv", column, ANCHOR, "warning") for column in ("summary_en", "summary_fr")}


@pytest.mark.parametrize(
    ("anchor", "summary", "expected"),
    [
        ("les États devraient tenir un registre", MUST, BOTH),
        ("les États devraient tenir un registre", SHOULD, set()),
        ("les États devraient tenir un registre", NEITHER, set()),
        ("les États devraient tenir un registre", MAY, WARNED),
        ("les États doivent tenir un registre", SHOULD, BOTH),
        ("les États doivent tenir un registre", MUST, set()),
        ("les États doivent tenir un registre", NEED, set()),  # it renders both
        ("les États doivent tenir un registre", MAY, WARNED),
        ("les États peuvent tenir un registre", MUST, WARNED),
        ("les États peuvent tenir un registre", MAY, set()),
        ("les États ne peuvent tenir de registre", MUST, set()),  # forbidden is no permission
        ("un registre des États", MUST, set()),
    ],
)
def test_a_summary_is_as_strong_as_its_anchor(
    collection: Path, anchor: str, summary: dict[str, str], expected: set[tuple[str, str, str, str]]
) -> None:
    state(collection, anchor=anchor, **summary)
    assert told(collection) == expected


def test_the_language_that_is_wrong_is_named_alone(collection: Path) -> None:
    state(collection, anchor="les États devraient tenir", english=MUST["english"], french=SHOULD["french"])
    assert ("statements.csv", "summary_en", ANCHOR, "error") in told(collection)
    assert ("statements.csv", "summary_fr", ANCHOR, "error") not in told(collection)


def test_another_anchor_that_has_the_verb_clears_the_summary(collection: Path) -> None:
    state(collection, anchor="les États doivent tenir un registre", **SHOULD)
    add(
        collection, "citations", record_id="report-2", source_id="report", locator="par. 1.3",
        anchor="les États devraient", support="states", confidence="high",
    )  # fmt: skip
    assert told(collection) == set()


@pytest.mark.parametrize(
    ("lang", "anchor", "summary", "expected"),
    [
        ("en", "needs to keep a register", NEED, set()),
        ("en", "needs to keep a register", MUST, {("statements.csv", "summary_en", ANCHOR, "warning")}),
        ("en", "must keep a register", NEED, {("statements.csv", "summary_en", ANCHOR, "warning")}),
        ("en", "States should keep a register", MUST, BOTH),
        ("en", "States shall keep a register", MUST, set()),
        ("en", "States shall be entitled to a register", MAY, set()),
        ("de", "States should keep a register", MUST, set()),  # no language that is read
    ],
)
def test_the_anchor_is_read_in_the_language_of_its_source(
    collection: Path, lang: str, anchor: str, summary: dict[str, str], expected: set[tuple[str, str, str, str]]
) -> None:
    change(collection, "sources", "report", lang=lang)
    state(collection, anchor=anchor, **summary)
    assert told(collection) == expected


def test_what_contradicts_the_row_does_not_lend_it_a_verb(collection: Path) -> None:
    state(collection, anchor="un registre des États", **SHOULD)
    add(
        collection, "citations", record_id="report-2", source_id="report", locator="par. 1.3",
        anchor="les États doivent", support="contradicts", confidence="high",
    )  # fmt: skip
    assert told(collection) == set()


def test_what_is_cited_for_one_field_is_not_what_the_summary_renders(collection: Path) -> None:
    state(collection, anchor="un registre des États", **SHOULD)
    add(
        collection, "citations", record_id="report-2", field="meeting_id", source_id="report", locator="par. 1.3",
        anchor="les États doivent", support="states", confidence="high",
    )  # fmt: skip
    assert told(collection) == set()


@pytest.mark.parametrize(
    ("english", "french", "wrong"),
    [
        (SHOULD["english"], MUST["french"], True),
        (MUST["english"], SHOULD["french"], True),
        (MAY["english"], MUST["french"], True),
        ("States should keep a register and must show it.", "Les États doivent tenir un registre et le montrer.", True),
        ("States must keep a register.", "Les États devraient tenir un registre et doivent le montrer.", True),
        (SHOULD["english"], "Les États devraient tenir un registre.", False),
        (SHOULD["english"], "Il faudrait un registre des États.", False),
        (SHOULD["english"], "Il convient que les États tiennent un registre, qui peut servir.", False),
        ("The registers had to be kept.", "Les registres devaient être tenus.", False),
        (NEED["english"], MUST["french"], False),
        ("In May 2024, States must keep a register.", MUST["french"], False),
        ("States keep a register in May.", MUST["french"], False),
        ("States shall keep a register.", MUST["french"], False),
        ("States will keep a register.", SHOULD["french"], False),  # what is to come is not weighed
        (MUST["english"], "Les États sont tenus d'avoir un registre.", False),
    ],
)
def test_both_languages_are_as_strong(collection: Path, english: str, french: str, *, wrong: bool) -> None:
    state(collection, anchor="un registre des États", english=english, french=french)
    expected = {("statements.csv", "summary_en", LANGUAGES, "warning")}
    assert told(collection) == (expected if wrong else set())


@pytest.mark.parametrize(
    ("step", "note", "support", "wrong"),
    [
        ("adopted", "Promulgated on that day.", "states", True),
        ("adopted", "Promulgated on that day.", "implies", False),
        ("assented", "Promulgated on that day.", "states", False),
        ("published", "Royal assent", "states", True),
        ("assented", "Royal assent", "states", False),
        ("amended", "Amendment in force", "states", True),
        ("applied", "The page says entry into force.", "states", True),
        ("applied", "La page parle d'entrée en vigueur.", "states", True),
        ("entered_into_force", "In force on this day.", "states", False),
        ("entered_into_force", "Assent on 1 April, in force on 2 April.", "states", False),
        ("adopted", "The day of entry into force was not seen.", "states", False),
        ("published", "To come into force on a day to be fixed; to be in force by then.", "states", False),
        ("adopted", "Passed by both chambers.", "states", False),
    ],
)
def test_a_note_names_the_step_or_implies_it(
    collection: Path, step: str, note: str, support: str, *, wrong: bool
) -> None:
    change(collection, "measures", "cable-code", status=STATUS.get(step, "adopted"))
    change(collection, "measure_events", "cable-code-adopted", type=step, method="")
    change(collection, "citations", "cable-code-adopted", note=note, support=support)
    expected = {("citations.csv", "support", STEP, "warning")}
    assert told(collection) == (expected if wrong else set())


@pytest.mark.parametrize(
    ("text", "lang", "meanings"),
    [
        ("They should and must not.", "en", {"should", "must"}),
        ("A share of the costs may be paid in May.", "en", {"may"}),
        ("This may not be done.", "en", {"may", "must"}),
        ("There is no need to act.", "en", set()),
        ("It needs to act.", "en", {"need"}),
        ("Peut-être viendront-ils.", "fr", set()),
        ("Il faut agir.", "fr", {"must", "need"}),
        ("Elle ne peut agir.", "fr", {"may", "must"}),
    ],
)
def test_a_modal_is_read_by_what_it_may_mean(text: str, lang: str, meanings: set[str]) -> None:
    assert read_modals(text, lang) == meanings


def test_a_need_said_without_a_verb_excuses_and_convicts_nobody() -> None:
    assert differ(("States must act.", "en"), ("They need to act.", "en"))
    assert not differ(("Action is required, and must come.", "en"), ("They need to act.", "en"))
    assert not differ(("Action is necessary.", "en"), ("They should act.", "en"))
