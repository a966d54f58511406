"""Seed folders from strangers: what would hang, fill the memory or deceive is refused by a sentence, or read right."""

from __future__ import annotations

import os
import tracemalloc
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.errors import BadSeed
from cyberdiplo.load.drafted import Pending, find_pending, refuse_unreviewed
from cyberdiplo.load.files import find
from cyberdiplo.load.load import load
from cyberdiplo.load.repair import find_obstacle, repair
from cyberdiplo.load.sound import UNSEEN
from cyberdiplo.load.sqlite_target import SqliteTarget
from cyberdiplo.proof.check import check, open_memory

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "id,parent_id,sort,name_fr,name_en,acronym_fr,acronym_en\n"
ROW = "zz-a,,1,Un,One,,\n"


def _check(folder: Path) -> str:
    """What ``seeds check`` says of a folder that stands alone; nothing where it is content."""
    try:
        _, problems = check([folder], shipped=False)
    except BadSeed as error:
        return str(error)
    return "\n".join(str(problem) for problem in problems if problem.level == "error")


def _load(folder: Path) -> str:
    """The error of a load; nothing where it goes well."""
    try:
        load(SqliteTarget(open_memory()), find([folder]))
    except BadSeed as error:
        return str(error)
    return ""


def _fmt(folder: Path) -> str:
    """What ``seeds fmt`` leaves to a person; a file that it may repair is repaired."""
    try:
        obstacles = [find_obstacle(seed) or repair(seed) for found in find([folder]) for seed in found.files]
    except BadSeed as error:
        return str(error)
    return "\n".join(str(obstacle) for obstacle in obstacles)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of one seed file with one sound row."""
    folder = tmp_path / "sent" / "notes"
    folder.mkdir(parents=True)
    (folder / "topics.csv").write_text(HEADER + ROW)
    return folder


def _pipe(path: Path) -> None:
    path.unlink(missing_ok=True)
    os.mkfifo(path)


def _device(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.symlink_to("/dev/zero")


def _link_out(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.symlink_to("/etc/passwd")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such files")
@pytest.mark.parametrize("name", ["topics.csv", "expect.toml", "DATASET"])
@pytest.mark.parametrize("special", [_pipe, _device, _link_out])
def test_only_regular_files_of_the_folder_are_read(folder: Path, name: str, special) -> None:  # type: ignore[no-untyped-def]
    special(folder / name)
    for run in (_check, _load, _fmt):
        assert run(folder).startswith(f"{folder / name} is ")


def test_a_draft_that_is_not_utf_8_still_has_to_be_reviewed(folder: Path) -> None:
    (folder / "draft.csv").write_bytes(b"table,column,decision\ntopics,,gard\xe9\ntopics,,\n")
    (folder / "topics.csv").write_bytes(HEADER.encode() + b"zz-a,,1,[\xe2\x80\xa6],Caf\xe9,,\n")
    (sent,) = find([folder])
    assert find_pending(sent) == Pending(undecided=1, unwritten=1)
    with pytest.raises(BadSeed, match="nobody has reviewed to the end"):
        refuse_unreviewed([sent])


LONG = "u" * 200_000
HOSTILE = {  # what stands in topics.csv -> what is said by seeds check
    "a long cell": (HEADER + f"zz-a,,1,{LONG},One,,\n", "a cell has more than 131,072 characters"),
    "a long header": (HEADER.strip() + f",{LONG}\n{ROW}", "a cell has more than 131,072 characters"),
    "a line without end": ("u" * 1_200_000, "a line of more than 524,288 bytes"),
    "an open quote": ('"' + "u" * 400_000, "a cell has more than 131,072 characters"),
    "an old Mac's lines": ((HEADER + ROW).replace("\n", "\r"), "old Macs"),
    "many columns": (HEADER.strip() + "".join(f",c{i}" for i in range(30_000)) + f"\n{ROW}", "unknown: c0"),
    "a colour": (HEADER + "zz-a,,1,\x1b[31mUn,One,,\n", "nobody sees (U+001B)"),
    "a null": (HEADER + "zz-a,,1,U\x00n,One,,\n", "nobody sees (U+0000)"),
    "a mark of order within": (HEADER + "zz-a,,1,U\ufeffn,One,,\n", "nobody sees (U+FEFF)"),
    "an override of direction": (HEADER + "zz-a,,1,U\u202en,One,,\n", "nobody sees (U+202E)"),
    "a letter that is none": (HEADER + "zz-a,,1,\u3164,One,,\n", "nobody sees (U+3164)"),
    "a tag": (HEADER + "zz-a,,1,U\U000e0041n,One,,\n", "nobody sees (U+E0041)"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_file_is_refused_in_a_sentence_by_check_and_load(folder: Path, case: str) -> None:
    text, words = HOSTILE[case]
    (folder / "topics.csv").write_bytes(text.encode())
    for run in (_check, _load):
        told = run(folder)
        assert words in told
        assert len(told) < 4_000
    _fmt(folder)  # which raises nothing


def test_a_name_has_one_line(folder: Path) -> None:
    (folder / "topics.csv").write_text(HEADER + 'zz-a,,1,"U\nn",One,,\n')
    assert "nobody sees (U+000A)" in _check(folder)


def test_a_joiner_within_a_word_is_part_of_it(folder: Path) -> None:
    (folder / "topics.csv").write_text(HEADER + "zz-a,,1,می\u200cخواهم,One,,\n")
    assert not _load(folder)


RINGS = ["zz-a,zz-b,1,Un,One,,\nzz-b,zz-a,2,Deux,Two,,\n"]
RINGS.append("zz-a,zz-b,1,Un,One,,\nzz-b,zz-c,2,Deux,Two,,\nzz-c,zz-a,3,Trois,Three,,\n")


BESIDE = "zz-d,,4,Quatre,Four,,\nzz-e,zz-d,5,Cinq,Five,,\n"  # which is sound


@pytest.mark.parametrize("rows", RINGS, ids=["two", "three"])
def test_parents_in_a_ring_are_refused(folder: Path, rows: str) -> None:
    (folder / "topics.csv").write_text(HEADER + rows + BESIDE)
    for told in (_load(folder), _check(folder)):
        assert "it is above itself: zz-a under zz-b" in told
        assert told.count("it is above itself") == rows.count("\n")


PROMISES = {
    "[coutns]\ntopics = 1\n": ("coutns: there is no such section", "counts"),
    "counts = 3\n": ("counts: this is no section", ""),
    "[counts]\ntopics = 'a'\n": ("counts.topics: this is no promise", "a whole number"),
    "[counts]\ntopics = [1]\n": ("counts.topics: this is no promise", ""),
    "[footnotes]\nx = 3\n": ("footnotes.x: this is no promise", ""),
    "[paragraphs]\nstatements_from = 3\n": ("paragraphs.statements_from: this is no promise", ""),
    f"[counts]\ntopics = {'9' * 100_000}\n": ("this is not TOML", ""),
    f"a = {'[' * 5_000}\n": ("this is not TOML", ""),
}


@pytest.mark.parametrize("text", PROMISES, ids=lambda text: text[:20].strip())
def test_a_promise_that_nothing_would_keep_is_told(folder: Path, text: str) -> None:
    (folder / "expect.toml").write_text(text)
    told = _load(folder)
    for words in PROMISES[text]:
        assert words in told


def test_a_folder_whose_name_is_not_utf8_is_refused(folder: Path) -> None:
    strange = os.fsencode(folder.parent) + b"/n\xff"
    os.rename(folder, strange)  # noqa: PTH104  # bytes
    assert "the name is not UTF-8" in _check(folder.parent / os.fsdecode(b"n\xff"))


@pytest.mark.parametrize(
    "sign", ["\u034f", "\ufff3", "\U0001d173", "\U0001fffe", "\ufe0f", "\ue000", "\U000f0000"], ids=ascii
)
def test_what_nobody_sees_or_only_one_font_has_is_found(sign: str) -> None:
    assert UNSEEN.search(f"Two{sign}words")


@pytest.mark.parametrize("link", ["reference", "sources/mine", "sources"])
def test_a_folder_that_is_a_link_to_elsewhere_is_not_read(folder: Path, link: str) -> None:
    collection = folder.parent / "collection"
    place = collection / link
    place.parent.mkdir(parents=True)
    place.symlink_to(folder.parent if link == "sources" else folder)
    assert "is a link that leads out of" in _load(collection)
    (folder.parent / "named").symlink_to(folder)
    assert _load(folder.parent / "named") == _load(folder)  # who names a link means where it leads


def test_a_long_chain_of_parents_is_looked_through_once(folder: Path) -> None:
    """Each was followed up to the top: three thousand took two minutes."""
    rows = [f"zz-{n:04},{f'zz-{n - 1:04}' if n else ''},1,A{n},B{n},,\n" for n in range(1500)]
    (folder / "topics.csv").write_text(HEADER + "".join(rows))
    target = SqliteTarget(open_memory())
    steps = iter(range(400))
    target.connection.set_progress_handler(lambda: next(steps, None) is None, 100_000)
    load(target, find([folder]))


@pytest.mark.parametrize("name", ['"T\nwo"', "T\two", "\u00a0", "\u3000", "T\u200dwo", "\u200c"])
def test_what_the_check_refuses_of_a_name_the_load_refuses_too(tmp_path: Path, name: str) -> None:
    (tmp_path / "topics.csv").write_text(HEADER + f"zz-a,,1,Un,{name},,\n", "utf-8", newline="")
    assert "topics.csv:2: name_en" in _check(tmp_path)
    assert "topics.csv:2: name_en" in _load(tmp_path)


def test_a_name_whose_script_joins_letters_is_read(tmp_path: Path) -> None:
    (tmp_path / "topics.csv").write_text(
        HEADER + "zz-a,,1,Un,\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645,,\n", "utf-8"
    )
    assert (_check(tmp_path), _load(tmp_path)) == ("", "")


@pytest.mark.parametrize("astray", ["topics.csv", "refine/topics.csv", "sources/one/more/topics.csv"])
def test_a_seed_file_that_would_not_be_looked_at_is_told(tmp_path: Path, astray: str) -> None:
    for name in ("reference/topics.csv", "sources/one/topics.csv", astray):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(HEADER + ROW.replace("zz-a", f"zz-{len(name)}"), "utf-8")
    with pytest.raises(BadSeed, match="no place for a seed file") as refused:
        find([tmp_path])
    assert astray in str(refused.value)


def test_a_large_file_is_checked_line_by_line(tmp_path: Path) -> None:
    (tmp_path / "topics.csv").write_bytes(HEADER.encode() + b'zz-a,,1,"' + b"some text, more\n" * 1_000_000)
    tracemalloc.start()
    try:
        assert "is a double quote open" in _check(tmp_path) or "131" in _check(tmp_path)
        assert tracemalloc.get_traced_memory()[1] < 12 << 20
    finally:
        tracemalloc.stop()
