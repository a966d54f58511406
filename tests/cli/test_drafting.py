"""``documents draft`` and ``documents review`` as a user runs them: from a file to rows that are loaded."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.cli.talk import reviewing, speech_questions
from cyberdiplo.cli.talk.point_choice import Choice, read_choice
from cyberdiplo.errors import BadSeed, UnclearName
from tests import server

if TYPE_CHECKING:
    from cyberdiplo.store.connection import Connection
    from tests.conftest import Run

TEXT = """\
Forum on teapots

Thematic session on teapot labels

14 March 2031, 10:00-13:00

Report by the Moderator, Ms. Ana Ruiz (Chile)

1.1. Mr. Karl Braun (Austria) said that teapots needed labels.

1.2. Mr. Braun called on all States to share what they learned.
"""


@pytest.fixture
def drafted(tmp_path: Path, cyberdiplo: Run) -> Path:
    """A draft of two paragraphs."""
    report = tmp_path / "teapots.txt"
    report.write_text(TEXT, encoding="utf-8")
    done = cyberdiplo("documents", "draft", str(report), "--like", "moderator-report", "--into", str(tmp_path / "mine"))
    assert done.returncode == 0, done.stderr
    folder = tmp_path / "mine" / "sources" / "teapots"
    assert f"{folder}/speakers.csv" in done.stdout
    assert "rows to decide on" in done.stderr
    return folder


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def answer_all(folder: Path) -> str:
    """The keys that accept every row and write what has to be written, in the order in which they are asked for."""
    from cyberdiplo.drafts.folder import read_folder
    from cyberdiplo.drafts.review import find_unwritten, list_pending

    draft = read_folder(folder)
    lines = []
    for proposal in list_pending(draft):
        lines.append("a")
        lines += [f"Our own words for {column}." for column in find_unwritten(draft, proposal)]
    return "\n".join([*lines, ""])


def test_a_genre_that_is_none_is_told_with_the_nearest(cyberdiplo: Run, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(TEXT, encoding="utf-8")
    done = cyberdiplo("documents", "draft", str(tmp_path / "x.txt"), "--like", "resolutoin", "--into", str(tmp_path))
    assert (done.returncode, "did you mean resolution?" in done.stderr) == (2, True)


def test_piped_keys_take_a_draft_to_the_database(
    drafted: Path, cyberdiplo: Run, database_path: Path, tmp_path: Path
) -> None:
    own = Path(shutil.copy(database_path, tmp_path / "own.sqlite"))
    refused = cyberdiplo("load", str(drafted), ask=own)
    assert (refused.returncode, "nobody has reviewed to the end" in refused.stderr) == (4, True)
    done = cyberdiplo("documents", "review", str(drafted), stdin=answer_all(drafted))
    assert done.returncode == 0, done.stderr
    assert "speakers: 2 as proposed, 0 changed, 0 rejected; right rows 100%, right cells 100%" in done.stdout
    assert cyberdiplo("load", str(drafted), ask=own).returncode == 0
    said = cyberdiplo("statements", "--speaker", "Braun", "--columns", "locator", "--format", "csv", ask=own)
    assert said.stdout.split() == ["locator", "par.", "1.1", "par.", "1.2"]


def test_a_row_is_shown_beside_its_passage_people_first(drafted: Path, cyberdiplo: Run) -> None:
    done = cyberdiplo("documents", "review", str(drafted), stdin="q\n")
    assert "1/" in done.stdout
    assert "speakers  ruiz-ana  (line 7)" in done.stdout
    assert "Report by the Moderator, Ms. ⟦Ana Ruiz⟧ (Chile)" in done.stdout


def test_a_change_and_a_rejection_are_kept_with_the_reason(drafted: Path, cyberdiplo: Run) -> None:
    keys = "c\ngiven_name\nAna María\na\nr\nanother Braun\nq\n"
    done = cyberdiplo("documents", "review", str(drafted), stdin=keys)
    assert "rows went with it" in done.stderr
    assert [row["sort_name"] for row in read(drafted / "speakers.csv")] == ["Ruiz, Ana María"]
    decisions = {
        row["key"]: (row["decision"], row["reason"]) for row in read(drafted / "draft.csv") if not row["column"]
    }
    assert decisions["ruiz-ana"] == ("changed", "")
    assert decisions["braun-karl"] == ("rejected", "another Braun")


def test_a_rejection_without_a_reason_is_none(drafted: Path, cyberdiplo: Run) -> None:
    done = cyberdiplo("documents", "review", str(drafted), stdin="r\n\nq\n")
    assert "A rejection has a reason." in done.stderr
    assert len(read(drafted / "speakers.csv")) == 2


def test_the_document_that_was_moved_can_be_named(drafted: Path, cyberdiplo: Run, tmp_path: Path) -> None:
    moved = (tmp_path / "teapots.txt").rename(tmp_path / "moved.txt")
    without = cyberdiplo("documents", "review", str(drafted), stdin="q\n")
    assert "The document is not where it was read" in without.stderr
    done = cyberdiplo("documents", "review", str(drafted), "--document", str(moved), stdin="q\n")
    assert "⟦Ana Ruiz⟧" in done.stdout


def test_a_folder_that_was_not_drafted_is_refused(cyberdiplo: Run, tmp_path: Path) -> None:
    done = cyberdiplo("documents", "review", str(tmp_path), stdin="")
    assert (done.returncode, "is no draft" in done.stderr) == (2, True)


def test_single_keys_do_on_a_terminal(drafted: Path, home: Path, database_path: Path) -> None:  # noqa: ARG001
    pty = pytest.importorskip("pty")
    own, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "cyberdiplo", "documents", "review", str(drafted)],
        env=os.environ | {"CYBERDIPLO_DATABASE": str(database_path)},
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    os.write(own, b"aq")  # no Enter
    shown, _ = process.communicate(timeout=60)
    os.close(own)
    os.close(theirs)
    assert "2/" in shown
    assert [row["decision"] for row in read(drafted / "draft.csv") if row["key"] == "ruiz-ana"] == ["accepted"]


SPEECH = """\
Statement by H.E. Ms. Maeve Byrne, Permanent Representative of Ireland to the United Nations

Open debate on teapots

New York, 7 March 2031

Thank you, Chair.

Ireland attaches great importance to labels. We call on all States to put labels on teapots.
"""
ANSWERS = (
    "\n\nOTC\n\n2\nL'Irlande demande des étiquettes.\nIreland asks for labels.\n\n"  # Enter takes what is proposed
)


@pytest.fixture
def own(database_path: Path, tmp_path: Path) -> Path:
    """A database of one's own."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "ireland.txt").write_text(SPEECH, encoding="utf-8")
    return Path(shutil.copy(database_path, tmp_path / "own.sqlite"))


def test_seven_answers_bring_a_speech_in_and_one_command_takes_it_out(
    own: Path, cyberdiplo: Run, tmp_path: Path
) -> None:
    text = tmp_path / "texts" / "ireland.txt"
    done = cyberdiplo("add", str(text), "--into", str(tmp_path / "mine"), stdin=ANSWERS, ask=own)
    assert done.returncode == 0, done.stderr
    assert "[Maeve Byrne]" in done.stdout
    columns = "speakers,country,forum,date,summary,locator,anchor"
    entered = cyberdiplo("statements", "--speaker", "Byrne", "--columns", columns, "--format", "csv", ask=own)
    assert entered.stdout.splitlines()[1] == (
        "Maeve Byrne,Ireland,TBT,2031-03-07,Ireland asks for labels.,line 9,We call on all States to put labels"
    )
    verified = cyberdiplo("verify", "--documents", str(text.parent), "--source", "ireland", ask=own)
    assert verified.returncode == 0, verified.stderr
    words = cyberdiplo("search", "labels", "--kind", "passage", "--columns", "id", "--format", "csv", ask=own)
    assert "ireland#" in words.stdout
    assert "took out mine/sources/ireland" in cyberdiplo("remove", "ireland", ask=own).stderr
    assert "ireland" not in cyberdiplo("documents", "list", "--format", "csv", ask=own).stdout
    gone = cyberdiplo("statements", "--speaker", "Byrne", ask=own)
    assert gone.returncode == 3


def test_a_speech_goes_into_a_database_on_a_server_and_out_again(
    own: Path, cyberdiplo: Run, tmp_path: Path, postgres_server: str, postgres_url: str
) -> None:
    with server.database(postgres_server, server.name(postgres_url)) as url:
        text = str(own.parent / "texts" / "ireland.txt")
        done = cyberdiplo("add", text, "--into", str(tmp_path / "mine"), "--database", url, stdin=ANSWERS)
        assert done.returncode == 0, done.stderr
        found = cyberdiplo("search", "teapots", "--database", url, "--columns", "id", "--format", "csv").stdout
        assert "ireland#5" in found
        assert "took out mine/sources/ireland" in cyberdiplo("remove", "ireland", "--database", url).stderr
        assert "ireland" not in cyberdiplo("documents", "list", "--database", url).stdout


POINT = "2\nL'Irlande demande des étiquettes.\nIreland asks for labels.\n\n"


def test_answers_that_end_before_the_first_are_said_to_have_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    with pytest.raises(BadSeed, match="The answers ended at: Who"):
        speech_questions._until(reviewing.Keys(), "Who", "", lambda _: pytest.fail("nothing is read"))


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ("\nRuritania\n", "No State or body is called 'Ruritania'."),
        ("\n\nOTC\nsoon\n", "'soon' is no day"),
        ("\n\nGroupe bidon\nn\n", "There is no meeting 'Groupe bidon'."),
        ("\n\nOTC\n\n\n", "No point was put in your own words."),
    ],
)
def test_answers_that_end_before_they_are_right_write_nothing(
    own: Path, cyberdiplo: Run, tmp_path: Path, answers: str, why: str
) -> None:
    text = tmp_path / "texts" / "ireland.txt"
    done = cyberdiplo("add", str(text), "--into", str(tmp_path / "mine"), stdin=answers, ask=own)
    assert (done.returncode, why in done.stderr) == (4, True), done.stderr
    assert not (tmp_path / "mine").exists()


def add_speech(own: Path, cyberdiplo: Run, tmp_path: Path, answers: str) -> tuple[str, dict[str, str]]:
    """What the command said, and the meeting that the speech was filed under."""
    text = tmp_path / "texts" / "ireland.txt"
    done = cyberdiplo("add", str(text), "--into", str(tmp_path / "mine"), stdin=answers, ask=own)
    assert done.returncode == 0, done.stderr
    folder = tmp_path / "mine" / "sources" / "ireland"
    meetings = folder / "meetings.csv"
    new = read(meetings)[0] if meetings.exists() else {}
    return done.stderr, new | {"meeting": read(folder / "statements.csv")[0]["meeting_id"]}


STANCES = """\
Statement by Ms Maeve Byrne, Ireland

7 March 2031

Ireland supports the Budapest Convention and its work on critical infrastructure. We call on all to label their teapots.
"""


def test_topics_and_stance_are_proposed_and_may_be_given_with_the_number(
    own: Path, cyberdiplo: Run, tmp_path: Path
) -> None:
    (tmp_path / "texts" / "ireland.txt").write_text(STANCES, encoding="utf-8")
    points = "1\nÀ nous.\nOurs.\n2 topics nonsense\n2 topics capacity building; against OEWG II\nÀ toi.\nYours.\n\n"
    said, _ = add_speech(own, cyberdiplo, tmp_path, "\n\nOTC\n\n" + points)
    assert "There is no topic 'nonsense'." in said
    assert "capacity-building · opposes" in said.lower(), said
    folder = tmp_path / "mine" / "sources" / "ireland"
    rows = read(folder / "statements.csv")
    assert [(row["stance"], row["stance_target_id"]) for row in rows] == [
        ("supports", "coe-budapest-convention"),  # as proposed
        ("opposes", "un-oewg-2021-2025"),
    ]
    topics = {row["record_id"]: row["topic_id"] for row in read(folder / "record_topics.csv")}
    assert topics == {rows[0]["id"]: "critical-infrastructure", rows[1]["id"]: "capacity-building"}


@pytest.mark.parametrize("answer", ["2 topics -; stance -", "2 supports", "2 x", "two"])
def test_a_choice_that_says_nothing_else_is_told(answer: str, database: Connection) -> None:
    if answer.endswith("-"):
        assert read_choice(database, answer) == Choice(2, [], None, no_stance=True)
    elif answer == "two":
        assert read_choice(database, answer) is None
    else:
        with pytest.raises(UnclearName, match="neither topics nor a stance"):
            read_choice(database, answer)


def test_an_answer_that_cannot_be_is_asked_again_at_once_with_the_nearest(
    own: Path, cyberdiplo: Run, tmp_path: Path
) -> None:
    said, _ = add_speech(own, cyberdiplo, tmp_path, "\nIreeland\nIreland\nOTC\n31/02/2031\n07/03/2031\n" + POINT)
    assert "did you mean Ireland" in said
    assert "'31/02/2031' is no day" in said
    assert "07/03/2031 is read as 7 March 2031." in said


@pytest.mark.parametrize("where", ["un-oewg-2021-2025-s10", "un-oewg-2021-2025", "the OEWG 2021-2025", "OEWG II"])
def test_a_meeting_is_one_that_is_there_by_any_name_and_by_its_day_in_a_process(
    own: Path, cyberdiplo: Run, tmp_path: Path, where: str
) -> None:
    _, meeting = add_speech(own, cyberdiplo, tmp_path, f"\n\n{where}\n2025-02-18\n" + POINT)
    assert meeting == {"meeting": "un-oewg-2021-2025-s10"}


def test_a_day_outside_a_process_says_so_and_asks_for_another(own: Path, cyberdiplo: Run, tmp_path: Path) -> None:
    answers = "\n\nun-oewg-2019-2021\n2025-02-18\nun-oewg-2021-2025\n" + POINT
    said, meeting = add_speech(own, cyberdiplo, tmp_path, answers)
    assert "un-oewg-2019-2021 was not at work on 2025-02-18." in said
    assert meeting == {"meeting": "un-oewg-2021-2025-s10"}


def test_a_meeting_of_an_unknown_name_is_new_only_after_a_yes(own: Path, cyberdiplo: Run, tmp_path: Path) -> None:
    _, meeting = add_speech(own, cyberdiplo, tmp_path, "\n\nGroupe bidon\ny\n\n" + POINT)
    assert meeting["name_en"] == "Groupe bidon, 2031-03-07"


def test_copied_words_are_refused_at_once_in_the_language_of_the_reader(
    own: Path, cyberdiplo: Run, tmp_path: Path
) -> None:
    copied = "2\nL'Irlande veut des étiquettes.\nWe call on all States to put labels\nIreland asks for labels.\n\n"
    said, _ = add_speech(own, cyberdiplo, tmp_path, "\n\nOTC\n\n" + copied)
    assert "'we call on all states to put labels' is copied from the document: say it in your own words." in said


def test_nothing_stays_behind_where_the_rows_do_not_hold(own: Path, cyberdiplo: Run, tmp_path: Path) -> None:
    answers = "\n\nOTC\n\n2\nIreland asks for the labels that it wants.\nIreland asks for labels.\n\n"  # no French
    text = tmp_path / "texts" / "ireland.txt"
    done = cyberdiplo("add", str(text), "--into", str(tmp_path / "mine"), stdin=answers, ask=own)
    assert (done.returncode, (tmp_path / "mine").exists()) == (4, False), done.stderr


def test_the_title_is_asked_for_where_the_head_gives_none(own: Path, cyberdiplo: Run, tmp_path: Path) -> None:
    text = tmp_path / "texts" / "ireland.txt"
    text.write_text(SPEECH[SPEECH.index("Ireland attaches") :], encoding="utf-8")
    answers = "-\nIreland\nOTC\n2031-03-07\nOn labels\n" + POINT
    add_speech(own, cyberdiplo, tmp_path, answers)
    assert read(tmp_path / "mine" / "sources" / "ireland" / "sources.csv")[0]["title"] == "On labels"


@pytest.mark.parametrize("words", [("add",), ("documents", "draft", "--like", "statement")], ids=" ".join)
def test_a_source_that_cannot_be_an_id_is_refused_before_anything_is_asked(
    cyberdiplo: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    (tmp_path / "speech.txt").write_text("Statement by Ms Ada Lovelace\n\nThank you, Chair.\n", encoding="utf-8")
    into = tmp_path / "mine"
    done = cyberdiplo(*words, str(tmp_path / "speech.txt"), "--source", "../away", "--into", str(into), stdin="")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("error: '../away' cannot be an id.\n")
    assert not into.exists()
