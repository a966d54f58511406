"""A file that is no document, too large or meant to do harm is refused by a sentence, within 300 MB."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
import zlib
from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings, strategies as st

from cyberdiplo.documents.formats import docx, xml
from cyberdiplo.documents.read import read_document
from cyberdiplo.errors import BadSeed, BadUsage
from tests.conftest import ROOT
from tests.documents.making import make_docx, make_pdf, paragraph, write_lines

if TYPE_CHECKING:
    from pathlib import Path

MB = 1_000_000


def refusal(path: Path) -> str:
    with pytest.raises(BadSeed) as error:
        read_document(path)
    assert error.value.exit_code == 4
    assert error.value.hint
    return str(error.value)


def read_or_hint(path: Path) -> list[str]:
    """The texts of a file, or that its reader is told what to do."""
    try:
        return [passage.text for passage in read_document(path).passages]
    except BadSeed as error:
        return ["told"] if error.hint else ["left alone"]


def test_a_folder_a_pipe_and_nothing_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "is no regular file" in refusal(tmp_path)
    assert "is no regular file" in refusal(tmp_path / "pipe.txt")
    assert "cannot be read" in refusal(tmp_path / "nothing.txt")


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    assert "is empty" in refusal(tmp_path / "a.txt")


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_a_gigabyte_is_refused_before_it_is_read(name: str, tmp_path: Path) -> None:
    with (tmp_path / name).open("wb") as file:
        file.truncate(1000 * MB)
    assert "has 1000 MB" in refusal(tmp_path / name)


@pytest.mark.parametrize("content", [bytes(range(256)) * 40, b"\x89PNG\r\n\x1a\n" + bytes(2000), b"\xff\xfeab\x00\xd8"])
def test_what_is_no_text_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    assert refusal(tmp_path / "a.txt")


@pytest.mark.parametrize("part", ["word/document.xml", "word/media/picture.png"])
def test_an_archive_is_refused_by_the_sizes_that_it_promises(part: str, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<d/>")
        archive.writestr(part.replace("document", "document2"), bytes(docx.LARGEST))
    assert "unpacks to more than 200 MB" in refusal(tmp_path / "a.docx")


def test_more_paragraphs_than_any_document_has_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cyberdiplo.documents.read.MOST", 10)
    (tmp_path / "a.txt").write_text("A line.\n\n" * 11, "utf-8")
    assert "has 11 paragraphs; up to 10 are read" in refusal(tmp_path / "a.txt")


@pytest.mark.parametrize(
    "text", ["*a " * 30_000, "a" + " " * 300_000 + "b", "[" * 20_000 + "(" * 20_000, "A B " * 9000]
)
def test_what_would_take_the_square_of_its_length_is_read(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(text + "\n\nThe end.", "utf-8")
    assert read_document(tmp_path / "a.md").passages[-1].text == "The end."


def test_a_part_of_an_archive_is_not_read_beyond_its_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml, "SIZE", 1000)
    assert "longer than 1,000 bytes" in refusal(make_docx(tmp_path / "a.docx", paragraph("word " * 1000)))


def test_an_archive_of_something_else_is_told(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("a.txt", "text")
    assert "archive and no DOCX" in refusal(tmp_path / "a.docx")


def test_an_entity_in_a_docx_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("word/document.xml", '<!DOCTYPE d [<!ENTITY a "aaaa">]><d>&a;</d>')
    assert "document type or an entity" in refusal(tmp_path / "a.docx")


def test_more_elements_than_any_document_has_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml, "MOST", 1000)
    (tmp_path / "a.xml").write_text(f"<akomaNtoso>{'<p/>' * 1000}</akomaNtoso>", "utf-8")
    assert "more than 1,000 elements" in refusal(tmp_path / "a.xml")


def test_xml_of_another_kind_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text('<?xml version="1.0"?><rss/>', "utf-8")
    assert "of a kind that is not read" in refusal(tmp_path / "a.xml")


def test_a_page_nested_beyond_any_is_refused_and_a_deep_one_read(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html>" + "<div>" * 200_000 + "at the bottom", "utf-8")
    assert "HTML elements within each other" in refusal(tmp_path / "a.html")
    (tmp_path / "a.html").write_text("<html>" + "<div>" * 3000 + "at the bottom", "utf-8")
    assert [passage.text for passage in read_document(tmp_path / "a.html").passages] == ["at the bottom"]


@pytest.mark.parametrize("keep", [0.2, 0.5, 0.9, 0.99])
@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_a_file_that_was_cut_off_is_told_or_read(kind: str, keep: float, tmp_path: Path) -> None:
    whole = (
        make_pdf(tmp_path / "whole", [write_lines(["A line of text."])] * 3)
        if kind == "pdf"
        else make_docx(tmp_path / "whole", paragraph("A line of text."))
    )
    content = whole.read_bytes()
    (tmp_path / "a").write_bytes(content[: int(len(content) * keep)])
    assert set(read_or_hint(tmp_path / "a")) <= {"A line of text.", "told"}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(at=st.floats(0, 1, exclude_max=True), byte=st.integers(0, 255))
@example(at=0.2, byte=255)
def test_an_archive_in_which_a_byte_is_wrong_is_read_or_refused(at: float, byte: int, tmp_path: Path) -> None:
    body = "".join(paragraph(f"Line {number}.") for number in range(50))
    content = bytearray(make_docx(tmp_path / "whole", body).read_bytes())
    content[int(len(content) * at)] = byte
    (tmp_path / "a.docx").write_bytes(content)
    assert "left alone" not in read_or_hint(tmp_path / "a.docx")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_an_archive_packed_as_no_docx_is_refused(method: int, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w", method) as archive:
        archive.writestr(docx.DOCUMENT, "<d/>")
    assert "this is no sound DOCX" in refusal(tmp_path / "a.docx")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    start=st.sampled_from(
        [b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<akomaNtoso>", b"<html>", b"<TEI>", b"\xff\xfe", b"1. "]
    ),
    rest=st.binary(max_size=400),
)
def test_any_bytes_are_read_or_refused(start: bytes, rest: bytes, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(start + rest)
    assert "left alone" not in read_or_hint(tmp_path / "a")


def test_a_library_that_is_missing_is_named_by_its_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    path = make_pdf(tmp_path / "a.pdf", [write_lines(["A line."])])
    with pytest.raises(BadUsage) as error:
        read_document(path)
    assert "cyberdiplo[documents]" in error.value.hint


@pytest.mark.skipif(sys.platform != "linux", reason="the most memory of a process is asked of Linux")
@pytest.mark.parametrize("kind", ["two thousand pages", "a line of millions of letters", "a chain of hyphens"])
def test_what_is_long_is_read_within_300_megabytes(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "long"
    if kind == "two thousand pages":
        names = ["".join(letters) for letters in product("abcdefghijklm", repeat=3)][:2000]
        make_pdf(
            path,
            [write_lines([f"The meeting of {name} dealt with cables.", "", f"Then {name} went."]) for name in names],
        )
    else:
        path.write_text(("a-" if "hyphens" in kind else "wörd ") * 600_000, "utf-8")
    code = (
        "import re, sys; from pathlib import Path; from cyberdiplo.documents.read import read_document\n"
        "count = len(read_document(Path(sys.argv[1])).passages)\n"
        "peak = re.search(r'VmHWM:\\s+(\\d+)', Path('/proc/self/status').read_text())[1]\n"  # its own
        "print(count, int(peak) // 1000)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        env={"PYTHONPATH": str(ROOT / "src"), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    count, megabytes = map(int, done.stdout.split())
    assert count == (4_000 if kind == "two thousand pages" else 1)
    assert megabytes < 300


def test_a_stream_of_a_pdf_that_unpacks_to_more_than_any_is_refused(tmp_path: Path) -> None:
    """One of 466 kB filled a gigabyte; packed twice it is a kilobyte."""
    packed = zlib.compress(bytes(101 * MB), 1)
    for number, stream in enumerate((packed, zlib.compress(packed))):
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(b"%PDF-1.7\n1 0 obj <</Filter/FlateDecode>>\nstream\n" + stream + b"\nendstream endobj\n")
        assert "unpacks to more than 100 MB" in refusal(path)


def test_pages_of_a_pdf_that_have_each_other_are_told(tmp_path: Path) -> None:
    objects = (
        b"1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[2 0 R 3 0 R]/Count 3>> endobj\n"
    )
    page = b"3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>> endobj\ntrailer <</Root 1 0 R>>\n"
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n" + objects + page)
    assert "is no sound PDF: Failed to load page." in refusal(tmp_path / "a.pdf")
