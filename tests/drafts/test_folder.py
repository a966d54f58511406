"""A draft as a folder: it passes the check, keeps what a person did, and is loaded when everything is decided."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.documents.read import read_document
from cyberdiplo.drafts import review
from cyberdiplo.drafts.folder import CHANGED, REJECTED, merge, read_folder
from cyberdiplo.drafts.genres.declaration import draft_declaration
from cyberdiplo.drafts.genres.report import draft_report
from cyberdiplo.drafts.genres.resolution import draft_resolution
from cyberdiplo.drafts.writing import write_folder
from cyberdiplo.errors import BadSeed
from cyberdiplo.load.build import load_into
from cyberdiplo.load.drafted import TO_WRITE, find_pending
from cyberdiplo.load.files import DRAFT, find
from cyberdiplo.proof.check import check
from tests.drafts.conftest import TEXTS

if TYPE_CHECKING:
    from pathlib import Path

    from cyberdiplo.drafts.folder import DraftFolder
    from cyberdiplo.drafts.known import Known
    from cyberdiplo.drafts.proposal import Draft


def draft_text(known: Known, lang: str = "en") -> Draft:
    return draft_report(read_document(TEXTS / f"report-{lang}.txt"), known, f"labels-{lang}")


@pytest.fixture
def drafted(known: Known, tmp_path: Path) -> DraftFolder:
    """The English report, drafted and written."""
    folder = merge(draft_text(known), read_folder(tmp_path / "mine" / "sources" / "labels-en"))
    write_folder(folder)
    return read_folder(folder.path)


def read_cells(path: Path, key: str) -> dict[str, str] | None:
    with path.open(encoding="utf-8", newline="") as file:
        return next((row for row in csv.DictReader(file) if row["id"] == key), None)


@pytest.mark.parametrize("lang", ["en", "fr", "es"])
def test_a_drafted_report_passes_the_check_against_its_document(known: Known, tmp_path: Path, lang: str) -> None:
    write_folder(merge(draft_text(known, lang), read_folder(tmp_path / "mine" / "sources" / f"labels-{lang}")))
    _, problems = check([tmp_path / "mine"], documents=TEXTS)
    assert [str(problem) for problem in problems if problem.level == "error"] == []


def test_a_drafted_resolution_passes_the_check_against_its_document(known: Known, tmp_path: Path) -> None:
    path = TEXTS / "resolution-en.xml"
    draft = draft_resolution(read_document(path), known, "teapots", path)
    write_folder(merge(draft, read_folder(tmp_path / "mine" / "sources" / "teapots")))
    _, problems = check([tmp_path / "mine"], documents=TEXTS)
    assert [str(problem) for problem in problems if problem.level == "error"] == []


def test_writing_again_changes_nothing(drafted: DraftFolder, known: Known) -> None:
    before = {path.name: path.read_bytes() for path in drafted.path.iterdir()}
    write_folder(merge(draft_text(known), drafted))
    assert {path.name: path.read_bytes() for path in drafted.path.iterdir()} == before


def test_drafting_again_keeps_a_cell_that_a_person_changed(drafted: DraftFolder, known: Known) -> None:
    drafted.rows["speakers", "soto-ana-ruiz"]["family_name"] = "Ruiz Soto"
    write_folder(drafted)
    write_folder(merge(draft_text(known), read_folder(drafted.path)))
    cells = read_cells(drafted.path / "speakers.csv", "soto-ana-ruiz")
    assert cells is not None
    assert cells["family_name"] == "Ruiz Soto"


def test_drafting_again_keeps_a_row_that_a_person_added(drafted: DraftFolder, known: Known) -> None:
    drafted.rows["names", "wang-li Wang Li as_recorded mul"] = {
        "record_id": "wang-li", "name": "Wang Li", "lang": "mul", "type": "as_recorded", "weak": "0",
    }  # fmt: skip
    write_folder(drafted)
    write_folder(merge(draft_text(known), read_folder(drafted.path)))
    assert "Wang Li" in (drafted.path / "names.csv").read_text(encoding="utf-8")


def test_a_rejected_row_stays_away_with_what_cannot_be_without_it(drafted: DraftFolder, known: Known) -> None:
    gone = review.reject(drafted, drafted.proposals["speakers", "wang-li"], "somebody else")
    assert ("participations", "labels-en-wang") in gone
    write_folder(drafted)
    again = merge(draft_text(known), read_folder(drafted.path))
    assert not [key for key, cells in again.rows.items() if "wang-li" in cells.values()]
    assert again.proposals["speakers", "wang-li"].decision == REJECTED
    assert again.proposals["speakers", "wang-li"].reason == "somebody else"


def test_a_row_taken_out_by_hand_is_rejected(drafted: DraftFolder, known: Known) -> None:
    path = drafted.path / "figures.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[:-1]), encoding="utf-8")
    again = merge(draft_text(known), read_folder(drafted.path))
    figures = [proposal for proposal in again.proposals.values() if proposal.table == "figures"]
    assert [proposal.reason for proposal in figures if proposal.decision] == ["taken out by hand"]


def test_nothing_is_accepted_that_has_still_to_be_written(drafted: DraftFolder) -> None:
    statement = next(row for row in review.list_pending(drafted) if row.table == "statements")
    assert not review.accept(drafted, statement)
    review.change(drafted, statement, "summary_fr", "Un résumé.")
    review.change(drafted, statement, "summary_en", "A summary.")
    assert review.accept(drafted, statement)


def test_people_come_first(drafted: DraftFolder) -> None:
    tables = list(dict.fromkeys(row.table for row in review.list_rows(drafted)))
    assert tables[:4] == ["speakers", "organisations", "affiliations", "participations"]


def test_what_had_to_be_written_is_no_change_of_what_was_proposed(drafted: DraftFolder) -> None:
    statement = next(row for row in review.list_pending(drafted) if row.table == "statements")
    for column in ("summary_fr", "summary_en"):
        review.change(drafted, statement, column, "Text.")
    review.accept(drafted, statement)
    person = drafted.proposals["speakers", "soto-ana-ruiz"]
    review.change(drafted, person, "family_name", "Ruiz Soto")
    review.accept(drafted, person)
    review.reject(drafted, drafted.proposals["speakers", "wang-li"], "another person")
    by_table = {line.table: line for line in review.measure(drafted)}
    assert person.decision == CHANGED
    assert (by_table["speakers"].changed, by_table["speakers"].rejected, by_table["speakers"].rows) == (1, 1, 0.5)
    assert by_table["statements"].of_cells == 1


def test_the_key_of_a_row_stays(drafted: DraftFolder) -> None:
    person = drafted.proposals["speakers", "wang-li"]
    assert review.change(drafted, person, "id", "li-wang") == "key"
    assert review.change(drafted, person, "nickname", "Li") == "column"


def test_no_load_takes_a_draft_on_which_something_is_left_to_do(drafted: DraftFolder, database_path: Path) -> None:
    with pytest.raises(BadSeed, match=r"is a draft that nobody has reviewed to the end: .* rows to decide on"):
        load_into(database_path, [drafted.path])


def test_the_mark_alone_keeps_a_folder_out(drafted: DraftFolder, database_path: Path) -> None:
    (drafted.path / DRAFT).unlink()
    with pytest.raises(BadSeed, match="cells to write"):
        load_into(database_path, [drafted.path])


def test_a_draft_is_loaded_when_all_is_decided_and_written(drafted: DraftFolder, fresh_database: Path) -> None:
    for cells in drafted.rows.values():
        for column, cell in cells.items():
            if cell == TO_WRITE:
                cells[column] = f"Our own text of {column}."
    for proposal in review.list_pending(drafted):
        assert review.accept(drafted, proposal)
    write_folder(drafted)
    assert not any(find_pending(find([drafted.path])[0]))
    assert load_into(fresh_database, [drafted.path]).rows > 50
    assert (drafted.path / DRAFT).is_file()


COMMUNIQUE = """Global Conference on CyberSpace, Seoul (2013)

Joint statement

3 May 2013

1. The participants met and renewed their commitment to act together for an open cyberspace.
"""  # the day is made up


def test_a_day_that_the_data_lacks_is_proposed_as_a_refinement_with_its_place(known: Known, tmp_path: Path) -> None:
    text = tmp_path / "texts" / "communique.txt"
    text.parent.mkdir()
    text.write_text(COMMUNIQUE, encoding="utf-8")
    draft = draft_declaration(read_document(text), known, "our-communique")
    folder = merge(draft, read_folder(tmp_path / "mine" / "sources" / "our-communique"))
    write_folder(folder)
    refined = list(csv.DictReader((folder.path / "refinements.csv").read_text("utf-8").splitlines()))
    assert refined == [{"record_id": "gccs-2013", "field": "start_date", "value": "2013-05-03"}]
    cited = csv.DictReader((folder.path / "citations.csv").read_text("utf-8").splitlines())
    places = {(row["record_id"], row["field"]): (row["locator"], row["anchor"]) for row in cited}
    assert places["gccs-2013", "start_date"] == ("line 5", "3 May 2013")
    assert [row.doubts for row in draft.of("refinements")] == [{"": "it may be another meeting of that year"}]
    _, problems = check([tmp_path / "mine"], documents=text.parent)
    assert [str(problem) for problem in problems if problem.level == "error"] == []
