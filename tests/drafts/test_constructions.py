"""Constructions by which documents of the genre name who speaks, each beside what is expected of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cyberdiplo.documents.read import read_document
from cyberdiplo.drafts.points.figures import find_quantities
from cyberdiplo.drafts.points.symbols import find_symbols
from tests.drafts.test_genres import read
from tests.drafts.test_wordings import name_people

if TYPE_CHECKING:
    from pathlib import Path

    from cyberdiplo.drafts.known import Known

HEAD = "Report on kettles\n\nOslo, 7 March 2031\n\n"


def find_delegations(text: str, tmp_path: Path, known: Known, genre: str = "moderator-report") -> list[str]:
    """The States that speak in a text of that genre without a person who is named."""
    rows = read(tmp_path, known, genre, HEAD + text + "\n").of("participations")
    return [row.cells["country_id"] for row in rows if "speaker_id" not in row.cells and "country_id" in row.cells]


@pytest.mark.parametrize(
    ("sentence", "countries"),
    [
        ("Chile, supported by India and Peru, proposed that labels be smaller.", ["CHL", "IND", "PER"]),
        ("This view was echoed by Japan and Norway.", ["JPN", "NOR"]),
        ("According to Norway, kettles had become dearer.", ["NOR"]),
        ("Japan, for its part, was ready to share its kettles.", ["JPN"]),
        ("The Chilean delegation wondered whether pots were kettles.", ["CHL"]),
        ("Some delegations, such as Chile and Japan, stressed the price of tea.", ["CHL", "JPN"]),
        ("As highlighted by Japan, kettles are for all.", ["JPN"]),
        ("Statements were made by the representatives of Chile, Japan and Peru.", ["CHL", "JPN", "PER"]),
        ("Le Chili, appuyé par le Japon, a proposé de plus petites étiquettes.", ["CHL", "JPN"]),
        ("Le Japon a pour sa part souligné que le thé compte.", ["JPN"]),
        ("Pour le Japon, la question est d'abord celle du prix.", ["JPN"]),
        ("A juicio del Japón, las teteras son de todos.", ["JPN"]),
        ("Chile, con el apoyo del Japón, propuso etiquetas menores.", ["CHL", "JPN"]),
    ],
)
def test_a_state_speaks_by_the_grammar_of_the_sentence(
    sentence: str, countries: list[str], tmp_path: Path, known: Known
) -> None:
    assert find_delegations(sentence, tmp_path, known) == countries


@pytest.mark.parametrize(
    "sentence",
    [
        "The delegation of Chile was led by somebody from the capital.",
        "The fair was supported by Japan and Norway.",
        "The museum thanked Japan for its kettles.",
    ],
)
def test_a_state_that_is_spoken_of_says_nothing(sentence: str, tmp_path: Path, known: Known) -> None:
    assert find_delegations(sentence, tmp_path, known) == []


@pytest.mark.parametrize(
    ("genre", "text", "names"),
    [
        (
            "moderator-report",
            "Ms. Ida Lund, Director of Tea, Ministry of Kettles of Norway, and Mr. Olav Berg, Head of Pots,"
            " co-chaired the meeting.",
            {"Ida Lund", "Olav Berg"},
        ),
        (
            "moderator-report",
            "The fair began with remarks by Ms. Ida Lund (Norway) and Mr. Olav Berg (Japan).",
            {"Ida Lund", "Olav Berg"},
        ),
        ("moderator-report", "The fair took note of the report by Ms. Ida Lund on kettles.", set()),
        ("programme", "10:00 Kettles for all. Panellists: Ida Lund (Tea Institute), Olav Berg (Pot Council)",
         {"Ida Lund", "Olav Berg"}),
        ("programme", "Keynote speaker\n\nIda LUND\nDirector\nTea Institute", {"Ida LUND"}),
        ("programme", "Venue: Grand Hotel (evening programme)", set()),
        ("statement", "Statement on kettles\n\nMr Chair,\n\nKettles are for all who drink tea.\n\n"
         "Ida Lund, Ambassador, Deputy Permanent Representative", {"Ida Lund"}),
        ("press-release", "The Norwegian delegation was headed by the Minister of Tea, Ms. Ida Lund.", {"Ida Lund"}),
    ],
)  # fmt: skip
def test_people_come_in_rows_on_lines_and_at_the_foot(
    genre: str, text: str, names: set[str], tmp_path: Path, known: Known
) -> None:
    assert set(name_people(read(tmp_path, known, genre, HEAD + text + "\n"))) == names


def test_a_statement_is_of_the_state_that_speaks_of_itself(tmp_path: Path, known: Known) -> None:
    text = "Mr Chair,\n\nJapan welcomes this debate on kettles. We have three of them, and the tea of Norway is good."
    assert find_delegations(text, tmp_path, known, "statement") == ["JPN"]


@pytest.mark.parametrize(
    "turns",
    [
        "[00:05] Ida Lund: Kettles are for all.\n\n[00:09] Olav Berg: So are pots.\n\n[00:12] Ida Lund: They are.",
        "Ida Lund, Tea Shop: Kettles are for all.\n\nOlav Berg: So are pots.\n\nIda Lund, Tea Shop: They are.",
        "Ida Lund (Norway): Kettles are for all.\n\nOlav Berg (Japan): So are pots.",
        "Ms LUND – Kettles are for all.\n\nMr BERG – So are pots.",
        "Ida Lund\n00:05\n\nKettles are for all.\n\nOlav Berg\n00:09\n\nSo are pots.",
        "Pot Fair | Ida Lund | Chair\n\nKettles are for all.\n\nTea Fair | Olav Berg\n\nSo are pots.",
        "Ida Lund:\n\nKettles are for all.\n\nOlav Berg:\n\nSo are pots.\n\nIda Lund:\n\nThey are.",
    ],
)
def test_turns_are_marked_in_many_ways(turns: str, tmp_path: Path) -> None:
    (tmp_path / "turns.txt").write_text(f"The fair of kettles\n\n{turns}\n", encoding="utf-8")
    spoken = {(passage.speaker or "").upper() for passage in read_document(tmp_path / "turns.txt").passages}
    assert any("LUND" in name for name in spoken)
    assert any("BERG" in name for name in spoken)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Twenty-seven delegations took part.", 27.0),
        ("Quatre-vingt-trois délégations ont participé.", 83.0),
        ("Treinta y dos delegaciones participaron.", 32.0),
        ("The fair had two hundred participants.", 200.0),
    ],
)
def test_numbers_in_words_are_read(text: str, value: float) -> None:
    assert [quantity.value for quantity in find_quantities(text)] == [value]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("in line with UNSCR 2231 and resolution 2118", ["UNSCR 2231", "2118"]),
        ("Security Council resolutions 2570 and 2571", ["2570", "2571"]),
        ("resolution 377 A (V) of 3 November 1950", ["377 A (V)"]),
        ("resolutions 5/1, on the building of kettles, and 5/2", ["5/1", "5/2"]),
        ("ES-11/1. Kettles for all", ["ES-11/1"]),
        ("document cdip/14/13 of the Committee", ["cdip/14/13"]),
    ],
)
def test_symbols_have_many_forms(text: str, printed: list[str], known: Known) -> None:
    assert [symbol.printed for symbol in find_symbols(text, known)] == printed
