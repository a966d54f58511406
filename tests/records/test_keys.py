"""The key by which a source is cited: short, the same tomorrow, no other source's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.records.keys import Keyed, make_keys, read_keys

if TYPE_CHECKING:
    from cyberdiplo.store.sqlite_reading import Reading


def source(
    id_: str = "x-y",
    title: str = "A title",
    year: str | None = None,
    body: str | None = None,
    family: str | None = None,
) -> Keyed:
    return Keyed(id_, title, year, body, family)


@pytest.mark.parametrize(
    ("keyed", "key"),
    [
        (source(title="The report of the Group", year="2021-05-28", body="un"), "un2021report"),
        (source(title="Séance thématique", body="tang-wei-guo", family="Tang"), "tangseance"),
        (source(title="La France propose un format", year="2020-11-13", body="afp"), "afp2020france"),
        (source(title="L'Œuvre", year="2020", body="mission-fra-un-geneva"), "missionfraun2020oeuvre"),
        (source(title="UNIDIR: event on the directory", body="unidir"), "unidirevent"),
        (source(title="What's in Blue: the Arria meeting", year="2020-05-21"), "whatsinblue2020arria"),
        (source("aznews", title="AzNews"), "aznews"),
        (source("afp-french-proposal-2020", title="La France propose", year="2020"), "afp2020france"),
        (source("brisbane-times", title="Brisbane Times"), "brisbanetimes"),
        (source("copy-40792", title="关于 groups", year="2019"), "copy2019groups"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_key_is_author_or_publisher_year_first_word(keyed: Keyed, key: str) -> None:
    assert make_keys([keyed]) == {keyed.id: key}


def test_what_would_be_alike_takes_its_number_then_a_letter() -> None:
    sources = [
        source("res-36", "Resolution 77/36", "2022", "un"),
        source("res-37", "Resolution 77/37", "2022", "un"),
        source("res-a", "Resolution", "2022", "un"),
        source("res-b", "Resolution", "2022", "un"),
        source("res-c", "Resolution", "2022", "un"),
    ]
    assert make_keys(sources) == {
        "res-36": "un2022resolution7736",
        "res-37": "un2022resolution7737",
        "res-a": "un2022resolution",
        "res-b": "un2022resolutiona",
        "res-c": "un2022resolutionb",
    }


def test_the_order_of_the_sources_is_nothing_to_a_key() -> None:
    sources = [source(id_, "Resolution", "2022", "un") for id_ in "abc"]
    assert make_keys(sources) == make_keys(sources[::-1])


def test_a_source_that_comes_later_changes_no_other_key() -> None:
    before = [source(id_, title, "2022", "un") for id_, title in (("a", "Resolution 1"), ("b", "Resolution 2"))]
    after = make_keys([*before, source("c", "Resolution 3", "2022", "un"), source("d", "Resolution 2", "2022", "un")])
    assert make_keys(before).items() <= after.items()


def test_every_shipped_source_has_a_key_of_its_own(database: Reading) -> None:
    keys = read_keys(database)
    assert len(set(keys.values())) == len(keys) > 700
    assert [key for key in keys.values() if not re.fullmatch(r"[a-z0-9]{2,60}", key)] == []
    assert sorted(map(len, keys.values()))[len(keys) // 2] < 25  # short, most of them
    assert keys["wto-tbt-cyber-2023"] == "tangseance"
    assert keys["a-res-77-37-en"] == "un2022general7737"
