"""A user's documents in the database: all or nothing, found, shown beside statements, verified, kept."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.documents.read import read_document
from cyberdiplo.errors import BadSeed, UnclearName
from cyberdiplo.load.build import build, load_into, upgrade
from cyberdiplo.proof import added
from cyberdiplo.proof.surroundings import read_surroundings
from cyberdiplo.proof.verify import verify
from cyberdiplo.result import Window
from cyberdiplo.search.search import search
from cyberdiplo.settings import resource
from cyberdiplo.store.address import database_at
from tests.documents.making import make_pdf
from tests.proof.proven import DOCUMENT, DOCUMENTS, change, proven

if TYPE_CHECKING:
    from pathlib import Path

    from cyberdiplo.proof.verify import CheckedCitation


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    return proven(tmp_path)


@pytest.fixture
def address(any_new_database: str, collection: Path) -> str:
    """A new database of either kind in which the small document is a source."""
    build(any_new_database, [collection], shipped=False)
    return any_new_database


def add(address: str, *paths: Path, source: str | None = None) -> list[added.Addition]:
    return added.add(address, [read_document(path) for path in paths], source)


def counts(address: str) -> list[int]:
    with database_at(address).asking() as connection:
        tables = ("documents", "passages", "passage_words")
        return [int(next(iter(connection.execute(f"select count(*) from {name}", {})))[0]) for name in tables]


def find(address: str, typed: str, *kinds: str) -> list[tuple[str, str, str | None, str | None]]:
    """Kind, snippet, source and locator of what is found."""
    with database_at(address).asking() as connection:
        rows = search(connection, typed, kinds=kinds, window=Window(limit=20)).result.rows
        return [(row[0], row[3], row[4], row[5]) for row in rows]


def test_a_document_is_read_back_as_it_was_and_is_its_source(address: str) -> None:
    (addition,) = add(address, DOCUMENT)
    assert (addition.id, addition.source_id, addition.before) == ("report", "report", False)
    with database_at(address).asking() as connection:
        assert tuple(added.read_passages(connection, "report")) == read_document(DOCUMENT).passages


def test_adding_it_again_changes_nothing_and_is_told(address: str, tmp_path: Path) -> None:
    add(address, DOCUMENT)
    before = counts(address)
    shutil.copy(DOCUMENT, tmp_path / "renamed.txt")
    (again,) = add(address, tmp_path / "renamed.txt", source="other")
    assert (again.id, again.source_id, again.before) == ("report", "report", True)
    assert counts(address) == before


def test_a_source_is_known_by_the_name_of_its_file_or_is_said(address: str, tmp_path: Path) -> None:
    (tmp_path / DOCUMENT.name).write_text("Another edition of the report.", "utf-8")
    (tmp_path / "Été 2023.txt").write_text("A text of nobody's.", "utf-8")
    by_name, unknown = add(address, tmp_path / DOCUMENT.name, tmp_path / "Été 2023.txt")
    assert (by_name.id, by_name.source_id) == ("report", "report")
    assert (unknown.id, unknown.source_id) == ("ete-2023", None)
    assert [(each.id, each.source_id) for each in add(address, DOCUMENT, source="report")] == [("report-2", "report")]


def test_all_are_added_or_none(address: str, tmp_path: Path) -> None:
    scan = make_pdf(tmp_path / "scan.pdf", [[]])
    with pytest.raises(BadSeed, match="no text"):
        add(address, DOCUMENT, scan)
    assert counts(address) == [0, 0, 0]


def test_words_are_found_across_line_ends_in_their_forms_and_after_the_records(address: str) -> None:
    assert find(address, "retenir un registre", "passage") == []
    add(address, DOCUMENT)
    assert find(address, "retient", "passage") == [("passage", "Le Comité **retient**:", "report", "par. 2.1")]
    assert [hit[3] for hit in find(address, '"région Asie-Pacifique"', "passage")] == ["par. 1.1"]
    assert [hit[3] for hit in find(address, "coupure", "passage")] == ["par. 1.1", "par. 2.1 item 2"]
    assert [hit[3] for hit in find(address, "réparat*", "passage")] == ["par. 1.1"]
    assert [hit[3] for hit in find(address, "code -sans", "passage")] == ["note 4", "par. 2.1 item 1"]
    assert [hit[3] for hit in find(address, '"sans code"', "passage")] == []
    kinds = [hit[0] for hit in find(address, "câbles")]
    assert kinds == sorted(kinds, key=lambda kind: kind == "passage")
    assert kinds[0] != "passage" == kinds[-1]


def test_what_is_removed_is_found_no_more(address: str) -> None:
    add(address, DOCUMENT)
    assert [document.id for document in added.remove(address, ["report.txt"])] == ["report"]
    assert counts(address) == [0, 0, 0]
    assert find(address, "retient", "passage") == []
    with pytest.raises(UnclearName, match="No document"):
        added.remove(address, ["report"])


def test_all_are_removed_or_none(address: str) -> None:
    add(address, DOCUMENT)
    before = counts(address)
    with pytest.raises(UnclearName):
        added.remove(address, ["report", "nothing"])
    assert counts(address) == before


def test_a_load_and_an_upgrade_keep_what_was_added(address: str, collection: Path) -> None:
    add(address, DOCUMENT)
    before = counts(address)
    change(collection, "statements", "report-1", summary_en="They proposed a new code for all.")
    load_into(address, [collection], replace=True)
    upgrade(address, resource("seeds"))
    assert counts(address) == before


def test_verify_says_of_what_was_added_what_it_says_of_the_file(address: str, collection: Path) -> None:
    change(collection, "citations", "report-1", anchor="ont refusé un code")
    load_into(address, [collection], replace=True)
    add(address, DOCUMENT)

    def plain(checked: list[CheckedCitation]) -> list[CheckedCitation]:
        return sorted(checked, key=lambda each: (each.table, *each.key))

    with database_at(address).asking() as connection:
        by_folder, by_database = verify(connection, DOCUMENTS), verify(connection, connection)
        assert [(source.id, source.state) for source in by_database.sources] == [("report", "found")]
        assert plain(by_database.checked) == plain(by_folder.checked)
        assert [citation.record for citation in by_database.failures] == ["report-1"]


def test_another_edition_that_was_added_is_told(address: str, tmp_path: Path) -> None:
    (tmp_path / DOCUMENT.name).write_text("Another edition of the report.", "utf-8")
    add(address, tmp_path / DOCUMENT.name)
    with database_at(address).asking() as connection:
        assert [source.state for source in verify(connection, connection).sources] == ["other_edition"]


def test_a_statement_has_the_paragraphs_around_its_words(address: str) -> None:
    with database_at(address).asking() as connection:
        assert read_surroundings(connection, "report-1") == []
    add(address, DOCUMENT)
    with database_at(address).asking() as connection:
        around = read_surroundings(connection, "report-1")
    assert [(near.place, near.cited) for near in around] == [
        ("par. 1.1", False),
        ("par. 1.2", True),
        ("par. 2.1", False),
    ]
    assert "ont proposé un code" in around[1].text


def test_a_document_is_named_by_its_id_its_source_or_its_file(address: str) -> None:
    add(address, DOCUMENT)
    with database_at(address).asking() as connection:
        assert {added.find_document(connection, name).id for name in ("report", "report.txt")} == {"report"}
        with pytest.raises(UnclearName) as error:
            added.find_document(connection, "reprot")
    assert "report" in error.value.hint
