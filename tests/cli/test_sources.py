"""``sources show`` tells what came from where, and what nothing cites."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.load.build import build
from tests.proof.proven import DOCUMENTS, proven

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run


@pytest.fixture
def made(tmp_path: Path) -> Path:
    path = tmp_path / "made.sqlite"
    build(path, [proven(tmp_path)], shipped=False)
    return path


def test_each_place_says_what_came_from_it_in_reading_order(cyberdiplo: Run, made: Path) -> None:
    found = json.loads(cyberdiplo("sources", "show", "report", "--format", "json", ask=made).stdout)
    rows = found["sections"]["coverage"]
    assert [row["locator"] for row in rows] == [
        *("par. 1.1", "par. 1.2", "par. 2.1 item 2"),
        *(f"par. 2.{number}" for number in range(2, 11)),  # between those that are cited, so that they are there
        *("note 1", "note 2"),
    ]
    of = {row["locator"]: row for row in rows}
    none = dict.fromkeys(("statements", "people", "measures", "figures", "others"), 0)
    assert of["par. 1.2"] == {"locator": "par. 1.2", **none, "statements": 2, "people": 1}
    assert of["note 2"] == {"locator": "note 2", **none, "people": 1}
    assert of["par. 2.5"] == {"locator": "par. 2.5", **none}
    assert of["par. 1.1"]["measures"] == 3


def test_the_sum_over_the_places_leaves_no_citation_out(cyberdiplo: Run) -> None:
    found = json.loads(cyberdiplo("sources", "show", "wto-tbt-cyber-2023", "--format", "json").stdout)
    assert sum(row["statements"] for row in found["sections"]["coverage"]) >= 167
    places = [row["locator"] for row in found["sections"]["coverage"]]
    assert places.index("par. 3.2") < places.index("par. 3.10") < places.index("par. 4.1") < places.index("note 1")


def test_the_document_shows_what_nothing_cites(cyberdiplo: Run, made: Path) -> None:
    words = ("sources", "show", "report", "--documents", str(DOCUMENTS))
    found = json.loads(cyberdiplo(*words, "--format", "json", ask=made).stdout)
    assert found["sections"]["uncited"] == [
        {"locator": "preamble", "words": 13, "begins": "Comité des câbles Rapport de la présidence Le …"},
        {"locator": "par. 2.1 item 1", "words": 4, "begins": "un code pour tous;"},
        {"locator": "note 3", "words": 3, "begins": "Directrice, Câbles réunis."},
        {"locator": "note 4", "words": 6, "begins": "Le code tient en une page."},
    ]
    assert "ENDROITS DU DOCUMENT QUE RIEN NE CITE" in cyberdiplo(*words, "--lang", "fr", ask=made).stdout
    assert "## Places of the document that nothing cites" in cyberdiplo(*words, "-f", "markdown", ask=made).stdout


def test_a_document_that_is_not_there_is_told(cyberdiplo: Run, made: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = cyberdiplo("sources", "show", "report", "--documents", str(tmp_path / "empty"), ask=made)
    assert (done.returncode, done.stdout) == (1, "")
    assert "The document of report is not in" in done.stderr


def test_a_source_that_is_not_there_is_told(cyberdiplo: Run, made: Path) -> None:
    assert cyberdiplo("sources", "show", "rapport-7", ask=made).returncode == 3
