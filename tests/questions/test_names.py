"""Names as people write them, and the records that they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cyberdiplo.errors import UnclearName
from cyberdiplo.questions.names import find_others, resolve, strip_article

if TYPE_CHECKING:
    from cyberdiplo.store.sqlite_reading import Reading
    from tests.conftest import Run

ARTICLES = [
    ("l'OTC", "wto-tbt"),
    ("L’OTC", "wto-tbt"),
    ("le G20", "g20"),
    ("the G20", "g20"),
    ("la France", "FRA"),
    ("les États-Unis", "USA"),
    ("the United States", "USA"),
    ("d'Israël", "ISR"),
    ("l'Appel de Paris", "paris-call"),
]


@pytest.mark.parametrize(("written", "meant"), ARTICLES)
def test_an_article_before_a_name_does_not_matter(database: Reading, written: str, meant: str) -> None:
    assert resolve(database, written).id == meant


@pytest.mark.parametrize("name", ["Le Drian", "de Alejandro", "Laos", "Lesotho", "Theodore", "d", "le", "l'"])
def test_what_only_looks_like_an_article_stays(name: str) -> None:
    assert strip_article(name) == ("Drian" if name == "Le Drian" else name)


def test_a_name_that_begins_with_one_is_found_by_all_of_it(database: Reading) -> None:
    assert resolve(database, "Le Drian").id == "le-drian-jean-yves"


def test_others_of_the_name_are_told_with_an_article_too(database: Reading) -> None:
    assert find_others(database, "la GGE", "un-gge") == find_others(database, "GGE", "un-gge") != []


@pytest.mark.parametrize(
    "words",
    [("show", "l'OTC"), ("forums", "show", "l’OTC"), ("speakers", "--forum", "l'OTC"),
     ("statements", "--country", "la France"), ("search", "norme", "--forum", "l'OTC"), ("cite", "l'OTC")],
    ids=" ".join,
)  # fmt: skip
def test_every_command_takes_an_article(cyberdiplo: Run, words: tuple[str, ...]) -> None:
    done = cyberdiplo(*words)
    assert done.returncode == 0, done.stderr
    assert (
        done.stdout
        == cyberdiplo(*(word.removeprefix("l'").removeprefix("l’").removeprefix("la ") for word in words)).stdout
    )


def test_a_near_miss_is_told_with_its_accents(database: Reading) -> None:
    with pytest.raises(UnclearName) as told:
        resolve(database, "Rinkevic")
    assert "Rinkēvičs" in told.value.hint
    with pytest.raises(UnclearName) as told:
        resolve(database, "l'OTX")
    assert "OTC" in told.value.hint
