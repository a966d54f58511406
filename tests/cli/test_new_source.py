"""``seeds new-source`` begins a folder that the check then guides through."""

from __future__ import annotations

import csv
import hashlib
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.load.new_source import TABLES
from cyberdiplo.schema.model import seed_tables
from tests.proof.proven import DOCUMENT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run


def test_every_file_has_its_header_and_the_document_is_known(cyberdiplo: Run, tmp_path: Path) -> None:
    done = cyberdiplo("seeds", "new-source", "my-text", "--in", str(tmp_path / "mine"), "--document", str(DOCUMENT))
    assert done.returncode == 0
    folder = tmp_path / "mine" / "sources" / "my-text"
    assert done.stdout.splitlines() == [str(folder / f"{name}.csv") for name in TABLES] + [str(folder / "expect.toml")]
    for name in TABLES:
        first = (folder / f"{name}.csv").read_text("utf-8").splitlines()[0]
        assert tuple(first.split(",")) == seed_tables()[name].header
    (source,) = csv.DictReader((folder / "sources.csv").read_text("utf-8").splitlines())
    assert source["id"] == "my-text"
    assert source["file_name"] == DOCUMENT.name
    assert source["sha256"] == hashlib.sha256(DOCUMENT.read_bytes()).hexdigest()
    assert set(tomllib.loads((folder / "expect.toml").read_text("utf-8"))) == {
        *("counts", "facts", "paragraphs", "footnotes")
    }
    assert "cyberdiplo load" in done.stderr


def test_the_check_says_what_is_still_missing_until_it_loads(cyberdiplo: Run, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    cyberdiplo("seeds", "new-source", "my-text", "--in", str(mine), "--title", "Un texte")
    done = cyberdiplo("seeds", "check", str(mine), "--empty")
    assert done.returncode == 4
    assert "sources.csv:2: type: type is missing" in done.stdout
    path = mine / "sources" / "my-text" / "sources.csv"
    text = path.read_text("utf-8").replace("my-text,", "my-text,text,", 1).splitlines()
    header = text[0].split(",")
    row = dict.fromkeys(header, "") | {"id": "my-text", "type": "text", "title": "Un texte", "lang": "fr"}
    row |= {"rights_fr": "libre", "rights_en": "free"}
    path.write_text(text[0] + "\n" + ",".join(row[name] for name in header) + "\n", encoding="utf-8")
    assert cyberdiplo("seeds", "check", str(mine), "--empty").returncode == 0
    assert cyberdiplo("seeds", "fmt", str(mine), "--check").returncode == 0
    made = tmp_path / "made.sqlite"
    assert cyberdiplo("load", "--empty", "--database", str(made), str(mine)).returncode == 0


@pytest.mark.parametrize("bad", ["My-Text", "mon texte", "été", "a--b", "-a", "../a", ""])
def test_a_bad_id_is_refused(cyberdiplo: Run, tmp_path: Path, bad: str) -> None:
    done = cyberdiplo("seeds", "new-source", "--in", str(tmp_path), "--", bad)
    assert (done.returncode, done.stdout) == (2, "")
    assert list(tmp_path.glob("sources/*")) == []


def test_a_folder_that_is_there_is_left_alone(cyberdiplo: Run, tmp_path: Path) -> None:
    cyberdiplo("seeds", "new-source", "my-text", "--in", str(tmp_path))
    path = tmp_path / "sources" / "my-text" / "statements.csv"
    path.write_text("mine\n", encoding="utf-8")
    done = cyberdiplo("seeds", "new-source", "my-text", "--in", str(tmp_path))
    assert done.returncode == 2
    assert "already exists" in done.stderr
    assert path.read_text("utf-8") == "mine\n"


def test_the_id_of_a_shipped_source_and_a_document_that_is_not_there_are_refused(
    cyberdiplo: Run, tmp_path: Path
) -> None:
    shipped = cyberdiplo("seeds", "new-source", "wto-tbt-cyber-2023", "--in", str(tmp_path))
    assert (shipped.returncode, "shipped seeds" in shipped.stderr) == (2, True)
    absent = cyberdiplo("seeds", "new-source", "my-text", "--in", str(tmp_path), "--document", "nowhere.txt")
    assert (absent.returncode, "There is no file nowhere.txt" in absent.stderr) == (2, True)
    assert list(tmp_path.glob("sources/*")) == []


@pytest.mark.parametrize(("there", "collection"), [(True, "seeds"), (False, "my-seeds")])
@pytest.mark.usefixtures("home")
def test_ones_own_collection_is_the_one_at_hand(tmp_path: Path, there: bool, collection: str) -> None:
    if there:
        (tmp_path / "seeds").mkdir()
    command = [sys.executable, "-m", "cyberdiplo", "seeds", "new-source", "my-text"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    assert (tmp_path / collection / "sources" / "my-text" / "sources.csv").is_file()


def test_warnings_stop_only_who_asks_for_it(cyberdiplo: Run, tmp_path: Path) -> None:
    from tests.proof.proven import change, proven

    collection = proven(tmp_path)
    change(collection, "participations", "talks-1-diop", capacity="state")
    assert cyberdiplo("seeds", "check", "--empty", str(collection)).returncode == 0
    assert cyberdiplo("seeds", "check", "--empty", "--strict", str(collection)).returncode == 4
