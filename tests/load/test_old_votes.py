"""A folder whose votes are records of their own, as they were before roll calls, is read as roll calls."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.errors import BadSeed
from cyberdiplo.load import old_votes
from cyberdiplo.load.build import build, load_into
from cyberdiplo.load.files import find
from cyberdiplo.proof.check import check
from tests.load.mini import copy_mini
from tests.load.test_load import answer, content
from tests.server import opened

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

VOTES = [["vote-cable-code-fra", "cable-code", "FRA", "yes"], ["our-second", "cable-code", "KEN", "no"]]
CITED = "{},{},report,{},{},states,high,{},,{}"


def write(path: Path, header: str, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header.split(","), *rows])


def append(path: Path, *lines: str) -> None:
    path.write_text(path.read_text("utf-8") + "".join(f"{line}\n" for line in lines), encoding="utf-8")


@pytest.fixture
def mini(tmp_path: Path) -> Path:
    """The small collection with two votes of the old form, each cited."""
    folder = copy_mini(tmp_path) / "sources" / "report"
    for name in ("roll_calls", "former_ids"):
        (folder / f"{name}.csv").unlink()
    write(folder / "votes.csv", "id,measure_id,country_id,vote", sorted(VOTES))
    header, *cited = (folder / "citations.csv").read_text("utf-8").splitlines()
    cited = [line for line in cited if "roll-call" not in line]
    cited += [CITED.format(vote, "", "par. 1", "", "", "") for vote, *_ in VOTES]
    (folder / "citations.csv").write_text("\n".join([header, *sorted(cited)]) + "\n", encoding="utf-8")
    promised = f"[counts]\nvotes = 2\ncitations = {len(cited)}\n"
    text = (folder / "expect.toml").read_text("utf-8").replace("[counts]\n", promised)
    (folder / "expect.toml").write_text(text, encoding="utf-8")
    return folder.parents[1]


def written(target: str, record: str = "cable-code-roll-call") -> list[tuple[object, ...]]:
    sql = f"select field, locator, url, note from citations where record_id = '{record}' order by field, locator"
    return answer(target, sql)


def test_the_votes_of_a_measure_are_one_roll_call_cited_once(any_new_database: str, mini: Path) -> None:
    build(any_new_database, [mini], shipped=False)
    found = content(any_new_database)
    assert found["roll_calls"] == [("cable-code-roll-call", "cable-code", None, None, None, None, None)]
    assert found["votes"] == [("cable-code-roll-call", "FRA", "yes"), ("cable-code-roll-call", "KEN", "no")]
    assert found["former_ids"] == [("our-second", "cable-code-roll-call", "KEN")]  # the other one says it by its form
    assert written(any_new_database) == [("", "par. 1", None, None)]
    assert set(load_into(any_new_database, [mini]).folders.values()) == {None}


def test_what_is_said_of_one_vote_stays_so(any_new_database: str, mini: Path) -> None:
    path = mini / "sources/report/citations.csv"
    text = path.read_text("utf-8").replace(
        CITED.format("our-second", "", "par. 1", "", "", ""),
        CITED.format("our-second", "", "par. 1", "", "https://example.org/2", "Raised late."),
    )
    path.write_text(text, encoding="utf-8")
    append(
        path,
        CITED.format("our-second", "vote", "par. 1", "", "", ""),
        CITED.format("our-second", "", "par. 2", "", "", ""),
    )
    build_anyway(any_new_database, mini)
    kenya = [("KEN", "par. 1", "https://example.org/2", "Raised late."), ("KEN", "par. 2", None, None)]
    assert written(any_new_database) in (
        [("", "par. 1", None, None), *kenya, ("KEN vote", "par. 1", None, None)],
        [("", "par. 1", *kenya[0][2:]), ("FRA", "par. 1", None, None), kenya[1], ("KEN vote", "par. 1", None, None)],
    )


def build_anyway(target: str, mini: Path) -> None:
    (mini / "sources/report/expect.toml").unlink()
    build(target, [mini], shipped=False)


def test_what_tags_names_or_relates_a_vote_does_so_to_its_roll_call(any_new_database: str, mini: Path) -> None:
    folder = mini / "sources/report"
    topic = answer_topic(mini)
    append(folder / "record_topics.csv", f"our-second,{topic}", f"vote-cable-code-fra,{topic}")
    append(
        folder / "relations.csv",
        *(
            f"{name},{vote},mentions,cable-mandate,,,,,,"
            for name, vote in (("z-1", "our-second"), ("z-2", "vote-cable-code-fra"))
        ),
        "z-3,our-second,compares_with,vote-cable-code-fra,,,,,,",
    )
    append(folder / "citations.csv", *(CITED.format(name, "", place, "", "", "") for name, place in
                                       (("z-1", "par. 1"), ("z-2", "par. 2"), ("z-3", "par. 1"))))  # fmt: skip
    build_anyway(any_new_database, mini)
    call = "cable-code-roll-call"
    assert answer(any_new_database, f"select topic_id from record_topics where record_id = '{call}'") == [(topic,)]
    sql = f"select id, predicate, object_id from relations where subject_id = '{call}' order by id"
    assert answer(any_new_database, sql) == [
        ("z-1", "mentions", "cable-mandate"),
        ("z-3", "compares_with", "cable-code"),
    ]
    assert written(any_new_database, "z-1") == [("", "par. 1", None, None), ("", "par. 2", None, None)]
    assert ("z-2", "z-1", "") in content(any_new_database)["former_ids"]


def answer_topic(mini: Path) -> str:
    return (mini / "reference/topics.csv").read_text("utf-8").splitlines()[1].partition(",")[0]


def test_votes_and_citations_of_other_folders_join_the_roll_call(any_new_database: str, mini: Path) -> None:
    write(mini / "sources/report/votes.csv", "id,measure_id,country_id,vote", [VOTES[0]])
    path = mini / "sources/report/citations.csv"
    path.write_text(
        "".join(line for line in path.read_text("utf-8").splitlines(True) if "our-second" not in line), "utf-8"
    )
    (mini / "sources/report/expect.toml").unlink()
    more = mini.parent / "more"
    more.mkdir()
    write(more / "votes.csv", "id,measure_id,country_id,vote", [VOTES[1]])
    header = path.read_text("utf-8").splitlines()[0]
    cited = [CITED.format(vote, "", "par. 2", "", "", "") for vote in ("our-second", "vote-cable-code-fra")]
    (more / "citations.csv").write_text("\n".join([header, *cited]) + "\n", encoding="utf-8")
    build(any_new_database, [mini], shipped=False)
    load_into(any_new_database, [more])
    assert len(content(any_new_database)["roll_calls"]) == 1
    assert [row[1:] for row in content(any_new_database)["votes"]] == [("FRA", "yes"), ("KEN", "no")]
    rows = [("", "par. 1"), ("FRA", "par. 2"), ("KEN", "par. 2")]
    assert [row[:2] for row in written(any_new_database)] == rows
    load_into(any_new_database, [mini, more], replace=True)  # in one go, and again
    assert [row[:2] for row in written(any_new_database)] == rows


def test_a_folder_without_votes_may_cite_those_of_another_by_their_old_ids(
    any_new_database: str, tmp_path: Path
) -> None:
    """As a user's folder does that cites votes of the shipped seeds, which have roll calls now."""
    mini = copy_mini(tmp_path)
    more = tmp_path / "more"
    more.mkdir()
    header = (mini / "sources/report/citations.csv").read_text("utf-8").splitlines()[0]
    cited = [CITED.format(vote, "", place, "", "", "") for vote, place in
             (("vote-cable-code-fra", "par. 2"), ("vote-code-fra", "par. 3"))]  # fmt: skip
    (more / "citations.csv").write_text("\n".join([header, *sorted(cited)]) + "\n", encoding="utf-8")
    build(any_new_database, [mini, more], shipped=False)
    rows = [("", "par. 1"), ("FRA", "par. 2"), ("FRA", "par. 3")]
    assert [row[:2] for row in written(any_new_database)] == rows


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (["our-second", "cable-code", "KEN", "nay"], "votes.csv:2: vote: 'nay' is not a known vote"),
        (["our-second", "cable-code", "KEM", "no"], "votes.csv:2: country_id: there is no country 'KEM'"),
        (["our-second", "cable-cod", "KEN", "no"], "votes.csv:2: measure_id: there is no measure 'cable-cod'"),
        (["our-second", "cable-code", "FRA", "no"], "votes.csv:3"),
        (["our-second", "cable-code", "KEN"], "votes.csv:2: the row has 3 cells, the header 4"),
    ],
)
def test_a_wrong_row_is_told_where_it_stands(any_new_database: str, mini: Path, row: list[str], told: str) -> None:
    write(mini / "sources/report/votes.csv", "id,measure_id,country_id,vote", [row, VOTES[0]])
    with pytest.raises(BadSeed) as refused:
        build(any_new_database, [mini], shipped=False)
    assert told in str(refused.value)


@pytest.mark.parametrize("name", ["votes", "citations", "relations"])
def test_a_file_that_is_no_csv_is_told(any_new_database: str, mini: Path, name: str) -> None:
    append(mini / f"sources/report/{name}.csv", 'x,"y"z,')
    with pytest.raises(BadSeed, match=rf"{name}\.csv:\d+: this is not CSV"):
        build(any_new_database, [mini], shipped=False)


def test_such_a_folder_is_sound_and_stays_as_it_is(mini: Path, cyberdiplo: Run) -> None:
    assert check([mini], shipped=False)[1] == []
    before = {path: path.read_bytes() for path in mini.rglob("*.csv")}
    assert cyberdiplo("seeds", "fmt", str(mini)).returncode == 0
    assert {path: path.read_bytes() for path in mini.rglob("*.csv")} == before


def test_a_record_whose_id_only_looks_like_that_of_a_vote_is_itself(any_new_database: str, mini: Path) -> None:
    folder = mini / "sources/report"
    append(folder / "relations.csv", "vote-cable-code-why,cable-code,mentions,cable-mandate,,,,,,")
    append(folder / "citations.csv", CITED.format("vote-cable-code-why", "", "par. 2", "", "", ""))
    build_anyway(any_new_database, mini)
    assert written(any_new_database, "vote-cable-code-why") == [("", "par. 2", None, None)]


def test_a_folder_that_names_no_vote_is_read_as_it_is(mini_database: str, tmp_path: Path) -> None:
    """Cell by cell would take a large file too long."""
    folders = find([copy_mini(tmp_path)])
    with opened(mini_database) as connection:
        assert old_votes.as_roll_calls(connection, folders) == folders
        assert all(
            seed.rows is None for folder in old_votes.as_roll_calls(connection, folders) for seed in folder.files
        )
