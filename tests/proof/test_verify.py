"""What is wrong with a citation is found in the document, and told with where it stands instead."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.errors import BadUsage
from cyberdiplo.proof.check import check
from tests.proof.proven import CITED, DOCUMENT, DOCUMENTS, add, change, proven, report_of

if TYPE_CHECKING:
    from pathlib import Path

    from cyberdiplo.proof.verify import CheckedCitation


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    return proven(tmp_path)


def only_failure(collection: Path) -> CheckedCitation:
    (failure,) = report_of(collection).failures
    return failure


def test_every_citation_stands_up(collection: Path) -> None:
    report = report_of(collection)
    assert report.failures == []
    cited = [one for one in report.checked if one.table == "citations"]
    assert sum(one.result == "found" for one in cited) == sum(anchor != "" for _, anchor in CITED.values())
    assert [(one.record, one.field, one.result) for one in report.checked if one.table == "mentions"] == [
        ("report-1", "cable-code", "found")
    ]
    assert [source.state for source in report.sources] == ["found"]


@pytest.mark.parametrize(
    ("record", "locator", "anchor", "result", "stands"),
    [
        ("report-1", "par. 1.2", "ont refusé un code", "not_found", ""),  # a changed word
        ("report-1", "par. 1.1", "ont proposé un code", "elsewhere", "par. 1.2"),  # moved to another paragraph
        ("report-1", "par. 1.2", "code", "several", "par. 1.2 (3 ×)"),
        ("report-1", "par. 1.7", "ont proposé un code", "no_place", "par. 1.2"),
        ("cables-repaired", "par. 2.1 item 1", "un registre des coupures", "elsewhere", "par. 2.1 item 2"),
        ("club", "par. 7", "", "no_place", ""),
        ("leroy-office", "note 3", "Directrice, Câbles réunis", "wrong_note", "note 2"),  # another person's footnote
        ("leroy-office", "note 4", "une page", "wrong_note", "note 2"),
    ],
)
def test_a_citation_that_does_not_stand_up_is_told(
    collection: Path, record: str, locator: str, anchor: str, result: str, stands: str
) -> None:
    (collection / "sources" / "report" / "expect.toml").unlink()  # which promises some of it too
    change(collection, "citations", record, locator=locator, anchor=anchor)
    failure = only_failure(collection)
    assert (failure.record, failure.result, failure.stands) == (record, result, stands)


def test_a_post_given_to_another_person_is_caught_by_its_footnote(collection: Path) -> None:
    change(collection, "participations", "talks-leroy", speaker_id="diop-awa")
    change(collection, "affiliations", "leroy-office", speaker_id="diop-awa")
    failure = only_failure(collection)
    assert (failure.record, failure.result, failure.stands) == (
        "leroy-office",
        "wrong_note",
        "« M. Jean Leroy (France) » (par. 1.2)",
    )


def test_a_footnote_that_names_the_person_needs_no_mark_beside_the_name(collection: Path) -> None:
    assert CITED["diop-cablecorp"] == ("note 1", "Awa Diop")  # the mark stands beside the report's title
    assert report_of(collection).failures == []


def test_a_person_may_be_printed_under_another_name(collection: Path) -> None:
    change(collection, "speakers", "leroy-jean", family_name="Lerois")
    assert only_failure(collection).result == "wrong_note"
    add(collection, "names", record_id="leroy-jean", name="Jean Leroy", lang="und", type="as_recorded", weak="0")
    assert report_of(collection).failures == []


def test_a_document_is_known_by_its_content_and_not_by_its_name(collection: Path, tmp_path: Path) -> None:
    texts = tmp_path / "texts" / "2020"
    texts.mkdir(parents=True)
    shutil.copy(DOCUMENT, texts / "renamed.txt")
    report = report_of(collection, tmp_path / "texts")
    assert [source.path for source in report.sources] == [texts / "renamed.txt"]
    assert report.checked


def test_another_edition_under_the_same_name_is_not_taken_for_the_document(collection: Path, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(DOCUMENT.read_text("utf-8") + "Corrigendum.\n", encoding="utf-8")
    report = report_of(collection, tmp_path)
    assert [source.state for source in report.sources] == ["other_edition"]
    assert report.checked == []


def test_a_document_that_is_not_there_is_missing(collection: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert [source.state for source in report_of(collection, tmp_path / "empty").sources] == ["missing"]


@pytest.mark.parametrize("content", [b"%PDF\xff\xfe", b"<!DOCTYPE a><akomaNtoso/>", b"<akomaNtoso><p></akomaNtoso>"])
def test_a_document_that_is_not_text_or_no_sound_xml_is_told(collection: Path, tmp_path: Path, content: bytes) -> None:
    import hashlib

    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "report.pdf").write_bytes(content)
    change(collection, "sources", "report", sha256=hashlib.sha256(content).hexdigest())
    assert [source.state for source in report_of(collection, texts).sources] == ["unreadable"]


def test_a_folder_that_is_none_is_told(collection: Path) -> None:
    with pytest.raises(BadUsage, match="is not a folder"):
        report_of(collection, DOCUMENTS / "nowhere")


def told(collection: Path, documents: Path | None = None) -> list[tuple[str, int | None, str, str]]:
    _, problems = check([collection], shipped=False, documents=documents)
    return [(problem.path.name, problem.line, problem.column, problem.rule) for problem in problems]


def test_the_check_of_seed_files_tells_the_line_of_a_changed_anchor(collection: Path) -> None:
    assert told(collection, DOCUMENTS) == []
    line = change(collection, "citations", "report-1", anchor="ont refusé un code")
    assert told(collection) == []  # nothing to see without the document
    assert told(collection, DOCUMENTS) == [("citations.csv", line, "anchor", "verify")]


def test_the_check_of_seed_files_tells_of_a_document_that_is_not_there(collection: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert told(collection, tmp_path / "empty") == [("sources.csv", 2, "sha256", "document")]


def test_a_promised_footnote_is_kept(collection: Path) -> None:
    change(collection, "citations", "leroy-office", locator="note 3", anchor="Directrice, Câbles réunis")
    assert told(collection) == [("expect.toml", None, "footnotes.leroy-office", "expect")]


def test_a_promised_count_is_kept(collection: Path) -> None:
    expect = collection / "sources" / "report" / "expect.toml"
    expect.write_text(expect.read_text("utf-8").replace("statements = 2", "statements = 3"), encoding="utf-8")
    assert told(collection) == [("expect.toml", None, "counts.statements", "expect")]


def test_the_shipped_seeds_stand_up_to_their_documents(documents: Path, database_path: Path) -> None:
    from cyberdiplo.proof.verify import verify
    from cyberdiplo.store import sqlite

    connection = sqlite.reading(database_path)
    report = verify(connection, documents)
    connection.close()
    assert report.failures == []
    assert len({one.record for one in report.checked if one.kind == "statement" and one.anchor}) > 200
    assert len({one.record for one in report.checked if one.kind == "figure" and one.anchor}) >= 25
    assert len([one for one in report.checked if one.table == "mentions"]) > 300
    assert {source.id for source in report.sources if source.document} >= {
        *("wto-tbt-cyber-2023", "fr-de-ministerial-2022", "un-oewg-text", "afp-french-proposal-2020"),
        "other-forums-chapter",
    }
